import Testing

@testable import RosterSolver

/// Lists laid out flat.
@Suite struct FlatListsTests {
    @Test func groupingKeepsTheOrderWithinEachList() {
        let pairs = (0..<100).map { (list: $0 * 7 % 5, element: $0) }
        let lists = FlatLists(grouping: pairs, count: 6)
        #expect(lists.count == 6)
        for (number, list) in lists.enumerated() {
            #expect(Array(list) == pairs.filter { $0.list == number }.map(\.element))
        }
        #expect(lists[5].isEmpty)
    }

    @Test func listsAreAppendedAsTheyAre() {
        var lists = FlatLists<Int>()
        #expect(lists.isEmpty)
        for list in [[3, 1], [], [2]] { lists.append(list) }
        #expect(lists.map { Array($0) } == [[3, 1], [], [2]])
    }
}
