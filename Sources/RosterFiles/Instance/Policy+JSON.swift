import Rostering

extension Policy {
    /// Reads what a file says about the order of parts, the readings of targets and the rules: what is left out stays as it is in `base`.
    init(reading object: JSONObjectReader, over base: Policy) {
        self = base
        isLexicographic = object["lexicographic"].bool() ?? base.isLexicographic
        indicators = IndicatorReadings(reading: object["indicators"], over: base.indicators)
        guard object["rules"].isPresent else { return }
        let rules = object["rules"].object(keys: self.rules.map(\.id.description))
        for rule in self.rules where rules[rule.id.description].isPresent {
            replace(rule.reading(rules[rule.id.description]))
        }
    }

    /// The policy as members of an object: only what differs from `base`.
    func members(over base: Policy) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        if isLexicographic != base.isLexicographic {
            members.append(JSONValue.Member(key: "lexicographic", value: .bool(isLexicographic)))
        }
        if let indicators = indicators.json(over: base.indicators).unlessEmpty {
            members.append(JSONValue.Member(key: "indicators", value: indicators))
        }
        let changed = rules.compactMap { rule -> JSONValue.Member? in
            let usual = base.rules.first { $0.id == rule.id }?.members ?? []
            let members = rule.members.filter { !usual.contains($0) }
            return members.isEmpty ? nil : JSONValue.Member(key: rule.id.description, value: .object(members))
        }
        if !changed.isEmpty { members.append(JSONValue.Member(key: "rules", value: .object(changed))) }
        return members
    }
}

extension Rule {
    /// The rule with what a file says about its enforcement and parameters.
    fileprivate func reading(_ json: JSONReader) -> Self {
        var rule = self
        let object = json.object(keys: ["on", "hard", "weight"] + Self.parameters.map(\.name))
        let wanted = Enforcement(
            isOn: object["on"].bool() ?? enforcement.isOn,
            isHard: object["hard"].bool() ?? enforcement.isHard,
            weight: object["weight"].cost() ?? enforcement.weight)
        rule.enforcement = wanted
        // A structural rule ignores what it is told; the file's author must hear of it.
        let kept = rule.enforcement
        if kept.isOn != wanted.isOn { object["on"].refused() }
        if kept.isHard != wanted.isHard { object["hard"].refused() }
        if kept.weight != wanted.weight { object["weight"].refused() }
        for parameter in Self.parameters {
            let json = object[parameter.name]
            guard let value = parameter.domain.read(json) else { continue }
            if !parameter.set(value, in: &rule) { json.outside(parameter.domain) }
        }
        return rule
    }

    /// All that a file may say about the rule.
    fileprivate var members: [JSONValue.Member] {
        [
            JSONValue.Member(key: "on", value: .bool(enforcement.isOn)),
            JSONValue.Member(key: "hard", value: .bool(enforcement.isHard)),
            JSONValue.Member(key: "weight", value: .cost(enforcement.weight)),
        ]
            + Self.parameters.map {
                JSONValue.Member(key: $0.name, value: $0.value(in: self).json)
            }
    }
}

extension ParameterDomain {
    fileprivate func read(_ json: JSONReader) -> ParameterValue? {
        switch self {
        case .integer: json.integer().map { .integer($0) }
        case .cost: json.cost().map { .cost($0) }
        case .choice(let words): json.choice(among: words).map { .choice($0) }
        }
    }
}

extension ParameterValue {
    fileprivate var json: JSONValue {
        switch self {
        case .integer(let number): .integer(number)
        case .cost(let cost): .cost(cost)
        case .choice(let word): .string(word)
        }
    }
}

extension JSONReader {
    fileprivate func refused() {
        log.add(.structuralRule(value: text, at: path))
    }

    fileprivate func outside(_ domain: ParameterDomain) {
        switch (domain, value) {
        case (.integer(let range), .integer(let number)): outOfRange(number, in: range)
        case (.cost(let range), _): outOfRange(cost() ?? .zero, in: range)
        default: preconditionFailure("a word that was read is one of the parameter's")
        }
    }
}
