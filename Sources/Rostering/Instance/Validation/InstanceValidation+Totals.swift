extension InstanceValidation {
    /// The objective stays far from the largest whole number: all units that rules can count, times all weights.
    ///
    /// Units are what the instance wants (people by priority, appointments) and what its people can give, times 100, because shares in percent
    /// are compared without division.
    mutating func checkTotals() {
        let weeks = description.calendar.weekCount
        func most(_ counts: WeeklyCount) -> Int {
            switch counts {
            case .constant(let count): count
            case .byWeek(let counts): counts.max() ?? 0
            }
        }
        var units = Total()
        for demand in description.demands { units.add(demand.count, priority(of: demand)) }
        for duty in description.remoteDuties { units.add(duty.count) }
        for visits in description.visitsWanted { units.add(visits.sessions) }
        for minimum in description.departmentMinimums { units.add(minimum.minimumPresent) }
        for site in description.sites {
            units.add(site.baseline ?? 0)
            units.add(site.staff.map(\.technical).max() ?? 0)
        }
        for person in description.people {
            units.add(max(1, person.sessionsPerWeek), max(1, person.slotsPerSession))
        }
        for referrals in description.referrals { units.add(most(referrals.perWeek)) }
        for demand in description.generalDemand { units.add(most(demand.perWeek)) }
        for resource in description.resources {
            units.add(most(resource.capacity))
            units.add(most(resource.generalDemand))
            for perWeek in resource.referrals.values { units.add(most(perWeek)) }
            for perWeek in resource.referralsDown.values { units.add(most(perWeek)) }
        }
        var weights = Total()
        weights.add(1000 * 1000)
        for rule in description.policy.rules where rule.enforcement.isOn {
            weights.add(rule.enforcement.weight.thousandths)
        }
        var total = Total()
        total.add(units.value, 100 * weeks)
        var points = Total()
        points.add(total.value, weights.value)
        guard points.value > Int.max / 8 else { return }
        add(
            .totalTooLarge, at: FaultPath.root["policy"], value: "",
            Text(
                "Counts, priorities and weights are so large that their products cannot be added exactly; make the largest smaller.",
                "数量、优先级与权重过大，乘积之和无法精确计算，请减小其中最大的。"))
    }

    /// The priority of a demand with all weights, or the largest whole number.
    private func priority(of demand: Demand) -> Int {
        var priority = Total()
        priority.add(demand.priority, description.sites.map(\.remotenessWeight).max() ?? 1)
        for weight in description.priorityWeights where weight.applies(to: demand) {
            var product = Total()
            product.add(priority.value, weight.factor)
            priority = product
        }
        return priority.value
    }

    /// A sum of products of numbers of at least 0 that stops at the largest whole number.
    private struct Total {
        private(set) var value = 0

        mutating func add(_ count: Int, _ factor: Int = 1) {
            let (product, overflow) = count.multipliedReportingOverflow(by: factor)
            let (sum, tooLarge) = value.addingReportingOverflow(overflow ? .max : product)
            value = tooLarge ? .max : sum
        }
    }
}
