/// One indicator with its values.
public struct IndicatorResult: Sendable {
    /// What it is.
    public let definition: IndicatorDefinition
    /// The values, or nil for one that is counted elsewhere.
    public let values: [IndicatorValue]?

    /// Computes every indicator of the book from a roster, which has an entry of the slot plan for every pool and week.
    /// O(indicators × sites × people × weeks).
    public static func all(in attendance: Attendance) -> [IndicatorResult] {
        IndicatorBook.standard.map { entry in
            switch entry {
            case .computed(let indicator):
                IndicatorResult(definition: entry.definition, values: indicator.values(in: attendance))
            case .imported(let definition): IndicatorResult(definition: definition, values: nil)
            }
        }
    }
}
