import Rostering
import Testing

@Suite struct SlotPlanBalanceTests {
    /// Ten appointments a week, six referrals (4 and 2) and five others wanted.
    private func small() throws -> Instance {
        try instance(
            weeks: 1, people: [person("p1", sessionsPerWeek: 2, slotsPerSession: 5)],
            referrals: [
                Referrals(clinic: "c1", specialty: "cardiology", perWeek: .constant(4)),
                Referrals(clinic: "c2", specialty: "cardiology", perWeek: .constant(2)),
            ], generalDemand: [GeneralDemand(hospital: "h", specialty: "cardiology", perWeek: .constant(5))])
    }

    private func faults(_ entry: SlotPlan.Entry) throws -> [String: Int] {
        let instance = try small()
        let roster = try instance.roster(slots: SlotPlan(entries: [[entry]]))
        return Dictionary(
            uniqueKeysWithValues: instance.violations(of: SlotPlanBalance.self, roster).map {
                ($0.reason?.rawValue ?? "", $0.amount)
            })
    }

    @Test func aPlanThatAddsUp() throws {
        #expect(try faults(.init(reserved: 6, referralsServed: 6, generalServed: 4, split: [4, 2])) == [:])
        #expect(try faults(.init(reserved: 0, referralsServed: 0, generalServed: 0, split: [0, 0])) == [:])
        #expect(try faults(.init(reserved: 10, referralsServed: 6, generalServed: 0, split: [7, 3])) == [:])
    }

    @Test func reserveOutOfRange() throws {
        #expect(
            try faults(.init(reserved: 12, referralsServed: 6, generalServed: 0, split: [8, 4])) == [
                "reserve": 2
            ])
        #expect(
            try faults(.init(reserved: -1, referralsServed: 0, generalServed: 0, split: [0, 0])) == [
                "reserve": 1
            ])
    }

    @Test func moreServedThanThereIsOrIsWanted() throws {
        #expect(
            try faults(.init(reserved: 3, referralsServed: 4, generalServed: 5, split: [2, 1])) == [
                "referralsServed": 1
            ])
        #expect(
            try faults(.init(reserved: 9, referralsServed: 8, generalServed: 1, split: [6, 3])) == [
                "referralsServed": 2
            ])
        #expect(
            try faults(.init(reserved: 3, referralsServed: 3, generalServed: 6, split: [2, 1])) == [
                "generalServed": 1
            ])
        #expect(
            try faults(.init(reserved: 6, referralsServed: 6, generalServed: 5, split: [4, 2])) == [
                "generalServed": 1
            ])
    }

    @Test func unfairSplits() throws {
        func split(_ split: [Int]) throws -> [String: Int] {
            try faults(.init(reserved: 5, referralsServed: 5, generalServed: 5, split: split))
        }
        // 5 x 4/6 = 3.33 and 5 x 2/6 = 1.67: the second clinic has the larger remainder.
        #expect(try split([3, 2]) == [:])
        #expect(try split([4, 1]) == ["split": 2])
        #expect(try split([3, 1]) == ["split": 1])
        #expect(try split([3, 2, 0]) == ["split": 1])
        #expect(try split([6, -1]) == ["split": 6])
    }

    /// A posting takes the appointments away that a reserve was made of.
    @Test func againstAPosting() throws {
        let instance = try small()
        let slots = try instance.roster().slots
        let roster = try instance.roster(["p1": [.at("c1", 0..<1)]], slots: slots)
        #expect(
            instance.violations(of: SlotPlanBalance.self, roster).contains {
                $0.reason?.rawValue == "reserve"
            })
    }
}
