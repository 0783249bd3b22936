import Rostering

extension Audit {
    /// What each part of the objective amounts to.
    func partsJSON(in instance: Instance) -> JSONValue {
        .object(
            ObjectivePart.allCases.map {
                JSONValue.Member(key: $0.rawValue, value: .cost(cost(of: $0, in: instance)))
            })
    }

    /// Every rule that is on, with its verdict, its share of the objective and its readings.
    func rulesJSON(in instance: Instance, _ language: Language) -> JSONValue {
        .array(
            verdicts.compactMap { verdict in
                instance.rule(verdict.rule).map { verdict.json(by: $0, in: instance, language) }
            })
    }

    /// Every violation, in the order of the rules.
    func violationsJSON(in instance: Instance, _ language: Language) -> JSONValue {
        .array(verdicts.flatMap(\.violations).map { $0.json(in: instance, language) })
    }
}

extension Audit.Verdict {
    fileprivate func json(by rule: any Rule, in instance: Instance, _ language: Language) -> JSONValue {
        .object([
            "rule": .string(self.rule.description), "name": .string(type(of: rule).name[language]),
            "hard": .bool(rule.enforcement.isHard), "kept": isApplicable ? .bool(violations.isEmpty) : nil,
            "nothingToJudge": isApplicable ? nil : .bool(true),
            "amount": .integer(amount), "unit": .string(type(of: rule).unit[language]), "cost": .cost(cost),
            "readings": .listed(readings) { reading in
                .object([
                    "reading": .string(reading.reading[language]), "enforced": .bool(reading.isEnforced),
                    "amount": .integer(reading.amount),
                    "sites": .array(reading.sites.map { .string(instance[$0].id) }),
                ])
            },
            "warnings": .listed(warnings) { .string($0[language]) },
        ])
    }
}

extension Violation {
    fileprivate func json(in instance: Instance, _ language: Language) -> JSONValue {
        .object([
            "rule": .string(tag.rule.description), "subject": tag.subject.json(in: instance),
            "week": tag.week.map { .string(instance.calendar.monday(of: $0)) }, "amount": .integer(amount),
            "hard": .bool(isHard), "cost": .cost(cost),
            "message": instance.rule(tag.rule).map { .string($0.wording(of: self, in: instance)[language]) },
        ])
    }
}

extension Subject {
    /// The subject by identifiers; demands and department minimums have none and go by their position in the instance file.
    func json(in instance: Instance) -> JSONValue {
        switch self {
        case .person(let person): .object(["person": .string(instance[person].id)])
        case .posting(let person, let host):
            .object(["person": .string(instance[person].id), "host": .string(instance[host].id)])
        case .site(let site): .object(["site": .string(instance[site].id)])
        case .department(let department):
            .object([
                "hospital": .string(instance[instance[department].hospital].id),
                "specialty": .string(instance[department].specialty),
            ])
        case .demand(let demand):
            .object(["demand": .integer(demand.offset), "host": .string(instance[demand].host)])
        case .pool(let pool): Self.json(of: instance[pool], in: instance)
        case .departmentMinimum(let position): .object(["departmentMinimum": .integer(position)])
        case .remoteDuty(let duty): .object(["remoteDuty": .string(instance[duty].id)])
        case .visitsWanted(let position): .object(["visitsWanted": .integer(position)])
        case .team(let team, let host):
            .object(["team": .string(instance[team].id), "host": .string(instance[host].id)])
        case .namedPosts(let group): .object(["namedPosts": .integer(group)])
        case .residents(let hospital, let place, let profession):
            .object([
                "hospital": .string(instance[hospital].id), "host": place.map { .string(instance[$0].id) },
                "profession": profession.map { .string($0.rawValue) },
            ])
        case .guidance(let from, let to, let function):
            .object([
                "hospital": .string(instance[from].id), "partner": .string(instance[to].id),
                "function": .string(function.rawValue),
            ])
        case .trainingSeats(let position): .object(["trainingSeats": .integer(position)])
        case .approvedPosts(let position): .object(["establishment": .integer(position)])
        case .target(let position): .object(["target": .integer(position)])
        case .specialty(let site, let specialty):
            .object(["site": .string(instance[site].id), "specialty": .string(specialty)])
        }
    }

    private static func json(of pool: Pool, in instance: Instance) -> JSONValue {
        let hospital = JSONValue.string(instance[pool.hospital].id)
        return switch pool.source {
        case .department(let department):
            .object(["hospital": hospital, "specialty": .string(instance[department].specialty)])
        case .resource(let position):
            .object([
                "hospital": hospital, "resource": .string(instance.description.resources[position].kind),
            ])
        }
    }
}
