/// The value of a rule's parameter, as a file states it.
public enum ParameterValue: Hashable, Sendable {
    /// A whole number.
    case integer(Int)
    /// An amount in points.
    case cost(Cost)
    /// One of several words.
    case choice(String)
}

/// Which values a parameter accepts.
public enum ParameterDomain: Hashable, Sendable {
    /// Whole numbers.
    case integer(ClosedRange<Int>)
    /// Amounts in points.
    case cost(ClosedRange<Cost>)
    /// One of several words.
    case choice([String])
}

/// A parameter of a rule that an instance may set: its name, meaning, unit and legal range, and the property that holds it.
public struct Parameter<R: Sendable>: Sendable {
    /// The key in the file.
    public let name: String
    /// What it means, with its unit.
    public let meaning: Text
    /// The legal values.
    public let domain: ParameterDomain
    private let read: @Sendable (R) -> ParameterValue
    private let write: @Sendable (inout R, ParameterValue) -> Bool

    /// A whole number held by a property.
    public static func integer(
        _ name: String, _ property: any WritableKeyPath<R, Int> & Sendable, _ range: ClosedRange<Int>,
        _ meaning: Text
    ) -> Parameter {
        Parameter(
            name: name, meaning: meaning, domain: .integer(range), read: { .integer($0[keyPath: property]) }
        ) {
            guard case .integer(let value) = $1, range.contains(value) else { return false }
            $0[keyPath: property] = value
            return true
        }
    }

    /// An amount in points held by a property.
    public static func cost(
        _ name: String, _ property: any WritableKeyPath<R, Cost> & Sendable, _ range: ClosedRange<Cost>,
        _ meaning: Text
    ) -> Parameter {
        Parameter(name: name, meaning: meaning, domain: .cost(range), read: { .cost($0[keyPath: property]) })
        {
            guard case .cost(let value) = $1, range.contains(value) else { return false }
            $0[keyPath: property] = value
            return true
        }
    }

    /// One of an enumeration's words, held by a property.
    public static func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
        _ name: String, _ property: any WritableKeyPath<R, Choice> & Sendable, _ meaning: Text
    ) -> Parameter {
        Parameter(
            name: name, meaning: meaning, domain: .choice(Choice.allCases.map(\.rawValue)),
            read: { .choice($0[keyPath: property].rawValue) }
        ) {
            guard case .choice(let word) = $1, let value = Choice(rawValue: word) else { return false }
            $0[keyPath: property] = value
            return true
        }
    }

    private init(
        name: String, meaning: Text, domain: ParameterDomain, read: @escaping @Sendable (R) -> ParameterValue,
        write: @escaping @Sendable (inout R, ParameterValue) -> Bool
    ) {
        self.name = name
        self.meaning = meaning
        self.domain = domain
        self.read = read
        self.write = write
    }

    /// The value in a rule.
    public func value(in rule: R) -> ParameterValue { read(rule) }

    /// Sets the value in a rule; false, and nothing changed, if the value is not legal.
    public func set(_ value: ParameterValue, in rule: inout R) -> Bool { write(&rule, value) }
}
