/// Lists of elements by number, laid out flat: one array of all elements, and where each list begins.
struct FlatLists<Element> {
    /// By list: where it begins; in the end, how many elements there are.
    private var offsets = [0]
    private var elements: [Element] = []

    /// No lists.
    init() {}

    /// Puts each element into its list, in the order given; takes time proportional to elements and lists (a counting sort).
    init(grouping elements: [(list: Int, element: Element)], count: Int) {
        offsets = Array(repeating: 0, count: count + 1)
        for (list, _) in elements { offsets[list + 1] += 1 }
        for list in 0..<count { offsets[list + 1] += offsets[list] }
        // Of no capacity it would be written to the storage that all empty arrays share.
        guard !elements.isEmpty else { return }
        var next = offsets
        self.elements = Array(unsafeUninitializedCapacity: elements.count) { buffer, initializedCount in
            for (list, element) in elements {
                buffer.initializeElement(at: next[list], to: element)
                next[list] += 1
            }
            initializedCount = elements.count
        }
    }

    /// Adds a list after all others. Takes time proportional to its elements.
    mutating func append(_ list: some Sequence<Element>) {
        elements += list
        offsets.append(elements.count)
    }
}

extension FlatLists: Sendable where Element: Sendable {}

extension FlatLists: RandomAccessCollection {
    var startIndex: Int { 0 }
    var endIndex: Int { offsets.count - 1 }
    /// The elements of a list, in order. O(1).
    subscript(list: Int) -> ArraySlice<Element> { elements[offsets[list]..<offsets[list + 1]] }
}
