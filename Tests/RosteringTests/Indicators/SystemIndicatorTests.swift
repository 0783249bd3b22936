import Testing

@testable import Rostering

@Suite("Indicators of appointments, membership and posts")
struct SystemIndicatorTests {
    /// One cardiologist with 80 appointments a week at home, of which 3 are wanted for referrals.
    private static func attendance(
        _ stays: [PersonID: [Stay]] = [:], policy: (inout Policy) -> Void = { _ in }
    ) throws -> Attendance {
        try instance(
            people: [person("p1", sessionsPerWeek: 4, slotsPerSession: 20)],
            referrals: [Referrals(clinic: "c1", specialty: "cardiology", perWeek: .constant(3))],
            policy: policy
        ).attendance(stays)
    }

    @Test("Reserve and its use by pool, referrals served by hospital")
    func reserve() throws {
        let attendance = try Self.attendance(["p1": [.at("c1", 0..<4)]])
        let shares = attendance.values(of: ReserveShareIndicator())
        #expect(shares["h pool, whole horizon"]?.value?.numerator == 64)
        #expect(shares["h pool, whole horizon"]?.value?.denominator == 320)
        #expect(shares["h pool, least week"]?.value == Fraction(16, 80))
        #expect(shares["h pool, least week"]?.verdict == .met)
        #expect(shares["h pool, least week"]?.isEnforced == true)
        #expect(shares["h pool, whole horizon"]?.isEnforced == false)
        #expect(attendance.values(of: ReserveUseIndicator())["h pool"]?.value == Fraction(12, 64))
        #expect(attendance.values(of: ReferralsServedIndicator())["h"]?.value == Fraction(12, 24))
        #expect(attendance.values(of: ReferralsServedIndicator())["g"] == nil)
    }

    @Test("Without a reserve the share falls short; by another bucket the week of a department does not bind")
    func noReserve() throws {
        let off = try Self.attendance { $0[ReferralReserve.self].enforcement.isOn = false }
        let least = off.values(of: ReserveShareIndicator())["h pool, least week"]
        #expect(least?.value == Fraction(3, 80))
        #expect(least?.verdict == .missed)
        #expect(least?.isEnforced == false)
        let pooled = try Self.attendance { $0[ReferralReserve.self].bucket = .hospitalWeek }
        #expect(pooled.values(of: ReserveShareIndicator())["h pool, least week"]?.isEnforced == false)
    }

    @Test("Beds bind by the week under every bucket")
    func beds() throws {
        let beds = Resource(
            hospital: "h", kind: "beds", name: Text("beds"), capacity: .constant(50),
            referrals: ["c1": .constant(4)])
        let instance = try instance(resources: [beds]) {
            $0[ReferralReserve.self].bucket = .hospitalWeek
        }
        let value = try instance.attendance().values(of: ReserveShareIndicator())["h pool, least week"]
        #expect(value?.value == Fraction(10, 50))
        #expect(value?.isEnforced == true)
    }

    @Test("Clinics in a community and with a remote link, against what is due")
    func coverage() throws {
        let instance = try instance().changed {
            $0.sites.append(Site(id: "lone", name: Text("lone"), level: .clinic))
            $0.links.append(Link(from: "h", to: "c1", kind: .remote, postingKinds: []))
        }
        let attendance = try instance.attendance()
        let members = attendance.values(of: ClinicParticipationIndicator())[""]
        #expect(members?.value == Fraction(3, 4))
        #expect(members?.target == IndicatorTarget(.atLeast, Fraction(95, 100)))
        let linked = attendance.values(of: RemoteCoverageIndicator())[""]
        #expect(linked?.value == Fraction(1, 4))
        #expect(linked?.target?.limit == Fraction(85, 100))
        let unknown = try Self.attendance().values(of: RemoteCoverageIndicator())
        #expect(unknown.isEmpty)
    }

    @Test(
        "A dated target is due from the horizon's last day on",
        arguments: [(0, nil), (1, 30), (53, 30), (54, 60), (200, 95)])
    func due(_ moreWeeks: Int, _ percent: Int?) throws {
        // One week from Monday 2017-12-18 ends on the 24th; with one more it ends on the 31st.
        let calendar = RosterCalendar(firstDay: try day("2017-12-18"), weekCount: 1 + moreWeeks)
        let target = calendar.dueTarget(of: [("2017-12-31", 30), ("2018-12-31", 60), ("2020-12-31", 95)])
        #expect(target?.limit == percent.map { Fraction($0, 100) })
    }

    @Test("Clinics reached by the dates of the instance's targets")
    func reached() throws {
        let instance = try instance().changed {
            $0.links.append(
                Link(
                    from: "h", to: "d", kind: .remote, postingKinds: [],
                    days: try days("2022-08-01", "2022-12-31")))
            $0.targets = try [
                ("a", DatedTarget.Kind.participation, "2022-07-31"), ("b", .participation, "2022-08-01"),
                ("c", .remoteLink, "2022-07-31"), ("e", .remoteLink, "2022-08-01"),
            ].map { name, kind, date in
                DatedTarget(
                    id: TargetID(name), name: Text(name), kind: kind, clinics: ["c1", "c2", "d"], percent: 60,
                    by: try day(date))
            }
        }
        let values = try instance.attendance(
            ["p1": [.at("c1", 4..<6)]], atHome: ["p1": [0: instance.visit("c2", 1)]]
        ).values(of: ReachedClinicsIndicator())
        #expect(values[", a, 2022-07-31"]?.value == Fraction(1, 3))
        #expect(values[", a, 2022-07-31"]?.verdict == .missed)
        #expect(values[", b, 2022-08-01"]?.value == Fraction(2, 3))
        #expect(values[", b, 2022-08-01"]?.verdict == .met)
        #expect(values[", c, 2022-07-31"]?.value == Fraction(0, 3))
        #expect(values[", e, 2022-08-01"]?.value == Fraction(1, 3))
    }

    @Test(
        "Directed posts are one to two percent of the establishment",
        arguments: [(1, false, true), (2, true, true), (3, true, true), (4, true, false)])
    func directed(_ count: Int, _ reachesLower: Bool, _ keepsUpper: Bool) throws {
        let instance = try instance().changed {
            $0.sites[0].approvedPosts = 150
            $0.people = (0..<6).map {
                var someone = person(PersonID("p\($0)"))
                someone.commitments.isDirected = $0 < count
                return someone
            }
        }
        let values = try instance.attendance().values(of: DirectedPostsIndicator())
        #expect(values.count == 2)
        #expect(values["h, lower limit"]?.value == Fraction(count, 150))
        #expect(values["h, lower limit"]?.verdict == (reachesLower ? .met : .missed))
        #expect(values["h, upper limit"]?.verdict == (keepsUpper ? .met : .missed))
    }

    @Test("Weeks in which somebody fit for a post is there, long enough, and a dean at every unit")
    func posts() throws {
        let instance = try instance(people: [
            person("p1"), person("p2"), person("p3", specialties: ["surgery"]), person("s1", employer: "c1"),
        ]).changed {
            $0.namedPosts = [
                NamedPost(
                    id: "d1", name: Text("dean 1"), site: "c1", kind: .dean,
                    wanted: PersonFilter(specialty: "cardiology"), minimumWeeks: 3),
                NamedPost(id: "d2", name: Text("dean 2"), site: "c2", kind: .dean, employers: ["g"]),
                NamedPost(id: "a", name: Text("head"), site: "c2", kind: .departmentHead),
                NamedPost(id: "b", name: Text("owner"), site: "c1", kind: .referralOwner, holding: .atHome),
                NamedPost(
                    id: "e", name: Text("desk"), site: "c1", kind: .other, employers: ["h"], holding: .atHome),
            ]
        }
        let attendance = try instance.attendance([
            "p1": [.at("c1", 0..<3), .at("c2", 3..<8)], "p2": [.at("c1", 6..<8)], "p3": [.at("c1", 3..<8)],
            "s1": [.at("c2", 5..<6)],
        ])
        let deans = attendance.values(of: DeanCoverIndicator())
        // p2 is there for too short a time, p3 of another specialty; at c2 nobody comes from g.
        #expect(deans["c1"]?.value == Fraction(3, 8))
        #expect(deans["c2"]?.value == Fraction(0, 8))
        #expect(deans[""]?.value == Fraction(0, 2))
        let posts = attendance.values(of: NamedPostsIndicator())
        #expect(posts.count == 3)
        #expect(posts["c2, head"]?.value == Fraction(5, 8))
        // The owner is one of the clinic's own, away in week 5; the desk is p2's, until week 6, or p3's, until week 3.
        #expect(posts["c1, owner"]?.value == Fraction(7, 8))
        #expect(posts["c1, desk"]?.value == Fraction(6, 8))
        let full = try instance.attendance(["p1": [.at("c1", 0..<8)]]).values(of: DeanCoverIndicator())
        #expect(full[""]?.value == Fraction(1, 2))
    }
}
