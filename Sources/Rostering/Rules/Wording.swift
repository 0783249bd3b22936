// Words that several rules use for the things of an instance.
extension Instance {
    /// A site's name.
    public func wording(of site: SiteID) -> Text { self.site(site).map { self[$0].name } ?? Text(site.text) }

    /// A specialty's name.
    public func wording(of specialty: SpecialtyID) -> Text {
        self.specialty(specialty)?.name ?? Text(specialty.text)
    }

    /// A department's hospital and specialty.
    public func wording(of department: DepartmentIndex) -> Text {
        let department = self[department]
        let (hospital, specialty) = (self[department.hospital].name, wording(of: department.specialty))
        return Text(
            "\(hospital.english), \(specialty.english)", "\(hospital.chinese)\(specialty.chinese)")
    }

    /// A pool's department or resource.
    func wording(of pool: PoolIndex) -> Text {
        switch self[pool].source {
        case .department(let department): return wording(of: department)
        case .resource(let position):
            let (hospital, resource) = (self[self[pool].hospital].name, description.resources[position].name)
            return Text("\(hospital.english), \(resource.english)", "\(hospital.chinese)\(resource.chinese)")
        }
    }

    /// Whom a filter describes.
    public func wording(of filter: PersonFilter) -> Text {
        var parts: [Text] = []
        if filter.leastTitle != .none { parts.append(filter.leastTitle.wording) }
        if let specialty = filter.specialty { parts.append(wording(of: specialty)) }
        if let profession = filter.profession { parts.append(profession.wording) }
        if let function = filter.function { parts.append(function.wording) }
        guard !parts.isEmpty else { return Text("any staff", "人员") }
        return Text(parts.map(\.english).joined(separator: " "), parts.map(\.chinese).joined())
    }
}

/// A number of English things, such as `1 week` or `2 weeks`.
func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

extension Title {
    /// At least this title, in words.
    var wording: Text {
        switch self {
        case .none: Text("any title", "不限职称")
        case .assistant: Text("assistant-or-above", "士级及以上")
        case .junior: Text("junior-or-above", "师级及以上")
        case .intermediate: Text("mid-title", "中级及以上")
        case .associateSenior: Text("senior", "高级")
        case .senior: Text("full-senior", "正高")
        }
    }
}

extension Profession {
    /// The profession in words.
    public var wording: Text {
        switch self {
        case .doctor: Text("doctor", "医师")
        case .nurse: Text("nurse", "护士")
        case .pharmacist: Text("pharmacist", "药师")
        case .technician: Text("technician", "技师")
        case .manager: Text("manager", "管理人员")
        }
    }
}

extension PostingKind {
    /// The kind in words.
    public var wording: Text {
        switch self {
        case .temporary: Text("temporary", "临时派驻")
        case .resident: Text("resident", "常驻")
        case .team: Text("team", "组团")
        case .training: Text("training", "进修")
        }
    }
}

extension GuidanceFunction {
    /// The function in words.
    public var wording: Text {
        switch self {
        case .medicine: Text("medicine", "医疗")
        case .pharmacy: Text("pharmacy", "药学")
        case .nursing: Text("nursing", "护理")
        case .management: Text("management", "管理")
        }
    }
}
