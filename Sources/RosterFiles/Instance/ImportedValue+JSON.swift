import Rostering

extension ImportedValue {
    /// Reads a figure; without `of` the count is the value.
    init(reading json: JSONReader) {
        let object = json.object(
            keys: ["indicator", "site", "year", "reading", "count", "of"],
            required: ["indicator", "year", "count"])
        self.init(
            indicator: object["indicator"].string() ?? "", site: object["site"].optionalIdentifier(),
            year: object["year"].integer() ?? 0, reading: Text(reading: object["reading"]),
            count: object["count"].integer() ?? 0, of: object["of"].integer() ?? 1)
    }

    /// The figure as an object.
    var json: JSONValue {
        .object([
            "indicator": .string(indicator), "site": site.map { .string($0) }, "year": .integer(year),
            "reading": reading?.json, "count": .integer(count), "of": total == 1 ? nil : .integer(total),
        ])
    }
}

extension IndicatorReadings {
    /// Reads how targets are read; what is left out stays as it is in `base`.
    init(reading json: JSONReader, over base: IndicatorReadings) {
        self = base
        let object = json.optionalObject(keys: ["outReferralStep", "downReferralGrowth"])
        outReferralStep = object["outReferralStep"].choice() ?? base.outReferralStep
        downReferralGrowth = object["downReferralGrowth"].choice() ?? base.downReferralGrowth
    }

    /// What differs from `base`, as an object.
    func json(over base: IndicatorReadings) -> JSONValue {
        .object([
            "outReferralStep": outReferralStep == base.outReferralStep
                ? nil : .string(outReferralStep.rawValue),
            "downReferralGrowth": downReferralGrowth == base.downReferralGrowth
                ? nil : .string(downReferralGrowth.rawValue),
        ])
    }
}
