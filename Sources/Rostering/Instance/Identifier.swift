/// The identifier by which a file or a message names one thing of kind `Subject`.
///
/// Identifiers are compared as text; they are 1 to 64 letters, digits, `-`, `_` or `.`, and unique among things of their kind.
public struct Identifier<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The text in the file.
    public let text: String

    /// Wraps the text of an identifier; validation of an instance judges whether it is well formed.
    public init(_ text: String) { self.text = text }

    /// The text itself.
    public var description: String { text }

    /// Orders identifiers by their Unicode scalars, the same in every locale.
    public static func < (left: Self, right: Self) -> Bool {
        left.text.unicodeScalars.lexicographicallyPrecedes(right.text.unicodeScalars)
    }

    /// Whether the text has the form of an identifier.
    public var isWellFormed: Bool {
        (1...64).contains(text.utf8.count)
            && text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || Self.extra.contains($0) }
    }

    private static var extra: Set<Unicode.Scalar> { Set("0123456789-_.".unicodeScalars) }
}

extension Identifier: ExpressibleByStringLiteral {
    /// Makes an identifier of a literal.
    public init(stringLiteral text: String) { self.init(text) }
}

/// Identifies a ``Site``.
public typealias SiteID = Identifier<Site>
/// Identifies a ``County``.
public typealias CountyID = Identifier<County>
/// Identifies a ``Person``.
public typealias PersonID = Identifier<Person>
/// Identifies a ``Specialty``.
public typealias SpecialtyID = Identifier<Specialty>

/// The position of one `Subject` in the list of its kind in an ``Instance``.
///
/// Positions are what the solver and the checker calculate with; identifiers are what files and people use.
public struct Index<Subject>: Hashable, Comparable, Sendable {
    /// The position, from 0.
    public let offset: Int

    /// Names the position `offset`, from 0.
    public init(_ offset: Int) { self.offset = offset }

    /// Orders by position.
    public static func < (left: Self, right: Self) -> Bool { left.offset < right.offset }
}

/// Identifies a ``RemoteDuty``.
public typealias RemoteDutyID = Identifier<RemoteDuty>
/// Identifies a ``Team``.
public typealias TeamID = Identifier<Team>
/// Identifies a ``NamedPost``.
public typealias NamedPostID = Identifier<NamedPost>
/// Identifies a ``DatedTarget``.
public typealias TargetID = Identifier<DatedTarget>

/// The position of a site in ``Instance/sites``.
public typealias SiteIndex = Index<Site>
/// The position of a person in ``Instance/people``.
public typealias PersonIndex = Index<Person>
/// The position of a department in ``Instance/departments``.
public typealias DepartmentIndex = Index<Department>
/// The position of a demand in ``Instance/demands``.
public typealias DemandIndex = Index<Demand>
/// The position of a remote duty in ``InstanceDescription/remoteDuties``.
public typealias RemoteDutyIndex = Index<RemoteDuty>
/// The position of a team in ``InstanceDescription/teams``.
public typealias TeamIndex = Index<Team>
/// The position of a pool of appointments in ``Instance/pools``.
public typealias PoolIndex = Index<Pool>
