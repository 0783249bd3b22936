import RosterGenerator
import Rostering
import SeededRandom
import Testing

@testable import RosterSolver

@Suite struct NeighbourhoodsTests {
    /// A hospital of several departments, and somebody who has two specialties.
    private func hospital() throws -> (model: RosterModel, person: Int) {
        let generator = try InstanceGenerator(
            InstanceGenerator.Options(people: 80, clinics: 6, specialties: 5, weeks: 8))
        let model = RosterModel(try Instance(generator.description()))
        let person = try #require(
            model.people.indices.first { model.instance[PersonIndex($0)].specialties.count > 1 })
        return (model, person)
    }

    /// Everybody whose first specialty is one of a person's.
    private func colleagues(of person: Int, in model: RosterModel) -> Set<Int> {
        let specialties = model.instance[PersonIndex(person)].specialties
        return Set(
            model.people.indices.filter {
                model.people[$0].hasChoice
                    && specialties.contains(model.instance[PersonIndex($0)].specialties[0])
            })
    }

    @Test func whoeverIsDearInTwoDepartmentsBringsThemTogether() throws {
        let (model, person) = try hospital()
        let colleagues = colleagues(of: person, in: model)
        let neighbourhoods = Neighbourhoods(model)
        var random = SplitMix64(seed: 1)
        /// In how many of a thousand sweeps the first group has all of them.
        func count(excess: [Double]) -> Int {
            (0..<1000).count { _ in
                let groups = neighbourhoods.sweep(fewestPeople: colleagues.count, excess: excess, &random)
                return groups.first.map { colleagues.isSubset(of: $0) } ?? false
            }
        }
        var excess = model.people.map { _ in 0.0 }
        let without = count(excess: excess)
        excess[person] = 100
        let with = count(excess: excess)
        #expect(with > 750 && with > without + 200, "\(with) and \(without)")
    }

    @Test func departmentsAloneAreVisitedOnceEachHoweverDear() throws {
        let (model, person) = try hospital()
        let neighbourhoods = Neighbourhoods(model)
        var random = SplitMix64(seed: 1)
        var excess = model.people.map { _ in 0.0 }
        excess[person] = 100
        let groups = neighbourhoods.sweep(fewestPeople: 0, excess: excess, &random)
        let departments = model.people.indices.filter { model.people[$0].hasChoice }.map {
            model.instance.department(of: PersonIndex($0))
        }
        #expect(groups.count == Set(departments).count)
        #expect(Set(groups).count == groups.count)
        #expect(!groups.contains { colleagues(of: person, in: model).isSubset(of: $0) })
    }

    @Test func sweepsOverEverybodyLeaveNobodyOut() throws {
        let (model, _) = try hospital()
        let movable = model.people.indices.filter { model.people[$0].hasChoice }
        var random = SplitMix64(seed: 1)
        for fewestCircles in [1, 2] {
            let groups = Neighbourhoods(model).sweep(
                fewestPeople: 24, fewestCircles: fewestCircles, &random)
            #expect(Set(groups.joined()) == Set(movable))
        }
    }
}
