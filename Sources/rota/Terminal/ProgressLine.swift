import Foundation
import LinearProgramming
import RosterFiles
import RosterSolver
import Rostering

/// A line on standard error that says how far a solve is, rewritten four times a second until it ends.
final class ProgressLine: Sendable {
    private struct State {
        var latest: RosterProgress?
        var isOver = false
    }

    private let state = Guarded(State())
    private let start = ContinuousClock.now
    private let width: Int

    /// Makes a line of at most `width` cells.
    init(width: Int) { self.width = width }

    /// Draws the line until it ends.
    func run() async {
        while !state.withLock({ $0.isOver }) {
            draw()
            try? await Task.sleep(for: .milliseconds(250))
        }
    }

    /// Notes what the solve has reached; it is shown at the next turn.
    func update(_ progress: RosterProgress) {
        state.withLock { $0.latest = progress }
    }

    /// Erases the line for good.
    func end() {
        state.withLock {
            $0.isOver = true
            Self.write("\r\u{1B}[K")
        }
    }

    private func draw() {
        let seconds = (ContinuousClock.now - start).components.seconds
        state.withLock { state in
            guard !state.isOver else { return }
            let text = Self.wording(of: state.latest, seconds: Int(seconds))[.spoken]
            // Cut short of the margin: a line that wraps cannot be erased.
            var line = ""
            for character in text where (line + String(character)).displayWidth < width {
                line.append(character)
            }
            Self.write("\r\u{1B}[K" + line)
        }
    }

    private static func wording(of progress: RosterProgress?, seconds: Int) -> Text {
        guard let progress, progress.objective != nil || progress.bound != nil else {
            return Text("\(seconds) s: no roster yet", "\(seconds)秒：尚无轮派表")
        }
        let objective = progress.objective.map(\.description)
        let bound = progress.bound.flatMap { Cost(rounding: $0) }.map(\.description) ?? "-"
        let gap = progress.gap.map { String(format: "%.2f", 100 * $0) } ?? "-"
        return Text(
            "\(seconds) s: roster \(objective ?? "-"), bound \(bound), gap \(gap) % (Ctrl-C prints the best so far)",
            "\(seconds)秒：轮派表\(objective ?? "-")，下界\(bound)，差距\(gap)%（Ctrl-C输出目前最好结果）")
    }

    private static func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
