/// Hospitals send clinics at least as much work as they draw from them (YL36, QD14).
///
/// For each clinic over the whole horizon, in person-weeks, with `drawn` its own people posted at hospitals other than for training, `training`
/// its own people away for training, and `served` the people of hospitals posted there to serve:
///
/// - ``TrainingReading/leftOut``: drawn − served ≤ excess (training is no drain);
/// - ``TrainingReading/unmatched``: drawn + training − served ≤ excess (training is a drain as far as nobody posted to the clinic matches it).
///
/// Matched training leaves both sides: with `matched = min(training, served)`, what is drawn is `drawn + training − matched` and what is sent
/// beside it `served − matched`. So a week served makes up for one week, of training or of other work, and never for both.
///
/// The readings also say how each whole community stands, its clinics added up: one clinic may be drained while the community is not.
public struct NetFlow: Rule {
    /// How training counts.
    public enum TrainingReading: String, CaseIterable, Sendable {
        /// Not at all.
        case leftOut
        /// As far as people posted to the clinic do not match it.
        case unmatched

        var wording: Text {
            switch self {
            case .leftOut: Text("training left out", "不计进修")
            case .unmatched: Text("training beyond what is matched", "计未对等的进修")
            }
        }
    }

    /// See ``Rule/id``.
    public static let id: RuleID = "netFlow"
    /// See ``Rule/name``.
    public static let name = Text("Net flow", "人员净流向")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "Over the horizon, hospitals draw no more person-weeks from a clinic than they send to it.",
        "排班期内医院从基层机构抽调的人周数不超过下派到该机构的人周数。")
    /// See ``Rule/unit``.
    public static let unit = Text("week", "周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation(
            "YL36", Citation.yulin, "四（三）", "防止和破解大医院“跑马圈地”、“虹吸” 以及挤压基层医疗卫生机构和社会办医发展空间等问题"),
        Citation("QD14", Citation.qingdao, "(七)", "防止县级医院对基层卫生资源“虹吸”"),
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.soft
    /// See ``Rule/parameters``.
    public static let parameters: [Parameter<Self>] = [
        .choice("training", \.training, Text("how training counts", "进修如何计算"))
    ]

    /// Soft, 20 points a week; off until a policy turns it on.
    public var enforcement = Enforcement.soft(Cost(20)).off
    /// How training counts.
    public var training = TrainingReading.unmatched

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        instance.siteIndexes.contains {
            instance[$0].level == .clinic && !weeksAway(from: $0, in: instance).terms.isEmpty
        }
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for clinic in instance.siteIndexes where instance[clinic].level == .clinic {
            let drained = weeksAway(from: clinic, in: instance)
            // A clinic that nobody can leave is never drained.
            guard !drained.terms.isEmpty else { continue }
            let tag = tag(.site(clinic))
            let excess = Quantity(violationOf: tag, enforcement)
            requirements.quantities.append(excess)
            var balance = Expression()
            for week in instance.weeks {
                balance.add(1, instance.served(at: clinic, in: week, from: \.isHospital))
            }
            balance.add(-1, drained)
            balance.add(1, .quantity(excess.name))
            requirements.rows.append(Requirement(tag, balance))
        }
        return requirements
    }

    /// The weeks of a clinic's own people at hospitals, in the kinds of posting that drain it.
    private func weeksAway(from clinic: SiteIndex, in instance: Instance) -> Expression {
        var sum = Expression()
        for person in instance.personIndexes where instance.employer(of: person) == clinic {
            for option in instance.options(of: person)
            where instance[option.host].isHospital && (training == .unmatched || option.kind != .training) {
                for week in option.weeks.weeks {
                    sum.add(1, .posted(person, option.host, week, as: option.kind))
                }
            }
        }
        return sum
    }

    /// What hospitals draw from a clinic or a community and send to it, in person-weeks.
    struct Flow {
        var drawn = 0
        var training = 0
        var served = 0

        /// What is sent less what is drawn; negative where the clinic is drained.
        func balance(_ reading: TrainingReading) -> Int {
            served - drawn - (reading == .unmatched ? training : 0)
        }

        func excess(_ reading: TrainingReading) -> Int { max(0, -balance(reading)) }
    }

    /// By clinic, in order: its flow.
    func flows(in attendance: Attendance) -> [(clinic: SiteIndex, flow: Flow)] {
        let instance = attendance.instance
        return instance.siteIndexes.filter { instance[$0].level == .clinic }.map { clinic in
            var flow = Flow()
            for person in instance.personIndexes {
                let isOwn = instance[person].employer == instance[clinic].id
                let isHospitals = instance[instance.employer(of: person)].isHospital
                guard isOwn || isHospitals else { continue }
                for week in instance.weeks {
                    guard let posting = attendance.posting(of: person, in: week) else { continue }
                    if isOwn, instance[posting.host].isHospital {
                        if posting.kind == .training { flow.training += 1 } else { flow.drawn += 1 }
                    } else if isHospitals, posting.host == clinic, posting.kind != .training {
                        flow.served += 1
                    }
                }
            }
            return (clinic, flow)
        }
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        flows(in: attendance).compactMap { clinic, flow in
            let excess = flow.excess(training)
            return excess > 0 ? violation(.site(clinic), amount: excess) : nil
        }
    }

    /// See ``Rule/readings(in:)``.
    public func readings(in attendance: Attendance) -> [ReadingVerdict] {
        let flows = flows(in: attendance)
        var communities: [SiteIndex: Flow] = [:]
        for (clinic, flow) in flows {
            guard let lead = attendance.instance.lead(of: clinic) else { continue }
            communities[lead, default: Flow()].drawn += flow.drawn
            communities[lead, default: Flow()].training += flow.training
            communities[lead, default: Flow()].served += flow.served
        }
        let wholes = communities.keys.sorted().map { ($0, communities[$0] ?? Flow()) }
        let levels =
            [(Text("each clinic", "逐个机构"), flows.map { ($0, $1) }, true)] + [
                (Text("each community", "医共体合计"), wholes, false)
            ]
        return levels.flatMap { level, flows, isByClinic in
            TrainingReading.allCases.map { reading in
                let (own, excesses) = (reading.wording, flows.map { ($0.0, $0.1.excess(reading)) })
                return ReadingVerdict(
                    reading: Text(
                        "\(level.english), \(own.english)", "\(level.chinese)，\(own.chinese)"),
                    isEnforced: isByClinic && reading == training,
                    amount: excesses.reduce(0) { $0 + $1.1 }, sites: excesses.filter { $0.1 > 0 }.map(\.0))
            }
        }
    }

    /// See ``Rule/warnings(in:)``: the alert (预警) that QD14 asks for, of every clinic that is drained under the stricter reading, whichever is enforced.
    public func warnings(in attendance: Attendance) -> [Text] {
        let instance = attendance.instance
        return flows(in: attendance).compactMap { clinic, flow in
            let (excess, name) = (flow.excess(.unmatched), instance[clinic].name)
            guard excess > 0 else { return nil }
            return Text(
                "siphon alert: hospitals draw \(counted(excess, "person-week")) more from \(name.english) than they send, training included",
                "虹吸预警：医院从\(name.chinese)抽调（含进修）的人周数比下派的多\(excess)")
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .site(let clinic) = violation.tag.subject else { return Self.name }
        let (name, weeks) = (instance[clinic].name, violation.amount)
        return Text(
            "hospitals draw \(counted(weeks, "person-week")) more from \(name.english) than they send to it",
            "医院从\(name.chinese)抽调的人周数比下派的多\(weeks)")
    }
}
