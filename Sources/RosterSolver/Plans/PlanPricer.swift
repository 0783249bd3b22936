import Rostering

/// Finds the cheapest plan of one person for given costs of duties: a dynamic program over weeks.
///
/// What a week at home is worth, the cheapest of the duties at home or none, is found beforehand; the weeks from one stay to the next add it up.
/// The state is (week, weeks away so far, free to begin | just ended a posting that needs no rest); a whole stay and the rest after it is one
/// transition, so that every structural rule is known to the transitions. Time is proportional to weeks × away limit × the number of stay
/// lengths over all modes; memory to weeks × away limit.
struct PlanPricer: Sendable {
    /// What one plan costs and consists of.
    struct Result: Sendable {
        var cost: Double
        var stays: [Stay]
    }

    /// Costs of a person's duties.
    struct Costs: Sendable {
        /// By cell: cost of being there; infinite where forbidden.
        var duty: [Double]
        /// By cell: cost of a start; infinite where forbidden.
        var start: [Double]
        /// By number of weeks away in the horizon: cost of the total; empty if the total costs nothing.
        var away: [Double]
        /// By week: whether the person may be without a posting.
        var homeAllowed: [Bool]

        /// No costs.
        init(_ person: PersonModel) {
            duty = Array(repeating: 0, count: person.dutyCosts.count)
            start = Array(repeating: 0, count: person.startCosts.count)
            away = []
            homeAllowed = person.homeAllowed
        }
    }

    private let person: PersonModel
    /// By mode: the layer of states entered when a stay without rest ends, or 0.
    private let endLayer: [Int]
    private let layerCount: Int
    private var value: [Double] = []
    private var origin: [Int32] = []
    private var stayMode: [Int32] = []
    private var stayEnd: [Int32] = []

    init(_ person: PersonModel) {
        self.person = person
        var layers: [Int: Int] = [:]
        endLayer = person.modes.map { mode in
            guard mode.restWeeks == 0 else { return 0 }
            let next = layers.count + 1
            return layers[mode.option]
                ?? {
                    layers[mode.option] = next; return next
                }()
        }
        layerCount = layers.count + 1
    }

    /// The cheapest plan, or nil if no plan is allowed. Ties fall the same way every time.
    mutating func cheapest(_ costs: Costs) -> Result? {
        guard !person.mustHaveEnded else { return nil }
        let weekCount = person.weekCount
        let limit = min(max(person.awayLimit ?? weekCount, -1), weekCount)
        guard limit >= 0 else { return nil }
        // Weeks away need counting only where they are limited or cost something.
        let counts = limit < weekCount || !costs.away.isEmpty
        let width = counts ? limit + 1 : 1
        let stateCount = (weekCount + 1) * layerCount * width
        value = Array(repeating: .infinity, count: stateCount)
        if origin.count < stateCount {
            origin = Array(repeating: -1, count: stateCount)
            stayMode = origin
            stayEnd = origin
        }
        // By week: the first week from there on in which a posting is demanded.
        var nextDemanded = Array(repeating: weekCount, count: weekCount + 1)
        for week in stride(from: weekCount - 1, through: 0, by: -1) {
            nextDemanded[week] = costs.homeAllowed[week] ? nextDemanded[week + 1] : week
        }
        let person = self.person
        let (homeDuties, homeSums) = Self.cheapestHomeDuties(person, costs)
        let endLayer = self.endLayer
        let layerCount = self.layerCount
        value.withUnsafeMutableBufferPointer { value in
            origin.withUnsafeMutableBufferPointer { origin in
                stayMode.withUnsafeMutableBufferPointer { stayMode in
                    stayEnd.withUnsafeMutableBufferPointer { stayEnd in
                        costs.duty.withUnsafeBufferPointer { duty in
                            costs.start.withUnsafeBufferPointer { start in
                                let table = Table(
                                    weekCount: weekCount, layerCount: layerCount, width: width,
                                    counts: counts,
                                    value: value, origin: origin, stayMode: stayMode, stayEnd: stayEnd,
                                    duty: duty, start: start, homeSums: homeSums)
                                table.fill(person, endLayer: endLayer, nextDemanded: nextDemanded)
                            }
                        }
                    }
                }
            }
        }
        return traceBack(costs.away, homeDuties, width: width)
    }

    /// By week: the mode of the cheapest duty at home, or -1 where none costs less than nothing; and the sums of their costs before each week.
    private static func cheapestHomeDuties(
        _ person: PersonModel, _ costs: Costs
    ) -> (modes: [Int], sums: [Double]) {
        var modes = Array(repeating: -1, count: person.weekCount)
        var sums = Array(repeating: 0.0, count: person.weekCount + 1)
        for week in 0..<person.weekCount {
            var least = 0.0
            for (number, option) in person.homeModes.enumerated() where option.weeks.contains(Week(week)) {
                let cost = costs.duty[(person.modes.count + number) * person.weekCount + week]
                if cost < least {
                    least = cost
                    modes[week] = person.modes.count + number
                }
            }
            sums[week + 1] = sums[week] + least
        }
        return (modes, sums)
    }

    private func traceBack(_ away: [Double], _ homeDuties: [Int], width: Int) -> Result? {
        let weekCount = person.weekCount
        let last = weekCount * layerCount * width
        var best = -1
        var cost = Double.infinity
        for count in 0..<width {
            let total = value[last + count] + (away.isEmpty ? 0 : away[min(count, away.count - 1)])
            if total < cost {
                cost = total
                best = last + count
            }
        }
        guard best >= 0 else { return nil }
        var stays: [Stay] = []
        var state = best
        while state >= 0 {
            if stayMode[state] >= 0 {
                let from = Int(origin[state])
                let begin = from < 0 ? 0 : from / (layerCount * width)
                stays.append(Stay(mode: Int(stayMode[state]), weeks: begin..<Int(stayEnd[state])))
            }
            state = Int(origin[state])
        }
        guard homeDuties.contains(where: { $0 >= 0 }) else {
            return Result(cost: cost, stays: stays.reversed())
        }
        var isPosted = Array(repeating: false, count: weekCount)
        for stay in stays {
            for week in stay.weeks { isPosted[week] = true }
        }
        for (week, mode) in homeDuties.enumerated() where mode >= 0 && !isPosted[week] {
            stays.append(Stay(mode: mode, weeks: week..<(week + 1)))
        }
        return Result(cost: cost, stays: stays.sorted { $0.weeks.lowerBound < $1.weeks.lowerBound })
    }
}

/// The dynamic program's table while it is being filled.
private struct Table {
    let weekCount: Int
    let layerCount: Int
    let width: Int
    let counts: Bool
    let value: UnsafeMutableBufferPointer<Double>
    /// By state: the state before, or -1 for the beginning.
    let origin: UnsafeMutableBufferPointer<Int32>
    /// By state: the mode of the stay that led here, or -1.
    let stayMode: UnsafeMutableBufferPointer<Int32>
    /// By state: the week after the stay that led here.
    let stayEnd: UnsafeMutableBufferPointer<Int32>
    let duty: UnsafeBufferPointer<Double>
    let start: UnsafeBufferPointer<Double>
    /// Before each week: the sum of what the weeks so far are worth if spent at home.
    let homeSums: [Double]

    func state(_ week: Int, _ layer: Int = 0) -> Int { (week * layerCount + layer) * width }

    func fill(_ person: PersonModel, endLayer: [Int], nextDemanded: [Int]) {
        if let underWay = person.underWay {
            begin(person, underWay, endLayer: endLayer, nextDemanded: nextDemanded)
        } else if nextDemanded[0] >= min(person.restBefore, weekCount) {
            let free = min(person.restBefore, weekCount)
            set(state(free), homeSums[free], origin: -1, mode: -1, end: 0)
        }
        for week in 0..<weekCount {
            for layer in 0..<layerCount {
                let from = state(week, layer)
                if nextDemanded[week] != week {
                    let to = state(week + 1)
                    let home = homeSums[week + 1] - homeSums[week]
                    for count in 0..<width where value[from + count] + home < value[to + count] {
                        set(to + count, value[from + count] + home, origin: from + count, mode: -1, end: 0)
                    }
                }
                guard (0..<width).contains(where: { value[from + $0] < .infinity }) else { continue }
                for mode in person.modes.indices where layer == 0 || endLayer[mode] != layer {
                    if week == 0, person.modes[mode].weeksServed > 0 { continue }
                    let startCost = start[mode * weekCount + week]
                    if startCost < .infinity {
                        extend(
                            person.modes[mode], mode, from: from, week: week, served: 0, cost: startCost,
                            endLayer: endLayer[mode], nextDemanded: nextDemanded)
                    }
                }
            }
        }
    }

    /// A posting under way either goes on or has ended before week 0.
    private func begin(
        _ person: PersonModel, _ underWay: (option: Int, mayEnd: Bool, restWeeks: Int), endLayer: [Int],
        nextDemanded: [Int]
    ) {
        for mode in person.modes.indices where person.modes[mode].option == underWay.option {
            extend(
                person.modes[mode], mode, from: -1, week: 0, served: person.modes[mode].weeksServed, cost: 0,
                endLayer: endLayer[mode], nextDemanded: nextDemanded)
        }
        let free = min(underWay.restWeeks, weekCount)
        if underWay.mayEnd, nextDemanded[0] >= free, value[state(free)] > homeSums[free] {
            set(state(free), homeSums[free], origin: -1, mode: -1, end: 0)
        }
    }

    /// Relaxes the ends of all stays of a mode that begin in `week`.
    @inline(__always)
    private func extend(
        _ mode: PersonModel.Mode, _ index: Int, from: Int, week: Int, served: Int, cost startCost: Double,
        endLayer: Int, nextDemanded: [Int]
    ) {
        var cost = startCost
        var end = week
        while end < weekCount, mode.allowed[end] {
            cost += duty[index * weekCount + end]
            guard cost < .infinity else { return }
            end += 1
            let lasting = served + end - week
            if lasting > mode.lasting.upperBound { return }
            guard mode.accepts(lasting: lasting, endingAt: end, of: weekCount) else { continue }
            let free = min(end + mode.restWeeks, weekCount)
            guard nextDemanded[end] >= free else { continue }
            let to = state(free, mode.restWeeks == 0 && end < weekCount ? endLayer : 0)
            let shift = counts ? end - week : 0
            guard shift < width else { return }
            let withRest = cost + homeSums[free] - homeSums[end]
            if from < 0 {
                if withRest < value[to + shift] {
                    set(to + shift, withRest, origin: -1, mode: index, end: end)
                }
                continue
            }
            for count in 0..<(width - shift) {
                let total = value[from + count] + withRest
                if total < value[to + shift + count] {
                    set(to + shift + count, total, origin: from + count, mode: index, end: end)
                }
            }
        }
    }

    @inline(__always)
    private func set(_ state: Int, _ newValue: Double, origin from: Int, mode: Int, end: Int) {
        value[state] = newValue
        origin[state] = Int32(truncatingIfNeeded: from)
        stayMode[state] = Int32(truncatingIfNeeded: mode)
        stayEnd[state] = Int32(truncatingIfNeeded: end)
    }
}
