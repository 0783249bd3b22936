import Testing

@testable import Rostering

@Suite struct ResidentTermTests {
    /// Eight weeks; residents stay for at least six.
    private func small(
        _ limits: PostingLimits = free, history: ServiceHistory = ServiceHistory()
    ) throws -> Instance {
        try instance(people: [person("p1", limits: [.resident: limits, .temporary: free], history: history)])
        {
            $0[ResidentTerm.self].enforcement.isOn = true
            $0[ResidentTerm.self].weeks = 6
        }
    }

    @Test(arguments: [(1, 5), (5, 1), (6, 0), (7, 0)]) func shortPostings(weeks: Int, missing: Int) throws {
        let amounts = try small().amounts(
            of: ResidentTerm.self, ["p1": [.at("c1", 1..<(1 + weeks), .resident)]])
        #expect(amounts == (missing == 0 ? [:] : [1: missing]))
    }

    @Test func onlyResidentsHaveATerm() throws {
        #expect(try small().amounts(of: ResidentTerm.self, ["p1": [.at("c1", 1..<2)]]) == [:])
        #expect(try small().amounts(of: ResidentTerm.self) == [:])
    }

    /// The term is served at one host: moving on begins another posting.
    @Test func atOneHost() throws {
        let moved: [PersonID: [Stay]] = ["p1": [.at("c1", 0..<4, .resident), .at("c2", 4..<8, .resident)]]
        #expect(try small().amounts(of: ResidentTerm.self, moved) == [0: 2, 4: 2])
    }

    @Test func aCommittedPostingMayReachTheEnd() throws {
        var limits = free
        limits.mayContinuePastEnd = true
        let late: [PersonID: [Stay]] = ["p1": [.at("c1", 6..<8, .resident)]]
        #expect(try small(limits).amounts(of: ResidentTerm.self, late) == [:])
        #expect(try small().amounts(of: ResidentTerm.self, late) == [6: 4])
    }

    @Test func weeksBeforeTheHorizonCount() throws {
        let underWay = ServiceHistory(
            weeksAway: 4, underWay: .init(host: "c1", kind: .resident, weeksServed: 4))
        let instance = try small(history: underWay)
        #expect(try instance.amounts(of: ResidentTerm.self, ["p1": [.at("c1", 0..<2, .resident)]]) == [:])
        #expect(try instance.amounts(of: ResidentTerm.self, ["p1": [.at("c1", 0..<1, .resident)]]) == [0: 1])
        // A posting elsewhere does not continue it, and the one under way is broken off.
        #expect(
            try instance.amounts(of: ResidentTerm.self, ["p1": [.at("c2", 0..<6, .resident)]]) == [0: 2])
        #expect(try instance.reasons(of: ResidentTerm.self) == ["brokenOff"])
        let served = ServiceHistory(
            weeksAway: 6, underWay: .init(host: "c1", kind: .resident, weeksServed: 6))
        #expect(try small(history: served).amounts(of: ResidentTerm.self) == [:])
    }

    /// A year is 53 whole weeks from a Monday: 52 are 364 days.
    @Test(arguments: ResidentTerm.MonthCount.allCases)
    func theDefaultIsAYear(count: ResidentTerm.MonthCount) throws {
        let instance = try instance(
            weeks: 60, people: [person("p1", limits: [.resident: free])]
        ) {
            $0[ResidentTerm.self].enforcement.isOn = true
            $0[ResidentTerm.self].monthCount = count
        }
        #expect(try instance.amounts(of: ResidentTerm.self, ["p1": [.at("c1", 0..<53, .resident)]]) == [:])
        #expect(
            try instance.amounts(of: ResidentTerm.self, ["p1": [.at("c1", 0..<52, .resident)]]) == [0: 1])
    }

    /// Twelve months end a day earlier if their first day is worked.
    @Test func monthsEndOnADay() throws {
        func last(_ first: String, _ months: Int) throws -> [String] {
            let first = try day(first)
            return ResidentTerm.MonthCount.allCases.map { "\($0.lastDay(of: months, from: first))" }
        }
        #expect(try last("2024-03-01", 12) == ["2025-02-28", "2025-03-01"])
        #expect(try last("2023-03-01", 12) == ["2024-02-29", "2024-03-01"])
        #expect(try last("2024-02-29", 12) == ["2025-02-28", "2025-02-28"])
        #expect(try last("2024-11-30", 3) == ["2025-02-28", "2025-02-28"])
        #expect(try last("2024-01-15", 1) == ["2024-02-14", "2024-02-15"])
    }

    /// The term reaches the last day from every Monday, and one week less does not from some; for a year it does not from any.
    @Test(arguments: [1, 2, 3, 6, 8, 11, 12, 13, 24, 36]) func theTermIsTheLeastWhichSuffices(months: Int)
        throws
    {
        for count in ResidentTerm.MonthCount.allCases {
            var rule = ResidentTerm()
            (rule.months, rule.monthCount) = (months, count)
            let monday = try day("2020-01-06")
            let needed = (0..<470).map { week in
                let first = monday.advanced(by: 7 * week)
                return (count.lastDay(of: months, from: first).number - first.number) / 7 + 1
            }
            #expect(needed.max() == rule.term, "\(months) \(count)")
            if months == 12 { #expect(needed.min() == 53) }
        }
    }

    @Test func aTermInWeeksReplacesMonths() {
        var rule = ResidentTerm()
        rule.weeks = 7
        rule.months = 24
        #expect(rule.term == 7)
        rule.weeks = 0
        #expect(rule.term == 105)
    }

    /// Cumulative: all hosts together, weeks before the horizon included.
    @Test func overAllHosts() throws {
        let instance = try small().changed { $0.policy[ResidentTerm.self].continuity = .cumulative }
        let person = try #require(instance.person("p1"))
        #expect(instance.limits(of: person, .resident)?.minimumWeeks == 1)
        func amounts(_ first: Range<Int>, _ second: Range<Int>) throws -> [Int?: Int] {
            let roster = try instance.roster([
                "p1": [.at("c1", first, .resident), .at("c2", second, .resident)]
            ])
            #expect(instance.rowsAgree(on: ResidentTerm.self, roster))
            return Dictionary(
                uniqueKeysWithValues: instance.violations(of: ResidentTerm.self, roster).map {
                    ($0.tag.week?.offset, $0.amount)
                })
        }
        #expect(try amounts(0..<3, 4..<6) == [nil: 1])
        #expect(try amounts(0..<3, 4..<7) == [:])
        #expect(try amounts(0..<4, 4..<8) == [:])
        #expect(try instance.amounts(of: ResidentTerm.self) == [:])
        #expect(instance.rowsAgree(on: ResidentTerm.self, try instance.roster()))
        #expect(try instance.amounts(of: ResidentTerm.self, ["p1": [.at("c1", 0..<2)]]) == [:])
    }

    @Test func cumulativeTermsUnderWayAndCommitted() throws {
        let underWay = ServiceHistory(
            weeksAway: 4, underWay: .init(host: "c1", kind: .resident, weeksServed: 4))
        let going = try small(history: underWay).changed {
            $0.policy[ResidentTerm.self].continuity = .cumulative
        }
        for (weeks, missing) in [(2, [:]), (1, [nil: 1])] as [(Int, [Int?: Int])] {
            // Elsewhere, later.
            let roster = try going.roster(["p1": [.at("c2", 3..<3 + weeks, .resident)]])
            #expect(
                try going.amounts(of: ResidentTerm.self, ["p1": [.at("c2", 3..<3 + weeks, .resident)]])
                    == missing)
            #expect(going.rowsAgree(on: ResidentTerm.self, roster))
        }
        #expect(try going.amounts(of: ResidentTerm.self) == [nil: 2])
        #expect(going.rowsAgree(on: ResidentTerm.self, try going.roster()))
        var limits = free
        limits.mayContinuePastEnd = true
        let committed = try small(limits).changed { $0.policy[ResidentTerm.self].continuity = .cumulative }
        for (weeks, missing) in [(6..<8, [:]), (6..<7, [nil: 5])] as [(Range<Int>, [Int?: Int])] {
            let stays: [PersonID: [Stay]] = ["p1": [.at("c1", weeks, .resident)]]
            #expect(try committed.amounts(of: ResidentTerm.self, stays) == missing)
            #expect(committed.rowsAgree(on: ResidentTerm.self, try committed.roster(stays)))
        }
    }

    /// The default and every other reading, of which the enforced one is marked.
    @Test func theReadings() throws {
        let instance = try small().changed {
            $0.policy[ResidentTerm.self].weeks = 0
            $0.policy[ResidentTerm.self].months = 1
        }
        let roster = try instance.roster([
            "p1": [.at("c1", 0..<4, .resident), .at("c2", 4..<5, .resident)]
        ])
        let readings = instance.policy[ResidentTerm.self].readings(in: Attendance(roster, in: instance))
        #expect(readings.map(\.amount) == [5, 5, 0, 0])
        #expect(readings.map(\.sites.count) == [1, 1, 0, 0])
        #expect(readings.map(\.isEnforced) == [true, false, false, false])
        #expect(Set(readings.map(\.reading.english)).count == 4)
        let inWeeks = try small().policy[ResidentTerm.self].readings(in: Attendance(roster, in: try small()))
        #expect(inWeeks.map(\.isEnforced) == [true, false])
        // Where the counts ask for different weeks, so do the readings.
        let eight = try instance.changed {
            $0.policy[ResidentTerm.self].months = 8
            $0.policy[ResidentTerm.self].monthCount = .startDayExcluded
        }
        let longer = eight.policy[ResidentTerm.self].readings(
            in: Attendance(try eight.roster(["p1": [.at("c1", 0..<8, .resident)]]), in: eight))
        #expect(longer.map(\.amount) == [27, 28, 27, 28])
        #expect(longer.map(\.isEnforced) == [false, true, false, false])
    }

    /// Five days of leave, Monday to Friday of week 2.
    @Test(arguments: [0, 4, 5]) func shortLeaveDoesNotInterrupt(leaveDays: Int) throws {
        let instance = try small().changed {
            $0.people[0].leave = [try days("2022-07-18", "2022-07-22")]
            $0.policy[ResidentTerm.self].leaveDays = leaveDays
        }
        let stays: [PersonID: [Stay]] = ["p1": [.at("c1", 0..<6, .resident)]]
        let interrupts = leaveDays < 5
        #expect(try instance.reasons(of: EligibleDuty.self, stays) == (interrupts ? ["onLeave"] : []))
        let person = try #require(instance.person("p1"))
        for option in instance.options(of: person) {
            #expect(option.weeks.contains(Week(2)) == (option.kind == .resident && !interrupts))
        }
        // Other postings stop for any leave.
        #expect(try instance.reasons(of: EligibleDuty.self, ["p1": [.at("c1", 0..<6)]]) == ["onLeave"])
        let pinned = try instance.changed { $0.people[0].leave = [] }
        var description = pinned.description
        description.people[0].leave = instance.people[0].leave
        description.people[0].pins = [.posted(at: "c1", try days("2022-07-04", "2022-08-12"))]
        #expect(description.faultLines == (interrupts ? ["pinOnLeave people[0].pins[0]"] : []))
    }

    /// Solvers see the term as the person's own least weeks, while the rule is on.
    @Test func theTermRaisesTheLimits() throws {
        let on = try small()
        let person = try #require(on.person("p1"))
        #expect(on.limits(of: person, .resident)?.minimumWeeks == 6)
        #expect(on.limits(of: person, .temporary)?.minimumWeeks == 1)
        let off = try on.changed { $0.policy[ResidentTerm.self].enforcement.isOn = false }
        #expect(off.limits(of: person, .resident)?.minimumWeeks == 1)
        #expect(off.options(of: person).filter { $0.kind == .resident }.allSatisfy { $0.limits == free })
    }

    @Test func limitsShorterThanTheTermAreAFault() throws {
        let description = try small().description
        func faults(_ most: Int, isOn: Bool = true) -> [String] {
            var changed = description
            changed.people[0].limits[.resident] = PostingLimits(minimumWeeks: 1, maximumWeeks: most)
            changed.policy[ResidentTerm.self].enforcement.isOn = isOn
            return changed.faultLines
        }
        #expect(faults(5) == ["outOfRange people[0].limits.resident.maximumWeeks"])
        #expect(faults(6) == [])
        #expect(faults(5, isOn: false) == [])
        var cumulative = description
        cumulative.people[0].limits[.resident] = PostingLimits(minimumWeeks: 1, maximumWeeks: 5)
        cumulative.policy[ResidentTerm.self].continuity = .cumulative
        #expect(cumulative.faultLines == [])
    }

    @Test func wordings() throws {
        let underWay = ServiceHistory(
            weeksAway: 4, underWay: .init(host: "c1", kind: .resident, weeksServed: 4))
        let instance = try small(history: underWay)
        let violations = try instance.violations(
            of: ResidentTerm.self, ["p1": [.at("c2", 1..<6, .resident)]])
        #expect(
            violations.map { $0.wording(in: instance) } == [
                [
                    "p1's resident posting under way at site c1 ends 2 weeks before its term",
                    "p1在机构c1的在期常驻比规定期限提前2周中断",
                ],
                ["p1's resident posting at site c2 is 1 week short of its term", "p1在机构c2的常驻比规定期限少1周"],
            ])
        #expect(violations.allSatisfy { $0.isHard && $0.cost == .zero })
        let cumulative = try instance.changed { $0.policy[ResidentTerm.self].continuity = .cumulative }
        #expect(
            try cumulative.told(ResidentTerm.self)
                == Text("p1's resident postings together are 2 weeks short of the term", "p1的常驻累计比规定期限少2周"))
    }

    /// Somebody who may not be away for the whole term breaks one rule or the other.
    @Test func againstTheAwayLimit() throws {
        let instance = try small().changed { $0.people[0].maximumAway = 4 }
        for (weeks, missing, beyond) in [(4, [2], [Int]()), (6, [], [2])] {
            let stays: [PersonID: [Stay]] = ["p1": [.at("c1", 0..<weeks, .resident)]]
            #expect(try instance.violations(of: ResidentTerm.self, stays).map(\.amount) == missing)
            #expect(try instance.violations(of: AwayLimit.self, stays).map(\.amount) == beyond)
        }
    }
}
