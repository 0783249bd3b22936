import Testing

@testable import RosterSolver

@Suite struct LocalSearchTests {
    /// What is no worse is kept always, what is worse as often as Metropolis' criterion says.
    @Test func keepsWhatIsWorseTheMoreRarelyTheWorseItIs() throws {
        let instance = try #require((0..<20).lazy.compactMap { TinyInstances.instance(seed: $0) }.first)
        let model = RosterModel(instance)
        var search = try #require(LocalSearch(model, SearchTables(model), seed: 1, checkpoint: {}))
        func share(_ more: Int, at temperature: Double) -> Double {
            Double((0..<10_000).count { _ in search.accepts(more, at: temperature) }) / 10_000
        }
        #expect(share(-1, at: 3000) == 1 && share(0, at: 3000) == 1)
        // exp(-1) and exp(-3), within six standard deviations.
        #expect(abs(share(3000, at: 3000) - 0.368) < 0.03)
        #expect(abs(share(9000, at: 3000) - 0.050) < 0.013)
        #expect(share(1, at: 0) == 0)
    }
}
