extension SlotPlan {
    /// The cheapest slot plan for given postings under the instance's policy.
    ///
    /// Each pool and week has a closed form; with the reserve pooled by hospital, the pools start from their own cheapest reserves and the
    /// cheapest further appointments are reserved until the hospital's share is reached, or, where the rule is soft, until that costs more than it
    /// saves. Costs are convex, so this is exact. Among equally cheap plans the one with the smallest reserve is taken, and earlier pools
    /// reserve first. Time proportional to people × weeks.
    ///
    /// There must be one plan for each person.
    public static func cheapest(for plans: [Plan], in instance: Instance) -> SlotPlan {
        let attendance = Attendance(Roster(plans: plans, slots: SlotPlan(entries: [])), in: instance)
        let reserve = instance.policy[ReferralReserve.self]
        let beds = instance.policy[DownReferralBeds.self]
        let pricing = SlotPricing(instance)
        var reserved = instance.poolIndexes.map { _ in instance.weeks.map { _ in 0 } }
        let isPooled = instance.poolIndexes.map { pool in
            if case .department = instance[pool].source { reserve.bucket == .hospitalWeek } else { false }
        }
        let groups = instance.siteIndexes.map { hospital in
            instance.poolIndexes.map(\.offset).filter {
                isPooled[$0] && instance.pools[$0].hospital == hospital
            }
        }.filter { !$0.isEmpty && reserve.enforcement.isOn }
        for week in instance.weeks {
            let terms = instance.poolIndexes.map { pool in
                pricing.terms(
                    of: pool, in: week, capacity: attendance.capacity(of: pool, in: week),
                    owed: instance[pool].isForReferralsDown
                        ? beds.share(of: attendance.capacity(of: pool, in: week))
                        : isPooled[pool.offset] ? 0 : reserve.owed(by: pool, in: week, attendance))
            }
            for pool in terms.indices { reserved[pool][week.offset] = terms[pool].cheapestReserve }
            for pools in groups {
                let group = pools.map { terms[$0] }
                let topped = topUp(
                    group, from: pools.map { reserved[$0][week.offset] },
                    to: reserve.share(
                        of: pools.reduce(0) { $0 + reserve.base(of: PoolIndex($1), in: week, attendance) }),
                    worth: pricing.reserveWeight)
                for (pool, amount) in zip(pools, topped) { reserved[pool][week.offset] = amount }
            }
        }
        return SlotPlan(
            entries: instance.poolIndexes.map { pool in
                instance.weeks.map { week in
                    entry(
                        of: instance[pool], in: week, reserved: reserved[pool.offset][week.offset],
                        capacity: attendance.capacity(of: pool, in: week))
                }
            })
    }

    /// The entry that serves as many as a reserve allows.
    private static func entry(of pool: Pool, in week: Week, reserved: Int, capacity: Int) -> Entry {
        Entry(
            reserved: reserved, referralsServed: min(reserved, pool.referralsWanted(in: week)),
            generalServed: min(capacity - reserved, pool.generalDemand[week.offset]),
            split: Apportionment.largestRemainder(reserved, by: pool.referrals.map { $0[week.offset] }))
    }

    /// Raises reserves where that is cheapest until they add up to `target`; with a `worth`, in thousandths a unit, only while it is cheaper.
    private static func topUp(
        _ pools: [SlotTerms], from reserves: [Int], to target: Int, worth: Int?
    ) -> [Int] {
        var reserves = reserves
        var missing = target - reserves.reduce(0, +)
        while missing > 0 {
            let open = pools.indices.filter { reserves[$0] < pools[$0].capacity }
            let prices = open.map { pools[$0].cost(reserves[$0] + 1) - pools[$0].cost(reserves[$0]) }
            guard let price = prices.min(), let position = prices.firstIndex(of: price),
                worth.map({ price < $0 }) ?? true
            else { break }
            let pool = open[position]
            // The price holds up to the next bend.
            let step = min(missing, pools[pool].nextBend(above: reserves[pool]) - reserves[pool])
            reserves[pool] += step
            missing -= step
        }
        return reserves
    }
}
