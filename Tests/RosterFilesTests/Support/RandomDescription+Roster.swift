import Rostering

extension RandomDescription {
    /// A roster with random contents, which may break any rule, but with no two duties in one week at home, whose order a file does not state.
    mutating func roster(of instance: Instance) -> Roster {
        let plans = instance.people.map { _ in plan(of: instance) }
        let entries = instance.pools.map { pool in
            instance.weeks.map { _ in
                SlotPlan.Entry(
                    reserved: number(0...99), referralsServed: number(0...99), generalServed: number(0...99),
                    split: pool.clinics.map { _ in flag() ? number(0...99) : 0 })
            }
        }
        return Roster(plans: plans, slots: SlotPlan(entries: entries))
    }

    private mutating func plan(of instance: Instance) -> Plan {
        let weekCount = instance.calendar.weekCount
        let postings = list { random in
            let first = random.number(0...(weekCount - 1))
            let last = random.number(first...(weekCount - 1))
            return Posting(
                host: random.site(of: instance), kind: random.choice(), weeks: Week(first)..<Week(last + 1))
        }
        var homeWeeks: [Plan.HomeWeek] = []
        for week in instance.weeks where flag() {
            homeWeeks.append(Plan.HomeWeek(week: week, duty: homeDuty(of: instance)))
        }
        return Plan(postings, homeWeeks: homeWeeks)
    }

    private mutating func homeDuty(of instance: Instance) -> HomeDuty {
        if flag() {
            return .remote(RemoteDutyIndex(number(0...(instance.description.remoteDuties.count - 1))))
        }
        let hosts = Set([site(of: instance)] + list { $0.site(of: instance) })
        return .visits(hosts.sorted().map { Visit(host: $0, sessions: number(1...14)) })
    }

    private mutating func site(of instance: Instance) -> SiteIndex {
        SiteIndex(number(0...(instance.sites.count - 1)))
    }
}
