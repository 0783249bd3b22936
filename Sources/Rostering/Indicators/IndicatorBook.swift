/// All indicators that the policy documents ask for, by main clause.
public enum IndicatorBook {
    /// An indicator by where its values come from.
    public enum Entry: Sendable {
        /// Computed from a roster.
        case computed(any Indicator)
        /// Counted elsewhere.
        case imported(IndicatorDefinition)

        /// What the indicator is.
        public var definition: IndicatorDefinition {
            switch self {
            case .computed(let indicator): type(of: indicator).definition
            case .imported(let definition): definition
            }
        }
    }

    /// Every indicator, in the order in which they are reported: by document, then by the number of the main clause.
    public static let standard: [Entry] = [
        // Hanbin.
        .computed(SentDownDays()),
        .computed(StaffAboveBaseline()),
        .computed(MidTitleShare()), .computed(MidTitleHeads()), .computed(MidTitleFloorKept()),
        .computed(WeeksServed()), .computed(LongestGap()), .computed(AwaySpread()), .computed(AwayGini()),
        .computed(TrainingPeople()), .computed(TrainingDays()),
        .imported(ImportedIndicators.changesFromPublished),
        .imported(ImportedIndicators.satisfaction),
        .computed(ReferralsServed()), .imported(ImportedIndicators.twoWayReferrals),
        .imported(ImportedIndicators.residenceRate), .imported(ImportedIndicators.chronicDisease),
        .imported(ImportedIndicators.fundsSpentInside), .imported(ImportedIndicators.fundsSpentAtGrassRoots),
        .imported(ImportedIndicators.publicHealth),
        // Yulin.
        .computed(ClinicParticipation()),
        .imported(ImportedIndicators.remoteCoverage),
        .imported(ImportedIndicators.newTechniques),
        .imported(ImportedIndicators.referralsOut),
        .imported(ImportedIndicators.referralsDownGrowth),
        .computed(Residents()), .computed(ResidentMajority()),
        .computed(ResidentTerm()),
        .computed(NetFlow()),
        .computed(TravelHours()),
        // Wuhai.
        .imported(ImportedIndicators.familyDoctors),
        .imported(ImportedIndicators.generalPractitioners),
        // Qingdao.
        .imported(ImportedIndicators.grassRootsVisits),
        .imported(ImportedIndicators.deans),
        .computed(FunctionCover()),
        .imported(ImportedIndicators.familyTeams),
        .computed(ReserveShare()), .computed(ReserveUse()),
        .computed(MatchedTraining()),
        .computed(MidTitleTrend()),
        .imported(ImportedIndicators.directedPosts),
        .imported(ImportedIndicators.costGrowth), .imported(ImportedIndicators.reimbursement),
    ]
}
