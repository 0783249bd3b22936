import Foundation

extension LocalSearch {
    /// Moves stays of some people alone, cooling down.
    mutating func anneal(_ people: [Int], moves count: Int, from hot: Double, to cold: Double, until deadline: ContinuousClock.Instant?, shouldStop: () -> Bool) {
        let neighbourhood = neighbourhoods.neighbourhood(of: people)
        var moves = StayMoves(neighbourhood, places, state)
        let (before, beforeCost) = (state.stays, state.cost)
        let begin = ContinuousClock.now
        let ratio = cold / hot
        var temperature = hot
        var (tried, kept) = (0, 0)
        var rrDue = 0.0
        var (rrTried, rrKept) = (0, 0)
        for number in 0..<count {
            if number % 128 == 0 {
                if shouldStop() { break }
                var p = Double(number) / Double(count)
                if let deadline { p = max(p, 1 - (deadline - ContinuousClock.now) / (deadline - begin)) }
                temperature = hot * pow(ratio, p)
                rrDue += knobRR * 128 / 1000
                if rrDue > 1 {
                    rrDue -= 1
                    let c = state.cost
                    moves.reload(ruinAndRecreate(neighbourhood, temperature: temperature), state)
                    rrTried += 1
                    if state.cost != c { rrKept += 1 }
                }
            }
            guard moves.propose(to: &state, &random) else { continue }
            tried += 1
            let worse = Double(state.costOfProposal() - state.cost)
            if worse <= 0 || worse <= -temperature * random.logarithm() {
                state.keepProposal()
                kept += 1
            } else {
                state.dropProposal()
                moves.takeBack()
            }
        }
        if knobKeep > 0, state.cost > beforeCost { set(before) }
        if debugging { print("anneal", count, tried, kept, Double(state.cost) / 1000, rrTried, rrKept) }
 print("anneal", count, tried, kept, Double(state.cost) / 1000, rrTried, rrKept) }
    }
let debugging = ProcessInfo.processInfo.environment["DBG"] != nil
func knob(_ name: String, _ other: Double) -> Double { ProcessInfo.processInfo.environment[name].flatMap(Double.init) ?? other }
let knobMoves = knob("MOVES", 2000)
let knobHot = knob("HOT", 30000)
let knobCold = knob("COLD", 300)
let knobMode = knob("MODE", 1)
let knobGrow = knob("GROW", 2)
let knobFirst = knob("FIRST", 8)
let knobLast = knob("LAST", 100000)
let knobChain = knob("CHAIN", 4)
let knobRR = knob("RR", 1)
let knobKeep = knob("KEEP", 1)
let knobGroup = knob("GROUP", 12)
