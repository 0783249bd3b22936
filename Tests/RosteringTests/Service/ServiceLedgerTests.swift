import Testing

@testable import Rostering

@Suite("Service ledger")
struct ServiceLedgerTests {
    private static func account(
        _ person: Person, _ stays: [Stay], weeks: Int = 60, links: [Link] = tinyLinks()
    ) throws -> ServiceLedger.Account {
        let instance = try instance(weeks: weeks, links: links, people: [person], isJudged: false)
        return try #require(ServiceLedger(instance.attendance([person.id: stays])).accounts.first)
    }

    @Test("300 days and 65 more make the year, on the 65th day")
    func carryIn() throws {
        let doctor = person("p1", history: ServiceHistory(serviceDays: 300))
        let account = try Self.account(doctor, [.at("c1", 2..<12)])
        #expect(account.daysBefore == 300)
        #expect(account.days == 70)
        #expect(account.totalDays == 370)
        #expect(account.promotion?.condition == .associateSenior)
        // Nine weeks are 63 days; the tenth begins on Monday 2022-09-19.
        #expect(account.promotion?.standing == .reached(try day("2022-09-20")))
    }

    @Test(
        "The year is 365 days, neither fewer nor more",
        arguments: [
            (300, 9, ServiceLedger.Standing.missing(2)), (365, 0, .reachedBefore), (364, 0, .missing(1)),
            (0, 0, .missing(365)), (0, 52, .missing(1)),
        ])
    func boundary(_ days: Int, _ weeks: Int, _ standing: ServiceLedger.Standing) throws {
        let doctor = person("p1", history: ServiceHistory(serviceDays: days))
        let account = try Self.account(doctor, weeks > 0 ? [.at("c1", 0..<weeks)] : [])
        #expect(account.promotion?.standing == standing)
    }

    @Test("Where no days are stated, each week away before the horizon is seven")
    func weeksAway() throws {
        let doctor = person("p1", history: ServiceHistory(weeksAway: 52))
        let account = try Self.account(doctor, [.at("c1", 3..<4)])
        #expect(account.weeksBefore == 52)
        #expect(account.daysBefore == 364)
        #expect(account.promotion?.standing == .reached(try day("2022-07-25")))
    }

    @Test(
        "Only doctors before the two senior ranks have a condition",
        arguments: [
            (Profession.doctor, Title.junior, nil), (.doctor, .intermediate, .associateSenior),
            (.doctor, .associateSenior, .seniorPriority), (.doctor, .senior, nil),
            (.nurse, .intermediate, nil as ServiceCondition?),
        ])
    func conditions(_ profession: Profession, _ title: Title, _ condition: ServiceCondition?) throws {
        let account = try Self.account(person("p1", profession: profession, title: title), [])
        #expect(account.promotion?.condition == condition)
    }

    @Test("A clinic's own doctor works at the grass roots; weeks in training are no service")
    func ownStaff() throws {
        let links = tinyLinks() + [Link(from: "c1", to: "h", kind: .training, postingKinds: [.training])]
        let account = try Self.account(
            person("s1", employer: "c1", limits: [.training: free]), [.at("h", 0..<6, .training)],
            links: links)
        #expect(account.weeks == 0)
        #expect(account.promotion?.standing == .employedThere)
    }

    @Test("Two duties in one week are seven days; hosts are told apart in order")
    func hosts() throws {
        let instance = try instance()
        let account = try Self.account(
            person("p1"), [.at("c2", 0..<3), .at("c1", 2..<5)])
        #expect(account.weeks == 5)
        #expect(account.stretches.map(\.host) == [instance.site("c1"), instance.site("c2")])
        #expect(account.stretches.map(\.days) == [14, 21])
    }

    @Test("A tertiary hospital counts only where it is supported from outside")
    func tertiary() throws {
        for (kind, weeks) in [(Link.Kind.pairing, 4), (.alliance, 4), (.specialtyAlliance, 0)] {
            let instance = try instance(people: [person("p1")], isJudged: false).unjudged {
                $0.sites.append(Site(id: "t", name: Text("t"), level: .tertiary))
                $0.links.append(Link(from: "h", to: "t", kind: kind))
            }
            let ledger = ServiceLedger(try instance.attendance(["p1": [.at("t", 0..<4)]]))
            #expect(ledger.accounts.map(\.weeks) == [weeks])
        }
    }

    @Test("Visits are shown and are no days")
    func visits() throws {
        let instance = try instance()
        let attendance = try instance.attendance(atHome: [
            "p1": [0: instance.visit("c1", 2), 3: instance.visit("c2", 1)]
        ])
        let account = try #require(ServiceLedger(attendance).accounts.first)
        #expect(account.visitSessions == 3)
        #expect(account.totalDays == 0)
    }
}
