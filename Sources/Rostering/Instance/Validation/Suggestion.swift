/// Guesses at what a mistyped word was meant to be.
public enum Suggestion {
    /// The candidate nearest to `word` by edit distance, the first of several; nil unless at most a third of the word's letters (and at least one)
    /// would have to change. O(candidates × length²).
    public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let letters = Array(word.lowercased().prefix(100))
        var limit = max(1, letters.count / 3)
        var best: String?
        for candidate in candidates where abs(candidate.count - letters.count) <= limit {
            let distance = distance(letters, Array(candidate.lowercased().prefix(100)))
            if distance <= limit, best == nil || distance < limit { (best, limit) = (candidate, distance) }
        }
        return best
    }

    /// "Maybe …?" for the nearest candidate, or nothing.
    public static func maybe(_ word: String, among candidates: some Sequence<String>) -> Text {
        nearest(to: word, among: candidates).map { Text(" Maybe '\($0)'?", "是否为“\($0)”？") } ?? Text("")
    }

    /// The fewest letters inserted, deleted, replaced or swapped with their neighbour that turn one word into the other (Damerau's distance,
    /// each letter edited once).
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var rows = [Array(0...right.count)]
        for (row, letter) in left.enumerated() {
            var next = [row + 1]
            for (column, other) in right.enumerated() {
                var least = min(
                    rows[row][column + 1] + 1, next[column] + 1, rows[row][column] + (letter == other ? 0 : 1)
                )
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    least = min(least, rows[row - 1][column - 1] + 1)
                }
                next.append(least)
            }
            rows.append(next)
        }
        return rows[left.count][right.count]
    }
}

extension Text {
    /// Joins two texts, each language by itself.
    public static func + (left: Text, right: Text) -> Text {
        Text(left.english + right.english, left.chinese + right.chinese)
    }
}
