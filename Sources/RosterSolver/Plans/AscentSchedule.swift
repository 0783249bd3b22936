/// How far a ``PriceAscent`` has come, which decides how long its steps are: by its steps or by the time, whichever says more, and in haste once a
/// search would gain more than the ascent does.
struct AscentSchedule: Sendable {
    /// The seconds it takes at most; nil if steps alone count.
    private let mostSeconds: Double?
    /// How much of its time is over, counting faster in haste.
    private var shareOfTime = 0.0
    private var lastMoment: Double
    /// Where the value was compared last.
    private var mark = (share: 0.0, value: -Double.infinity)
    private var isHasty = false

    /// The steps of an ascent at most.
    private static let mostSteps = 1200
    /// An ascent takes at most this part of the time that is left.
    private static let timeForPrices = 0.5
    /// The value is compared each time that this much more of the ascent is over.
    private static let window = 0.05
    /// If it has changed by less than this part of the gap meanwhile, the rest of the time goes by so many times as fast.
    private static let (littleGain, haste) = (0.05, 4.0)

    /// Begins.
    ///
    /// - Parameters:
    ///   - now: seconds since the solve began.
    ///   - end: when it must end; nil if nothing may depend on the clock.
    init(now: Double, end: Double?) {
        mostSeconds = end.map { max(0, $0 - now) * Self.timeForPrices }
        lastMoment = now
    }

    /// How much of the ascent is over; from 1 on all of it.
    ///
    /// - Parameters:
    ///   - steps: those made so far.
    ///   - now: seconds since the solve began.
    ///   - value: what the prices are worth at present, a bound.
    ///   - best: what the best roster costs, in the same unit; nil if there is none.
    mutating func share(steps: Int, now: Double, value: Double, best: Double?) -> Double {
        if let mostSeconds {
            shareOfTime += (isHasty ? Self.haste : 1) * (now - lastMoment) / mostSeconds
            lastMoment = now
        }
        let share = max(Double(steps) / Double(Self.mostSteps), shareOfTime)
        if share >= mark.share + Self.window {
            if let best, abs(value - mark.value) < Self.littleGain * (best - value) { isHasty = true }
            mark = (share, value)
        }
        return share
    }
}
