import Rostering
import Testing

@testable import RosterSolver

@Suite struct DepartmentsTests {
    @Test(arguments: [1, 2, 40], 0..<20) func groupsPartitionThePeople(mostPeople: Int, seed: Int) throws {
        guard let instance = TinyInstances.instance(seed: UInt64(seed)) else { return }
        let model = RosterModel(instance)
        let departments = Departments(model, mostPeople: mostPeople)
        #expect(departments.groups.flatMap(\.self).sorted() == Array(model.people.indices))
        #expect(departments.groups.allSatisfy { !$0.isEmpty })
        #expect(departments.rows.count == departments.groups.count)
        // Every row has one place: a group, the linking rows, or none if nobody touches its block.
        let placed = departments.rows.flatMap(\.self) + departments.linking
        #expect(Set(placed).count == placed.count)
        let touched = Set(
            model.people.flatMap { [$0.dutyEntries, $0.startEntries].joined().joined().map(\.row) })
        #expect(touched.isSubset(of: placed))
        // A department stays together, however small groups are to be.
        for department in instance.departments {
            let groups = department.members.map { member in
                departments.groups.firstIndex { $0.contains(member.offset) }
            }
            #expect(Set(groups).count <= 1)
        }
        // Only its own people touch a group's rows.
        for (people, rows) in zip(departments.groups, departments.rows) {
            for (person, model) in model.people.enumerated() where !people.contains(person) {
                let entries = [model.dutyEntries, model.startEntries].joined().joined()
                #expect(!entries.contains { rows.contains($0.row) })
            }
        }
    }

    /// Rows that nobody touches cost what the checker finds with everybody at home.
    @Test(arguments: 0..<40) func rowsThatNobodyTouchesCostWhatTheyCost(seed: Int) throws {
        guard let instance = TinyInstances.instance(seed: UInt64(seed)) else { return }
        let model = RosterModel(instance)
        let departments = Departments(model, mostPeople: 40)
        let placed = Set(departments.rows.flatMap(\.self) + departments.linking)
        let tables = SearchTables(model)
        let state = SearchState(model, tables, stays: model.people.map { _ in [] })
        let untouched = tables.blocks.indices.filter { block in
            !tables.blocks[block].rows.contains { placed.contains($0.row) }
        }
        // Blocks that are only estimated from above count nothing, and a broken hard rule is told apart.
        let exact = untouched.filter { tables.blocks[$0].shared.count <= 1 }
        let kept = exact.filter { state.blockCosts[$0] < Block.hardCost }
        #expect(kept.reduce(0) { $0 + state.blockCosts[$1] } == departments.constantCost)
        #expect(departments.isBroken == (kept.count < exact.count))
    }
}
