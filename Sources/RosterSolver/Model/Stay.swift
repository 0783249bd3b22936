import Rostering

/// A posting, or a duty in one week at home, in the solver's terms: a mode of a ``PersonModel`` and weeks as offsets.
struct Stay: Hashable, Sendable {
    let mode: Int
    let weeks: Range<Int>
}

extension PersonModel {
    /// Whether a stay is a duty at home.
    func isAtHome(_ stay: Stay) -> Bool { stay.mode >= modes.count }

    /// Whether a stay is a posting that starts, not a duty at home and not the posting under way going on.
    func isStart(_ stay: Stay) -> Bool {
        !isAtHome(stay) && (stay.weeks.lowerBound > 0 || modes[stay.mode].weeksServed == 0)
    }

    /// The weeks a plan spends on postings.
    func weeksAway(_ stays: [Stay]) -> Int {
        stays.reduce(0) { $0 + (isAtHome($1) ? 0 : $1.weeks.count) }
    }

    /// Calls `body` with the cell of every week of a stay.
    @inline(__always)
    func forEachCell(of stay: Stay, _ body: (Int) -> Void) {
        for week in stay.weeks { body(stay.mode * weekCount + week) }
    }

    /// The cost in thousandths of a plan's duties and starts that no row carries.
    func ownCost(of stays: [Stay]) -> Int {
        var cost = 0
        for stay in stays {
            forEachCell(of: stay) { cost += dutyCosts[$0] }
            if isStart(stay) { cost += startCosts[stay.mode * weekCount + stay.weeks.lowerBound] }
        }
        return cost
    }

    /// Calls `body` with every entry that a plan puts into the rows; a row may come several times.
    @inline(__always)
    func forEachEntry(of stays: [Stay], _ body: (Entry) -> Void) {
        for stay in stays {
            forEachCell(of: stay) { cell in
                for entry in dutyEntries[cell] { body(entry) }
            }
            if isStart(stay) {
                for entry in startEntries[stay.mode * weekCount + stay.weeks.lowerBound] { body(entry) }
            }
        }
    }

    /// The plan in the domain's terms.
    func plan(_ stays: [Stay]) -> Plan {
        Plan(
            stays.filter { !isAtHome($0) }.map {
                Posting(
                    host: modes[$0.mode].host, kind: modes[$0.mode].kind,
                    weeks: Week($0.weeks.lowerBound)..<Week($0.weeks.upperBound))
            },
            homeWeeks: stays.filter(isAtHome).map {
                Plan.HomeWeek(
                    week: Week($0.weeks.lowerBound), duty: homeModes[$0.mode - modes.count].duty)
            })
    }

    /// The stays of a plan that keeps the structural rules; nil if a posting or duty fits no mode.
    func stays(of plan: Plan) -> [Stay]? {
        var stays: [Stay] = []
        for posting in plan.postings {
            let weeks = posting.weeks.lowerBound.offset..<posting.weeks.upperBound.offset
            guard
                let mode = modes.indices.first(where: {
                    let mode = modes[$0]
                    let served = weeks.lowerBound == 0 ? mode.weeksServed : 0
                    return mode.host == posting.host && mode.kind == posting.kind
                        && mode.accepts(
                            lasting: served + weeks.count, endingAt: weeks.upperBound, of: weekCount)
                })
            else { return nil }
            stays.append(Stay(mode: mode, weeks: weeks))
        }
        for homeWeek in plan.homeWeeks {
            guard let number = homeModes.firstIndex(where: { $0.duty == homeWeek.duty }) else { return nil }
            let week = homeWeek.week.offset
            stays.append(Stay(mode: modes.count + number, weeks: week..<(week + 1)))
        }
        return stays.sorted { $0.weeks.lowerBound < $1.weeks.lowerBound }
    }
}
