import Rostering

/// What a block of rows costs as people choose among their duties of one week, each of whom changes it in a few ways: the exact, whole-number
/// function that the linear program over plans only approximates.
///
/// The rows' plan parts can only reach so many combinations (*states*); the cost of each is tabulated, and the cheapest choice of everybody at
/// given prices is found by dynamic programming over people. Slots, reserves and binaries are settled inside the cost, in whole numbers.
struct WeeklyBlock: Sendable {
    /// One way in which a person changes the block.
    struct Choice: Sendable {
        /// The person, by position in the scope's people.
        let person: Int
        /// The person's cells that make this change; all in the block's week, so that at most one of them holds.
        let cells: [Int]
        /// Which of the changes that people make.
        let change: Int
    }

    /// What people are bound to while the cheapest choices are sought.
    struct Bonds: Sendable {
        /// By choice: whether it may be made.
        var isAllowed: [Bool]
        /// By person that touches the block: whether no choice may be made.
        var mayAbstain: [Bool]

        /// Nobody is bound to anything.
        static func none(of block: WeeklyBlock) -> Bonds {
            Bonds(
                isAllowed: block.choices.map { _ in true },
                mayAbstain: block.choicesOfPerson.map { _ in true })
        }

        /// Binds a person who touches the block to what the plan must and must not have.
        mutating func bind(
            _ place: Int, in block: WeeklyBlock, to constraints: PlanConstraints, of person: PersonModel
        ) {
            let range = block.choicesOfPerson[place]
            for choice in range {
                isAllowed[choice] = block.choices[choice].cells.contains {
                    constraints.allow(cell: $0, of: person)
                }
            }
            let week = block.choices[range.lowerBound].cells[0] % person.weekCount
            mayAbstain[place] = true
            guard constraints.arePosted(in: week) else { return }
            // Posted, but where that does not touch the block?
            let touching = Set(block.choices[range].flatMap(\.cells))
            mayAbstain[place] = person.postingCells(in: week).contains {
                !touching.contains($0) && constraints.allow(cell: $0, of: person)
            }
        }
    }

    /// The block's number.
    let number: Int
    let choices: [Choice]
    /// By person that touches the block: the choices.
    let choicesOfPerson: [Range<Int>]
    /// The dearest state that the costs tell apart, in thousandths: a hard rule broken.
    let greatestCost: Int
    /// By state: cost in thousandths. State 0 is everybody at no choice.
    private let costs: [Int]
    /// By change and state: the state after, or -1.
    private let next: [[Int32]]
    /// By change: the least and the most by which it changes the cost.
    private let rises: [ClosedRange<Int>]
    /// By person that touches the block: how many states can be reached without that person and those that follow; they come first.
    private let reach: [Int]

    /// The most states that are tabulated.
    private static let mostStates = 6000
    /// The most work (people × states) that one search for the cheapest choices may take.
    private static let mostWork = 600_000

    /// Tabulates a block; nil if its cost is not exact or if there are too many states.
    ///
    /// - Parameters:
    ///   - hardCost: what a unit of a hard violation costs, in thousandths.
    ///   - choices: by person in turn; a vector has the changes of the block's rows in order.
    init?(
        _ number: Int, _ block: Block, hardCost: Int, choices: [(person: Int, cells: [Int], vector: [Int])]
    ) {
        guard block.isExact, !choices.isEmpty else { return nil }
        var vectors: [[Int]: Int] = [:]
        var listed: [Choice] = []
        var ranges: [Range<Int>] = []
        for (person, cells, vector) in choices {
            let change = vectors[vector] ?? vectors.count
            vectors[vector] = change
            if let last = listed.last, last.person == person {
                ranges[ranges.count - 1] = ranges[ranges.count - 1].lowerBound..<(listed.count + 1)
            } else {
                ranges.append(listed.count..<(listed.count + 1))
            }
            listed.append(Choice(person: person, cells: cells, change: change))
        }
        self.number = number
        self.choices = listed
        choicesOfPerson = ranges
        let changes = vectors.sorted { $0.value < $1.value }.map(\.key)
        // A state's key adds up from the keys of the changes made: sums of one row never run into the next one's.
        let radices = Self.radices(of: changes, mostPeople: ranges.count)
        guard let radices else { return nil }
        let keys = changes.map { zip($0, radices).reduce(0) { $0 + $1.0 * $1.1 } }
        // States that can be reached, person by person, with the activities of their rows one after another.
        let width = changes[0].count
        var states: [Int: Int32] = [0: 0]
        var order = [0]
        var activities = Array(repeating: 0, count: width)
        var reach: [Int] = []
        for range in ranges {
            reach.append(order.count)
            for state in 0..<order.count {
                for choice in range {
                    let key = order[state] + keys[listed[choice].change]
                    guard states[key] == nil else { continue }
                    states[key] = Int32(order.count)
                    order.append(key)
                    let change = changes[listed[choice].change]
                    for row in 0..<width { activities.append(activities[state * width + row] + change[row]) }
                }
            }
            guard order.count <= Self.mostStates, order.count * listed.count <= Self.mostWork else {
                return nil
            }
        }
        self.reach = reach
        next = keys.map { key in order.map { states[$0 + key] ?? -1 } }
        greatestCost = hardCost
        let priced = block.withHardCost(hardCost)
        costs = order.indices.map { state in
            min(hardCost, priced.cost(Array(activities[(state * width)..<((state + 1) * width)])))
        }
        rises = Self.rises(next, costs)
    }

    /// The place of a person of the scope among those who touch the block; nil for others.
    func place(of person: Int) -> Int? {
        choicesOfPerson.firstIndex { choices[$0.lowerBound].person == person }
    }

    /// By row: a factor such that no two different sums of changes, one a person, have the same sum of factor x activity; nil if that
    /// exceeds whole numbers.
    private static func radices(of changes: [[Int]], mostPeople: Int) -> [Int]? {
        var radix = 1
        var radices: [Int] = []
        for row in changes[0].indices {
            radices.append(radix)
            let reach = changes.reduce(0) { max($0, abs($1[row])) }
            let (span, isTooWide) = reach.multipliedReportingOverflow(by: 2 * mostPeople)
            let (product, isTooLarge) = radix.multipliedReportingOverflow(by: isTooWide ? 1 : span + 1)
            guard !isTooWide, !isTooLarge, product < 1 << 60 else { return nil }
            radix = product
        }
        return radices
    }

    /// The block for some of its people, the others having made given choices: as many numbers and quantities, fewer states and choices.
    ///
    /// - Parameters:
    ///   - isMember: by person that touches the block.
    ///   - made: the choices of the others.
    /// - Returns: the block, and for each of its choices its number here.
    func restricted(to isMember: [Bool], made: [Int]) -> (block: WeeklyBlock, choices: [Int]) {
        let first = made.reduce(0) { Int(next[choices[$1].change][$0]) }
        var order = [first]
        var places: [Int: Int32] = [first: 0]
        var (kept, ranges, reach) = ([Int](), [Range<Int>](), [Int]())
        for (person, range) in choicesOfPerson.enumerated() where isMember[person] {
            reach.append(order.count)
            ranges.append(kept.count..<(kept.count + range.count))
            kept += range
            for state in 0..<order.count {
                for choice in range {
                    let target = Int(next[choices[choice].change][order[state]])
                    guard places[target] == nil else { continue }
                    places[target] = Int32(order.count)
                    order.append(target)
                }
            }
        }
        let block = WeeklyBlock(
            number: number, choices: kept.map { choices[$0] }, choicesOfPerson: ranges,
            greatestCost: greatestCost, costs: order.map { costs[$0] },
            next: next.map { next in order.map { places[Int(next[$0])] ?? -1 } }, reach: reach)
        return (block, kept)
    }

    private init(
        number: Int, choices: [Choice], choicesOfPerson: [Range<Int>], greatestCost: Int, costs: [Int],
        next: [[Int32]], reach: [Int]
    ) {
        self.number = number
        self.choices = choices
        self.choicesOfPerson = choicesOfPerson
        self.greatestCost = greatestCost
        self.costs = costs
        self.next = next
        rises = Self.rises(next, costs)
        self.reach = reach
    }

    /// The cheapest choices of everybody: what the block costs less the prices of the choices made; nil if the bonds leave none.
    func cheapest(prices: [Int], _ bonds: Bonds) -> (value: Int, chosen: [Int])? {
        let stateCount = costs.count
        let personCount = choicesOfPerson.count
        return withUnsafeTemporaryAllocation(of: Int.self, capacity: (personCount + 1) * stateCount) {
            values in
            guard let base = values.baseAddress else { return nil }
            costs.withUnsafeBufferPointer { costs in
                guard let costs = costs.baseAddress else { return }
                (base + personCount * stateCount).update(from: costs, count: stateCount)
            }
            for person in stride(from: personCount - 1, through: 0, by: -1) {
                let (here, after) = (base + person * stateCount, base + (person + 1) * stateCount)
                let (count, mayAbstain) = (reach[person], bonds.mayAbstain[person])
                if mayAbstain {
                    here.update(from: after, count: count)
                } else {
                    here.update(repeating: Self.never, count: count)
                }
                for choice in choicesOfPerson[person] where bonds.isAllowed[choice] {
                    let price = prices[choice]
                    // What brings less than it costs at least is not better than to abstain.
                    if mayAbstain, price <= rises[choices[choice].change].lowerBound { continue }
                    next[choices[choice].change].withUnsafeBufferPointer { next in
                        for state in 0..<count {
                            let value = after[Int(next[state])] &- price
                            here[state] = min(here[state], value)
                        }
                    }
                }
            }
            guard values[0] < Self.never / 2 else { return nil }
            var chosen: [Int] = []
            var state = 0
            for person in 0..<personCount {
                let (here, after) = (person * stateCount, (person + 1) * stateCount)
                if bonds.mayAbstain[person], values[after + state] == values[here + state] { continue }
                let made = choicesOfPerson[person].first { choice in
                    let target = next[choices[choice].change][state]
                    return bonds.isAllowed[choice] && target >= 0
                        && values[after + Int(target)] - prices[choice] == values[here + state]
                }
                guard let made else { return nil }
                chosen.append(made)
                state = Int(next[choices[made].change][state])
            }
            return (values[0], chosen)
        }
    }

    /// More than anything costs.
    private static let never = 1 << 60

    /// The least and the most by which a choice changes what the block costs, whatever the other choices, in thousandths.
    func rise(of choice: Int) -> ClosedRange<Int> { rises[choices[choice].change] }

    /// By change: the least and the most by which it changes the cost, whatever the state.
    private static func rises(_ next: [[Int32]], _ costs: [Int]) -> [ClosedRange<Int>] {
        next.map { next in
            var (least, most) = (Int.max, Int.min)
            for (state, target) in next.enumerated() where target >= 0 {
                let rise = costs[Int(target)] - costs[state]
                (least, most) = (min(least, rise), max(most, rise))
            }
            return least...max(least, most)
        }
    }

    /// What the block costs for given choices, in thousandths.
    func cost(of chosen: [Int]) -> Int {
        costs[chosen.reduce(0) { Int(next[choices[$1].change][$0]) }]
    }
}
