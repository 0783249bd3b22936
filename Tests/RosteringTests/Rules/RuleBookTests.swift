import SeededRandom
import Testing

@testable import Rostering

@Suite struct RuleBookTests {
    @Test func identifiersAreUnique() {
        let ids = RuleBook.standard.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(
            RuleBook.core.map(\.id).map(\.description) == [
                "eligibleDuty", "eligibleHomeDuty", "stayLength", "rest", "awayLimit", "stayingPut",
                "grassRootsOnly", "slotPlan", "coverage", "departmentMinimum",
                "midTitleFloor", "staffBaseline", "referralReserve", "referralsUnmet", "generalDemandUnmet",
                "serviceOwed", "fairness", "postingStart", "placement",
            ])
    }

    @Test(arguments: RuleBook.standard.map(\.id)) func everyRuleSaysWhatItIsAndWhereItComesFrom(id: RuleID)
        throws
    {
        let rule = try #require(RuleBook.standard.first { $0.id == id })
        let type = type(of: rule)
        for text in [type.name, type.summary, type.unit] {
            #expect(!text.english.isEmpty && !text.chinese.isEmpty && text.english != text.chinese)
            #expect(!text.english.unicodeScalars.contains { $0.value > 0x2FFF })
        }
        #expect(!type.citations.isEmpty)
        for citation in type.citations {
            #expect(!citation.requirement.isEmpty && !citation.article.isEmpty && !citation.clause.isEmpty)
        }
        #expect(rule.enforcement.isOn == RuleBook.core.contains { $0.id == id })
    }

    @Test func structuralRulesCannotBeTurnedOffOrSoftened() {
        var policy = Policy()
        for var rule in policy.rules where type(of: rule).enforceability == .structural {
            rule.enforcement = Enforcement(isOn: false, isHard: false, weight: .zero)
            policy.replace(rule)
        }
        for rule in policy.rules where type(of: rule).enforceability == .structural {
            #expect(rule.enforcement.isOn && rule.enforcement.isHard)
        }
    }

    @Test func reservesAreDeclaredOnce() throws {
        var random = SplitMix64(seed: 3)
        let instance = try randomInstance(&random)
        let names = instance.policy.rules.flatMap { $0.requirements(for: instance).quantities.map(\.name) }
        #expect(Set(names).count == names.count)
        let reserves = names.filter { if case .reserved = $0 { true } else { false } }
        #expect(reserves.count == instance.pools.count * instance.weeks.count)
        let used = instance.policy.rules.flatMap { $0.requirements(for: instance).rows }
            .flatMap(\.expression.terms).compactMap {
                if case .quantity(let name) = $0.measure { name } else { nil }
            }
        #expect(Set(used).isSubset(of: Set(names)))
    }

    /// Every violation that random rosters and broken ones show can be told in both languages, without names.
    @Test func wordings() throws {
        var told: Set<RuleID> = []
        for seed in 0..<40 {
            var random = SplitMix64(seed: seed)
            var description = try randomInstance(&random).description
            for person in description.people.indices {
                description.people[person].limits[.team] = PostingLimits(minimumWeeks: 2, maximumWeeks: 2)
                description.people[person].maximumAway = 2
                description.people[person].commitments = Commitments(
                    boundUntil: random.chance(20) ? description.calendar.firstDay : nil,
                    isForGrassRoots: random.chance(20))
            }
            let instance = Instance(valid: description)
            let hosts = instance.siteIndexes
            let plans = instance.people.map { _ in
                Plan(
                    (0..<3).map { _ in
                        let start = random.number(0...7)
                        return Posting(
                            host: hosts.randomElement(using: &random) ?? SiteIndex(0),
                            kind: random.chance(50) ? .temporary : .team,
                            weeks: Week(start)..<Week(start + random.number(1...3)))
                    })
            }
            var slots = randomSlots(for: plans, in: instance, &random)
            for pool in slots.entries.indices { slots.entries[pool][0].reserved += random.number(-30...30) }
            let attendance = Attendance(Roster(plans: plans, slots: slots), in: instance)
            for rule in instance.policy.rules {
                for violation in rule.violations(in: attendance) {
                    let text = rule.wording(of: violation, in: instance)
                    let name = type(of: rule).name
                    #expect(text.english != name.english && text.chinese != name.chinese)
                    #expect(!text.english.contains("secret") && !text.chinese.contains("secret"))
                    #expect(!text.english.unicodeScalars.contains { $0.value > 0x2FFF })
                    told.insert(rule.id)
                }
            }
        }
        // Duties at home and the rules that policies turn on have tests of their own.
        let others = RuleBook.policy.map(\.id) + [EligibleHomeDuty.id]
        #expect(RuleBook.standard.map(\.id).filter { !told.contains($0) && !others.contains($0) } == [])
    }
}
