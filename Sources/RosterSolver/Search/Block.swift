import Rostering

/// Rows that share quantities, and what they cost once the plans are settled.
///
/// Given the plans' part of each row, the quantities take their best values by themselves: a violation is the least that its rows allow, and
/// a shared quantity (slots reserved, a binary, a least number of weeks) is chosen among the points where a row begins to bind. This is exact
/// for blocks with at most one shared quantity, a unit of which is worth whole units of violations, as in all rules, and for blocks whose
/// shared quantities are all *determined*: each is wanted as small, or as large, as rows of its own allow. With others the quantities are
/// improved in turn, which can overestimate the cost.
final class Block: Sendable {
    struct Row: Sendable {
        /// The row in the model.
        let row: Int
        let constant: Int
        /// Coefficients of the block's shared quantities, in order.
        let shared: [Int]
        /// The violation among `violations`, or -1 if the row must hold.
        let violation: Int
        /// The violation's coefficient, at least 1.
        let relief: Int
    }

    struct Shared: Sendable {
        let lower: Int
        let upper: Int
        let cost: Int
    }

    /// What a unit of a hard violation costs in the search, in thousandths: 7 x 10^10 points, far more than what reasonable weights can save. A
    /// roster that breaks a hard rule is never accepted in any case: the checker drops it.
    static let hardCost = 1 << 46

    /// What a unit costs by which a row without a violation is missed: more than any violation, so that quantities never escape into it.
    static let strictCost = 2 * hardCost

    /// What an amount costs. Beyond 256 units a hard rule costs no more, so that no instance, however absurd, overflows.
    @inline(__always)
    static func price(_ amount: Int, _ unitCost: Int) -> Int {
        unitCost >= hardCost ? min(amount, 256) * unitCost : amount &* unitCost
    }

    let rows: [Row]
    let shared: [Shared]
    /// By violation: the cost of one unit, in thousandths.
    let violations: [Int]
    /// The rows again, without arrays of their own, since the search lives in them.
    private let limits: [(constant: Int, violation: Int, relief: Int)]
    /// By row and shared quantity: the coefficient.
    private let coefficients: [Int]
    /// Whether the cost is convex in the only shared quantity: every violation grows by whole units.
    let isConvex: Bool
    /// How each shared quantity is determined, if there are several and all are.
    let determinations: [Determination]?

    /// The side to which everything but its own rows pushes a shared quantity, and these rows.
    enum Determination: Sendable {
        /// As small as the rows (by position) allow.
        case least([Int])
        /// As large as the rows (by position) allow.
        case most([Int])
    }

    init(rows: [Row], shared: [Shared], violations: [Int]) {
        self.rows = rows
        self.shared = shared
        self.violations = violations
        limits = rows.map { ($0.constant, $0.violation, $0.relief) }
        coefficients = rows.flatMap(\.shared)
        isConvex = shared.count == 1 && rows.allSatisfy { $0.relief == 1 && abs($0.shared[0]) <= 1 }
        let found = shared.indices.map { Self.determination(of: $0, rows, shared) }
        determinations = shared.count > 1 && !found.contains { $0 == nil } ? found.compactMap(\.self) : nil
    }

    /// The determination of a shared quantity, or nil if rows with violations or other quantities pull it both ways.
    private static func determination(of index: Int, _ rows: [Row], _ shared: [Shared]) -> Determination? {
        /// Whether a row must hold and has no other shared quantity.
        func isOwn(_ row: Row) -> Bool {
            row.violation < 0 && row.shared.indices.allSatisfy { $0 == index || row.shared[$0] == 0 }
        }
        let helped = rows.indices.filter { rows[$0].shared[index] > 0 }
        let hurt = rows.indices.filter { rows[$0].shared[index] < 0 }
        if shared[index].cost >= 0, helped.allSatisfy({ isOwn(rows[$0]) }) { return .least(helped) }
        if shared[index].cost <= 0, hurt.allSatisfy({ isOwn(rows[$0]) }) { return .most(hurt) }
        return nil
    }

    /// The best value of a determined quantity.
    private func value(
        of index: Int, _ determination: Determination, _ activities: UnsafeBufferPointer<Int>
    ) -> Int {
        let quantity = shared[index]
        switch determination {
        case .least(let own):
            var least = quantity.lower
            for position in own {
                let slope = coefficients[position * shared.count + index]
                least = max(least, ceiling(-(activities[position] + limits[position].constant), slope))
            }
            return min(least, quantity.upper)
        case .most(let own):
            var most = quantity.upper
            for position in own {
                let slope = coefficients[position * shared.count + index]
                most = min(most, floorDivide(activities[position] + limits[position].constant, -slope))
            }
            return max(most, quantity.lower)
        }
    }

    /// Whether the cost is exact, not an estimate from above.
    var isExact: Bool { shared.count <= 1 || determinations != nil }

    /// The same block with another cost of hard violations, in thousandths.
    func withHardCost(_ cost: Int) -> Block {
        Block(rows: rows, shared: shared, violations: violations.map { $0 >= Self.hardCost ? cost : $0 })
    }

    /// The least cost in thousandths for given plan parts of the rows (as in `rows`).
    func cost(_ activities: [Int]) -> Int {
        activities.withUnsafeBufferPointer { cost($0) }
    }

    /// The least cost in thousandths for given plan parts of the rows.
    func cost(_ activities: UnsafeBufferPointer<Int>) -> Int {
        if shared.isEmpty {
            if rows.count == 1 {
                let row = limits[0]
                let lack = -(activities[0] + row.constant)
                guard lack > 0 else { return 0 }
                return row.violation < 0
                    ? Self.price(lack, Self.strictCost)
                    : Self.price(ceiling(lack, row.relief), violations[row.violation])
            }
            return settle(activities, [])
        }
        if shared.count == 1 { return bestOfOne(activities) }
        guard let determinations else { return bestOfMany(activities) }
        return withUnsafeTemporaryAllocation(of: Int.self, capacity: shared.count) { values in
            for index in shared.indices {
                values.initializeElement(at: index, to: value(of: index, determinations[index], activities))
            }
            return settle(activities, UnsafeBufferPointer(values))
        }
    }

    private func bestOfMany(_ activities: UnsafeBufferPointer<Int>) -> Int {
        var values = shared.map { min(max(0, $0.lower), $0.upper) }
        var best = Int.max
        while true {
            let before = best
            for index in shared.indices {
                for candidate in candidates(index, values, activities) {
                    let old = values[index]
                    values[index] = candidate
                    let total = settle(activities, values)
                    if total < best { best = total } else { values[index] = old }
                }
            }
            if best == before { return best }
        }
    }

    private func bestOfOne(_ activities: UnsafeBufferPointer<Int>) -> Int {
        let only = shared[0]
        if isConvex { return bestOfConvex(activities) }
        var best = Int.max
        if only.upper - only.lower <= 1 {
            for value in only.lower...only.upper { best = min(best, settleOne(activities, value)) }
            return best
        }
        best = settleOne(activities, only.lower)
        if only.upper < 1 << 30 { best = min(best, settleOne(activities, only.upper)) }
        for index in rows.indices {
            let slope = rows[index].shared[0]
            guard slope != 0 else { continue }
            let root = floorDivide(-(activities[index] + rows[index].constant), slope)
            for value in root...(root + 1) where value > only.lower && value < only.upper {
                best = min(best, settleOne(activities, value))
            }
        }
        return best
    }

    /// The least cost when it is convex in the shared quantity: halves the range in which the cost stops falling.
    private func bestOfConvex(_ activities: UnsafeBufferPointer<Int>) -> Int {
        // Beyond the points where some row begins to bind the cost goes straight.
        var (low, high) = (Int.max, Int.min)
        for index in rows.indices where rows[index].shared[0] != 0 {
            let root = floorDivide(-(activities[index] + rows[index].constant), rows[index].shared[0])
            low = min(low, root)
            high = max(high, root + 1)
        }
        if shared[0].cost > 0 { low = shared[0].lower }
        low = min(max(low, shared[0].lower), shared[0].upper)
        high = max(low, min(high, shared[0].upper))
        while low < high {
            let middle = low + (high - low) / 2
            if settleOne(activities, middle) <= settleOne(activities, middle + 1) {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return settleOne(activities, low)
    }

    private func settleOne(_ activities: UnsafeBufferPointer<Int>, _ value: Int) -> Int {
        withUnsafePointer(to: value) { settle(activities, UnsafeBufferPointer(start: $0, count: 1)) }
    }

    private func settle(_ activities: UnsafeBufferPointer<Int>, _ values: [Int]) -> Int {
        values.withUnsafeBufferPointer { settle(activities, $0) }
    }

    private func settle(
        _ activities: UnsafeBufferPointer<Int>, _ values: UnsafeBufferPointer<Int>
    ) -> Int {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: violations.count) { amounts in
            amounts.initialize(repeating: 0)
            var total = 0
            var place = 0
            for index in limits.indices {
                var activity = activities[index] + limits[index].constant
                for value in values {
                    activity += coefficients[place] * value
                    place += 1
                }
                guard activity < 0 else { continue }
                let violation = limits[index].violation
                if violation < 0 {
                    total &+= Self.price(-activity, Self.strictCost)
                } else {
                    amounts[violation] = max(amounts[violation], ceiling(-activity, limits[index].relief))
                }
            }
            for index in violations.indices { total &+= Self.price(amounts[index], violations[index]) }
            for index in shared.indices { total += values[index] * shared[index].cost }
            return total
        }
    }

    private func candidates(_ index: Int, _ values: [Int], _ activities: UnsafeBufferPointer<Int>) -> [Int] {
        let quantity = shared[index]
        var result = [quantity.lower]
        if quantity.upper < 1 << 30 { result.append(quantity.upper) }
        for (position, row) in rows.enumerated() where row.shared[index] != 0 {
            var rest = activities[position] + row.constant
            for other in shared.indices where other != index { rest += row.shared[other] * values[other] }
            let root = floorDivide(-rest, row.shared[index])
            result += [root, root + 1].filter { $0 > quantity.lower && $0 < quantity.upper }
        }
        return result
    }
}

@inline(__always)
private func ceiling(_ amount: Int, _ unit: Int) -> Int { -floorDivide(-amount, unit) }

@inline(__always)
private func floorDivide(_ dividend: Int, _ divisor: Int) -> Int {
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    return remainder != 0 && (remainder < 0) != (divisor < 0) ? quotient - 1 : quotient
}

extension RosterModel {
    /// The rows grouped by the quantities they share, and where each row stands: its block and position in it.
    func blocks() -> (blocks: [Block], places: [(block: Int, position: Int)]) {
        // Rows that use the same quantity belong together.
        var leader = Array(rows.indices)
        func root(_ row: Int) -> Int {
            var row = row
            while leader[row] != row {
                leader[row] = leader[leader[row]]
                row = leader[row]
            }
            return row
        }
        var firstUser = Array(repeating: -1, count: quantities.count)
        for (index, row) in rows.enumerated() {
            for (quantity, _) in row.quantities {
                if firstUser[quantity] < 0 {
                    firstUser[quantity] = index
                } else {
                    let (first, second) = (root(firstUser[quantity]), root(index))
                    leader[max(first, second)] = min(first, second)
                }
            }
        }
        var members: [[Int]] = []
        var blockOfRoot: [Int: Int] = [:]
        for row in rows.indices {
            let root = root(row)
            if let block = blockOfRoot[root] {
                members[block].append(row)
            } else {
                blockOfRoot[root] = members.count
                members.append([row])
            }
        }
        var places = Array(repeating: (block: 0, position: 0), count: rows.count)
        let blocks = members.enumerated().map { number, members in
            for (position, row) in members.enumerated() { places[row] = (number, position) }
            return block(of: members)
        }
        return (blocks, places)
    }

    private func block(of members: [Int]) -> Block {
        let used = Set(members.flatMap { rows[$0].quantities.map(\.quantity) }).sorted()
        let isViolation: (Int) -> Bool = { quantity in
            if case .violation = quantities[quantity].name { true } else { false }
        }
        let shared = used.filter { !isViolation($0) }
        let violations = used.filter(isViolation)
        return Block(
            rows: members.map { member in
                let row = rows[member]
                let violation = row.quantities.first { isViolation($0.quantity) }
                return Block.Row(
                    row: member, constant: row.constant,
                    shared: shared.map { quantity in
                        row.quantities.reduce(0) { $0 + ($1.quantity == quantity ? $1.coefficient : 0) }
                    },
                    violation: violation.flatMap { violations.firstIndex(of: $0.quantity) } ?? -1,
                    relief: violation?.coefficient ?? 1)
            },
            shared: shared.map { index in
                let quantity = quantities[index]
                return Block.Shared(
                    lower: quantity.lower, upper: quantity.upper ?? 1 << 30, cost: quantityCosts[index])
            },
            violations: violations.map {
                quantities[$0].isHardViolation ? Block.hardCost : quantityCosts[$0]
            })
    }
}
