import LinearProgramming
import Testing

@testable import RosterSolver

/// Work that several threads share.
@Suite struct ParallelTests {
    @Test(arguments: [0, 1, 2, 3, 1000]) func everyElementIsChangedOnce(count: Int) {
        for _ in 0..<200 {
            var numbers = Array(0..<count)
            numbers.changeOnAllCores { index, number in number = 2 * number + index }
            #expect(numbers == (0..<count).map { 3 * $0 })
        }
    }

    @Test func resultsKeepTheirOrder() {
        let words = (0..<500).map(String.init)
        #expect(onAllCores(words) { $0 + "!" } == words.map { $0 + "!" })
    }

    @Test func theFirstElementThatFailsIsReported() {
        struct Failure: Error, Equatable { let element: Int }
        #expect(throws: Failure(element: 30)) {
            try onAllCores(Array(0..<500)) { if $0 % 100 == 30 { throw Failure(element: $0) } }
        }
    }

    @Test func workMaySplitItselfFurther() {
        let sums = onAllCores(Array(0..<40)) { row in
            onAllCores(Array(0..<40)) { column in row * column }.reduce(0, +)
        }
        #expect(sums == (0..<40).map { 780 * $0 })
    }

    @Test func bothOfTwoThingsAreDone() {
        let done = Guarded(Set<String>())
        alongside({ _ = done.withLock { $0.insert("other") } }) { _ = done.withLock { $0.insert("own") } }
        #expect(done.withLock { $0 } == ["own", "other"])
    }
}
