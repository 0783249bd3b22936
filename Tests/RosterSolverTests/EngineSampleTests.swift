import GLPKSolver
import RosterGenerator
import Rostering
import Testing

@_spi(Benchmarks) @testable import RosterSolver

/// What the benchmarks measure is the engine at work, not an empty loop.
@Suite struct EngineSampleTests {
    private func sample() throws -> EngineSample {
        let options = InstanceGenerator.Options(
            people: 14, clinics: 3, specialties: 2, weeks: 13, tightness: .tight)
        return try #require(EngineSample(try Instance(InstanceGenerator(options).description())))
    }

    @Test func pricesTheSamePlanAgainAndAgain() throws {
        var sample = try sample()
        let (first, second) = (sample.price(), sample.price())
        // The roster that nobody improves has this person posted, so a posting must pay.
        #expect(try #require(first) < 0)
        #expect(first == second)
    }

    @Test func bestResponsesNeverMakeARosterWorse() throws {
        var sample = try sample()
        var cost = sample.respond()
        for _ in 0..<40 {
            let next = sample.respond()
            #expect(next <= cost)
            cost = next
        }
    }

    @Test func theMasterCostsNoMoreThanTheRosterItBeganWith() throws {
        var sample = try sample()
        let cost = Double(sample.respond()) / 1000
        var values: [Double] = []
        try sample.withMaster(of: GLPKBackend()) { solveAgain in
            for _ in 0..<2 { values.append(try #require(try solveAgain())) }
        }
        #expect(values.count == 2)
        #expect(values.allSatisfy { $0 > 0 && $0 <= cost })
        #expect(values.first == values.last)
    }
}
