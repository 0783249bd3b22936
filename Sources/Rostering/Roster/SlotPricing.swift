/// What reserving appointments of one pool in one week costs under an instance's policy.
///
/// With `C` the capacity, `R` the reserve, `f` referrals and `g` others wanted, and `N` the reserve the pool owes by itself, the cost is
/// `a max(0, f − R) + b max(0, g − (C − R)) + c max(0, N − R)`, with the weights of ``ReferralsUnmet``, ``GeneralDemandUnmet`` and a
/// soft ``ReferralReserve`` or, of beds for patients sent down, ``DownReferralBeds``; a hard one asks for `R ≥ N` instead. It is convex in `R` and bends only at whole numbers, so a best `R` is
/// among the bends and the ends.
public struct SlotPricing: Sendable {
    private let instance: Instance
    private let reserve: ReferralReserve
    private let beds: DownReferralBeds
    private let referralWeight: Int
    private let generalWeight: Int
    /// What a missing unit of the reserve costs in thousandths; nil if the reserve is hard, 0 if it is off.
    let reserveWeight: Int?

    /// Reads the weights of an instance's policy.
    public init(_ instance: Instance) {
        self.instance = instance
        func weight(_ enforcement: Enforcement) -> Int {
            enforcement.isOn ? enforcement.weight.thousandths : 0
        }
        reserve = instance.policy[ReferralReserve.self]
        beds = instance.policy[DownReferralBeds.self]
        referralWeight = weight(instance.policy[ReferralsUnmet.self].enforcement)
        generalWeight = weight(instance.policy[GeneralDemandUnmet.self].enforcement)
        reserveWeight = Self.weight(ofMissing: reserve.enforcement)
    }

    /// The least cost of a pool's week as a function of its capacity, when the reserve is owed by department and week, by a resource, or not at
    /// all, and its base is the whole capacity; what a search tabulates by the people at home. O(1).
    ///
    /// The capacity is the appointments offered, at least 0.
    public func cost(of pool: PoolIndex, in week: Week, capacity: Int) -> Cost {
        let isDown = instance[pool].isForReferralsDown
        return cost(
            of: pool, in: week, capacity: capacity,
            owed: isDown ? beds.share(of: capacity) : reserve.share(of: capacity))
    }

    /// The least cost of a pool's week that owes a reserve of its own, which by session depends on who is at home. O(1).
    ///
    /// The reserve owed is 0 to `capacity`, and without effect while the rule is off.
    public func cost(of pool: PoolIndex, in week: Week, capacity: Int, owed: Int) -> Cost {
        let terms = terms(of: pool, in: week, capacity: capacity, owed: owed)
        return Cost(thousandths: terms.cost(terms.cheapestReserve))
    }

    func terms(of pool: PoolIndex, in week: Week, capacity: Int, owed: Int) -> SlotTerms {
        let keeping = instance[pool].isForReferralsDown ? beds.enforcement : reserve.enforcement
        return SlotTerms(
            capacity: capacity, referrals: instance[pool].referralsWanted(in: week),
            general: instance[pool].generalDemand[week.offset], owed: keeping.isOn ? owed : 0,
            referralWeight: referralWeight, generalWeight: generalWeight,
            reserveWeight: Self.weight(ofMissing: keeping))
    }

    /// What a missing unit costs in thousandths; nil if none may be missing, 0 if the rule is off.
    private static func weight(ofMissing enforcement: Enforcement) -> Int? {
        guard enforcement.isOn else { return 0 }
        return enforcement.isHard ? nil : enforcement.weight.thousandths
    }
}

/// The cost of one pool in one week as a function of the reserve, in thousandths.
struct SlotTerms {
    let capacity: Int
    let referrals: Int
    let general: Int
    let owed: Int
    let referralWeight: Int
    let generalWeight: Int
    let reserveWeight: Int?

    func cost(_ reserve: Int) -> Int {
        referralWeight * max(0, referrals - reserve) + generalWeight * max(0, general - capacity + reserve)
            + (reserveWeight ?? 0) * max(0, owed - reserve)
    }

    /// The smallest reserve of least cost.
    var cheapestReserve: Int {
        let least = reserveWeight == nil ? owed : 0
        var best = least
        for bend in [owed, referrals, capacity - general, capacity].sorted()
        where bend > best && bend <= capacity && cost(bend) < cost(best) { best = bend }
        return best
    }

    /// Where the cost next bends above `reserve`, or the capacity.
    func nextBend(above reserve: Int) -> Int {
        [owed, referrals, capacity - general, capacity].filter { $0 > reserve && $0 <= capacity }.min()
            ?? reserve
    }
}
