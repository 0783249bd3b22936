import Rostering

/// What a person's plan must and must not have.
struct PlanConstraints: Sendable {
    /// Stays the plan must have, exactly.
    var forced: [Stay] = []
    /// Cells the plan must not have.
    var barred: Set<Int> = []
    /// Weeks in which the plan must have a posting, at whatever host.
    var posted: Set<Int> = []

    /// Whether a plan of a person keeps to this.
    func allow(_ stays: [Stay], of person: PersonModel) -> Bool {
        guard forced.allSatisfy(stays.contains) else { return false }
        if barred.isEmpty, posted.isEmpty { return true }
        var missing = posted.count
        for stay in stays {
            for week in stay.weeks {
                if barred.contains(stay.mode * person.weekCount + week) { return false }
                if posted.contains(week) { missing -= 1 }
            }
        }
        return missing == 0
    }

    /// Makes every plan impossible that does not keep to this.
    func apply(to costs: inout PlanPricer.Costs, of person: PersonModel) {
        costs.homeAllowed = person.homeAllowed
        let weekCount = person.weekCount
        for cell in barred { costs.duty[cell] = .infinity }
        for week in posted { costs.homeAllowed[week] = false }
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
}
