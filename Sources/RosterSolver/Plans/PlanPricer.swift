import Rostering

/// Finds the cheapest plan of one person for given costs of duties: a dynamic program over weeks.
///
/// What a week at home is worth, the cheapest of the duties at home or none, is found beforehand; the weeks from one stay to the next add it up.
/// The state is (week, weeks away so far, free to begin | just ended a posting that needs no rest); a whole stay and the rest after it is one
/// transition, so that every structural rule is known to the transitions. Modes that leave the same freedom behind make one *class*: of each class only
/// the cheapest mode from one week to another is a transition. Time is proportional to weeks × stay lengths × (modes + away limit), memory to
/// weeks × (away limit + stay lengths).
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

    /// Modes after which a person is equally free.
    fileprivate struct Class: Sendable {
        let restWeeks: Int
        /// The layer of states entered when a stay ends, and from which no stay of the class begins; 0 where rest follows.
        let layer: Int
        /// In order.
        let modes: [Int]
    }

    private let person: PersonModel
    private let classes: [Class]
    private let layerCount: Int
    /// No stay lasts longer within the horizon.
    private let mostWeeks: Int
    /// By state: the least cost so far.
    private var value: [Double] = []
    /// By class, week and length: the least cost of a stay.
    private var stayCost: [Double] = []

    init(_ person: PersonModel) {
        self.person = person
        var layers: [Int: Int] = [:]
        var classes: [Class] = []
        for (number, mode) in person.modes.enumerated() {
            var layer = 0
            if mode.restWeeks == 0 {
                layer = layers[mode.option] ?? layers.count + 1
                layers[mode.option] = layer
            }
            if let known = classes.firstIndex(where: { $0.restWeeks == mode.restWeeks && $0.layer == layer })
            {
                classes[known] = Class(
                    restWeeks: mode.restWeeks, layer: layer, modes: classes[known].modes + [number])
            } else {
                classes.append(Class(restWeeks: mode.restWeeks, layer: layer, modes: [number]))
            }
        }
        self.classes = classes
        layerCount = layers.count + 1
        mostWeeks = min(person.weekCount, person.modes.map(\.lasting.upperBound).max() ?? 0)
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
        if value.count != stateCount { value = Array(repeating: 0, count: stateCount) }
        let stayCount = classes.count * weekCount * mostWeeks
        if stayCost.count != stayCount { stayCost = Array(repeating: 0, count: stayCount) }
        // By week: the first week from there on in which a posting is demanded.
        var nextDemanded = Array(repeating: weekCount, count: weekCount + 1)
        for week in stride(from: weekCount - 1, through: 0, by: -1) {
            nextDemanded[week] = costs.homeAllowed[week] ? nextDemanded[week + 1] : week
        }
        let (homeDuties, homeSums) = Self.cheapestHomeDuties(person, costs)
        let (person, classes, layerCount, mostWeeks) = (person, classes, layerCount, mostWeeks)
        return value.withUnsafeMutableBufferPointer { value in
            stayCost.withUnsafeMutableBufferPointer { stayCost in
                var table = Table(
                    person: person, classes: classes, weekCount: weekCount, layerCount: layerCount,
                    width: width, counts: counts, mostWeeks: mostWeeks, value: value, stayCost: stayCost,
                    start: costs.start, runs: PostingRuns(person, costs.duty), homeSums: homeSums,
                    nextDemanded: nextDemanded)
                table.fill()
                return table.cheapest(costs.away, homeDuties)
            }
        }
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
}

/// The dynamic program's table while it is being filled and read.
private struct Table {
    /// Where a plan may begin: after a posting under way at week 0, or at home.
    private struct Beginning {
        let state: Int
        let cost: Double
        /// The stay that goes on from before week 0, or nil.
        let stay: Stay?
    }

    let person: PersonModel
    let classes: [PlanPricer.Class]
    let weekCount: Int
    let layerCount: Int
    let width: Int
    let counts: Bool
    let mostWeeks: Int
    let value: UnsafeMutableBufferPointer<Double>
    /// By class, week and length less one: the cost of the cheapest stay that begins there.
    let stayCost: UnsafeMutableBufferPointer<Double>
    /// By cell: the cost of a start.
    let start: [Double]
    let runs: PostingRuns
    /// Before each week: the sum of what the weeks so far are worth if spent at home.
    let homeSums: [Double]
    /// By week: the first week from there on in which a posting is demanded.
    let nextDemanded: [Int]
    private var beginnings: [Beginning] = []

    init(
        person: PersonModel, classes: [PlanPricer.Class], weekCount: Int, layerCount: Int, width: Int,
        counts: Bool, mostWeeks: Int, value: UnsafeMutableBufferPointer<Double>,
        stayCost: UnsafeMutableBufferPointer<Double>, start: [Double], runs: PostingRuns, homeSums: [Double],
        nextDemanded: [Int]
    ) {
        self.person = person
        self.classes = classes
        self.weekCount = weekCount
        self.layerCount = layerCount
        self.width = width
        self.counts = counts
        self.mostWeeks = mostWeeks
        self.value = value
        self.stayCost = stayCost
        self.start = start
        self.runs = runs
        self.homeSums = homeSums
        self.nextDemanded = nextDemanded
    }

    private func state(_ week: Int, _ layer: Int = 0) -> Int { (week * layerCount + layer) * width }

    /// Finds the least cost of every state.
    mutating func fill() {
        value.update(repeating: .infinity)
        begin()
        for beginning in beginnings {
            value[beginning.state] = min(value[beginning.state], beginning.cost)
        }
        for week in 0..<weekCount {
            findStays(from: week)
            for layer in 0..<layerCount {
                let from = state(week, layer)
                if nextDemanded[week] != week {
                    relax(from, state(week + 1), homeSums[week + 1] - homeSums[week], 0)
                }
                guard (0..<width).contains(where: { value[from + $0] < .infinity }) else { continue }
                for (number, stays) in classes.enumerated() where layer == 0 || stays.layer != layer {
                    for length in 1...max(1, min(mostWeeks, weekCount - week)) {
                        guard let step = step(number, week, length) else { continue }
                        relax(from, step.to, step.cost, step.shift)
                    }
                }
            }
        }
    }

    /// Goes from some states to others at a cost, with so many weeks away more.
    @inline(__always)
    private func relax(_ from: Int, _ to: Int, _ cost: Double, _ shift: Int) {
        guard shift < width, let base = value.baseAddress else { return }
        let (source, target) = (base + from, base + to + shift)
        for count in 0..<(width - shift) {
            let total = source[count] + cost
            target[count] = total < target[count] ? total : target[count]
        }
    }

    /// The transition of a class's cheapest stay of a length from a week on; nil if there is none.
    @inline(__always)
    private func step(_ number: Int, _ week: Int, _ length: Int) -> (to: Int, cost: Double, shift: Int)? {
        let cost = stayCost[(number * weekCount + week) * mostWeeks + length - 1]
        let end = week + length
        guard cost < .infinity, let free = free(after: end, classes[number].restWeeks) else { return nil }
        return (
            state(free, end < weekCount ? classes[number].layer : 0),
            cost + homeSums[free] - homeSums[end], counts ? length : 0
        )
    }

    /// The week from which a person is free again, or nil if a posting is demanded before.
    @inline(__always)
    private func free(after end: Int, _ restWeeks: Int) -> Int? {
        let free = min(end + restWeeks, weekCount)
        return nextDemanded[end] >= free ? free : nil
    }

    /// Finds each class's cheapest stays that begin in a week.
    private func findStays(from week: Int) {
        guard let base = stayCost.baseAddress else { return }
        for (number, stays) in classes.enumerated() {
            let costs = base + (number * weekCount + week) * mostWeeks
            costs.update(repeating: .infinity, count: mostWeeks)
            for mode in stays.modes where mayBegin(mode, in: week) {
                runs.lower(costs, of: mode, from: week, start: start[mode * weekCount + week])
            }
        }
    }

    /// Whether a stay of a mode may begin in a week; at week 0 the posting under way goes on instead.
    @inline(__always)
    private func mayBegin(_ mode: Int, in week: Int) -> Bool {
        (week > 0 || person.modes[mode].weeksServed == 0) && start[mode * weekCount + week] < .infinity
    }

    /// The mode of a class's cheapest stay.
    private func cheapestMode(_ number: Int, _ weeks: Range<Int>) -> Int {
        let (week, length) = (weeks.lowerBound, weeks.count)
        let cost = stayCost[(number * weekCount + week) * mostWeeks + length - 1]
        let mode = classes[number].modes.first { mode in
            mayBegin(mode, in: week)
                && runs.lengths(of: mode, from: week, served: 0).contains(length)
                && start[mode * weekCount + week] + runs.cost(of: mode, weeks) == cost
        }
        guard let mode else { preconditionFailure("A stay's cost comes from nowhere.") }
        return mode
    }

    /// Notes where plans may begin: a posting under way either goes on or has ended before week 0.
    private mutating func begin() {
        var found: [Beginning] = []
        if let underWay = person.underWay {
            for stays in classes {
                for mode in stays.modes where person.modes[mode].option == underWay.option {
                    let served = person.modes[mode].weeksServed
                    for end in runs.lengths(of: mode, from: 0, served: served) {
                        let shift = counts ? end : 0
                        guard let free = free(after: end, stays.restWeeks), shift < width else { continue }
                        found.append(
                            Beginning(
                                state: state(free, end < weekCount ? stays.layer : 0) + shift,
                                cost: runs.cost(of: mode, 0..<end) + homeSums[free] - homeSums[end],
                                stay: Stay(mode: mode, weeks: 0..<end)))
                    }
                }
            }
            if underWay.mayEnd, let free = free(after: 0, underWay.restWeeks) {
                found.append(Beginning(state: state(free), cost: homeSums[free], stay: nil))
            }
        } else if let free = free(after: 0, person.restBefore) {
            found.append(Beginning(state: state(free), cost: homeSums[free], stay: nil))
        }
        beginnings = found
    }

    /// The cheapest plan of a filled table, found backwards from its cost.
    func cheapest(_ away: [Double], _ homeDuties: [Int]) -> PlanPricer.Result? {
        let last = state(weekCount)
        var best = -1
        var cost = Double.infinity
        for count in 0..<width {
            let total = value[last + count] + (away.isEmpty ? 0 : away[min(count, away.count - 1)])
            if total < cost {
                cost = total
                best = count
            }
        }
        guard best >= 0 else { return nil }
        var stays = postings(endingWith: best)
        guard homeDuties.contains(where: { $0 >= 0 }) else {
            return PlanPricer.Result(cost: cost, stays: stays)
        }
        var isPosted = Array(repeating: false, count: weekCount)
        for stay in stays {
            for week in stay.weeks { isPosted[week] = true }
        }
        for (week, mode) in homeDuties.enumerated() where mode >= 0 && !isPosted[week] {
            stays.append(Stay(mode: mode, weeks: week..<(week + 1)))
        }
        return PlanPricer.Result(
            cost: cost, stays: stays.sorted { $0.weeks.lowerBound < $1.weeks.lowerBound })
    }

    /// The postings on a cheapest way to the end of the horizon with so many weeks away counted.
    private func postings(endingWith count: Int) -> [Stay] {
        var stays: [Stay] = []
        var (week, layer, count) = (weekCount, 0, count)
        search: while true {
            let here = state(week, layer) + count
            if let beginning = beginnings.first(where: { $0.state == here && $0.cost == value[here] }) {
                if let stay = beginning.stay { stays.append(stay) }
                return stays.reversed()
            }
            if layer == 0, week > 0, nextDemanded[week - 1] != week - 1 {
                let home = homeSums[week] - homeSums[week - 1]
                for earlier in 0..<layerCount
                where value[state(week - 1, earlier) + count] + home == value[here] {
                    (week, layer) = (week - 1, earlier)
                    continue search
                }
            }
            for begin in stride(from: week - 1, through: 0, by: -1) {
                for number in classes.indices {
                    for length in 1...max(1, min(mostWeeks, week - begin)) {
                        guard let step = step(number, begin, length), step.shift <= count,
                            step.to == state(week, layer)
                        else { continue }
                        for earlier in 0..<layerCount
                        where (earlier == 0 || earlier != classes[number].layer)
                            && value[state(begin, earlier) + count - step.shift] + step.cost == value[here]
                        {
                            let weeks = begin..<(begin + length)
                            stays.append(Stay(mode: cheapestMode(number, weeks), weeks: weeks))
                            (week, layer, count) = (begin, earlier, count - step.shift)
                            continue search
                        }
                    }
                }
            }
            preconditionFailure("A state's cost comes from nowhere.")
        }
    }
}
