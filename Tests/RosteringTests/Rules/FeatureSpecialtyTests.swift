import Testing

@testable import Rostering

@Suite struct FeatureSpecialtyTests {
    /// c1 is to be known for cardiology; "both" is a surgeon who has it too.
    private func small(percent: Int = 30) throws -> Instance {
        var visitor = person("visitor", specialties: ["cardiology"])
        visitor.visits = VisitLimits(sessionsPerWeek: 1)
        let people = [
            person("heart"), person("knife", specialties: ["surgery"]),
            person("both", specialties: ["surgery", "cardiology"]), visitor,
        ]
        let links = tinyLinks().map {
            var link = $0
            link.allowsVisits = true
            return link
        }
        return try instance(links: links, people: people) {
            $0[FeatureSpecialty.self].enforcement.isOn = true
            $0[FeatureSpecialty.self].percent = percent
        }.changed { $0.sites[1].featureSpecialty = "cardiology" }
    }

    /// The least number of weeks of the feature specialty that, added, would reach the share.
    @Test(arguments: [
        (30, 0, 0, 0), (30, 7, 0, 3), (30, 7, 1, 2), (30, 7, 2, 1), (30, 7, 3, 0), (30, 8, 3, 1),
        (30, 1, 0, 1),
        (0, 8, 0, 0), (50, 4, 4, 0), (50, 5, 4, 1), (99, 1, 8, 91), (30, 0, 5, 0),
    ])
    func theShare(percent: Int, others: Int, featured: Int, expected: Int) throws {
        let instance = try small(percent: percent)
        let roster = try instance.roster([
            "knife": others > 0 ? [.at("c1", 0..<others)] : [],
            "heart": featured > 0 ? [.at("c1", 0..<featured)] : [],
        ])
        let found = instance.violations(of: FeatureSpecialty.self, roster)
        #expect(found.map(\.amount) == (expected > 0 ? [expected] : []))
        #expect(found.map(\.cost) == (expected > 0 ? [expected * Cost(20)] : []))
        #expect(instance.rowsAgree(on: FeatureSpecialty.self, roster))
    }

    @Test func whoCounts() throws {
        let instance = try small()
        func missing(_ stays: [PersonID: [Stay]], visits: Range<Int> = 0..<0) throws -> Int {
            var roster = try instance.roster(stays)
            let visit = HomeDuty.visits([Visit(host: try #require(instance.site("c1")), sessions: 1)])
            roster.plans[3].homeWeeks = visits.map { Plan.HomeWeek(week: Week($0), duty: visit) }
            #expect(instance.rowsAgree(on: FeatureSpecialty.self, roster))
            return instance.violations(of: FeatureSpecialty.self, roster).reduce(0) { $0 + $1.amount }
        }
        let surgery: [PersonID: [Stay]] = ["knife": [.at("c1", 0..<7)]]
        #expect(try missing(surgery) == 3)
        // Any of somebody's specialties counts, and so do visits; another clinic does not.
        #expect(try missing(surgery.merging(["both": [.at("c1", 0..<2)]]) { $1 }) == 1)
        #expect(try missing(surgery, visits: 2..<4) == 1)
        #expect(try missing(surgery.merging(["heart": [.at("c2", 0..<8)]]) { $1 }) == 3)
        #expect(try missing(["knife": [.at("c2", 0..<8)]]) == 0)
    }

    @Test func wording() throws {
        let told = try small().told(FeatureSpecialty.self, ["knife": [.at("c1", 0..<8)]])
        #expect(
            told.english == "site c1 lacks 4 weeks of cardiology, its feature, for 30 % of the weeks served")
        #expect(told.chinese == "机构c1的特色专科心内科应占服务周数的30%，缺4周")
    }

    /// A demand for another specialty pulls the share down.
    @Test func againstCoverage() throws {
        let instance = try small().changed {
            $0.demands = [Demand(host: "c1", wanted: PersonFilter(specialty: "surgery"))]
        }
        let knife: [PersonID: [Stay]] = ["knife": [.at("c1", 0..<8)]]
        #expect(try instance.violations(of: FeatureSpecialty.self, knife).map(\.amount) == [4])
        #expect(try instance.violations(of: Coverage.self, knife).isEmpty)
        let heart: [PersonID: [Stay]] = ["heart": [.at("c1", 0..<8)]]
        #expect(try instance.violations(of: FeatureSpecialty.self, heart).isEmpty)
        #expect(try instance.violations(of: Coverage.self, heart).count == 8)
    }
}
