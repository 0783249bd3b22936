/// A clause of a policy document, and what carries it.
public struct Clause: Hashable, Sendable {
    /// What a clause asks for, by the letters of the requirements.
    public enum Kind: String, CaseIterable, Sendable {
        /// Must be kept.
        case hard = "H"
        /// Should be kept; a breach costs.
        case soft = "S"
        /// Says who may go where.
        case eligibility = "E"
        /// A figure to be reached by a date.
        case target = "T"
        /// An approval or a filing.
        case workflow = "W"
        /// A duty of authorities, such as a yearly meeting.
        case governance = "G"
        /// Something to be recorded or reported.
        case data = "D"
    }

    /// What carries a clause.
    public enum Carrier: Hashable, Sendable {
        /// Rules of the ``RuleBook``; at least one.
        case rules([RuleID])
        /// Something else in the files or the product, in one sentence.
        case mechanism(Text)
        /// Nothing, because no roster can keep or break it; the reason in one sentence.
        case noEffect(Text)
    }

    /// The identifier, such as HB21.
    public var id: ClauseID
    /// What it asks for; more than one where the text does several things.
    public var kinds: [Kind]
    /// The article or section.
    public var article: String
    /// The clause's words, verbatim; more than one where it stands in several places.
    public var quotations: [String]
    /// What carries it.
    public var carrier: Carrier

    /// Describes a clause.
    public init(id: ClauseID, kinds: [Kind], article: String, quotations: [String], carrier: Carrier) {
        self.id = id
        self.kinds = kinds
        self.article = article
        self.quotations = quotations
        self.carrier = carrier
    }
}

/// Identifies a ``Clause``.
public typealias ClauseID = Identifier<Clause>

extension Clause {
    /// Whether the clause binds rosters: it is hard, soft or about eligibility.
    public var bindsRosters: Bool { kinds.contains { [.hard, .soft, .eligibility].contains($0) } }

    /// The rules that carry the clause; none where something else does.
    public var rules: [RuleID] { if case .rules(let rules) = carrier { rules } else { [] } }

    /// The clauses that rules cite, ordered by identifier; what comes from the model alone is no clause.
    static func cited(by rules: [any Rule]) -> [Clause] {
        var clauses: [ClauseID: Clause] = [:]
        for rule in rules {
            for citation in type(of: rule).citations where citation.document != Citation.model {
                let id = ClauseID(citation.requirement)
                var clause =
                    clauses[id]
                    ?? Clause(
                        id: id, kinds: [], article: citation.article, quotations: [], carrier: .rules([]))
                if !clause.quotations.contains(citation.clause) { clause.quotations.append(citation.clause) }
                if !clause.rules.contains(rule.id) { clause.carrier = .rules(clause.rules + [rule.id]) }
                clauses[id] = clause
            }
        }
        return clauses.values.sorted { $0.id < $1.id }
    }
}
