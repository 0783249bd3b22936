/// How GLPK's branch and bound goes about its work.
public struct GLPKSearch: Sendable, Hashable {
    /// Which column to branch on; the numbers are GLPK's.
    public enum Branching: Int32, Sendable, CaseIterable {
        /// The first column with a fractional value.
        case firstFractional = 1
        /// The last column with a fractional value.
        case lastFractional = 2
        /// The column farthest from a whole value.
        case mostFractional = 3
        /// The column whose penalty, after Driebeck and Tomlin, is largest.
        case driebeckTomlin = 4
        /// The column that raised the bound most in earlier branchings.
        case pseudocost = 5
    }

    /// Which open node to go on with; the numbers are GLPK's.
    public enum NodeSelection: Int32, Sendable, CaseIterable {
        /// The deepest.
        case depthFirst = 1
        /// The oldest.
        case breadthFirst = 2
        /// The one with the best bound.
        case bestBound = 3
        /// The one that promises the best solution.
        case bestProjection = 4
    }

    /// Families of cutting planes.
    public struct Cuts: OptionSet, Sendable, Hashable {
        /// One bit for each family.
        public let rawValue: Int32

        /// Makes a set from its bits.
        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Gomory's mixed-integer cuts.
        public static let gomory = Cuts(rawValue: 1)
        /// Mixed-integer rounding cuts.
        public static let mixedIntegerRounding = Cuts(rawValue: 2)
        /// Cover cuts.
        public static let cover = Cuts(rawValue: 4)
        /// Clique cuts.
        public static let clique = Cuts(rawValue: 8)
        /// All families.
        public static let all: Cuts = [.gomory, .mixedIntegerRounding, .cover, .clique]
    }

    /// Which column to branch on.
    public var branching: Branching

    /// Which open node to go on with.
    public var nodeSelection: NodeSelection

    /// Which cutting planes to add.
    public var cuts: Cuts

    /// Whether to simplify the program first.
    ///
    /// Always off when there is a start solution, which the simplified program could not use.
    public var presolve: Bool

    /// Makes a choice.
    ///
    /// The defaults were best on the whole among a dozen small rosters, covering and generalised assignment
    /// programs. Cuts by mixed-integer rounding make the difference between seconds and no end; Gomory's cuts
    /// slow most programs down by a factor of two to four and are off. Node selection by best bound and the
    /// Driebeck-Tomlin penalty are never far from the best.
    public init(
        branching: Branching = .driebeckTomlin, nodeSelection: NodeSelection = .bestBound,
        cuts: Cuts = [.mixedIntegerRounding, .cover, .clique],
        presolve: Bool = true
    ) {
        self.branching = branching
        self.nodeSelection = nodeSelection
        self.cuts = cuts
        self.presolve = presolve
    }
}
