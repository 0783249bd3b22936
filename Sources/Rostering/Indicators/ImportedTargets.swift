// The values of imported indicators that an instance states, with what the clauses ask of them.
extension ImportedIndicators {
    /// The definition with an identifier, or nil.
    static func definition(_ id: String) -> IndicatorDefinition? { all.first { $0.id == id } }

    /// Every imported indicator, in the order of the book.
    static let all = IndicatorBook.standard.compactMap { entry in
        if case .imported(let definition) = entry { definition } else { nil }
    }

    /// The values of an indicator in the order of the instance's file, or nil where it states none.
    static func values(of definition: IndicatorDefinition, in instance: Instance) -> [IndicatorValue]? {
        let stated = instance.description.importedValues.filter { $0.indicator == definition.id }
        guard !stated.isEmpty else { return nil }
        let binds = instance.enforces(definition)
        switch definition.id {
        case referralsOut.id:
            return stated.flatMap { outOfCounty($0, after: $0.yearBefore(in: stated), instance, binds) }
        case referralsDownGrowth.id: return growth(stated, instance, binds)
        case newTechniques.id:
            return stated.map { instance.value($0, target: IndicatorTarget(.atLeast, Fraction(2)), binds) }
        case grassRootsVisits.id:
            let target = IndicatorTarget(.atLeast, Fraction(65, 100))
            // 65 % by the end of 2025.
            return stated.map { instance.value($0, target: target, binds && $0.year >= 2025) }
        default: return stated.map { instance.value($0) }
        }
    }

    /// The rate that is to be left after a year (YL08): above 20 % it falls by 5, above 10 % by 3, until it is about 10 %, which 11 % still is.
    static func outOfCountyLimit(after before: Fraction, _ step: IndicatorReadings.OutReferralStep)
        -> Fraction
    {
        let percent = before > Fraction(20, 100) ? 5 : before > Fraction(10, 100) ? 3 : 0
        let (count, total) = (before.numerator, before.denominator)
        let left =
            switch step {
            case .percentagePoints: Fraction(100 * count - percent * total, 100 * total)
            case .relative: Fraction((100 - percent) * count, 100 * total)
            }
        return max(left, Fraction(11, 100))
    }

    /// A rate under both readings of the step; the first year has nothing to be compared with.
    private static func outOfCounty(
        _ value: ImportedValue, after before: ImportedValue?, _ instance: Instance, _ binds: Bool
    ) -> [IndicatorValue] {
        guard let before else { return [instance.value(value)] }
        return IndicatorReadings.OutReferralStep.allCases.map { step in
            let limit = outOfCountyLimit(after: Fraction(before.count, before.total), step)
            let name =
                switch step {
                case .percentagePoints: Text("percentage points", "按百分点")
                case .relative: Text("of the rate", "按比例")
                }
            return instance.value(
                value, name, target: IndicatorTarget(.atMost, limit),
                binds && instance.policy.indicators.outReferralStep == step)
        }
    }

    /// Growth over the year before, by hospital and of those together that state both years; no value after a year with nobody.
    private static func growth(_ stated: [ImportedValue], _ instance: Instance, _ binds: Bool)
        -> [IndicatorValue]
    {
        let target = IndicatorTarget(.atLeast, Fraction(10, 100))
        func enforces(_ reading: IndicatorReadings.DownReferralGrowth) -> Bool {
            binds && instance.policy.indicators.downReferralGrowth == reading
        }
        let pairs = stated.compactMap { now in now.yearBefore(in: stated).map { (now: now, before: $0) } }
        let each = pairs.map { now, before in
            IndicatorValue(
                instance.subject(of: now), now.readingWording,
                Fraction(now.count - before.count, of: before.count),
                target: target, isEnforced: enforces(.eachHospital))
        }
        let bySite = pairs.filter { $0.now.site != nil }
        let together = Set(bySite.map(\.now.year)).sorted().map { year in
            let counts = bySite.filter { $0.now.year == year }
            let (now, before) = counts.reduce((0, 0)) { ($0.0 + $1.now.count, $0.1 + $1.before.count) }
            return IndicatorValue(
                .whole, Text("\(year)"), Fraction(now - before, of: before), target: target,
                isEnforced: enforces(.together))
        }
        return each + together
    }
}

extension ImportedValue {
    /// The same figure of the year before.
    fileprivate func yearBefore(in values: [ImportedValue]) -> ImportedValue? {
        values.first { $0.site == site && $0.reading == reading && $0.year == year - 1 }
    }

    /// The year, and how it was counted.
    fileprivate var readingWording: Text {
        reading.map { Text("\(year), \($0.english)", "\(year)，\($0.chinese)") } ?? Text("\(year)")
    }
}

extension Instance {
    fileprivate func subject(of value: ImportedValue) -> IndicatorSubject {
        value.site.flatMap { site($0) }.map { .site($0) } ?? .whole
    }

    /// A figure as a value of its year, under a reading of the target if there are several.
    fileprivate func value(
        _ value: ImportedValue, _ targetReading: Text? = nil, target: IndicatorTarget? = nil,
        _ binds: Bool = true
    ) -> IndicatorValue {
        let year = value.readingWording
        return IndicatorValue(
            subject(of: value),
            targetReading.map { Text("\(year.english), \($0.english)", "\(year.chinese)，\($0.chinese)") }
                ?? year,
            Fraction(value.count, value.total), target: target, isEnforced: binds)
    }
}
