import Testing

@testable import Rostering

/// Which professions the mid-title floor counts as technical staff (A1d).
@Suite struct TechnicalStaffTests {
    /// A clinic of ten doctors, fifteen nurses and six pharmacists, of whom one, none and two have a mid title.
    private func clinic(
        _ staff: TechnicalStaff = .allButManagers, people: [Person] = [person("p1")],
        _ change: (inout MidTitleFloor) -> Void = { _ in }
    ) throws -> Instance {
        let level = StaffLevel(
            technical: 31, midTitle: 3, senior: 2, awaitingMidTitle: 1,
            byProfession: [
                .doctor: StaffLevel(technical: 10, midTitle: 1, senior: 0),
                .nurse: StaffLevel(technical: 15, midTitle: 0, senior: 0, awaitingMidTitle: 1),
                .pharmacist: StaffLevel(technical: 6, midTitle: 2, senior: 2),
            ])
        return try instance(weeks: 4, sites: tinySites(staff: ["c1": [level]]), people: people) {
            $0[MidTitleFloor.self].technicalStaff = staff
            change(&$0[MidTitleFloor.self])
        }
    }

    /// Two pharmacists' heads keep the floor of all, nobody's that of doctors and nurses; one of ten doctors is ten percent.
    @Test(arguments: [(TechnicalStaff.allButManagers, 0), (.doctorsAndNurses, 1), (.doctors, 0)])
    func verdictsDiffer(staff: TechnicalStaff, missing: Int) throws {
        let instance = try clinic(staff)
        #expect(try instance.amounts(of: MidTitleFloor.self)[0] ?? 0 == missing)
        #expect(instance.rowsAgree(on: MidTitleFloor.self, try instance.roster()))
    }

    /// Whoever comes counts if those of the profession do; a manager never does.
    @Test(arguments: [
        (TechnicalStaff.allButManagers, Profession.pharmacist, Title.junior, 1),
        (.doctorsAndNurses, .pharmacist, .intermediate, 1), (.doctorsAndNurses, .nurse, .intermediate, 0),
        (.doctors, .nurse, .junior, 0), (.doctors, .doctor, .junior, 1),
        (.doctors, .doctor, .intermediate, 0),
        (.doctors, .manager, .none, 0),
    ])
    func whoComes(staff: TechnicalStaff, profession: Profession, title: Title, missing: Int) throws {
        let visitor = person("p1", profession: profession, title: title)
        let instance = try clinic(staff, people: [visitor]) { if staff == .allButManagers { $0.people = 4 } }
        let roster = try instance.roster(["p1": [.at("c1", 0..<4)]])
        #expect(instance.amounts(of: MidTitleFloor.self, roster)[0] ?? 0 == missing)
        #expect(instance.rowsAgree(on: MidTitleFloor.self, roster))
    }

    /// Titles are counted within the professions: the nurse who awaits a mid title, and no pharmacist who has a higher one.
    @Test func titlesWithinTheProfessions() throws {
        let awaited = try clinic(.doctorsAndNurses) { $0.titleBasis = .qualified }
        #expect(try awaited.violations(of: MidTitleFloor.self).isEmpty)
        let exact = try clinic(.doctorsAndNurses) { $0.headTitle = .exactlyMid }
        #expect(try exact.amounts(of: MidTitleFloor.self)[0] == 1)
    }

    /// The report lists all three where every clinic's staff are known by profession.
    @Test func theReportListsThem() throws {
        let instance = try clinic()
        let verdicts = instance.policy[MidTitleFloor.self].readings(
            in: Attendance(try instance.roster(), in: instance))
        let listed = verdicts.filter { $0.reading.english.contains("alone, staff present") }
        #expect(
            listed.map(\.reading.english) == [
                "share or head count, doctors and nurses alone, staff present",
                "share or head count, doctors alone, staff present",
                "share or head count, heads of mid title alone, staff present",
            ])
        #expect(listed.map(\.amount) == [4, 0, 4])
        #expect(verdicts.filter(\.isEnforced).map(\.reading.chinese) == ["比例或人数，在岗人员"])
        let enforced = try clinic(.doctors)
        let others = enforced.policy[MidTitleFloor.self].readings(
            in: Attendance(try enforced.roster(), in: enforced))
        #expect(others.filter(\.isEnforced).map(\.reading.chinese) == ["比例或人数，仅计医师，在岗人员"])
    }

    /// A policy that counts some professions needs to know them, and they add up.
    @Test func faultsAreTold() throws {
        var description = try clinic(.doctors).description
        #expect(description.faultLines == [])
        description.sites[1].staff[0].byProfession[.nurse] = StaffLevel(
            technical: 14, midTitle: 15, senior: 1, awaitingMidTitle: 1)
        #expect(
            description.faultLines == [
                "outOfRange sites[1].staff[0].byProfession.nurse.midTitle",
                "outOfRange sites[1].staff[0].byProfession.nurse.awaitingMidTitle",
                "outOfRange sites[1].staff[0].byProfession", "outOfRange sites[1].staff[0].byProfession",
                "outOfRange sites[1].staff[0].byProfession",
            ])
        description.sites[1].staff[0].byProfession = [:]
        #expect(description.faultLines == ["missingKey sites[1].staff[0].byProfession"])
        description.policy[MidTitleFloor.self].technicalStaff = .allButManagers
        #expect(description.faultLines == [])
    }
}
