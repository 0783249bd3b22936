/// The people posted from a hospital to the partner it is paired with guide in every function (QD17).
///
/// For each pairing link, each week whose Monday to Friday lie in its days, and each of medicine, pharmacy, nursing and management:
/// people of the hospital posted at the partner who can guide in the function + missing ≥ 1. One person may cover several functions.
public struct FunctionCover: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "functionCover"
    /// See ``Rule/name``.
    public static let name = Text("Function cover", "指导职能覆盖")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "The people a hospital posts at its pairing partner guide in medicine, pharmacy, nursing and management.",
        "包联医院派驻人员涵盖医疗、药学、护理、管理四方面指导。")
    /// See ``Rule/unit``.
    public static let unit = Text("function-week", "项周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation(
            "QD17", Citation.qingdao, "(九)", "派驻到县域医共体牵头医院给予医疗、药学、护理、管理等方面的指导")
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.hardOrSoft

    /// Soft, 50 points a function-week; off until a policy turns it on.
    public var enforcement = Enforcement.soft(Cost(50)).off

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool { !instance.pairs.isEmpty }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for pair in instance.pairs {
            let people = instance.candidates(at: pair.partner).filter {
                instance.employer(of: $0) == pair.hospital
            }
            let days = pair.days.map { instance.calendar.weeks(coveredBy: $0) }
            for week in instance.weeks where days.contains(where: { $0.contains(week) }) {
                for function in GuidanceFunction.allCases {
                    let tag = tag(.guidance(from: pair.hospital, to: pair.partner, function), week)
                    let missing = Quantity(violationOf: tag, enforcement)
                    var guides = Expression(constant: -1)
                    for person in people where instance[person].functions.contains(function) {
                        for kind in instance.servingKinds(of: person, at: pair.partner) {
                            guides.add(1, .posted(person, pair.partner, week, as: kind))
                        }
                    }
                    guides.add(1, .quantity(missing.name))
                    requirements.quantities.append(missing)
                    requirements.rows.append(Requirement(tag, guides))
                }
            }
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        return instance.pairs.flatMap { pair -> [Violation] in
            instance.weeks.flatMap { week -> [Violation] in
                let monday = instance.calendar.monday(of: week)
                let isPaired = pair.days.contains { days in
                    (0..<5).allSatisfy { days.contains(monday.advanced(by: $0)) }
                }
                guard isPaired else { return [] }
                let guides = attendance.people(servingAt: pair.partner, in: week).map { instance[$0] }
                    .filter { $0.employer == instance[pair.hospital].id }
                return GuidanceFunction.allCases.compactMap { function in
                    guides.contains { $0.functions.contains(function) }
                        ? nil
                        : violation(
                            .guidance(from: pair.hospital, to: pair.partner, function), week, amount: 1)
                }
            }
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .guidance(let from, let to, let function) = violation.tag.subject else { return Self.name }
        let (hospital, partner, wording) = (instance[from].name, instance[to].name, function.wording)
        return Text(
            "Nobody from \(hospital.english) at \(partner.english) guides in \(wording.english)",
            "\(hospital.chinese)派驻\(partner.chinese)的人员中无人负责\(wording.chinese)指导")
    }
}

extension Instance {
    /// The hospitals and the partners they are paired with, in the order of the links, each with the days of its links.
    var pairs: [(hospital: SiteIndex, partner: SiteIndex, days: [DayRange])] {
        var pairs: [(hospital: SiteIndex, partner: SiteIndex, days: [DayRange])] = []
        for link in description.links where link.kind == .pairing {
            guard let hospital = site(link.origin), let partner = site(link.host) else { continue }
            if let known = pairs.firstIndex(where: { $0.hospital == hospital && $0.partner == partner }) {
                pairs[known].days.append(link.days)
            } else {
                pairs.append((hospital, partner, [link.days]))
            }
        }
        return pairs
    }
}
