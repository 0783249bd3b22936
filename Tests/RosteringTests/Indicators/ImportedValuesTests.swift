import Testing

@testable import Rostering

@Suite("Imported values of indicators")
struct ImportedValuesTests {
    /// The values of an imported indicator: reading or year, value, limit, verdict and whether it binds.
    private func rows(
        _ indicator: String, _ values: [ImportedValue],
        _ change: (inout InstanceDescription) -> Void = { _ in }
    ) throws -> [String] {
        let instance = try instance().changed {
            $0.importedValues = values
            change(&$0)
        }
        let results = IndicatorResult.all(in: Attendance(try instance.roster(), in: instance))
        let result = try #require(results.first { $0.definition.id == indicator })
        #expect(result.isImported)
        return (result.values ?? []).map { value in
            let subject = if case .site(let site) = value.subject { "\(instance[site].id) " } else { "" }
            let number = value.value.map { "\((1000 * $0.decimal).rounded() / 10)" } ?? "none"
            let limit = value.target.map { " limit \((1000 * $0.limit.decimal).rounded() / 10)" } ?? ""
            return "\(subject)\(value.reading?.english ?? ""): \(number)\(limit) \(value.verdict)"
                + (value.isEnforced ? "" : ", not binding")
        }
    }

    private func out(_ year: Int, _ count: Int, of total: Int = 1000) -> ImportedValue {
        ImportedValue(indicator: "referralsOut", site: "h", year: year, count: count, of: total)
    }

    /// Above 20 % five a year, above 10 % three, at 10 % nothing more (A9); points and parts differ.
    @Test(arguments: [
        (300, 25.0, 28.5), (201, 15.1, 19.1), (200, 17, 19.4), (141, 11.1, 13.7), (140, 11, 13.6),
        (110, 11, 11),
        (101, 11, 11), (100, 11, 11), (50, 11, 11),
    ])
    func theStepOfAYear(before: Int, points: Double, part: Double) throws {
        func limit(_ step: IndicatorReadings.OutReferralStep) -> Double {
            let limit = ImportedIndicators.outOfCountyLimit(after: Fraction(before, 1000), step)
            return (1000 * limit.decimal).rounded() / 10
        }
        #expect(limit(.percentagePoints) == points)
        #expect(limit(.relative) == part)
    }

    /// Both readings are shown beside one another; the policy says which binds.
    @Test func bothReadingsOfTheStep() throws {
        let values = [out(2016, 250), out(2017, 220), out(2018, 170)]
        #expect(
            try rows("referralsOut", values) == [
                "h 2016: 25.0 none", "h 2017, percentage points: 22.0 limit 20.0 missed",
                "h 2017, of the rate: 22.0 limit 23.8 met, not binding",
                "h 2018, percentage points: 17.0 limit 17.0 met",
                "h 2018, of the rate: 17.0 limit 20.9 met, not binding",
            ])
        #expect(
            try rows("referralsOut", values) { $0.policy.indicators.outReferralStep = .relative }[1...2] == [
                "h 2017, percentage points: 22.0 limit 20.0 missed, not binding",
                "h 2017, of the rate: 22.0 limit 23.8 met",
            ])
    }

    /// Growth on the year before, by hospital and together (A10): one hospital shrinks, all together grow by a tenth.
    @Test func growthOfReferralsDown() throws {
        func down(_ site: SiteID, _ year: Int, _ count: Int) -> ImportedValue {
            ImportedValue(indicator: "referralsDownGrowth", site: site, year: year, count: count)
        }
        let values = [
            down("h", 2016, 100), down("h", 2017, 125), down("g", 2016, 100), down("g", 2017, 95),
            down("c1", 2016, 0), down("c1", 2017, 0),
        ]
        #expect(
            try rows("referralsDownGrowth", values) == [
                "h 2017: 25.0 limit 10.0 met", "g 2017: -5.0 limit 10.0 missed",
                "c1 2017: none limit 10.0 none",
                "2017: 10.0 limit 10.0 met, not binding",
            ])
        let together = try rows("referralsDownGrowth", values) {
            $0.policy.indicators.downReferralGrowth = .together
        }
        #expect(together.last == "2017: 10.0 limit 10.0 met")
        #expect(together[1] == "g 2017: -5.0 limit 10.0 missed, not binding")
    }

    @Test func otherTargets() throws {
        let visits = [2024, 2025].map { year in
            ImportedValue(
                indicator: "grassRootsVisits", year: year, reading: Text("village rooms included", "含村卫生室"),
                count: 64, of: 100)
        }
        #expect(
            try rows("grassRootsVisits", visits) == [
                "2024, village rooms included: 64.0 limit 65.0 missed, not binding",
                "2025, village rooms included: 64.0 limit 65.0 missed",
            ])
        let techniques = [1, 2].map {
            ImportedValue(indicator: "newTechniques", site: $0 == 1 ? "h" : "g", year: 2018, count: $0)
        }
        #expect(
            try rows("newTechniques", techniques) == [
                "h 2018: 100.0 limit 200.0 missed", "g 2018: 200.0 limit 200.0 met",
            ])
        let satisfied = [ImportedValue(indicator: "satisfaction", year: 2018, count: 9, of: 10)]
        #expect(try rows("satisfaction", satisfied) == ["2018: 90.0 none"])
    }

    @Test func faultsAreTold() throws {
        var description = try instance().description
        description.importedValues = [
            ImportedValue(indicator: "referralsOuts", year: 2016, count: 1, of: 2),
            ImportedValue(indicator: "netFlow", year: 1016, count: -1, of: 0),
            ImportedValue(indicator: "satisfaction", site: "x", year: 2016, count: 1),
            ImportedValue(indicator: "satisfaction", site: "x", year: 2016, count: 2),
        ]
        #expect(
            description.faultLines == [
                "unknownWord importedValues[0].indicator", "unknownWord importedValues[1].indicator",
                "outOfRange importedValues[1].year", "outOfRange importedValues[1].count",
                "outOfRange importedValues[1].of", "unknownSite importedValues[2].site",
                "unknownSite importedValues[3].site", "duplicateEntry importedValues[3]",
            ])
        let message = description.faults(beside: []).first?.message.english
        #expect(message?.hasSuffix("Maybe 'referralsOut'?") == true)
    }
}
