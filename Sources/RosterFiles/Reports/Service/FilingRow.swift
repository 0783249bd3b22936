import Rostering

/// One posting of a filing list in words.
struct FilingRow {
    private let instance: Instance
    private let entry: FilingList.Entry
    private let language: Language

    init(_ entry: FilingList.Entry, in instance: Instance, _ language: Language) {
        (self.entry, self.instance, self.language) = (entry, instance, language)
    }

    private var person: Person { instance[entry.person] }
    private var employerSite: Site { instance[instance.employer(of: entry.person)] }

    var label: String { person.label }
    var title: String { person.titleWording[language] }
    var employer: String { employerSite.name[language] }
    var host: String { instance[entry.posting.host].name[language] }
    var firstDay: CalendarDay { instance.calendar.monday(of: entry.posting.weeks.lowerBound) }
    var lastDay: CalendarDay { instance.calendar.sunday(of: entry.posting.weeks.upperBound.advanced(by: -1)) }
    var kind: String { entry.posting.kind.wording[language] }

    /// The kinds of the links in use, each once.
    private var linkKinds: [Link.Kind] {
        Link.Kind.allCases.filter { kind in entry.links.contains { $0.kind == kind } }
    }

    /// The links in words.
    var links: String {
        guard !linkKinds.isEmpty else { return Text("none", "无")[language] }
        return linkKinds.map { $0.wording[language] }.joined(separator: Text(", ", "、")[language])
    }

    /// What the posting rests on, in words.
    var reason: String {
        guard !entry.reasons.isEmpty else { return Text("the link alone", "依派驻关系")[language] }
        return entry.reasons.map { $0.wording(in: instance)[language] }.joined(
            separator: Text("; ", "；")[language])
    }

    /// The approval in words, or nil where none is needed.
    var approval: String? { entry.approval?.wording[language] }

    /// Each fault once, in words.
    var faults: [String] { instance.wordings(of: entry.faults, language) }

    /// The row as an object, with days and identifiers as in a roster file.
    var json: JSONValue {
        .object([
            "person": .string(person.id), "name": .string(person.name),
            "title": .integer(person.title.rawValue), "titleName": .string(title),
            "employer": .string(employerSite.id), "employerName": .string(employer),
            "host": .string(instance[entry.posting.host].id), "hostName": .string(host),
            "from": .string(firstDay), "to": .string(lastDay), "weeks": .integer(entry.posting.weeks.count),
            "kind": .string(entry.posting.kind.rawValue),
            "links": .array(linkKinds.map { .string($0.rawValue) }), "reason": .string(reason),
            "approval": entry.approval.map { .string($0.rawValue) } ?? .null,
            "faults": .array(faults.map { .string($0) }),
        ])
    }
}

extension Instance {
    /// Violations in the words of their rules, each wording once, in order.
    func wordings(of violations: [Violation], _ language: Language) -> [String] {
        violations.compactMap { rule($0.tag.rule)?.wording(of: $0, in: self)[language] }
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

extension PostingReason {
    /// The reason in words.
    fileprivate func wording(in instance: Instance) -> Text {
        func weeks(_ count: Int) -> Text { Text.counted(count, Text("week", "周")) }
        switch self {
        case .demand(let demand, let count):
            let wanted = instance.wording(of: instance[demand].wanted)
            return Text(
                "\(wanted.english) wanted (\(weeks(count).english))", "需要\(wanted.chinese)（\(count)周）")
        case .namedPost(let position):
            let name = instance.description.namedPosts[position].name
            return Text("post: \(name.english)", "任职：\(name.chinese)")
        case .team(let team):
            let name = instance[team].name
            return Text("team: \(name.english)", "团队：\(name.chinese)")
        case .directedPost: return Text("post directed at the county", "服务县域定向岗位")
        case .training: return Text("training", "进修培训")
        case .pinned: return Text("decided beforehand", "既定安排")
        case .continuing(let count):
            return Text("continues after \(weeks(count).english)", "接续此前\(count)周")
        case .serviceOwed(let count):
            return Text("\(weeks(count).english) of service owed", "应下派服务\(count)周")
        }
    }
}

extension FilingList.Approval {
    /// The approval in words.
    fileprivate var wording: Text {
        switch self {
        case .granted: Text("granted", "已批准")
        case .missing: Text("MISSING", "未批准")
        }
    }
}

extension Link.Kind {
    /// What the link stems from, in words.
    fileprivate var wording: Text {
        switch self {
        case .community: Text("medical community", "医共体")
        case .pairing: Text("pairing", "包联")
        case .alliance: Text("hospital alliance", "三二医联体")
        case .specialtyAlliance: Text("specialty alliance", "专科联盟")
        case .tcmCircuit: Text("TCM circuit", "中医巡诊")
        case .training: Text("training", "进修")
        case .pooling: Text("staff pooled in the community", "医共体内统筹调配")
        case .remote: Text("remote consultation", "远程医疗协作网")
        }
    }
}
