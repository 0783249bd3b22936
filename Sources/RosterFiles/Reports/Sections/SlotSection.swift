import Rostering

/// Appointments and resources over the horizon: offered, reserved, wanted and served.
struct SlotSection {
    let attendance: Attendance

    private var instance: Instance { attendance.instance }

    /// What a pool offers, reserves and serves over the horizon.
    struct Totals {
        var capacity = 0
        var reserved = 0
        var referralsWanted = 0
        var referralsServed = 0
        var generalWanted = 0
        var generalServed = 0

        /// Sums a pool's weeks; a roster without a slot plan reserves and serves nothing.
        init(of pool: PoolIndex, in attendance: Attendance) {
            let (instance, entries) = (attendance.instance, attendance.roster.slots.entries)
            for week in instance.weeks {
                capacity += attendance.capacity(of: pool, in: week)
                referralsWanted += instance[pool].referralsWanted(in: week)
                generalWanted += instance[pool].generalDemand[week.offset]
                guard entries.indices.contains(pool.offset),
                    entries[pool.offset].indices.contains(week.offset)
                else {
                    continue
                }
                let entry = entries[pool.offset][week.offset]
                reserved += entry.reserved
                referralsServed += entry.referralsServed
                generalServed += entry.generalServed
            }
        }

        /// Whether anything is offered or wanted.
        var isOfInterest: Bool { capacity + reserved + referralsWanted + generalWanted > 0 }
    }

    /// A section for appointments and one for everything else.
    func sections(_ style: ReportStyle) -> [[String]] {
        let isDepartment = { (pool: PoolIndex) in
            if case .department = instance[pool].source { true } else { false }
        }
        let pools = instance.poolIndexes
        return [
            (style("Appointments by department", "各科室号源"), pools.filter(isDepartment)),
            (style("Beds and examinations", "床位与检查"), pools.filter { !isDepartment($0) }),
        ].map { heading, pools in
            let table = table(of: pools, style)
            return table.rows.isEmpty ? [] : [heading] + table.lines()
        }
    }

    private func table(of pools: [PoolIndex], _ style: ReportStyle) -> TextTable {
        var table = TextTable(columns: [
            .text(), .number(style("capacity", "总量")), .number(style("reserved", "预留")), .number("%"),
            .number(style("referrals wanted", "转诊需求")), .number(style("served", "已满足")),
            .number(style("general wanted", "普通需求")), .number(style("served", "已满足")),
        ])
        for pool in pools {
            let totals = Totals(of: pool, in: attendance)
            guard totals.isOfInterest else { continue }
            let share =
                totals.capacity > 0
                ? String.decimal(100 * Double(totals.reserved) / Double(totals.capacity), digits: 1) : ""
            table.rows.append(
                [instance.wording(of: instance[pool])[style.language]]
                    + [String(totals.capacity), String(totals.reserved), share]
                    + [
                        totals.referralsWanted, totals.referralsServed, totals.generalWanted,
                        totals.generalServed,
                    ]
                    .map(String.init))
        }
        return table
    }
}
