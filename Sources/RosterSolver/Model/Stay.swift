import Rostering

/// A posting in the solver's terms: a mode of a ``PersonModel`` and weeks as offsets.
struct Stay: Hashable, Sendable {
    let mode: Int
    let weeks: Range<Int>
}

extension PersonModel {
    /// Whether a stay continues the posting under way, so that it is no start.
    func isContinuation(_ stay: Stay) -> Bool {
        stay.weeks.lowerBound == 0 && modes[stay.mode].weeksServed > 0
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
            if !isContinuation(stay) { cost += startCosts[stay.mode * weekCount + stay.weeks.lowerBound] }
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
            if !isContinuation(stay) {
                for entry in startEntries[stay.mode * weekCount + stay.weeks.lowerBound] { body(entry) }
            }
        }
    }

    /// The plan in the domain's terms.
    func plan(_ stays: [Stay]) -> Plan {
        Plan(
            stays.map {
                Posting(
                    host: modes[$0.mode].host, kind: modes[$0.mode].kind,
                    weeks: Week($0.weeks.lowerBound)..<Week($0.weeks.upperBound))
            })
    }

    /// The stays of a plan that keeps the structural rules; nil if a posting fits no mode.
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
        return stays
    }
}
