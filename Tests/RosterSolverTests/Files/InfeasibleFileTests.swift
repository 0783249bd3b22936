import GLPKSolver
import Rostering
import Testing

@testable import RosterSolver

/// Each infeasible instance is explained by what its file says is the cause.
@Suite struct InfeasibleFileTests {
    /// By file: the hard rules missed in the roster that misses them least, each with the week and amount, or with a person without any plan,
    /// the ways out.
    private static let expected: [String: [String]] = [
        "announced-posting-too-short": ["ent-01: drop the pins; drop the leave; allow shorter postings"],
        "baseline-beyond-reach": (0..<5).map { "staffBaseline clinic week \($0): 1" },
        "establishment-overfilled": (2..<4).map { "establishment week \($0): 2" },
        "leave-below-minimum": ["departmentMinimum week 2: 1"],
        "link-not-approved": (0..<6).map { "midTitleFloor south-clinic week \($0): 1" },
        "pin-against-department-minimum": ["departmentMinimum week 3: 1"],
        "rest-against-floor": ["midTitleFloor clinic: 4 in all"],
        "two-floors-one-person": ["midTitleFloor: 6 in all"],
    ]

    @Test func theTableHasEveryFile() {
        #expect(InstanceFiles.names(in: "infeasible") == Self.expected.keys.sorted())
    }

    @Test(arguments: InstanceFiles.names(in: "infeasible"))
    func isExplainedByItsCause(name: String) async throws {
        let instance = try InstanceFiles.read(name, in: "infeasible")
        let expected = try #require(Self.expected[name])
        var options = RosterOptions()
        options.method = .exact
        let outcome = try await RosterOptimizer(instance, linearSolver: GLPKBackend()).solve(options)
        guard case .infeasible(let infeasibility) = outcome else {
            Issue.record("\(outcome.name)")
            return
        }
        let conflicts = infeasibility.personalConflicts.map { conflict in
            "\(instance[conflict.person].id): " + conflict.waysOut.map(\.english).joined(separator: "; ")
        }
        let violations = infeasibility.leastViolating?.audit.hardViolations ?? []
        #expect(conflicts.isEmpty != violations.isEmpty)
        if conflicts.isEmpty { #expect(infeasibility.isLeastProven) }
        #expect(conflicts + lines(violations, instance, like: expected) == expected)
    }

    /// The violations, one by one where the expectation names weeks, else in all: where several rosters miss as little, any may be found.
    private func lines(_ violations: [Violation], _ instance: Instance, like expected: [String]) -> [String] {
        guard !violations.isEmpty else { return [] }
        if expected.contains(where: { $0.contains("week") }) {
            return violations.map { violation in
                var site = ""
                if case .site(let index) = violation.tag.subject { site = " \(instance[index].id)" }
                return
                    "\(violation.tag.rule)\(site) week \(violation.tag.week?.offset ?? -1): \(violation.amount)"
            }
        }
        let sites = Set(
            violations.compactMap { violation -> SiteID? in
                if case .site(let index) = violation.tag.subject { instance[index].id } else { nil }
            })
        let rules = Set(violations.map(\.tag.rule)).sorted().map(\.description).joined(separator: " ")
        let total = violations.reduce(0) { $0 + $1.amount }
        return [
            "\(rules)\(expected.first?.contains("clinic") == true ? " \(sites.sorted()[0])" : ""): \(total) in all"
        ]
    }

    /// Each single change that gives a person a plan is named, and no other.
    @Test func waysOutOfAPersonalConflict() throws {
        func waysOut(_ change: (inout Person) -> Void) throws -> [[String]] {
            var person = Person(id: "p", employer: "h", specialties: ["a"])
            person.limits[.temporary] = PostingLimits(minimumWeeks: 4, maximumWeeks: 5, restWeeks: 4)
            change(&person)
            let instance = try Instance(
                InstanceDescription(
                    calendar: RosterCalendar(firstDay: CalendarDay(number: 18806), weekCount: 12),
                    specialties: [Specialty(id: "a", name: Text("A"))],
                    sites: [
                        Site(id: "h", name: Text("H"), level: .secondary),
                        Site(id: "c", name: Text("C"), level: .clinic),
                    ], links: [Link(from: "h", to: "c")], people: [person]))
            return PersonalConflict.all(in: instance, RosterModel(instance)).map { $0.waysOut.map(\.english) }
        }
        func days(_ weeks: Range<Int>) -> DayRange {
            DayRange(
                CalendarDay(number: 18806 + 7 * weeks.lowerBound),
                CalendarDay(number: 18806 + 7 * weeks.upperBound - 3))
        }
        #expect(try waysOut { _ in } == [])
        #expect(
            try waysOut {
                $0.pins = [
                    .posted(at: "c", days(0..<4)), .notPosted(days(4..<6)), .posted(at: "c", days(6..<10)),
                ]
            }
                == [["drop the pins", "drop the rest between postings"]])
        #expect(
            try waysOut { person in
                person.history = ServiceHistory(
                    weeksAway: 1, underWay: ServiceHistory.UnderWay(host: "c", weeksServed: 1))
                person.leave = [days(2..<3)]
            } == [["drop the leave", "allow shorter postings"]])
        #expect(
            try waysOut { person in
                person.pins = [.posted(at: "c", days(0..<4)), .posted(at: "c", days(9..<12))]
                person.maximumAway = 7
            } == [["drop the pins", "allow shorter postings", "lift the limit of weeks away"]])
        #expect(
            try waysOut { person in
                person.pins = [.posted(at: "c", days(0..<4))]
                person.commitments.boundUntil = CalendarDay(number: 18806 + 7)
            } == [["drop the pins", "lift the commitments"]])
    }
}
