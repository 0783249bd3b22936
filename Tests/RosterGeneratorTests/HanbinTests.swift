import Rostering
import Testing

/// What the Hanbin instance must have in common with the scheme and the calendar of 2022.
struct HanbinTests {
    let instance: Instance

    init() throws {
        instance = try InstanceFilesTests.read(
            InstanceFilesTests.folder.appending(path: "hanbin-2022.json"))
    }

    @Test func hasTheSchemesThreeCommunities() {
        let members = Dictionary(grouping: instance.siteIndexes.filter { instance[$0].level == .clinic }) {
            instance.lead(of: $0).map { instance[$0].name.chinese } ?? ""
        }.mapValues { $0.map { instance[$0].name.chinese } }
        #expect(
            members == [
                "汉滨区第一医院": ["关庙镇中心卫生院", "瀛湖镇中心卫生院", "流水镇中心卫生院", "建民街道办事处卫生院", "新城街道社区卫生服务中心"],
                "汉滨区第三人民医院": ["五里镇中心卫生院", "洪山镇卫生院", "洪山镇石转卫生院"],
                "汉滨区中医医院": ["县河镇中心卫生院", "张滩镇中心卫生院", "吉河镇中心卫生院"],
            ])
    }

    @Test func worksTheHolidaysOf2022() {
        let calendar = instance.calendar
        #expect(calendar.firstDay.description == "2022-07-04")
        let sessions = calendar.weeks.map { calendar.sessions(in: $0) }
        // Mid-Autumn takes Monday 12 September; the National Day week works on its weekend only.
        #expect(sessions.enumerated().filter { $0.element != 10 }.map(\.offset) == [10, 13])
        #expect(sessions[10] == 8 && sessions[13] == 4)
    }

    @Test func onlyTheFloorOfShizhuanBinds() throws {
        let floor = MidTitleFloor()
        func missing(at site: SiteIndex, in week: Week) -> Int {
            let own = instance.ownStaff(of: site, in: week)
            return floor.missing(of: StaffCount(technical: own.technical, midTitle: own.midTitle))
        }
        let short = instance.siteIndexes.filter { site in
            instance[site].level == .clinic
                && instance.weeks.contains { missing(at: site, in: $0) > 0 }
        }
        #expect(short.map { instance[$0].name.chinese } == ["洪山镇石转卫生院"])
        #expect(missing(at: try #require(short.first), in: Week(0)) == 1)
    }

    @Test func hasARosterThatKeepsAllHardRules() throws {
        // The relay at Shizhuan, the postings under way for as long as they must go on, and the announced one.
        let away: [(PersonID, SiteID, Range<Int>)] = [
            ("h2-card-03", "shizhuan", 0..<9), ("h2-resp-03", "shizhuan", 9..<18),
            ("h2-gsur-04", "shizhuan", 18..<26), ("h1-orth-02", "liushui", 0..<2),
            ("h2-gyno-02", "wuli", 0..<3), ("h1-card-05", "guanmiao", 0..<1),
            ("h1-paed-03", "xincheng", 9..<17),
        ]
        var plans = instance.people.map { _ in Plan() }
        for (person, host, weeks) in away {
            let (person, host) = (
                try #require(instance.person(person)), try #require(instance.site(host))
            )
            plans[person.offset] = Plan([
                Posting(host: host, weeks: Week(weeks.lowerBound)..<Week(weeks.upperBound))
            ])
        }
        let roster = Roster(plans: plans, slots: .cheapest(for: plans, in: instance))
        #expect(Audit(of: roster, in: instance).hardViolations.isEmpty)
        // Without the relay the floor breaks in every week.
        let home = plans.map { _ in Plan() }
        let idle = Roster(plans: home, slots: .cheapest(for: home, in: instance))
        let broken = Audit(of: idle, in: instance).hardViolations
        #expect(broken.count { $0.tag.rule == MidTitleFloor.id } == 26)
    }

    @Test func oneDepartmentIsTooThinToSendAnyone() {
        let thin = instance.description.departmentMinimums.filter { minimum in
            minimum.leastTitle == .none
                && instance.people.count {
                    $0.employer == minimum.hospital && $0.specialties.first == minimum.specialty
                } == minimum.minimumPresent
        }
        #expect(thin.map(\.specialty) == ["anae"])
    }

    @Test func someDecisionsAreMadeAlready() {
        #expect(
            instance.people.count { instance.site($0.employer).map { instance[$0].isHospital } == true }
                == 124)
        #expect(instance.people.count { $0.history.underWay != nil } == 6)
        #expect(instance.people.count { !$0.pins.isEmpty } == 8)
        #expect(instance.people.count { !$0.leave.isEmpty } > 90)
        // Every clinic's head stays (HB22); a few people are on contracts that end during or after the half-year (HB24).
        #expect(instance.people.count { $0.commitments.leadsClinic } == 11)
        #expect(instance.people.count { $0.commitments.boundUntil != nil } == 6)
    }

    @Test func trainingPullsAgainstTheClinicsStaff() {
        // At these clinics nobody can leave for training (HB27) unless somebody comes, or the staff falls below the baseline (HB20).
        let full = instance.siteIndexes.filter { site in
            guard let baseline = instance[site].baseline else { return false }
            return instance.ownStaff(of: site, in: Week(0)).technical == baseline
                && instance.people.contains {
                    $0.employer == instance[site].id && $0.limits[.training] != nil
                }
        }
        #expect(full.count == 6)
        let seats = instance.description.trainingSeats.filter { $0.specialty == nil }.map(\.seats)
        #expect(seats == [3, 2, 2])
        #expect(instance.people.count { $0.limits[.training] != nil && $0.commitments.stay == nil } == 21)
    }
}
