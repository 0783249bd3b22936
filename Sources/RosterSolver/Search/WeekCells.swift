import Rostering

/// A plan week by week: which cells its duties and starts are.
struct WeekCells: Sendable, Equatable {
    /// By week: the cell of the duty, or -1 at home without one.
    var duties: [Int32]
    /// By week: the cell of the posting that starts there, or -1.
    var starts: [Int32]

    /// All weeks at home without a duty.
    init(weekCount: Int) {
        duties = Array(repeating: -1, count: weekCount)
        starts = duties
    }

    /// The cells of a person's stays.
    init(_ stays: [Stay], of person: PersonModel) {
        self.init(weekCount: person.weekCount)
        set(stays, of: person)
    }

    /// Becomes the cells of a person's stays.
    mutating func set(_ stays: [Stay], of person: PersonModel) {
        for week in duties.indices {
            duties[week] = -1
            starts[week] = -1
        }
        for stay in stays {
            for week in stay.weeks { duties[week] = Int32(stay.mode * person.weekCount + week) }
            if person.isStart(stay) { starts[stay.weeks.lowerBound] = duties[stay.weeks.lowerBound] }
        }
    }

    /// The stays again, by the number of modes of postings.
    func stays(postingModes: Int) -> [Stay] {
        var stays: [Stay] = []
        var week = 0
        while week < duties.count {
            let first = week
            week += 1
            guard duties[first] >= 0 else { continue }
            let mode = Int(duties[first]) / duties.count
            if mode < postingModes {
                while week < duties.count, starts[week] < 0, Int(duties[week]) == mode * duties.count + week {
                    week += 1
                }
            }
            stays.append(Stay(mode: mode, weeks: first..<week))
        }
        return stays
    }
}
