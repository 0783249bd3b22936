import Testing

@testable import Rostering

@Suite struct EstablishmentTotalTests {
    private func small(_ levels: [(from: String?, approved: Int, filled: Int)], weeks: Int = 4) throws
        -> Instance
    {
        try instance(weeks: weeks) { $0[EstablishmentTotal.self].enforcement.isOn = true }.changed {
            $0.establishments = [
                Establishment(
                    lead: "h",
                    levels: try levels.map {
                        Establishment.Level(
                            from: try $0.from.map(day), approved: $0.approved, filled: $0.filled)
                    })
            ]
        }
    }

    @Test(arguments: [(100, [:]), (101, [0: 1, 1: 1, 2: 1, 3: 1]), (99, [:])] as [(Int, [Int?: Int])])
    func filledAtMostAsApproved(filled: Int, expected: [Int?: Int]) throws {
        let instance = try small([(nil, 100, filled)])
        #expect(try instance.amounts(of: EstablishmentTotal.self) == expected)
        // No posting changes anything.
        #expect(try instance.amounts(of: EstablishmentTotal.self, ["p1": [.at("c1", 0..<4)]]) == expected)
        #expect(instance.rowsAgree(on: EstablishmentTotal.self, try instance.roster()))
    }

    /// A level holds from the first Monday on or after its date, the first one before its date too.
    @Test func levelsByDate() throws {
        let instance = try small([("2022-07-11", 50, 52), ("2022-07-20", 50, 50), ("2022-07-25", 40, 50)])
        #expect(try instance.amounts(of: EstablishmentTotal.self) == [0: 2, 1: 2, 2: 2, 3: 10])
        #expect(instance.rowsAgree(on: EstablishmentTotal.self, try instance.roster()))
        let returned = try small([(nil, 50, 53), ("2022-07-18", 50, 50)])
        #expect(try returned.amounts(of: EstablishmentTotal.self) == [0: 3, 1: 3])
    }

    @Test func hardUnlessMadeSoft() throws {
        let instance = try small([(nil, 10, 12)], weeks: 1)
        #expect(try instance.violations(of: EstablishmentTotal.self).map(\.isHard) == [true])
        let soft = try instance.changed { $0.policy[EstablishmentTotal.self].enforcement = .soft(Cost(3)) }
        #expect(try soft.violations(of: EstablishmentTotal.self).map(\.cost) == [Cost(6)])
        #expect(EstablishmentTotal().enforcement.isOn == false)
    }

    @Test func wording() throws {
        let told = try small([(nil, 100, 103)]).told(EstablishmentTotal.self)
        #expect(
            told.english
                == "site h's community fills 3 posts more than the 100 approved; no roster changes that")
        #expect(told.chinese == "机构h医共体核定编制100名，超出3名；排班无法改变")
    }
}
