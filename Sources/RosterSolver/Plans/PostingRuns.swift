/// The weeks that a person can spend in each mode without a break, and what they cost.
struct PostingRuns {
    private let person: PersonModel
    /// By mode and week: the week in which a run of weeks that begins there must have ended.
    private var ends: [Int]
    /// By mode and week, the end of the horizon included: what the run's weeks before that week cost.
    private var sums: [Double]

    /// Adds up a person's costs of duties, in points by cell; infinite where forbidden. Linear in modes and weeks.
    init(_ person: PersonModel, _ duty: [Double]) {
        self.person = person
        let weekCount = person.weekCount
        ends = Array(repeating: 0, count: person.modes.count * weekCount)
        sums = Array(repeating: 0, count: person.modes.count * (weekCount + 1))
        for mode in person.modes.indices {
            let (first, sum) = (mode * weekCount, mode * (weekCount + 1))
            var end = weekCount
            for week in stride(from: weekCount - 1, through: 0, by: -1) {
                if !person.modes[mode].allowed[week] || duty[first + week] == .infinity { end = week }
                ends[first + week] = end
            }
            for week in 0..<weekCount where ends[first + week] > week {
                sums[sum + week + 1] = sums[sum + week] + duty[first + week]
            }
        }
    }

    /// How many weeks of the horizon stays of a mode that begin in a week may take.
    ///
    /// - Parameter served: weeks of the stay before week 0.
    @inline(__always)
    func lengths(of mode: Int, from week: Int, served: Int) -> Range<Int> {
        let weekCount = person.weekCount
        let lasting = person.modes[mode].lasting
        var most = min(lasting.upperBound - served, ends[mode * weekCount + week] - week)
        var least = max(1, lasting.lowerBound - served)
        if week + most == weekCount {
            // The horizon's end is reached by one length alone.
            if person.modes[mode].accepts(lasting: served + most, endingAt: weekCount, of: weekCount) {
                least = min(least, most)
            } else {
                most -= 1
            }
        }
        return least > most ? 0..<0 : least..<(most + 1)
    }

    /// What the weeks of a stay cost, in points.
    func cost(of mode: Int, _ weeks: Range<Int>) -> Double {
        let first = mode * (person.weekCount + 1)
        return sums[first + weeks.upperBound] - sums[first + weeks.lowerBound]
    }

    /// Lowers costs by length to what stays of a mode cost that begin in a week.
    @inline(__always)
    func lower(
        _ costs: UnsafeMutablePointer<Double>, of mode: Int, from week: Int, start: Double
    ) {
        let first = mode * (person.weekCount + 1) + week
        let lengths = lengths(of: mode, from: week, served: 0)
        sums.withUnsafeBufferPointer { sums in
            let before = sums[first]
            for length in lengths {
                let cost = start + (sums[first + length] - before)
                costs[length - 1] = cost < costs[length - 1] ? cost : costs[length - 1]
            }
        }
    }
}
