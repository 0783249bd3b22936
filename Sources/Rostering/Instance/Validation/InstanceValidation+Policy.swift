extension InstanceValidation {
    /// Rules are enforced as they may be, with legal weights and parameters.
    mutating func checkPolicy() {
        for fault in description.policy.faults(at: .root["policy"]) { add(fault) }
    }
}

extension Policy {
    /// Every rule that is enforced as it may not be, or with an illegal weight or parameter; `path` is the place of the policy.
    func faults(at path: FaultPath) -> [Fault] { rules.flatMap { $0.faults(at: path["rules"]) } }
}

extension Rule {
    fileprivate func faults(at path: FaultPath) -> [Fault] {
        let path = path[Self.id.description]
        var faults = Fault.unless(enforcement.weight, in: .zero...Cost(1_000_000), at: path["weight"])
        switch Self.enforceability {
        case .structural:
            if !enforcement.isOn { faults.append(.structuralRule(value: "false", at: path["on"])) }
            if !enforcement.isHard { faults.append(.structuralRule(value: "false", at: path["hard"])) }
        case .soft:
            if enforcement.isHard {
                faults.append(
                    Fault(
                        .wrongEnforcement, at: path["hard"], value: "true",
                        Text(
                            "This rule is a preference and cannot be hard; raise its weight.",
                            "该规则只能是软约束，可提高其权重。")))
            }
        case .hard:
            if !enforcement.isHard {
                faults.append(
                    Fault(
                        .wrongEnforcement, at: path["hard"], value: "false",
                        Text(
                            "This rule shapes every plan: it is hard, or off; leave 'hard' out.",
                            "该规则决定个人计划的形式：只能是硬约束或关闭，请省略“hard”。")))
            }
        case .hardOrSoft: break
        }
        for parameter in Self.parameters {
            let path = path[parameter.name]
            switch (parameter.domain, parameter.value(in: self)) {
            case (.integer(let range), .integer(let value)):
                faults += Fault.unless(value, in: range, at: path)
            case (.cost(let range), .cost(let value)): faults += Fault.unless(value, in: range, at: path)
            default: break  // A choice holds one of its words by its type.
            }
        }
        return faults
    }
}

extension Fault {
    /// A number out of its range, or nothing.
    fileprivate static func unless<Number>(
        _ number: Number, in range: ClosedRange<Number>, at path: FaultPath
    ) -> [Fault] {
        range.contains(number) ? [] : [.outOfRange(number, in: range, at: path)]
    }

    /// A structural rule that is to be off, soft or weighed.
    public static func structuralRule(value: String, at path: FaultPath) -> Fault {
        Fault(
            .wrongEnforcement, at: path, value: value,
            Text(
                "This rule is part of every plan: it is always on and hard and has no weight.",
                "该规则是个人计划的基本要求：始终开启，为硬约束，没有权重。"))
    }
}
