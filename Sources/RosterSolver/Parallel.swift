import Dispatch

/// Applies `body` to every element, each on a core of its own as far as there are enough; the results in order.
func onAllCores<Element: Sendable, Output: Sendable>(
    _ elements: [Element], _ body: @Sendable (Element) -> Output
) -> [Output] {
    var results: [Output?] = elements.map { _ in nil }
    results.withUnsafeMutableBufferPointer { buffer in
        // Each iteration writes its own element.
        nonisolated(unsafe) let buffer = buffer
        DispatchQueue.concurrentPerform(iterations: elements.count) { buffer[$0] = body(elements[$0]) }
    }
    return results.compactMap(\.self)
}

/// Does two things at the same time and returns when both are done.
func alongside(_ other: @escaping @Sendable () -> Void, _ body: () -> Void) {
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group, execute: DispatchWorkItem(block: other))
    body()
    group.wait()
}
