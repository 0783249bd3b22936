/// One indicator with its values.
public struct IndicatorResult: Sendable {
    /// What it is.
    public let definition: IndicatorDefinition
    /// Whether it is counted elsewhere and no roster can give it.
    public let isImported: Bool
    /// The values, or nil for one that is counted elsewhere and of which the instance states none.
    public let values: [IndicatorValue]?

    /// Computes every indicator of the book from a roster, which has an entry of the slot plan for every pool and week.
    /// O(indicators × sites × people × weeks).
    public static func all(in attendance: Attendance) -> [IndicatorResult] {
        IndicatorBook.standard.map { entry in
            switch entry {
            case .computed(let indicator):
                IndicatorResult(
                    definition: entry.definition, isImported: false,
                    values: indicator.values(in: attendance))
            case .imported(let definition):
                IndicatorResult(
                    definition: definition, isImported: true,
                    values: ImportedIndicators.values(of: definition, in: attendance.instance))
            }
        }
    }
}

extension Instance {
    /// Whether the targets of an indicator without a rule of its own bind: where the instance names a policy pack, only if one of the clauses is
    /// the pack's.
    func enforces(_ definition: IndicatorDefinition) -> Bool {
        guard let pack = description.policyPack else { return true }
        let clauses = Set(pack.clauses.map(\.id.text))
        return definition.citations.contains { clauses.contains($0.requirement) }
    }
}
