import Rostering

extension GroupProof {
    /// What a node is split by: whether a person is posted in a week, or has a certain duty.
    private struct Split {
        let person: Int
        let week: Int
        /// The duty, or nil for any posting.
        let cell: Int?
        /// How much of it the solution takes, 0...1.
        let share: Double
    }

    /// Splits tried out before one is chosen.
    private static let mostTrials = 8

    /// The children of a node that may hold something better, solved; nil if nothing splits it or the run stopped.
    ///
    /// Splits are tried out: what raises the bound of both children most is chosen.
    mutating func children(of node: Node, _ master: PlanMaster) throws -> [Node]? {
        var chosen: (score: Double, children: [Node])?
        for split in splits(of: node).prefix(Self.mostTrials) {
            var children: [Node] = []
            var score = 1.0
            for isSo in [true, false] {
                var child = node
                restrict(&child.constraints[split.person], split, isSo)
                let isOpen = try settle(&child, master, rounds: 1)
                if shouldStop { return nil }
                if isOpen { children.append(child) }
                score *= max(min(child.bound, best.cost) - node.bound, 1e-3)
            }
            if chosen.map({ score > $0.score }) ?? true { chosen = (score, children) }
            if children.count < 2 { break }
        }
        return chosen?.children
    }

    private func restrict(_ constraints: inout PlanConstraints, _ split: Split, _ isSo: Bool) {
        let person = context.model.people[people[split.person]]
        let postings = person.postingCells(in: split.week)
        switch (split.cell, isSo) {
        case (nil, true): constraints.posted.insert(split.week)
        case (nil, false): constraints.barred.formUnion(postings)
        case (let cell?, false): constraints.barred.insert(cell)
        case (let cell?, true) where postings.contains(cell):
            constraints.posted.insert(split.week)
            constraints.barred.formUnion(postings.filter { $0 != cell })
        case (let cell?, true):
            constraints.barred.formUnion(postings)
            constraints.atHome[split.week] = cell
        }
    }

    /// What a node's solution leaves undecided, at most one for each person, the most undecided first; duties at home only where all postings
    /// are decided.
    private func splits(of node: Node) -> [Split] {
        var shares = people.map { _ in [Int: Double]() }
        for plan in node.weights {
            let person = context.model.people[people[plan.person]]
            for stay in plan.stays {
                person.forEachCell(of: stay) { shares[plan.person][$0, default: 0] += plan.weight }
            }
        }
        var splits: [Split] = []
        var homeSplits: [Split] = []
        for (position, shares) in shares.enumerated() {
            let person = context.model.people[people[position]]
            var posted = Array(repeating: 0.0, count: person.weekCount)
            let cells = shares.sorted { $0.key < $1.key }
            for (cell, share) in cells where cell < person.modes.count * person.weekCount {
                posted[cell % person.weekCount] += share
            }
            for (week, share) in posted.enumerated() where Self.isOpen(share) {
                splits.append(Split(person: position, week: week, cell: nil, share: share))
            }
            for (cell, share) in cells where Self.isOpen(share) {
                let week = cell % person.weekCount
                if cell >= person.modes.count * person.weekCount {
                    homeSplits.append(Split(person: position, week: week, cell: cell, share: share))
                } else if !Self.isOpen(posted[week]) {
                    splits.append(Split(person: position, week: week, cell: cell, share: share))
                }
            }
        }
        var list = splits.isEmpty ? homeSplits : splits
        list.sort {
            (abs($0.share - 0.5), $0.person, $0.week, $0.cell ?? -1)
                < (abs($1.share - 0.5), $1.person, $1.week, $1.cell ?? -1)
        }
        var seen: Set<Int> = []
        return list.filter { seen.insert($0.person).inserted }
    }

    private static func isOpen(_ share: Double) -> Bool { share > 1e-5 && share < 1 - 1e-5 }
}
