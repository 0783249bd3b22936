extension InstanceValidation {
    /// Demands name a known host and description, want somebody, and have a legal priority.
    mutating func checkDemands() {
        for (position, demand) in description.demands.enumerated() {
            let path = FaultPath.root["demands"][position]
            _ = known(demand.host, at: path["host"])
            if let specialty = demand.wanted.specialty { check(specialty, at: path["specialty"]) }
            check(demand.count, in: 1...Self.largestCount, at: path["count"])
            check(demand.priority, in: 1...1000, at: path["priority"])
            check(demand.days, at: path)
        }
    }

    /// Department minimums are for departments with people, one for each least title.
    mutating func checkDepartmentMinimums() {
        struct Department: Hashable {
            let hospital: SiteID
            let specialty: SpecialtyID
        }
        struct Key: Hashable {
            let department: Department
            let title: Title
        }
        let departments = Set(
            description.people.compactMap { person in
                person.specialties.first.map { Department(hospital: person.employer, specialty: $0) }
            })
        var seen: Set<Key> = []
        for (position, minimum) in description.departmentMinimums.enumerated() {
            let path = FaultPath.root["departmentMinimums"][position]
            let before = faults.count
            if let site = known(minimum.hospital, at: path["hospital"]) {
                check(site, is: [.tertiary, .secondary, .clinic], at: path["hospital"])
            }
            check(minimum.specialty, at: path["specialty"])
            check(minimum.minimumPresent, in: 1...Self.largestCount, at: path["minimumPresent"])
            let department = Department(hospital: minimum.hospital, specialty: minimum.specialty)
            if faults.count == before, doubts.people.isEmpty, !departments.contains(department) {
                add(
                    .unknownDepartment, at: path, value: "\(minimum.hospital) \(minimum.specialty)",
                    Text(
                        "Nobody at '\(minimum.hospital)' has the primary specialty '\(minimum.specialty)'."
                            + Suggestion.maybe(
                                minimum.specialty.text,
                                among: departments.filter { $0.hospital == minimum.hospital }.map(
                                    \.specialty.text
                                )
                                .sorted()
                            ).english,
                        "“\(minimum.hospital)”没有以“\(minimum.specialty)”为主专科的人员。"))
            }
            if !seen.insert(Key(department: department, title: minimum.leastTitle)).inserted {
                addDuplicate("\(minimum.hospital) \(minimum.specialty)", at: path)
            }
        }
    }

    /// Referrals go from a clinic to a hospital: a named one, or the lead of the clinic's community.
    mutating func checkReferrals() {
        for (position, referrals) in description.referrals.enumerated() {
            let path = FaultPath.root["referrals"][position]
            if let clinic = known(referrals.clinic, at: path["clinic"]) {
                check(clinic, is: [.clinic, .village], at: path["clinic"])
                if referrals.hospital == nil, !doubts.links, !doubts.siteIdentifiers,
                    let index = sites[clinic.id], leads[index.offset] == nil
                {
                    add(
                        .noCommunity, at: path["clinic"], value: clinic.id.text,
                        Text(
                            "'\(clinic.id)' is in no community; name the 'hospital' or add its community link.",
                            "“\(clinic.id)”不在任何医共体内，请写明“hospital”或补充医共体关系。"))
                }
            }
            check(referrals.specialty, at: path["specialty"])
            if let hospital = referrals.hospital { checkHospital(hospital, at: path["hospital"]) }
            check(referrals.perWeek, at: path["perWeek"])
        }
    }

    /// General demand is for a hospital's specialty.
    mutating func checkGeneralDemand() {
        for (position, demand) in description.generalDemand.enumerated() {
            let path = FaultPath.root["generalDemand"][position]
            checkHospital(demand.hospital, at: path["hospital"])
            check(demand.specialty, at: path["specialty"])
            check(demand.perWeek, at: path["perWeek"])
        }
    }

    /// Resources are a hospital's, one of each kind, and are referred to from clinics, or else from upper hospitals; then they may be a clinic's.
    mutating func checkResources() {
        struct Key: Hashable {
            let hospital: SiteID
            let kind: String
        }
        var seen: Set<Key> = []
        for (position, resource) in description.resources.enumerated() {
            let path = FaultPath.root["resources"][position]
            if !resource.isForReferralsDown {
                checkHospital(resource.hospital, at: path["hospital"])
            } else if let site = known(resource.hospital, at: path["hospital"]) {
                check(site, is: [.tertiary, .secondary, .clinic], at: path["hospital"])
            }
            var kinds: Set<Identifier<Resource>> = []
            check(Identifier(resource.kind), seen: &kinds, at: path["kind"])
            if !seen.insert(Key(hospital: resource.hospital, kind: resource.kind)).inserted {
                addDuplicate(resource.kind, at: path["kind"])
            }
            check(resource.capacity, at: path["capacity"])
            if let admissions = resource.admissions {
                checkAdmissions(admissions, of: resource, at: path["admissions"])
            }
            for (clinic, perWeek) in resource.referrals.sorted(by: { $0.key < $1.key }) {
                let path = path["referrals"][clinic.text]
                if let clinic = known(clinic, at: path) { check(clinic, is: [.clinic, .village], at: path) }
                check(perWeek, at: path)
            }
            checkReferralsDown(to: resource, at: path["referralsDown"])
            check(resource.generalDemand, at: path["generalDemand"])
        }
    }

    /// Patients are sent down by hospitals, from one site to another, and not to a resource to which others are sent up.
    private mutating func checkReferralsDown(to resource: Resource, at path: FaultPath) {
        if resource.isForReferralsDown, !resource.referrals.isEmpty {
            add(
                .wrongUse, at: path, value: resource.kind,
                Text(
                    "A resource has either 'referrals' or 'referralsDown'; state the beds of each use apart.",
                    "一项资源只能填referrals或referralsDown之一；请分开填写两种用途的床位。"))
        }
        for (sender, perWeek) in resource.referralsDown.sorted(by: { $0.key < $1.key }) {
            let path = path[sender.text]
            checkHospital(sender, at: path)
            if sender == resource.hospital {
                add(
                    .wrongUse, at: path, value: sender.text,
                    Text("Patients are sent down from another site.", "下转患者应来自其他机构。"))
            }
            check(perWeek, at: path)
        }
    }

    /// No week has more admissions than units.
    private mutating func checkAdmissions(
        _ admissions: WeeklyCount, of resource: Resource, at path: FaultPath
    ) {
        let before = faults.count
        check(admissions, at: path)
        guard faults.count == before, !doubts.calendar, (1...520).contains(description.calendar.weekCount)
        else {
            return
        }
        for week in description.calendar.weeks where admissions[week] > max(0, resource.capacity[week]) {
            let place = if case .byWeek = admissions { path[week.offset] } else { path }
            check(admissions[week], in: 0...max(0, resource.capacity[week]), at: place)
            if case .constant = admissions { return }
        }
    }

    /// The site with an identifier is a hospital.
    mutating func checkHospital(_ id: SiteID, at path: FaultPath) {
        if let site = known(id, at: path) { check(site, is: [.tertiary, .secondary], at: path) }
    }
}
