import Rostering
import Testing

@Suite struct PlanTests {
    private func posting(_ host: Int, _ weeks: Range<Int>, _ kind: PostingKind = .temporary) -> Posting {
        Posting(
            host: SiteIndex(host), kind: kind, weeks: Week(weeks.lowerBound)..<Week(weeks.upperBound))
    }

    @Test func ordersAndMerges() {
        #expect(
            Plan([posting(1, 4..<6), posting(1, 0..<2), posting(1, 2..<4)]).postings == [posting(1, 0..<6)])
        #expect(
            Plan([posting(2, 3..<5), posting(1, 0..<2)]).postings == [posting(1, 0..<2), posting(2, 3..<5)])
    }

    @Test(arguments: [(2, PostingKind.temporary, 2), (1, .resident, 2), (1, .temporary, 3)])
    func keepsApartWhatIsNotOnePosting(host: Int, kind: PostingKind, start: Int) {
        let postings = [posting(1, 0..<2), posting(host, start..<5, kind)]
        #expect(Plan(postings).postings == postings)
    }

    @Test func attendance() throws {
        let underWay = ServiceHistory(
            weeksAway: 5, underWay: ServiceHistory.UnderWay(host: "c1", weeksServed: 3))
        let limits = PostingLimits(
            minimumWeeks: 6, maximumWeeks: 20, restWeeks: 0, mayContinuePastEnd: true)
        let instance = try instance(
            people: [
                person(
                    "p1", leave: [try days("2022-07-18", "2022-07-18")], limits: [.temporary: limits],
                    history: underWay)
            ])
        let roster = try instance.roster(["p1": [.at("c1", 0..<2), .at("c2", 7..<8)]])
        let attendance = Attendance(roster, in: instance)
        let (p1, postings) = (PersonIndex(0), roster.plans[0].postings)
        #expect(postings.map { attendance.weeksServedBefore($0, of: p1) } == [3, 0])
        #expect(postings.map { attendance.lasting($0, of: p1) } == [5, 6])
        #expect(attendance.weeksAway(of: p1) == 8)
        #expect(
            instance.weeks.map { attendance.isAtHome(p1, in: $0) }
                == [0, 0, 0, 1, 1, 1, 1, 0].map { $0 == 1 })
    }
}
