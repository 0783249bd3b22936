import Testing

@Suite("Generated instances")
struct GenerateTests {
    private static let rungs = [
        ("community", "--people 40 --clinics 3 --specialties 4 --weeks 13"),
        ("one-specialty", "--people 17 --clinics 10 --specialties 1 --weeks 52"),
        ("half-county", "--people 80 --clinics 6 --specialties 8 --weeks 26"),
    ]

    @Test("A rung is its sizes by name: the same bytes", arguments: rungs, ["loose", "tight"])
    func rung(_ rung: (name: String, sizes: String), _ tightness: String) throws {
        let named = try generate("--rung \(rung.name) --tightness \(tightness) --seed 3")
        #expect(try named == generate("\(rung.sizes) --tightness \(tightness) --seed 3"))
        #expect(try named != generate("--rung \(rung.name) --tightness \(tightness) --seed 4"))
    }

    @Test("A number given beside a rung changes it, and without a rung there are defaults")
    func change() throws {
        #expect(
            try generate("--weeks 9 --rung community --people 12")
                == generate("--people 12 --clinics 3 --specialties 4 --weeks 9 --tightness loose"))
        #expect(
            try generate("") == generate("--people 80 --clinics 6 --specialties 8 --weeks 26 --seed 1"))
    }

    private func generate(_ options: String) throws -> String {
        let run = try RotaProcess.run(["generate"] + options.split(separator: " ").map(String.init))
        #expect(run.status == 0)
        return run.output
    }
}
