import Foundation
import Rostering

extension SolveSummary {
    /// The members every solve's result has: `outcome`, `objective`, `bound`, `gap`, `seconds`, `stoppedBy`, `method`; null where unknown.
    fileprivate func members(objective: Cost?) -> [JSONValue.Member] {
        [
            JSONValue.Member(key: "outcome", value: .string(outcome.rawValue)),
            JSONValue.Member(key: "objective", value: objective.map { .cost($0) } ?? .null),
            JSONValue.Member(
                key: "bound", value: bound.flatMap { Cost(rounding: $0) }.map { .cost($0) } ?? .null),
            JSONValue.Member(key: "gap", value: gap.map { .rounded($0, digits: 6) } ?? .null),
            JSONValue.Member(key: "seconds", value: .rounded(seconds, digits: 3)),
            JSONValue.Member(key: "stoppedBy", value: stopReason.map { .string($0.rawValue) } ?? .null),
            JSONValue.Member(key: "method", value: method.map { .string($0) } ?? .null),
        ]
    }
}

extension RosterReport {
    /// The report as a JSON file; `roster` has the form of a roster file.
    public func json(_ language: Language) -> Data {
        let members = [
            JSONValue.Member(key: "parts", value: audit.partsJSON(in: instance)),
            JSONValue.Member(key: "rules", value: audit.rulesJSON(in: instance, language)),
            JSONValue.Member(key: "clauses", value: audit.clausesJSON(in: instance, language)),
            JSONValue.Member(key: "violations", value: audit.violationsJSON(in: instance, language)),
            JSONValue.Member(key: "roster", value: roster.json(in: instance)),
        ]
        return JSONValue.object(
            summary.members(objective: audit.objective) + instance.policyMembers(language) + members
        ).file
    }
}

extension CheckReport {
    /// The report as a JSON file.
    public func json(_ language: Language) -> Data {
        let (head, tail): (JSONValue, JSONValue) = (
            .object(["passed": .bool(audit.isFeasible), "objective": .cost(audit.objective)]),
            .object([
                "parts": audit.partsJSON(in: instance), "rules": audit.rulesJSON(in: instance, language),
                "clauses": audit.clausesJSON(in: instance, language),
                "violations": audit.violationsJSON(in: instance, language),
            ])
        )
        return JSONValue.object(head.members + instance.policyMembers(language) + tail.members).file
    }
}

extension InfeasibilityReport {
    /// The report as a JSON file; `violations` and `leastViolating` are those of the roster that misses the hard rules least, if there is one.
    public func json(_ language: Language) -> Data {
        let conflicts = personalConflicts.map { conflict in
            JSONValue.object([
                "person": .string(instance[conflict.person].id),
                "waysOut": .array(conflict.waysOut.map { .string($0[language]) }),
            ])
        }
        let members = [
            JSONValue.Member(key: "personalConflicts", value: .array(conflicts)),
            JSONValue.Member(key: "leastProven", value: .bool(isLeastProven)),
            JSONValue.Member(
                key: "violations", value: audit?.violationsJSON(in: instance, language) ?? .array([])),
            JSONValue.Member(key: "leastViolating", value: leastViolating?.json(in: instance) ?? .null),
        ]
        return JSONValue.object(
            summary.members(objective: nil) + instance.policyMembers(language) + members
        ).file
    }
}

extension UndecidedReport {
    /// The report as a JSON file.
    public func json(_ language: Language) -> Data {
        JSONValue.object(
            summary.members(objective: nil) + instance.policyMembers(language)
                + [JSONValue.Member(key: "violations", value: .array([]))]
        ).file
    }
}

extension JSONValue {
    /// A number with at most `digits` digits after the point; whole where it is.
    fileprivate static func rounded(_ value: Double, digits: Int) -> JSONValue {
        let rounded = Double(String.decimal(value, digits: digits)) ?? value
        return Int(exactly: rounded).map { .integer($0) } ?? .number(rounded)
    }
}
