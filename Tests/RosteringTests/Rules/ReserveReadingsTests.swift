import Testing

@testable import Rostering

/// What the share reserved for referrals is of (A2, A2b, A2c), and what is released of it (A2d).
@Suite struct ReserveReadingsTests {
    private func one(
        sessions: Int, slots: Int, visits: VisitLimits? = nil, _ change: (inout ReferralReserve) -> Void
    ) throws -> Instance {
        var doctor = person("p1", sessionsPerWeek: sessions, slotsPerSession: slots)
        doctor.visits = visits
        return try instance(weeks: 2, links: dutyLinks(), people: [doctor]) {
            change(&$0[ReferralReserve.self])
        }
    }

    /// Twenty percent of a day of two sessions, rounded up: 18 -> 4 a session, 36 -> 8 a day; 6 -> 2 a session, 12 -> 3 a day.
    @Test(arguments: [
        (1, 18, 4), (2, 18, 8), (3, 18, 12), (2, 6, 3), (3, 6, 5), (4, 6, 6), (2, 1, 1), (5, 1, 3),
    ])
    func byDoctorAndDay(sessions: Int, slots: Int, reserved: Int) throws {
        let instance = try one(sessions: sessions, slots: slots) { $0.bucket = .doctorDay }
        var roster = try instance.roster()
        #expect(roster.slots.entries[0][0].reserved == reserved)
        #expect(instance.violations(of: ReferralReserve.self, roster).isEmpty)
        roster.slots.entries[0][0].reserved -= 1
        #expect(instance.amounts(of: ReferralReserve.self, roster) == [0: 1])
        #expect(instance.rowsAgree(on: ReferralReserve.self, roster))
    }

    /// A visit takes its sessions out of the days; of five sessions, four are two days.
    @Test(arguments: [(1, 6), (2, 5), (3, 3), (4, 2)]) func visitsTakeSessionsOutOfDays(
        lost: Int, reserved: Int
    ) throws {
        let instance = try one(sessions: 5, slots: 6, visits: VisitLimits(sessionsPerWeek: 4)) {
            $0.bucket = .doctorDay
        }
        var roster = try instance.roster(visits: ["p1": [1: ["c1": lost]]])
        #expect(roster.slots.entries[0].map(\.reserved) == [8, reserved])
        roster.slots.entries[0][1].reserved = 0
        #expect(instance.rowsAgree(on: ReferralReserve.self, roster))
        #expect(instance.amounts(of: ReferralReserve.self, roster) == [1: reserved])
    }

    /// A day of 12 is a bucket of its own; with a minimum of 7 to 12, a single session of 6 owes nothing.
    @Test(arguments: [(6, 5), (7, 3), (12, 3), (13, 0)]) func daysHaveTheMinimumToo(
        minimum: Int, reserved: Int
    ) throws {
        let instance = try one(sessions: 3, slots: 6) {
            $0.bucket = .doctorDay
            $0.minimumCapacity = minimum
        }
        var roster = try instance.roster()
        #expect(roster.slots.entries[0][0].reserved == reserved)
        roster.slots.entries[0][0].reserved = 0
        #expect(instance.rowsAgree(on: ReferralReserve.self, roster))
    }

    /// A minimum that visits alone take a bucket below: 4 sessions of 10 less 2 are 20.
    @Test(arguments: [(20, 4), (21, 0)]) func visitsTakeABucketBelowTheMinimum(minimum: Int, reserved: Int)
        throws
    {
        let instance = try one(sessions: 4, slots: 10, visits: VisitLimits(sessionsPerWeek: 2)) {
            $0.minimumCapacity = minimum
        }
        var roster = try instance.roster(visits: ["p1": [0: ["c1": 2]]])
        #expect(roster.slots.entries[0][0].reserved == reserved)
        roster.slots.entries[0][0].reserved = 0
        #expect(instance.rowsAgree(on: ReferralReserve.self, roster))
    }

    private func experts(
        _ base: ReferralReserve.Base, bucket: ReferralReserve.Bucket = .departmentWeek
    ) throws -> Instance {
        try instance(
            weeks: 1,
            people: [
                person("senior", title: .associateSenior, sessionsPerWeek: 2, slotsPerSession: 18),
                person("mid", sessionsPerWeek: 3, slotsPerSession: 18),
            ]
        ) {
            $0[ReferralReserve.self].base = base
            $0[ReferralReserve.self].bucket = bucket
        }
    }

    /// Of 90 appointments 36 are of an associate senior.
    @Test(arguments: [
        (ReferralReserve.Bucket.departmentWeek, 18, 8), (.hospitalWeek, 18, 8), (.session, 20, 8),
        (.doctorDay, 20, 8),
    ])
    func expertsAlone(bucket: ReferralReserve.Bucket, all: Int, seniors: Int) throws {
        for (base, reserved) in [(ReferralReserve.Base.allSpecialists, all), (.associateSenior, seniors)] {
            let instance = try experts(base, bucket: bucket)
            var roster = try instance.roster()
            #expect(roster.slots.entries[0][0].reserved == reserved)
            roster.slots.entries[0][0].reserved -= 1
            #expect(instance.amounts(of: ReferralReserve.self, roster) == [0: 1])
            #expect(instance.rowsAgree(on: ReferralReserve.self, roster))
            // Sending the associate senior down takes the whole base away, or 36 of 90.
            let without = try instance.roster(["senior": [.at("c1", 0..<1)]])
            #expect((without.slots.entries[0][0].reserved == 0) == (base == .associateSenior))
        }
    }

    private func beds(
        _ admissions: WeeklyCount?, _ bedBase: ReferralReserve.BedBase = .openBeds, isOn: Bool = true
    ) throws -> Instance {
        try instance(
            weeks: 2,
            resources: [
                Resource(
                    hospital: "h", kind: "beds", name: Text("Beds"), capacity: .constant(100),
                    admissions: admissions),
                Resource(hospital: "h", kind: "ct", name: Text("CT"), capacity: .constant(10)),
            ]
        ) {
            $0[ReferralReserve.self].bedBase = bedBase
            $0[ReferralReserve.self].enforcement.isOn = isOn
        }
    }

    /// A fifth of 100 beds or of 36 and 41 admissions; examinations have no admissions.
    @Test func bedsOpenOrAdmissionsBooked() throws {
        let open = try beds(.byWeek([36, 41])).roster().slots.entries
        #expect(open[1].map(\.reserved) == [20, 20])
        let instance = try beds(.byWeek([36, 41]), .admissions)
        var roster = try instance.roster()
        #expect(roster.slots.entries[1...].map { $0.map(\.reserved) } == [[8, 9], [2, 2]])
        roster.slots.entries[1][1].reserved = 8
        #expect(instance.amounts(of: ReferralReserve.self, roster) == [1: 1])
        #expect(instance.rowsAgree(on: ReferralReserve.self, roster))
        #expect(try beds(nil, .admissions).roster().slots.entries[1].map(\.reserved) == [20, 20])
        #expect(try beds(.constant(36), .admissions, isOn: false).roster().slots.entries[1][0].reserved == 0)
    }

    @Test func moreAdmissionsThanBedsAreTold() throws {
        func lines(_ admissions: WeeklyCount) throws -> [String] {
            var description = try beds(nil).description
            description.resources[0].admissions = admissions
            return description.faultLines
        }
        #expect(try lines(.constant(100)) == [])
        #expect(try lines(.constant(101)) == ["outOfRange resources[0].admissions"])
        #expect(try lines(.byWeek([100, 101])) == ["outOfRange resources[0].admissions[1]"])
        #expect(try lines(.constant(-1)) == ["outOfRange resources[0].admissions"])
        #expect(try lines(.byWeek([1])) == ["wrongLength resources[0].admissions"])
    }

    private func readings(of instance: Instance) throws -> [ReadingVerdict] {
        instance.policy[ReferralReserve.self].readings(in: Attendance(try instance.roster(), in: instance))
    }

    /// The report lists the bases that the data tell apart.
    @Test func readingsThatCanBeJudged() throws {
        let seniors = try instance(people: [person("p1", title: .senior)])
        #expect(try readings(of: seniors).count == 4)
        #expect(try readings(of: experts(.associateSenior)).map(\.amount) == [0, 0, 0, 0, 10])
        let all = try readings(of: beds(.constant(36), .admissions))
        #expect(all.count == 6)
        #expect(
            all.filter(\.isEnforced).map(\.reading.english) == [
                "by department and week, beds by admissions"
            ])
        #expect(all.last?.reading.english == "by department and week")
        #expect(all.last?.amount == 24)
        #expect(all.dropLast().last?.reading.chinese == "按科室每周，仅副高以上，床位按预约入院数")
    }

    /// Half of what is not used is released; the verdict and the roster are the same.
    @Test(arguments: [(0, nil), (50, 3), (100, 6)]) func whatIsReleased(percent: Int, released: Int?) throws {
        func reserve(_ percent: Int) throws -> Instance {
            try instance(
                weeks: 1, people: [person("p1", sessionsPerWeek: 2, slotsPerSession: 18)],
                referrals: [Referrals(clinic: "c1", specialty: "cardiology", perWeek: .constant(2))]
            ) {
                $0[ReferralReserve.self].releasePercent = percent
                $0[ReferralReserve.self].releaseHours = 48
            }
        }
        let judged = try reserve(percent)
        let roster = try judged.roster()
        #expect(try roster == reserve(0).roster())
        #expect(judged.violations(of: ReferralReserve.self, roster).isEmpty)
        let values = ReserveUseIndicator().values(in: Attendance(roster, in: judged))
        #expect(values.first?.value == Fraction(2, 8))
        #expect(values.count == (released == nil ? 1 : 2))
        if let released {
            #expect(values.last?.value == Fraction(released, 8))
            #expect(values.last?.reading?.english == "released unused 48 h before")
        }
        var off = judged.description
        off.policy[ReferralReserve.self].enforcement.isOn = false
        let unruled = try Instance(off)
        #expect(ReserveUseIndicator().values(in: Attendance(roster, in: unruled)).count == 1)
    }
}
