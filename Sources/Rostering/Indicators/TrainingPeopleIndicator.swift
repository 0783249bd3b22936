/// How many people each clinic sends to a hospital for training (HB27, QD33).
public struct TrainingPeopleIndicator: Indicator {
    static let exchange = Citation(
        "QD33", Citation.qingdao, "(十六)", "建立健全人才引进及“上修下沉”双向交流机制")
    static let training = Citation("HB27", Citation.hanbin, "六(八)", "有计划的安排基层技术人员免费进修和专业技术培训")

    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "trainingPeople", name: Text("People sent up for training", "上修人次"),
        formula: Text("runs of weeks that a clinic's people train at a hospital", "本单位人员赴医院进修的次数"),
        unit: .counted(Text("time", "人次")), citations: [training, exchange])

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        return instance.clinics.map { clinic in
            let runs = instance.personIndexes.filter { instance.employer(of: $0) == clinic }.reduce(0) {
                sum, person in
                sum + attendance.postings(of: person).count { $0.kind == .training }
            }
            return IndicatorValue(.site(clinic), nil, Fraction(runs))
        }
    }
}
