import Foundation
import GLPKSolver
import RosterFiles
import RosterSolver
import Rostering

/// The best roster that a minute finds, as a file, or nil if there is none.
func bestRoster(for file: Data) async throws -> Data? {
    let instance = try InstanceFile.read(file)
    var options = RosterOptions()
    options.timeLimit = 60
    let outcome = try await RosterOptimizer(instance, linearSolver: GLPKBackend()).solve(options)
    guard let solved = outcome.solved else { return nil }
    print("\(outcome.name): \(solved.objective), no roster below \(solved.bound)")
    return RosterFile.write(solved.roster, in: instance)
}
