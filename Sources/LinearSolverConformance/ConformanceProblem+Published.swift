import LinearProgramming

extension ConformanceProblem {
    /// Problems from textbooks with published optima.
    ///
    /// Maximisation is written as minimisation with negated costs.
    public static let published: [ConformanceProblem] = linearProblems + integerProblems

    private static let infinity = Double.infinity

    private static let linearProblems: [ConformanceProblem] = [
        ConformanceProblem(
            name: "Dantzig's canning plants",
            source:
                "G. Dantzig, Linear Programming and Extensions, 1963, section 3.3; 90 $ per case and 1000 miles",
            program: LinearProgram(
                transportation: "canning plants", supplies: [350, 600], demands: [325, 300, 275],
                costs: [[0.225, 0.153, 0.162], [0.225, 0.162, 0.126]]),
            outcome: .optimal(153.675)),
        ConformanceProblem(
            name: "Reddy Mikks", source: "H. Taha, Operations Research: An Introduction, chapter 2",
            program: LinearProgram(
                dense: "Reddy Mikks", costs: [-5, -4],
                rows: [
                    (-infinity, [6, 4], 24), (-infinity, [1, 2], 6), (-infinity, [-1, 1], 1),
                    (-infinity, [0, 1], 2),
                ]),
            outcome: .optimal(-21), values: [3, 1.5], rowDuals: [-0.75, -0.5, 0, 0]),
        ConformanceProblem(
            name: "Chvatal's first example", source: "V. Chvatal, Linear Programming, 1983, chapter 2",
            program: LinearProgram(
                dense: "Chvatal", costs: [-5, -4, -3],
                rows: [(-infinity, [2, 3, 1], 5), (-infinity, [4, 1, 2], 11), (-infinity, [3, 4, 2], 8)]),
            outcome: .optimal(-13), values: [2, 0, 1], rowDuals: [-1, 0, -1]),
        ConformanceProblem(
            name: "Polly's diet", source: "V. Chvatal, Linear Programming, 1983, chapter 1",
            program: LinearProgram(
                dense: "diet", costs: [3, 24, 13, 9, 20, 19],
                rows: [
                    (2000, [110, 205, 160, 160, 420, 260], infinity), (55, [4, 32, 13, 8, 4, 14], infinity),
                    (800, [2, 12, 54, 285, 22, 80], infinity),
                ],
                columnBounds: [(0, 4), (0, 3), (0, 2), (0, 8), (0, 2), (0, 2)]),
            outcome: .optimal(92.5), values: [4, 0, 0, 4.5, 2, 0]),
        ConformanceProblem(
            name: "Dakota furniture", source: "W. Winston, Operations Research, section 4.5",
            program: LinearProgram(
                dense: "Dakota", costs: [-60, -30, -20],
                rows: [
                    (-infinity, [8, 6, 1], 48), (-infinity, [4, 2, 1.5], 20), (-infinity, [2, 1.5, 0.5], 8),
                    (-infinity, [0, 1, 0], 5),
                ]),
            outcome: .optimal(-280), values: [2, 0, 8], rowDuals: [0, -10, -10, 0]),
        ConformanceProblem(
            name: "Wyndor Glass",
            source: "F. Hillier, G. Lieberman, Introduction to Operations Research, chapter 3",
            program: LinearProgram(
                dense: "Wyndor", costs: [-3, -5],
                rows: [(-infinity, [1, 0], 4), (-infinity, [0, 2], 12), (-infinity, [3, 2], 18)]),
            outcome: .optimal(-36), values: [2, 6], rowDuals: [0, -1.5, -1]),
        ConformanceProblem(
            name: "Powerco", source: "W. Winston, Operations Research, section 7.1",
            program: LinearProgram(
                transportation: "Powerco", supplies: [35, 50, 40], demands: [45, 20, 30, 30],
                costs: [[8, 6, 10, 9], [9, 12, 13, 7], [14, 9, 16, 5]]),
            outcome: .optimal(1020)),
        ConformanceProblem(
            name: "Klee and Minty's cube",
            source: "V. Chvatal, Linear Programming, 1983, chapter 4: many vertices",
            program: LinearProgram(
                dense: "Klee-Minty", costs: [-100, -10, -1],
                rows: [
                    (-infinity, [1, 0, 0], 1), (-infinity, [20, 1, 0], 100),
                    (-infinity, [200, 20, 1], 10000),
                ]),
            outcome: .optimal(-10000), values: [0, 0, 10000]),
        ConformanceProblem(
            name: "Beale's cycle",
            source:
                "E. Beale, Cycling in the dual simplex algorithm, 1955: degenerate, cycles under Dantzig's rule",
            program: LinearProgram(
                dense: "Beale", costs: [-0.75, 20, -0.5, 6],
                rows: [
                    (-infinity, [0.25, -8, -1, 9], 0), (-infinity, [0.5, -12, -0.5, 3], 0),
                    (-infinity, [0, 0, 1, 0], 1),
                ]),
            outcome: .optimal(-1.25), values: [1, 0, 1, 0]),
    ]

    private static let integerProblems: [ConformanceProblem] = [
        ConformanceProblem(
            name: "Telfa", source: "W. Winston, Operations Research, section 9.3; its relaxation has 41.25",
            program: LinearProgram(
                dense: "Telfa", costs: [-8, -5], rows: [(-infinity, [1, 1], 6), (-infinity, [9, 5], 45)],
                integers: true),
            outcome: .optimal(-40), values: [5, 0]),
        ConformanceProblem(
            name: "Stockco", source: "W. Winston, Operations Research, section 9.2",
            program: LinearProgram(
                dense: "Stockco", costs: [-16, -22, -12, -8], rows: [(-infinity, [5, 7, 4, 3], 14)],
                columnBounds: [(0, 1), (0, 1), (0, 1), (0, 1)], integers: true),
            outcome: .optimal(-42), values: [0, 1, 1, 1]),
        ConformanceProblem(
            name: "Machineco", source: "W. Winston, Operations Research, section 7.5: assignment",
            program: LinearProgram(
                transportation: "Machineco", supplies: [1, 1, 1, 1], demands: [1, 1, 1, 1],
                costs: [[14, 5, 8, 7], [2, 12, 6, 5], [7, 8, 3, 9], [2, 4, 6, 10]], integers: true),
            outcome: .optimal(15)),
        ConformanceProblem(
            name: "Knapsack of ten", source: "J. Burkardt, data set KNAPSACK_01, P01",
            program: knapsack(
                weights: [23, 31, 29, 44, 53, 38, 63, 85, 89, 82],
                profits: [92, 57, 49, 68, 60, 43, 67, 84, 87, 72],
                capacity: 165),
            outcome: .optimal(-309)),
        ConformanceProblem(
            name: "Knapsack of fifteen",
            source: "D. Kreher, D. Stinson, Combinatorial Algorithms; KNAPSACK_01, P07",
            program: knapsack(
                weights: [70, 73, 77, 80, 82, 87, 90, 94, 98, 106, 110, 113, 115, 118, 120],
                profits: [135, 139, 149, 150, 156, 163, 173, 184, 192, 201, 210, 214, 221, 229, 240],
                capacity: 750),
            outcome: .optimal(-1458)),
    ]

    private static func knapsack(weights: [Double], profits: [Double], capacity: Double) -> LinearProgram {
        LinearProgram(
            dense: "knapsack", costs: profits.map { -$0 }, rows: [(-infinity, weights, capacity)],
            columnBounds: weights.map { _ in (0, 1) }, integers: true)
    }
}
