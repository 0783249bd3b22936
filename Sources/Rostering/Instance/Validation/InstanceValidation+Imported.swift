extension InstanceValidation {
    /// Imported values are of imported indicators, once for each site, year and way of counting.
    mutating func checkImportedValues() {
        struct Key: Hashable {
            let indicator: String
            let site: SiteID?
            let year: Int
            let reading: Text?
        }
        let known = ImportedIndicators.all.map(\.id)
        var seen: Set<Key> = []
        for (position, value) in description.importedValues.enumerated() {
            let path = FaultPath.root["importedValues"][position]
            if !known.contains(value.indicator) {
                let words = known.map { "'\($0)'" }.joined(separator: ", ")
                add(
                    .unknownWord, at: path["indicator"], value: value.indicator,
                    Text(
                        "The indicators with imported values are \(words).", "可导入数值的指标为\(words)。")
                        + Suggestion.maybe(value.indicator, among: known))
            }
            if let site = value.site { _ = self.known(site, at: path["site"]) }
            check(value.year, in: 1900...2999, at: path["year"])
            check(value.count, in: 0...1_000_000_000, at: path["count"])
            check(value.total, in: 1...1_000_000_000, at: path["of"])
            let key = Key(
                indicator: value.indicator, site: value.site, year: value.year, reading: value.reading)
            if !seen.insert(key).inserted {
                add(
                    .duplicateEntry, at: path, value: "\(value.indicator) \(value.year)",
                    Text(
                        "There is a value of this indicator, site and year already.", "该指标、机构和年份已有数值。"))
            }
        }
    }
}
