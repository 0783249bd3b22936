import Foundation
import Rostering

/// Roster files: JSON that `schema/roster.schema.json` describes. A roster is written and read beside its instance.
public enum RosterFile {
    /// What the file's `format` key says.
    static let format = "rota-roster/1"

    /// Reads a roster for an instance. Whether the roster keeps the rules is for `Audit` to say: hand-made rosters that break them can be read.
    ///
    /// - Throws: ``InvalidFile`` with every fault at once, at most 1000, in the order of the file's parts.
    public static func read(_ data: Data, for instance: Instance) throws(InvalidFile) -> Roster {
        let log = FaultLog()
        let json = JSONReader(value: try JSONValue(file: data, log: log), path: .root, log: log)
        let roster = Roster(reading: json, for: instance)
        guard log.faults.isEmpty else { throw InvalidFile(faults: Fault.listed(log.faults)) }
        return roster
    }

    /// Writes a roster of an instance: the same bytes for equal rosters, postings by person and time, slots by pool.
    public static func write(_ roster: Roster, in instance: Instance) -> Data {
        roster.json(in: instance).file
    }
}
