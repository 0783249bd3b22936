/// Whoever leaves a clinic for training is matched by somebody posted to it in the same week (QD33).
///
/// For each clinic with somebody who may train, and each week, with `away` its own people away for training and `posted` the people posted there to
/// serve, from wherever: 100 × (posted + unmatched) ≥ percent × away. At the default of 100 percent the clinic is never short of people.
public struct MatchedExchange: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "matchedExchange"
    /// See ``Rule/name``.
    public static let name = Text("Matched exchange", "上修下沉对等")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "In every week at least as many people are posted to a clinic as it has away for training.",
        "每周派到机构的人数与该机构外出进修的人数对等。")
    /// See ``Rule/unit``.
    public static let unit = Text("person-week", "人周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("QD33", Citation.qingdao, "(十六)", "建立健全人才引进及“上修下沉”双向交流机制")
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.hardOrSoft
    /// See ``Rule/parameters``.
    public static let parameters: [Parameter<Self>] = [
        .integer(
            "percent", \.percent, 1...1000,
            Text("people posted for those away, percent", "下派人数占进修人数的百分比"))
    ]

    /// Soft, 30 points a person-week; off until a policy turns it on.
    public var enforcement = Enforcement.soft(Cost(30)).off
    /// The people posted to the clinic for those away, percent, 1 to 1000; one for one unless changed.
    public var percent = 100

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool { instance.clinicsTrain }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for clinic in instance.siteIndexes where instance[clinic].level == .clinic {
            let trainees = instance.trainees.filter { instance.employer(of: $0) == clinic }
            guard !trainees.isEmpty else { continue }
            for week in instance.weeks {
                let tag = tag(.site(clinic), week)
                let unmatched = Quantity(violationOf: tag, enforcement)
                requirements.quantities.append(unmatched)
                var balance = Expression()
                balance.add(100, instance.served(at: clinic, in: week))
                for person in trainees {
                    for host in instance.trainingHosts(of: person) {
                        balance.add(-percent, .posted(person, host, week, as: .training))
                    }
                }
                balance.add(100, .quantity(unmatched.name))
                requirements.rows.append(Requirement(tag, balance))
            }
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        return instance.siteIndexes.filter { instance[$0].level == .clinic }.flatMap { clinic in
            instance.weeks.compactMap { week in
                let away = instance.personIndexes.count {
                    instance[$0].employer == instance[clinic].id
                        && attendance.posting(of: $0, in: week)?.kind == .training
                }
                guard away > 0 else { return nil }
                let wanted = (away * percent + 99) / 100
                let unmatched = wanted - attendance.people(servingAt: clinic, in: week).count
                return unmatched > 0 ? violation(.site(clinic), week, amount: unmatched) : nil
            }
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .site(let clinic) = violation.tag.subject else { return Self.name }
        let name = instance[clinic].name
        let people = violation.amount == 1 ? "1 person" : "\(violation.amount) people"
        return Text(
            "\(name.english) lacks \(people) posted there for those away for training",
            "\(name.chinese)与外出进修人员对应的下派人员缺\(violation.amount)人")
    }
}

extension Instance {
    /// The people posted at a site in a week to serve there, not to learn; of all employers or those that are meant.
    func served(at site: SiteIndex, in week: Week, from isMeant: (Site) -> Bool = { _ in true }) -> Expression
    {
        var served = Expression()
        for person in candidates(at: site) where isMeant(self[employer(of: person)]) {
            for kind in servingKinds(of: person, at: site) {
                served.add(1, .posted(person, site, week, as: kind))
            }
        }
        return served
    }
}
