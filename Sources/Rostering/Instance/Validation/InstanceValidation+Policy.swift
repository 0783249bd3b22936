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
            if !rule.enforcement.isOn {
                add(
                    .wrongEnforcement, at: path["on"], value: "false",
                    Text("This rule is part of every plan and cannot be off.", "该规则是个人计划的基本要求，不能关闭。"))
            }
            if !rule.enforcement.isHard {
                add(
                    .wrongEnforcement, at: path["hard"], value: "false",
                    Text("This rule is part of every plan and cannot be soft.", "该规则是个人计划的基本要求，不能设为软约束。"))
            }
        case .soft:
            if rule.enforcement.isHard {
                add(
                    .wrongEnforcement, at: path["hard"], value: "true",
                    Text(
                        "This rule is a preference and cannot be hard; raise its weight.", "该规则只能是软约束，可提高其权重。"
                    ))
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
