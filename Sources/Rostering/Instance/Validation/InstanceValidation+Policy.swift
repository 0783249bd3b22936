extension InstanceValidation {
    /// Rules are enforced as they may be, with legal weights and parameters.
    mutating func checkPolicy() {
        for rule in description.policy.rules { check(rule) }
    }

    private mutating func check<R: Rule>(_ rule: R) {
        let path = FaultPath.root["policy"]["rules"][R.id.description]
        check(rule.enforcement.weight, in: .zero...Cost(1_000_000), at: path["weight"])
        switch R.enforceability {
        case .structural:
            if !rule.enforcement.isOn { add(.structuralRule(value: "false", at: path["on"])) }
            if !rule.enforcement.isHard { add(.structuralRule(value: "false", at: path["hard"])) }
        case .soft:
            if rule.enforcement.isHard {
                add(
                    .wrongEnforcement, at: path["hard"], value: "true",
                    Text(
                        "This rule is a preference and cannot be hard; raise its weight.", "该规则只能是软约束，可提高其权重。"
                    ))
            }
        case .hard:
            if !rule.enforcement.isHard {
                add(
                    .wrongEnforcement, at: path["hard"], value: "false",
                    Text(
                        "This rule shapes every plan: it is hard, or off; leave 'hard' out.",
                        "该规则决定个人计划的形式：只能是硬约束或关闭，请省略“hard”。"))
            }
        case .hardOrSoft: break
        }
        for parameter in R.parameters {
            let path = path[parameter.name]
            switch (parameter.domain, parameter.value(in: rule)) {
            case (.integer(let range), .integer(let value)): check(value, in: range, at: path)
            case (.cost(let range), .cost(let value)): check(value, in: range, at: path)
            default: break  // A choice holds one of its words by its type.
            }
        }
    }
}

extension Fault {
    /// A structural rule that is to be off, soft or weighed.
    public static func structuralRule(value: String, at path: FaultPath) -> Fault {
        Fault(
            .wrongEnforcement, at: path, value: value,
            Text(
                "This rule is part of every plan: it is always on and hard and has no weight.",
                "该规则是个人计划的基本要求：始终开启，为硬约束，没有权重。"))
    }
}
