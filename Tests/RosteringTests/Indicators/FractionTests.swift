import Testing

@testable import Rostering

@Suite("Fractions and targets")
struct FractionTests {
    @Test("Equal by value, and what was counted is kept")
    func equality() {
        #expect(Fraction(2, 20) == Fraction(1, 10))
        #expect(Fraction(2, 20).denominator == 20)
        #expect(Fraction(1, 3) != Fraction(333, 1000))
        #expect(Fraction(0, 5) == Fraction(0))
    }

    @Test("Ordered exactly, negative ones and large ones too")
    func order() {
        #expect(Fraction(1, 11) < Fraction(1, 10))
        #expect(Fraction(-1, 10) < Fraction(0))
        #expect(Fraction(-1, 10) < Fraction(-1, 11))
        #expect(!(Fraction(1, 10) < Fraction(2, 20)))
        #expect(Fraction(Int.max - 1, Int.max) < Fraction(Int.max, Int.max))
        #expect(Fraction(Int.min, 1) < Fraction(Int.max, Int.max))
    }

    @Test("A share of nothing is no fraction")
    func nothing() {
        #expect(Fraction(0, of: 0) == nil)
        #expect(Fraction(1, of: 2) == Fraction(1, 2))
    }

    @Test(
        "Limits belong to what they allow, a majority does not include one half",
        arguments: [
            (IndicatorTarget.Relation.atLeast, [false, true, true]), (.moreThan, [false, false, true]),
            (.atMost, [true, true, false]),
        ])
    func targets(_ relation: IndicatorTarget.Relation, _ isMet: [Bool]) {
        let target = IndicatorTarget(relation, Fraction(1, 2))
        #expect([Fraction(49, 100), Fraction(2, 4), Fraction(51, 100)].map(target.isMet) == isMet)
    }

    @Test("No verdict without a value or a target")
    func verdicts() {
        let target = IndicatorTarget(.atLeast, Fraction(1))
        #expect(IndicatorValue(.whole, nil, Fraction(1), target: target).verdict == .met)
        #expect(IndicatorValue(.whole, nil, Fraction(0), target: target).verdict == .missed)
        #expect(IndicatorValue(.whole, nil, nil, target: target).verdict == .none)
        #expect(IndicatorValue(.whole, nil, Fraction(0)).verdict == .none)
    }
}
