import Foundation

/// The SplitMix64 sequence of random numbers: small and fast, and the same for the same seed on every machine.
///
/// Numbers are drawn with this type's own arithmetic, because the standard library's ranges and shuffles do not promise the same result in later
/// versions. Not for cryptography. Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
package struct SplitMix64: RandomNumberGenerator, Sendable {
    @usableFromInline var state: UInt64

    /// The sequence of a seed, as published.
    @inlinable
    package init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    @inlinable
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `count` - 1; `count` is at least 1. The bias is below `count` / 2⁶⁴.
    @inlinable
    package mutating func below(_ count: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(count)).high)
    }

    /// A whole number of the range, whose width is below 2⁶³.
    @inlinable
    package mutating func integer(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// A number in (0, 1).
    @inlinable
    package mutating func fraction() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }

    /// True in `percent` of a hundred draws.
    package mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    /// One of the elements, or nil if there is none.
    @inlinable
    @inline(__always)
    package mutating func element<Element>(of elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[below(elements.count)]
    }

    /// The elements in random order (Fisher and Yates).
    @inlinable
    @inline(__always)
    package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var result = elements
        for last in stride(from: result.count - 1, to: 0, by: -1) { result.swapAt(last, below(last + 1)) }
        return result
    }

    /// The elements in random order, each the likelier to come early the greater its weight: drawn one after another without replacement
    /// (Efraimidis and Spirakis 2006). Rests on the system's logarithm, whose last digit may differ from one C library to another.
    ///
    /// - Parameter weights: by element, more than 0.
    package mutating func shuffled<Element>(_ elements: [Element], weights: [Double]) -> [Element] {
        let keys = zip(elements, weights).map { (element: $0, key: -log(fraction()) / $1) }
        return keys.sorted { $0.key < $1.key }.map(\.element)
    }
}
