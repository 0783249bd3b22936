/// How the targets of imported indicators are read where their clauses can be read in more than one way; a policy may set them.
public struct IndicatorReadings: Hashable, Sendable {
    /// What 「每年要降低5%」 takes away (YL08).
    public enum OutReferralStep: String, CaseIterable, Sendable {
        /// Percentage points: 25 % becomes 20 %.
        case percentagePoints
        /// A part of the rate: 25 % becomes 23.75 %.
        case relative
    }

    /// Of what 「转诊人数年增长10%以上」 is asked (YL10).
    public enum DownReferralGrowth: String, CaseIterable, Sendable {
        /// Of every hospital by itself.
        case eachHospital
        /// Of all hospitals together.
        case together
    }

    /// What is taken away a year: by default percentage points.
    public var outReferralStep = OutReferralStep.percentagePoints
    /// Of what growth is asked: by default of every hospital.
    public var downReferralGrowth = DownReferralGrowth.eachHospital

    /// The defaults.
    public init() {}
}
