import Rostering
import Testing

/// What the named instances must have in common with the documents: institutions, who is linked to whom, numbers and dates.
struct NamedInstancesTests {
    static func read(_ name: String) throws -> Instance {
        try InstanceFilesTests.read(InstanceFilesTests.folder.appending(path: "\(name).json"))
    }

    /// By the Chinese name of the sender: the Chinese names of the hosts of links of a kind, in order, for senders and hosts of the levels.
    static func hosts(
        of kind: Link.Kind, from origin: Site.Level, to host: Site.Level, in instance: Instance
    ) -> [String: [String]] {
        let links = instance.description.links.filter { $0.kind == kind }
        var hosts: [String: [String]] = [:]
        for link in links {
            guard let from = instance.site(link.origin), let to = instance.site(link.host),
                instance[from].level == origin, instance[to].level == host
            else { continue }
            hosts[instance[from].name.chinese, default: []].append(instance[to].name.chinese)
        }
        return hosts
    }

    @Test(arguments: ["hanbin-2022", "yulin-2017", "wuhai-2024", "qingdao-2025"])
    func followsItsPolicyPackAndSaysWhatIsReal(_ name: String) throws {
        let description = try Self.read(name).description
        #expect(description.policyPack?.path == "policies/\(name).json")
        #expect(description.provenance.english.hasPrefix("Real: "))
        #expect(description.provenance.chinese.hasPrefix("真实："))
        let maker = "instances/make/\(name.replacing("-", with: "_")).py"
        #expect(description.provenance.english.contains(maker))
        #expect(description.provenance.chinese.contains(maker))
    }

    /// What a document asks for is asked of its instance: no rule that the pack turns on is left without data.
    @Test(arguments: ["hanbin-2022", "yulin-2017", "wuhai-2024", "qingdao-2025"])
    func everyRuleOfThePackHasSomethingToJudge(_ name: String) throws {
        let instance = try Self.read(name)
        let pack = try #require(instance.description.policyPack)
        let carriers = pack.clauses.flatMap { clause in
            if case .rules(let rules) = clause.carrier { rules } else { [RuleID]() }
        }
        let asked = instance.policy.rules.filter { rule in
            carriers.contains(rule.id) && rule.enforcement.isOn
        }
        #expect(asked.count > 10)
        #expect(asked.filter { !$0.applies(to: instance) }.map(\.id) == [])
        // And every rule that a clause names is on.
        #expect(Set(carriers).subtracting(asked.map(\.id)) == [])
    }

    @Test func yulinHasThePairsOfTheDocument() throws {
        let instance = try Self.read("yulin-2017")
        #expect(
            Self.hosts(of: .alliance, from: .tertiary, to: .secondary, in: instance) == [
                "玉林市第一人民医院": ["容县人民医院", "博白县人民医院", "陆川县人民医院"],
                "玉林市红十字会医院": ["北流市人民医院"],
                "玉林市第二人民医院": ["兴业县人民医院", "福绵区人民医院"],
                "玉林市中医医院": ["容县中医医院", "北流市中医医院", "博白县中医医院"],
                "玉林市骨科医院": ["陆川县骨科医院", "博白县骨科医院"],
                "玉林市妇幼保健院": ["北流市妇幼保健院", "陆川县妇幼保健院", "兴业县妇幼保健院"],
            ])
        #expect(instance.sites.count { $0.level == .tertiary } == 6)
        #expect(instance.calendar.weekCount == 104)
        // The shares of section 1.3 and their dates.
        let shares = instance.description.targets.map { "\($0.name.chinese) \($0.percent) \($0.by)" }
        #expect(
            shares == [
                "容县2017年底乡镇卫生院参与率 100 2017-12-31", "北流市2017年底乡镇卫生院参与率 50 2017-12-31",
                "博白县2017年底乡镇卫生院参与率 30 2017-12-31", "陆川县2017年底乡镇卫生院参与率 30 2017-12-31",
                "兴业县2017年底乡镇卫生院参与率 30 2017-12-31", "福绵区2017年底乡镇卫生院参与率 30 2017-12-31",
                "玉州区2017年底乡镇卫生院参与率 30 2017-12-31", "2018年底乡镇卫生院参与率 60 2018-12-31",
                "2018年底远程医疗覆盖率 60 2018-12-31", "2020年底乡镇卫生院参与率 95 2020-12-31",
                "2020年底远程医疗覆盖率 85 2020-12-31",
            ])
    }

    @Test func yulinsResidentsHandOverWithinTheHorizon() throws {
        let instance = try Self.read("yulin-2017")
        let underWay = Dictionary(grouping: instance.people.filter { $0.history.underWay?.kind == .resident })
        {
            instance.site($0.employer).map { instance[$0].level }
        }
        // At the start every city hospital has its five residents, every county hospital its three (YL20, YL21).
        #expect(underWay.mapValues(\.count) == [.tertiary: 30, .secondary: 18])
        // All of them must be relieved before the end.
        let goOn = underWay.values.joined().filter { person in
            let served = person.history.underWay?.weeksServed ?? 0
            return served + instance.calendar.weekCount <= person.limits[.resident]?.maximumWeeks ?? 0
        }
        #expect(goOn.isEmpty)
        // Mid-title doctors who owe a year below, beside whom a majority of seniors must be away.
        #expect(instance.people.count { $0.title == .intermediate && $0.minimumAway == 53 } >= 5)
    }

    @Test func wuhaiHasTwoGroupsThatReachEverySite() throws {
        let instance = try Self.read("wuhai-2024")
        let leads = Set(instance.siteIndexes.compactMap { instance.lead(of: $0) }).sorted()
        #expect(leads.map { instance[$0].name.chinese } == ["乌海市人民医院", "海勃湾区中医医院"])
        #expect(instance.sites.count { $0.level == .clinic } == 20)
        #expect(instance.sites.count { $0.level == .village } == 9)
        // Visits are wanted at every grass-roots site, with a longest gap.
        let wanted = instance.description.visitsWanted
        #expect(wanted.allSatisfy { $0.longestGap != nil })
        #expect(Set(wanted.map(\.host)) == Set(instance.sites.filter(\.isGrassRoots).map(\.id)))
        #expect(instance.people.count { $0.commitments.isForGrassRoots } == 5)
        #expect(instance.people.count { $0.commitments.boundUntil != nil } == 4)
        #expect(instance.description.remoteDuties.map(\.wanted.specialty) == ["imag", "ecg", "path", "imag"])
    }

    @Test func qingdaoHasTheSixPairsOfTheDocument() throws {
        let instance = try Self.read("qingdao-2025")
        #expect(
            Self.hosts(of: .pairing, from: .tertiary, to: .secondary, in: instance) == [
                "青岛大学附属医院(西海岸院区)": ["黄岛区县域医共体牵头医院(文件未列名)"],
                "青岛市中医医院(市海慈医院)": ["城阳区县域医共体牵头医院(文件未列名)"],
                "山东大学齐鲁医院(青岛)": ["即墨区县域医共体牵头医院(文件未列名)"],
                "康复大学青岛中心医院": ["胶州市县域医共体牵头医院(文件未列名)"],
                "青岛大学附属医院(平度院区)": ["平度市县域医共体牵头医院(文件未列名)"],
                "青岛市市立医院": ["莱西市县域医共体牵头医院(文件未列名)"],
            ])
        // Every clinic has a business dean's post and a feature specialty, every pair a team.
        let clinics = instance.sites.filter { $0.level == .clinic }
        let posts = instance.description.namedPosts.filter { $0.kind == .dean }.map(\.site)
        #expect(posts.sorted() == clinics.map(\.id).sorted())
        #expect(clinics.allSatisfy { $0.featureSpecialty != nil })
        #expect(instance.description.teams.count == 6)
        #expect(instance.policy[ReferralReserve.self].percent == 20)
        // One hospital's establishment asks for more directed posts than it has.
        let short = instance.sites.filter { site in
            guard let posts = site.approvedPosts else { return false }
            return 100 * instance.people.count { $0.employer == site.id && $0.commitments.isDirected } < posts
        }
        #expect(short.map(\.name.chinese) == ["青岛市市立医院"])
    }
}
