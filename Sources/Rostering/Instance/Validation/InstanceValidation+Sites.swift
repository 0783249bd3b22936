extension InstanceValidation {
    /// Specialties have identifiers of their own.
    mutating func checkSpecialties() {
        var seen: Set<SpecialtyID> = []
        for (position, specialty) in description.specialties.enumerated() {
            check(specialty.id, seen: &seen, at: FaultPath.root["specialties"][position]["id"])
        }
    }

    /// Sites have identifiers of their own and only the parts that their level can have.
    mutating func checkSites() {
        let path = FaultPath.root["sites"]
        if description.sites.isEmpty {
            add(.empty, at: path, value: "", Text("An instance has at least one site.", "算例至少有一个机构。"))
        }
        var seen: Set<SiteID> = []
        for (position, site) in description.sites.enumerated() {
            check(site.id, seen: &seen, at: path[position]["id"])
            check(site, at: path[position])
        }
    }

    private mutating func check(_ site: Site, at path: FaultPath) {
        if let parent = site.parent {
            check(site, is: [.village], at: path["parent"])
            if let parent = known(parent, at: path["parent"]) {
                check(parent, is: [.clinic], at: path["parent"])
            }
        }
        if let specialty = site.featureSpecialty {
            check(site, is: [.clinic], at: path["featureSpecialty"])
            check(specialty, at: path["featureSpecialty"])
        }
        check(site.remotenessWeight, in: 1...100, at: path["remotenessWeight"])
        if let posts = site.approvedPosts {
            check(site, is: [.tertiary, .secondary], at: path["approvedPosts"])
            check(posts, in: 0...Self.largestCount, at: path["approvedPosts"])
        }
        if let county = site.county, !county.isWellFormed { add(.malformed(county, at: path["county"])) }
        if site.servesStreet { check(site, is: [.clinic], at: path["servesStreet"]) }
        if let sessions = site.ordinarySessions {
            check(site, is: [.tertiary], at: path["ordinarySessions"])
            check(sessions, in: 0...Self.largestCount, at: path["ordinarySessions"])
        }
        if let baseline = site.baseline {
            check(site, is: [.clinic], at: path["baseline"])
            check(baseline, in: 0...Self.largestCount, at: path["baseline"])
        }
        if !site.staff.isEmpty { checkStaff(of: site, at: path["staff"]) }
        for (other, minutes) in site.travelMinutes.sorted(by: { $0.key < $1.key }) {
            let path = path["travelMinutes"][other.text]
            if other == site.id {
                add(
                    .duplicateIdentifier, at: path, value: other.text,
                    Text("Travel is to another site.", "路程应为到其他机构的时间。"))
            } else {
                _ = known(other, at: path)
            }
            check(minutes, in: 0...1440, at: path)
        }
    }

    /// Only clinics state their staff; mid-title and senior staff are part of it, and dates ascend after the first entry.
    private mutating func checkStaff(of site: Site, at path: FaultPath) {
        check(site, is: [.clinic], at: path)
        let floor = description.policy[MidTitleFloor.self]
        let needsProfessions = floor.enforcement.isOn && floor.technicalStaff != .allButManagers
        var earlier: CalendarDay?
        for (position, staff) in site.staff.enumerated() {
            let path = path[position]
            checkLevelDate(staff.from, isFirst: position == 0, after: &earlier, at: path["from"])
            checkNumbers(of: staff, at: path)
            let parts = TechnicalStaff.allButManagers.professions.compactMap { profession in
                staff.byProfession[profession].map { (profession, $0) }
            }
            for (profession, part) in parts {
                checkNumbers(of: part, at: path["byProfession"][profession.rawValue])
            }
            if !parts.isEmpty {
                checkSums(of: parts.map(\.1), to: staff, at: path["byProfession"])
            } else if needsProfessions, staff.technical > 0 {
                add(
                    .missingKey, at: path["byProfession"], value: "",
                    Text(
                        "With 'midTitleFloor.technicalStaff' \(floor.technicalStaff.rawValue), state the staff by profession.",
                        "“midTitleFloor.technicalStaff”取\(floor.technicalStaff.rawValue)时，须按类别写明人数。"))
            }
        }
    }

    /// Mid-title staff are part of the technical staff, senior ones part of these, and those who await a mid title part of the others.
    private mutating func checkNumbers(of staff: StaffLevel, at path: FaultPath) {
        let floor = description.policy[MidTitleFloor.self]
        check(staff.technical, in: 0...Self.largestCount, at: path["technical"])
        check(staff.midTitle, in: 0...max(0, staff.technical), at: path["midTitle"])
        if let senior = staff.senior {
            check(senior, in: 0...max(0, staff.midTitle), at: path["senior"])
        } else if floor.enforcement.isOn, floor.headTitle == .exactlyMid {
            add(
                .missingKey, at: path["senior"], value: "",
                Text(
                    "With 'midTitleFloor.headTitle' exactlyMid, state how many of the mid-title staff have a higher title.",
                    "“midTitleFloor.headTitle”取exactlyMid时，须写明中级及以上人员中副高以上的人数。"))
        }
        check(
            staff.awaitingMidTitle, in: 0...max(0, max(0, staff.technical) - max(0, staff.midTitle)),
            at: path["awaitingMidTitle"])
    }

    /// The professions' numbers add up to the whole, as far as both are known.
    private mutating func checkSums(of parts: [StaffLevel], to whole: StaffLevel, at path: FaultPath) {
        func compare(_ key: String, _ number: (StaffLevel) -> Int?) {
            guard let wanted = number(whole) else { return }
            let numbers = parts.compactMap(number)
            let sum = numbers.reduce(0) { $0.addingReportingOverflow($1).partialValue }
            guard numbers.count == parts.count, sum != wanted else { return }
            add(
                .outOfRange, at: path, value: "\(sum)",
                Text(
                    "The professions' '\(key)' add up to \(sum), not to \(wanted).",
                    "各类别“\(key)”之和为\(sum)，而不是\(wanted)。"))
        }
        compare("technical") { $0.technical }
        compare("midTitle") { $0.midTitle }
        compare("senior") { $0.senior }
        compare("awaitingMidTitle") { $0.awaitingMidTitle }
    }

    /// The first days of levels ascend, and only the first level may be without; `earlier` is the last day before this one.
    mutating func checkLevelDate(
        _ date: CalendarDay?, isFirst: Bool, after earlier: inout CalendarDay?, at path: FaultPath
    ) {
        guard let date else {
            if !isFirst {
                add(
                    .missingKey, at: path, value: "",
                    Text("Every level after the first needs its date.", "第一项之后的每项都须写明起始日期。"))
            }
            return
        }
        check(date, at: path)
        if let earlier, date <= earlier {
            add(
                .datesReversed, at: path, value: "\(date)",
                Text(
                    "\(date) must be later than \(earlier), the date before it.",
                    "\(date)应晚于前一项的\(earlier)。"))
        }
        earlier = date
    }
}
