import Testing

@testable import Rostering

/// Whose titles the mid-title floor counts (A1b).
@Suite struct TitleReadingsTests {
    /// A clinic of 31, of whom `mid` have a mid title or above, `senior` of these a higher one, and `awaiting` others are qualified for a mid title.
    private func clinic(
        mid: Int, senior: Int? = nil, awaiting: Int = 0, people: [Person] = [person("p1")],
        _ change: (inout MidTitleFloor) -> Void = { _ in }
    ) throws -> Instance {
        let level = StaffLevel(technical: 31, midTitle: mid, senior: senior, awaitingMidTitle: awaiting)
        return try instance(weeks: 4, sites: tinySites(staff: ["c1": [level]]), people: people) {
            change(&$0[MidTitleFloor.self])
        }
    }

    private func readings(of instance: Instance, _ stays: [PersonID: [Stay]] = [:]) throws -> [ReadingVerdict]
    {
        instance.policy[MidTitleFloor.self].readings(
            in: Attendance(try instance.roster(stays), in: instance))
    }

    /// Two heads keep the floor of 31 people; of exactly mid title, the seniors do not count.
    @Test(arguments: [(2, 0, true), (2, 1, false), (3, 1, true), (3, 3, false), (4, 3, true)])
    func headsOfExactlyMidTitle(mid: Int, senior: Int, isKept: Bool) throws {
        let above = try clinic(mid: mid, senior: senior)
        #expect(try above.violations(of: MidTitleFloor.self).isEmpty)
        let exact = try clinic(mid: mid, senior: senior) { $0.headTitle = .exactlyMid }
        #expect(try exact.violations(of: MidTitleFloor.self).isEmpty == isKept)
        #expect(exact.rowsAgree(on: MidTitleFloor.self, try exact.roster()))
    }

    /// Somebody with a higher title who comes raises the share and not the heads.
    @Test(arguments: [(Title.intermediate, 0), (.associateSenior, 1), (.junior, 1)])
    func whoComesCountsByTitle(title: Title, missing: Int) throws {
        let instance = try clinic(mid: 1, senior: 0, people: [person("p1", title: title)]) {
            $0.headTitle = .exactlyMid
        }
        let roster = try instance.roster(["p1": [.at("c1", 0..<4)]])
        let expected: [Int?: Int] = missing == 0 ? [:] : [0: missing, 1: missing, 2: missing, 3: missing]
        #expect(instance.amounts(of: MidTitleFloor.self, roster) == expected)
        #expect(instance.rowsAgree(on: MidTitleFloor.self, roster))
    }

    /// The first arm counts mid title and above under every reading: 4 of 31 reach the share though all are seniors.
    @Test func theShareCountsSeniors() throws {
        let instance = try clinic(mid: 4, senior: 4) { $0.headTitle = .exactlyMid }
        #expect(try instance.violations(of: MidTitleFloor.self).isEmpty)
    }

    @Test(arguments: [(1, 1, true), (1, 0, false), (0, 2, true), (0, 1, false)])
    func whoAwaitsATitleCountsByQualification(mid: Int, awaiting: Int, isKept: Bool) throws {
        let appointed = try clinic(mid: mid, awaiting: awaiting)
        #expect(try !appointed.violations(of: MidTitleFloor.self).isEmpty)
        let qualified = try clinic(mid: mid, awaiting: awaiting) { $0.titleBasis = .qualified }
        #expect(try qualified.violations(of: MidTitleFloor.self).isEmpty == isKept)
        #expect(qualified.rowsAgree(on: MidTitleFloor.self, try qualified.roster()))
    }

    @Test(arguments: [(TitleBasis.appointed, 1), (.qualified, 0)])
    func somebodyPostedWhoAwaitsATitle(basis: TitleBasis, missing: Int) throws {
        var junior = person("p1", title: .junior)
        junior.awaitsMidTitle = true
        for heads in HeadTitle.allCases {
            let instance = try clinic(mid: 1, senior: 0, people: [junior]) {
                $0.titleBasis = basis
                $0.headTitle = heads
            }
            let roster = try instance.roster(["p1": [.at("c1", 0..<4)]])
            #expect(instance.amounts(of: MidTitleFloor.self, roster)[0] ?? 0 == missing)
            #expect(instance.rowsAgree(on: MidTitleFloor.self, roster))
        }
    }

    /// The report lists the readings that the data tell apart.
    @Test func readingsThatCanBeJudged() throws {
        #expect(try readings(of: clinic(mid: 2)).count == 6)
        let both = try readings(of: clinic(mid: 2, senior: 1, awaiting: 1))
        #expect(both.count == 8)
        #expect(both.filter(\.isEnforced).map(\.reading.english) == ["share or head count, staff present"])
        #expect(
            both.suffix(2).map(\.reading.english) == [
                "share or head count, heads of mid title alone, staff present",
                "share or head count, titles awaited too, staff present",
            ])
        #expect(both.suffix(2).map(\.amount) == [4, 0])
        let exact = try readings(
            of: clinic(mid: 2, senior: 1) {
                $0.headTitle = .exactlyMid
                $0.reading = .both
            })
        #expect(
            exact.filter(\.isEnforced).map(\.reading.chinese) == ["比例且人数，人数仅计中级，在岗人员"])
        #expect(exact.last?.reading.english == "share and head count, staff present")
    }

    /// A policy that counts exactly mid titles needs to know the seniors, unless the rule is off.
    @Test func exactlyMidNeedsTheSeniors() throws {
        var description = try clinic(mid: 2).description
        description.policy[MidTitleFloor.self].headTitle = .exactlyMid
        #expect(description.faultLines == ["missingKey sites[1].staff[0].senior"])
        description.policy[MidTitleFloor.self].enforcement.isOn = false
        #expect(description.faultLines == [])
    }

    @Test func impossibleTitlesAreTold() throws {
        var description = try clinic(mid: 2, senior: 2, awaiting: 29).description
        #expect(description.faultLines == [])
        description.sites[1].staff[0].senior = 3
        description.sites[1].staff[0].awaitingMidTitle = 30
        description.people[0].awaitsMidTitle = true
        #expect(
            description.faultLines == [
                "outOfRange sites[1].staff[0].senior", "outOfRange sites[1].staff[0].awaitingMidTitle",
                "outOfRange people[0].awaitsMidTitle",
            ])
        description = try clinic(mid: 2).description
        description.people[0] = person("p1", profession: .manager, title: .none)
        description.people[0].awaitsMidTitle = true
        #expect(description.faultLines == ["outOfRange people[0].awaitsMidTitle"])
    }
}
