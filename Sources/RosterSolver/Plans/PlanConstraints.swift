import Rostering

/// What a person's plan must and must not have.
struct PlanConstraints: Sendable {
    /// Stays the plan must have, exactly.
    var forced: [Stay] = []
    /// Cells the plan must not have.
    var barred: Set<Int> = []
    /// Weeks in which the plan must have a posting, wherever.
    var posted: Set<Int> = []
    /// By week: the cell of the duty at home that the plan must have.
    var atHome: [Int: Int] = [:]

    /// What a duty at home that must be is made cheaper by; a power of two, so that little is lost when it is added back.
    private static let lure = Double(1 << 30)

    /// Whether a plan of a person keeps to this.
    func allow(_ stays: [Stay], of person: PersonModel) -> Bool {
        guard forced.allSatisfy(stays.contains) else { return false }
        if barred.isEmpty, posted.isEmpty, atHome.isEmpty { return true }
        var missing = posted.count + atHome.count
        for stay in stays {
            let isAtHome = person.isAtHome(stay)
            for week in stay.weeks {
                let cell = stay.mode * person.weekCount + week
                if barred.contains(cell) { return false }
                if isAtHome ? atHome[week] == cell : posted.contains(week) { missing -= 1 }
            }
        }
        return missing == 0
    }

    /// Whether a plan that keeps to this must have a posting in a week.
    func arePosted(in week: Int) -> Bool {
        posted.contains(week) || forced.contains { $0.weeks.contains(week) }
    }

    /// Whether a plan that keeps to this may have a cell.
    func allow(cell: Int, of person: PersonModel) -> Bool {
        let (mode, week) = (cell / person.weekCount, cell % person.weekCount)
        if barred.contains(cell) || mode >= person.modes.count && arePosted(in: week) { return false }
        return forced.allSatisfy { !$0.weeks.contains(week) || $0.mode == mode }
    }

    /// Makes every plan impossible that does not keep to this; but see ``settled(_:of:)``.
    func apply(to costs: inout PlanPricer.Costs, of person: PersonModel) {
        costs.homeAllowed = person.homeAllowed
        let weekCount = person.weekCount
        for cell in barred { costs.duty[cell] = .infinity }
        for week in posted { costs.homeAllowed[week] = false }
        for cell in atHome.values { costs.duty[cell] -= Self.lure }
        for stay in forced {
            let option = person.modes[stay.mode].option
            for week in stay.weeks {
                costs.homeAllowed[week] = false
                for mode in person.modes.indices where mode != stay.mode {
                    costs.duty[mode * weekCount + week] = .infinity
                }
                if week > stay.weeks.lowerBound { costs.start[stay.mode * weekCount + week] = .infinity }
            }
            for week in [stay.weeks.lowerBound - 1, stay.weeks.upperBound]
            where (0..<weekCount).contains(week) {
                for mode in person.modes.indices where person.modes[mode].option == option {
                    costs.duty[mode * weekCount + week] = .infinity
                }
            }
        }
    }

    /// A plan of a person priced with these constraints at its true cost; nil if it lacks a duty at home, so that no plan keeps to them.
    func settled(_ plan: PlanPricer.Result, of person: PersonModel) -> PlanPricer.Result? {
        guard !atHome.isEmpty else { return plan }
        let present = atHome.filter { week, cell in
            plan.stays.contains(Stay(mode: cell / person.weekCount, weeks: week..<(week + 1)))
        }
        guard present.count == atHome.count else { return nil }
        return PlanPricer.Result(cost: plan.cost + Double(atHome.count) * Self.lure, stays: plan.stays)
    }
}

extension PersonModel {
    /// The cells of postings that a week allows.
    func postingCells(in week: Int) -> [Int] {
        modes.indices.filter { modes[$0].allowed[week] }.map { $0 * weekCount + week }
    }
}
