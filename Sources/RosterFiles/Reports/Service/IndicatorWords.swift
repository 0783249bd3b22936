import Rostering

// Values, targets and subjects of indicators in words.

extension IndicatorDefinition.Unit {
    /// The unit's name: `%`, nothing for a plain number, or what is counted.
    var name: Text {
        switch self {
        case .share: Text("%")
        case .number: Text("")
        case .counted(let unit): unit
        }
    }

    /// A value in the unit.
    func amount(of value: Fraction) -> Double {
        if case .share = self { 100 * value.decimal } else { value.decimal }
    }

    /// A value in words; of a share or ratio also what was counted.
    func wording(of value: Fraction) -> Text {
        let parts = "\(value.numerator)/\(value.denominator)"
        switch self {
        case .share:
            let share = Text.percentage(value.decimal)
            return Text("\(parts) (\(share.english))", "\(parts)（\(share.chinese)）")
        case .number:
            let number = String.decimal(value.decimal, digits: 3)
            return Text("\(parts) (\(number))", "\(parts)（\(number)）")
        case .counted(let unit): return Self.counted(value, unit)
        }
    }

    /// A target in words, such as `at least 20 %`.
    func wording(of target: IndicatorTarget) -> Text {
        let limit =
            switch self {
            case .share: Text.percentage(target.limit.decimal)
            case .number: Text(String.decimal(target.limit.decimal, digits: 3))
            case .counted(let unit): Self.counted(target.limit, unit)
            }
        return switch target.relation {
        case .atLeast: Text("at least \(limit.english)", "不少于\(limit.chinese)")
        case .moreThan: Text("more than \(limit.english)", "大于\(limit.chinese)")
        case .atMost: Text("at most \(limit.english)", "不超过\(limit.chinese)")
        }
    }

    private static func counted(_ value: Fraction, _ unit: Text) -> Text {
        guard !value.numerator.isMultiple(of: value.denominator) else {
            return Text.counted(value.numerator / value.denominator, unit)
        }
        let number = String.decimal(value.decimal, digits: 2)
        // English puts what is not one thing in the plural.
        let several = Text.counted(2, unit).english.dropFirst(2)
        return Text("\(number) \(several)", "\(number)\(unit.chinese)")
    }
}

extension IndicatorValue {
    /// The verdict in words, empty where there is none; a target that does not bind is no cause for alarm.
    var verdictWording: Text {
        switch verdict {
        case .met: isEnforced ? Text("met", "达标") : Text("met (not enforced)", "达标（非执行要求）")
        case .missed: isEnforced ? Text("MISSED", "未达标") : Text("missed (not enforced)", "未达标（非执行要求）")
        case .none: Text("")
        }
    }
}

extension Instance {
    /// What an indicator's value is of.
    func wording(of subject: IndicatorSubject) -> Text {
        switch subject {
        case .whole: return Text("all", "全部")
        case .site(let site): return self[site].name
        case .department(let department): return wording(of: department)
        case .pool(let pool): return wording(of: self[pool])
        case .pair(let origin, let host):
            let (from, to) = (self[origin].name, self[host].name)
            return Text("\(from.english) to \(to.english)", "\(from.chinese)至\(to.chinese)")
        }
    }
}
