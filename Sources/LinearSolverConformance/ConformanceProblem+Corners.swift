import LinearProgramming

extension ConformanceProblem {
    /// Small programs, each of which sits in a corner of the definition of a linear program.
    public static let corners: [ConformanceProblem] = [
        corner("no rows and no columns", .optimal(0)) { _ in },
        corner("only a constant", .optimal(7.5)) { $0.objectiveConstant = 7.5 },
        corner("no rows", .optimal(-3)) { program in
            program.addColumn(lower: 1, upper: 4, cost: 1)
            program.addColumn(lower: -2, upper: 2, cost: -2)
            program.addColumn(lower: 0, upper: 9)
        },
        corner("no rows, integers", .optimal(-4)) { program in
            program.addColumn(lower: -4.5, upper: 4, isInteger: true, cost: 1)
        },
        corner("no columns, rows hold", .optimal(0)) { $0.addRow(lower: -1, upper: 1, terms: []) },
        corner("no columns, a row fails", .infeasible) { $0.addRow(lower: 1, terms: []) },
        corner("free column", .optimal(-6)) { program in
            let x = program.addColumn(lower: -.infinity, upper: .infinity, cost: 2)
            program.addRow(lower: -3, terms: [.init(x, 1)])
        },
        corner("column without lower bound", .optimal(-8)) { program in
            let x = program.addColumn(lower: -.infinity, upper: 4, cost: -2)
            program.addRow(upper: 10, terms: [.init(x, 1)])
        },
        corner("fixed column", .optimal(11)) { program in
            let x = program.addColumn(lower: 3, upper: 3, cost: 2)
            let y = program.addColumn(cost: 1)
            program.addRow(lower: 8, terms: [.init(x, 1), .init(y, 1)])
        },
        corner("ranged row, free row and equality", .optimal(4.5)) { program in
            program.objectiveConstant = 0.5
            let x = program.addColumn(cost: 1)
            let y = program.addColumn(cost: 1)
            program.addRow(lower: 2, upper: 5, terms: [.init(x, 1), .init(y, -1)])
            program.addRow(terms: [.init(x, 7)])
            program.addRow(lower: 4, upper: 4, terms: [.init(x, 1), .init(y, 1)])
        },
        corner("terms with coefficient zero", .optimal(2)) { program in
            let x = program.addColumn(cost: 1)
            let y = program.addColumn(cost: 1)
            program.addRow(lower: 2, terms: [.init(x, 1), .init(y, 0)])
        },
        corner("infeasible rows", .infeasible) { program in
            let x = program.addColumn(cost: 1)
            program.addRow(lower: 5, terms: [.init(x, 1)])
            program.addRow(upper: 4, terms: [.init(x, 1)])
        },
        corner("unbounded", .unbounded) { program in
            let x = program.addColumn(cost: -1)
            let y = program.addColumn()
            program.addRow(lower: 0, terms: [.init(x, 1), .init(y, -1)])
        },
        corner("unbounded integers", .unbounded) { program in
            let x = program.addColumn(isInteger: true, cost: -1)
            let y = program.addColumn(isInteger: true)
            program.addRow(lower: 0, upper: 3, terms: [.init(x, 1), .init(y, -1)])
        },
        corner("integers with fractional bounds", .optimal(-7)) { program in
            let x = program.addColumn(lower: 0.5, upper: 2.5, isInteger: true, cost: -1)
            let y = program.addColumn(lower: -5.75, upper: 5.25, isInteger: true, cost: -1)
            program.addRow(upper: 20, terms: [.init(x, 1), .init(y, 1)])
        },
        corner("no whole number between the bounds", .infeasible) { program in
            program.addColumn(lower: 0.25, upper: 0.75, isInteger: true)
        },
        corner("relaxation feasible, integers not", .infeasible) { program in
            let x = program.addColumn(upper: 9, isInteger: true)
            let y = program.addColumn(upper: 9, isInteger: true)
            program.addRow(lower: 7, upper: 7, terms: [.init(x, 2), .init(y, 4)])
        },
        corner("integers and continuous columns", .optimal(3.25)) { program in
            let x = program.addColumn(upper: 5, isInteger: true, cost: 1)
            let y = program.addColumn(upper: 0.25, cost: 1)
            program.addRow(lower: 3.25, terms: [.init(x, 1), .init(y, 1)])
        },
        corner("names of all kinds", .optimal(1)) { program in
            let long = String(repeating: "轮", count: 400)
            let x = program.addColumn(name: long, cost: 1)
            let y = program.addColumn(name: "a b:c<=\"", cost: 3)
            program.addRow(name: long, lower: 1, terms: [.init(x, 1), .init(y, 1)], origin: "诊所 1, week 2")
        },
    ]

    private static func corner(
        _ name: String, _ outcome: Outcome, _ build: (inout LinearProgram) -> Void
    ) -> ConformanceProblem {
        var program = LinearProgram(name: name)
        build(&program)
        return ConformanceProblem(
            name: name, source: "made for this suite", program: program, outcome: outcome)
    }
}
