/// The year of service that the law asks of doctors before a promotion.
public enum ServiceCondition: String, CaseIterable, Sendable {
    /// An attending doctor needs the year to become an associate chief (L-1).
    case associateSenior
    /// An associate chief who served a further year has priority in becoming a chief (L-2).
    case seniorPriority

    /// The days that make the year: 365, cumulative (「累计一年以上」, the year included).
    public static let days = 365

    /// The condition that the next promotion of a person puts, or nil where the law puts none: only doctors of rank 3 and 4 have one.
    public init?(for person: Person) {
        guard person.profession == .doctor else { return nil }
        switch person.title {
        case .intermediate: self = .associateSenior
        case .associateSenior: self = .seniorPriority
        case .none, .assistant, .junior, .senior: return nil
        }
    }

    /// The article.
    public var citation: Citation {
        switch self {
        case .associateSenior:
            Citation(
                "L-1", Citation.healthLaw, "第五十六条",
                "执业医师晋升为副高级技术职称的，应当有累计一年以上在县级以下或者对口支援的医疗卫生机构提供医疗卫生服务的经历")
        case .seniorPriority:
            Citation(
                "L-2", Citation.doctorsLaw, "第四十六条",
                "晋升副高级技术职称后，在县级以下或者对口支援的医疗卫生机构提供医疗卫生服务，累计一年以上的，同等条件下优先晋升正高级技术职称")
        }
    }
}

extension Citation {
    /// 中华人民共和国基本医疗卫生与健康促进法, in force since 2020-06-01.
    public static let healthLaw = Text("Basic Healthcare and Health Promotion Law", "《基本医疗卫生与健康促进法》")
    /// 中华人民共和国医师法, in force since 2022-03-01.
    public static let doctorsLaw = Text("Law on Doctors", "《医师法》")
}
