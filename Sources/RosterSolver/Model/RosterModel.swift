import Rostering

/// What all rules ask, compiled against the plans each person can have: the one source of the compact program, of the program over plans
/// and of the search.
///
/// A row says: constant + plan terms + quantity terms >= 0. Its plan terms lie with the people (``PersonModel``), its quantity terms here.
struct RosterModel: Sendable {
    /// One requirement without its plan terms.
    struct Row: Sendable {
        let tag: RequirementTag
        let constant: Int
        let quantities: [(quantity: Int, coefficient: Int)]
    }

    /// How much each part of the objective counts.
    struct Emphasis: Sendable {
        let patientService: Int
        let staff: Int

        /// The weighted sum of the model.
        static let sum = Emphasis(patientService: 1, staff: 1)
        /// Service to patients alone: the first stage of a lexicographic solve.
        static let patientService = Emphasis(patientService: 1, staff: 0)
        /// Everything else alone: the second stage.
        static let staff = Emphasis(patientService: 0, staff: 1)
        /// Service to patients nearly first, for a search that weighs both at once.
        static let patientsFirst = Emphasis(patientService: 1024, staff: 1)

        func factor(of part: ObjectivePart) -> Int { part == .patientService ? patientService : staff }
    }

    let instance: Instance
    let quantities: [Quantity]
    /// By quantity: the cost of a unit in thousandths, as emphasised; nothing for a hard violation.
    let quantityCosts: [Int]
    let rows: [Row]
    /// By person, as in ``Instance/people``.
    let people: [PersonModel]
    /// The greatest common divisor of all costs, in thousandths; 0 if nothing costs anything.
    let costGrain: Int
    /// What a unit of a hard violation costs in a linear program over plans, in points, as emphasised.
    let hardPenalty: Double
    /// Whether the model's cost of a roster is the checker's objective: one weighted sum, and blocks that settle exactly.
    let countsExactly: Bool

    /// Compiles the rules that are on, on all cores. Takes time proportional to the terms of all rows.
    ///
    /// - Parameter checkpoint: called again and again; what it throws ends the work.
    init<Failure: Error>(
        _ instance: Instance, emphasis: Emphasis, checkpoint: @Sendable () throws(Failure) -> Void
    ) throws(Failure) {
        self.instance = instance
        let rules = instance.policy.rules.filter(\.enforcement.isOn)
        let requirements = try onAllCores(rules) { rule throws(Failure) in
            try checkpoint()
            return rule.requirements(for: instance)
        }
        let factors = rules.map { emphasis.factor(of: type(of: $0).part) }
        quantities = requirements.flatMap(\.quantities)
        quantityCosts = zip(requirements, factors).flatMap { requirements, factor in
            requirements.quantities.map { factor * $0.cost.thousandths }
        }
        let positions = Dictionary(
            uniqueKeysWithValues: quantities.enumerated().map { ($1.name, $0) })
        var builders = PersonModel.builders(for: instance, thresholds: Self.thresholds(of: requirements))
        var rows: [Row] = []
        rows.reserveCapacity(requirements.reduce(0) { $0 + $1.rows.count })
        for requirement in requirements.lazy.flatMap(\.rows) {
            if rows.count % 1024 == 0 { try checkpoint() }
            var quantities: [(quantity: Int, coefficient: Int)] = []
            for term in requirement.expression.terms {
                if case .quantity(let name) = term.measure {
                    guard let quantity = positions[name] else {
                        preconditionFailure(
                            "\(requirement.tag.rule) uses a quantity nobody declares: \(name)")
                    }
                    quantities.append((quantity, term.coefficient))
                } else {
                    PersonModel.add(
                        .row(rows.count), coefficient: term.coefficient, of: term.measure, to: &builders)
                }
            }
            rows.append(
                Row(tag: requirement.tag, constant: requirement.expression.constant, quantities: quantities))
        }
        for (requirements, factor) in zip(requirements, factors) {
            for (measure, cost) in requirements.costs {
                PersonModel.add(.cost, coefficient: factor * cost.thousandths, of: measure, to: &builders)
            }
        }
        self.rows = rows
        people = try onAllCores(builders) { builder throws(Failure) in
            try checkpoint()
            return PersonModel(builder)
        }
        costGrain = (quantityCosts + people.flatMap { $0.dutyCosts + $0.startCosts }).reduce(0) {
            greatestCommonDivisor($0, $1)
        }
        hardPenalty = 100_000 * Double(max(emphasis.patientService, emphasis.staff))
        countsExactly = emphasis.patientService == 1 && emphasis.staff == 1
    }

    /// Compiles the rules that are on, without interruption.
    init(_ instance: Instance, emphasis: Emphasis = .sum) {
        self.init(instance, emphasis: emphasis, checkpoint: {})
    }

    /// The lengths at which what a posting counts for changes, ascending.
    private static func thresholds(of requirements: [Requirements]) -> [Int] {
        var lengths: Set<Int> = []
        func note(_ measure: Measure) {
            if case .settled(_, _, _, let weeks, _) = measure { lengths.insert(weeks) }
        }
        for requirements in requirements {
            for row in requirements.rows {
                for term in row.expression.terms { note(term.measure) }
            }
            for (measure, _) in requirements.costs { note(measure) }
        }
        return lengths.sorted()
    }
}

/// The greatest common divisor (Euclid).
func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
    var (first, second) = (abs(first), abs(second))
    while second != 0 { (first, second) = (second, first % second) }
    return first
}
