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

    @Test func pricesEverybodyInTurn() throws {
        var sample = try sample()
        let first = (0..<14).map { _ in sample.price() }
        let second = (0..<14).map { _ in sample.price() }
        #expect(first == second)
        // Where nobody can improve the roster and some are posted, their postings pay.
        #expect(first.contains { $0.map { $0 < 0 } ?? false })
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
