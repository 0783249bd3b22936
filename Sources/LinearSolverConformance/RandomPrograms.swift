import LinearProgramming
import SeededRandom

/// Programs made up from a seed, for comparing solvers with one another.
public enum RandomPrograms {
    /// A pure integer program with at most six columns of at most six values each; may be infeasible, never
    /// unbounded.
    public static func tinyInteger(seed: UInt64) -> LinearProgram {
        var random = SplitMix64(seed: seed)
        var program = LinearProgram(name: "tiny integer \(seed)")
        program.objectiveConstant = Double(random.whole(in: -4...4)) / 2
        let columnCount = random.whole(in: 1...6)
        for _ in 0..<columnCount {
            let lower = Double(random.whole(in: -3...2))
            // Now and then a fractional bound, which a solver has to round inwards.
            let shift = random.whole(in: 0...3) == 0 ? 0.5 : 0
            program.addColumn(
                lower: lower - shift, upper: lower + Double(random.whole(in: 0...4)) + shift, isInteger: true,
                cost: Double(random.whole(in: -18...18)) / 2)
        }
        for _ in 0..<random.whole(in: 0...4) {
            var terms: [LinearProgram.Term] = []
            for column in 0..<columnCount where random.whole(in: 0...2) > 0 {
                terms.append(LinearProgram.Term(ColumnIndex(column), Double(random.whole(in: -5...5))))
            }
            let first = Double(random.whole(in: -8...12))
            switch random.whole(in: 0...3) {
            case 0: program.addRow(lower: first, terms: terms)
            case 1: program.addRow(upper: first, terms: terms)
            case 2: program.addRow(lower: first, upper: first + Double(random.whole(in: 0...6)), terms: terms)
            default: program.addRow(lower: first - 8, upper: first + 8, terms: terms)
            }
        }
        return program
    }

    /// A continuous program with a known feasible point and finite column bounds, hence with an optimum.
    ///
    /// A column stands in one of `spread` rows on average, with a coefficient from -9 to 9.
    public static func boundedLinear(seed: UInt64, rows: Int, columns: Int, spread: Int = 3) -> LinearProgram
    {
        var random = SplitMix64(seed: seed)
        var program = LinearProgram(name: "bounded linear \(seed)")
        var point: [Double] = []
        for _ in 0..<columns {
            let lower = Double(random.whole(in: -5...5))
            let width = Double(random.whole(in: 1...20))
            program.addColumn(lower: lower, upper: lower + width, cost: random.fraction() * 20 - 10)
            point.append(lower + random.fraction() * width)
        }
        for _ in 0..<rows {
            var terms: [LinearProgram.Term] = []
            for column in 0..<columns where random.whole(in: 1...spread) == 1 {
                let size = Double(random.whole(in: 1...9))
                terms.append(
                    LinearProgram.Term(ColumnIndex(column), random.whole(in: 0...1) == 0 ? size : -size))
            }
            let activity = terms.reduce(0) { $0 + $1.coefficient * point[$1.column.offset] }
            switch random.whole(in: 0...3) {
            case 0: program.addRow(lower: activity - random.fraction() * 3, terms: terms)
            case 1: program.addRow(upper: activity + random.fraction() * 3, terms: terms)
            case 2:
                program.addRow(
                    lower: activity - random.fraction(), upper: activity + random.fraction(), terms: terms)
            default: program.addRow(lower: activity, upper: activity, terms: terms)
            }
        }
        return program
    }

    /// A market split problem: small, easy to find solutions of, and very hard to prove optimal by branch and
    /// bound.
    ///
    /// Minimise the total deviation of `rows` weighted sums of `columns` binaries from half the total weight.
    /// Source: G. Cornuejols, M. Dawande, "A class of hard small 0-1 programs", IPCO 1998.
    public static func marketSplit(seed: UInt64, rows: Int, columns: Int) -> LinearProgram {
        var random = SplitMix64(seed: seed)
        var program = LinearProgram(name: "market split \(seed)")
        for _ in 0..<columns { program.addColumn(upper: 1, isInteger: true) }
        for _ in 0..<rows {
            let weights = (0..<columns).map { _ in random.whole(in: 0...99) }
            let over = program.addColumn(cost: 1)
            let under = program.addColumn(cost: 1)
            let half = Double(weights.reduce(0, +) / 2)
            var terms = weights.indices.map { LinearProgram.Term(ColumnIndex($0), Double(weights[$0])) }
            terms.append(LinearProgram.Term(over, -1))
            terms.append(LinearProgram.Term(under, 1))
            program.addRow(lower: half, upper: half, terms: terms)
        }
        return program
    }
}

extension SplitMix64 {
    /// A whole number of the range, by remainder: other draws would give other programs than those that the suite's limits are set for.
    mutating func whole(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }
}
