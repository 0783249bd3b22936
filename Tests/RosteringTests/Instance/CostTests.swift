import Rostering
import Testing

@Suite struct CostTests {
    @Test(arguments: [
        (0, "0"), (500, "0.5"), (120_000, "120"), (-1_250, "-1.25"), (1, "0.001"), (-7, "-0.007"),
        (10, "0.01"),
    ])
    func describes(thousandths: Int, text: String) {
        #expect(Cost(thousandths: thousandths).description == text)
    }

    @Test func roundsToThousandths() {
        #expect(Cost(rounding: 0.1 + 0.2) == Cost(thousandths: 300))
        #expect(Cost(rounding: .infinity) == nil)
        #expect(Cost(rounding: .nan) == nil)
        #expect(Cost(rounding: 1e13) == nil)
    }

    @Test func addsExactly() {
        let tenth = Cost(thousandths: 100)
        #expect((0..<10).reduce(Cost.zero) { sum, _ in sum + tenth } == Cost(1))
        #expect(3 * tenth - tenth == Cost(thousandths: 200))
        #expect(tenth < Cost(1))
        #expect(tenth.points == 0.1)
    }
}
