import Foundation
import Rostering

// Words and numbers that several sections of a report use.

extension String {
    /// A number with at most `digits` digits after the point and without needless zeros.
    static func decimal(_ value: Double, digits: Int) -> String {
        var text = String(format: "%.\(digits)f", value)
        guard text.contains(".") else { return text }
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text == "-0" ? "0" : text
    }
}

extension Text {
    /// A share as a percentage with two digits; a positive one never looks like nothing.
    static func percentage(_ share: Double) -> Text {
        let number = share > 0 && share < 0.000_05 ? "<0.01" : String.decimal(100 * share, digits: 2)
        return Text("\(number) %", "\(number)%")
    }

    /// A count with its unit.
    static func counted(_ amount: Int, _ unit: Text) -> Text {
        Text("\(amount) \(amount == 1 ? unit.english : plural(unit.english))", "\(amount)\(unit.chinese)")
    }

    private static func plural(_ noun: String) -> String {
        if noun.hasSuffix("person") { return noun.dropLast(6) + "people" }
        let isSoftened = noun.hasSuffix("y") && !["ay", "ey", "oy", "uy"].contains { noun.hasSuffix($0) }
        return isSoftened ? noun.dropLast() + "ies" : noun + "s"
    }
}

extension RosterCalendar {
    /// The days of a run of weeks.
    func wording(of weeks: Range<Week>) -> Text {
        let (first, last) = (monday(of: weeks.lowerBound), sunday(of: weeks.upperBound.advanced(by: -1)))
        return Text("\(first) to \(last)", "\(first)至\(last)")
    }
}

extension Person {
    /// The title in the words of the person's profession.
    var titleWording: Text {
        guard profession != .manager else { return profession.wording }
        let (english, chinese) = (profession.wording.english, String(profession.wording.chinese.prefix(1)))
        return switch title {
        case .none: Text("untitled \(english)", "未评职称")
        case .assistant: Text("assistant \(english)", "\(chinese)士")
        case .junior: Text("junior \(english)", "\(chinese)师")
        case .intermediate:
            Text("attending \(english)", (profession == .doctor ? "主治" : "主管") + "\(chinese)师")
        case .associateSenior: Text("associate chief \(english)", "副主任\(chinese)师")
        case .senior: Text("chief \(english)", "主任\(chinese)师")
        }
    }

    /// The identifier and, where there is one, the name.
    var label: String { name.isEmpty || name == id.text ? id.text : "\(id.text) \(name)" }
}

extension Instance {
    /// The rule with an identifier, or nil.
    func rule(_ id: RuleID) -> (any Rule)? { policy.rules.first { $0.id == id } }

    /// The part of the objective that a rule belongs to.
    func part(of rule: RuleID) -> ObjectivePart { self.rule(rule).map { type(of: $0).part } ?? .staff }

    /// What a pool consists of, in words: the department, or the resource and its hospital.
    func wording(of pool: Pool) -> Text {
        switch pool.source {
        case .department(let department): return wording(of: department)
        case .resource(let position):
            let (hospital, kind) = (self[pool.hospital].name, description.resources[position].name)
            return Text("\(hospital.english), \(kind.english)", "\(hospital.chinese)\(kind.chinese)")
        }
    }
}
