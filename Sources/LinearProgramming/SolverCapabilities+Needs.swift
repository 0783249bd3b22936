extension LinearProgram {
    /// What a solver must be capable of to accept the program.
    ///
    /// Linear in the number of columns.
    public var neededCapabilities: SolverCapabilities {
        var needed: SolverCapabilities = []
        for column in columns {
            needed.insert(column.isInteger ? .integerColumns : .continuousColumns)
            if !column.lower.isFinite || !column.upper.isFinite { needed.insert(.infiniteBounds) }
        }
        return needed
    }
}

extension SolveLimits {
    /// What a solver must be capable of to honour the limits.
    public var neededCapabilities: SolverCapabilities {
        var needed: SolverCapabilities = []
        if deadline != nil { needed.insert(.timeLimit) }
        if nodes != nil { needed.insert(.nodeLimit) }
        if iterations != nil { needed.insert(.iterationLimit) }
        if relativeGap > 0 || absoluteGap > 0 { needed.insert(.gapLimit) }
        return needed
    }
}

extension SolverCapabilities {
    /// Throws a ``SolverError`` with code `unsupported` that names whatever of `needed` is not in the set.
    ///
    /// Backends call this first, so that an option they cannot honour is an error.
    public func require(_ needed: SolverCapabilities, solver: String) throws {
        let missing = needed.subtracting(self)
        guard !missing.isEmpty else { return }
        throw SolverError(
            code: .unsupported,
            message: "The solver \(solver) does not support: \(missing.names.joined(separator: ", ")). "
                + "Maybe leave that option out or use another solver.")
    }
}
