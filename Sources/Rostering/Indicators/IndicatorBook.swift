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
        .computed(SentDownDaysIndicator()),
        .computed(ReachedClinicsIndicator()),
        .computed(StaffAboveBaselineIndicator()),
        .computed(MidTitleShareIndicator()), .computed(MidTitleHeadsIndicator()),
        .computed(MidTitleFloorKeptIndicator()),
        .computed(VisitSessionsIndicator()), .computed(VisitsWantedIndicator()),
        .computed(WeeksServedIndicator()), .computed(LongestGapIndicator()), .computed(AwaySpreadIndicator()),
        .computed(AwayGiniIndicator()),
        .computed(TrainingPeopleIndicator()), .computed(TrainingDaysIndicator()),
        .computed(RemoteDutyIndicator()),
        .imported(ImportedIndicators.changesFromPublished),
        .imported(ImportedIndicators.satisfaction),
        .computed(ReferralsServedIndicator()), .imported(ImportedIndicators.twoWayReferrals),
        .imported(ImportedIndicators.residenceRate), .imported(ImportedIndicators.chronicDisease),
        .imported(ImportedIndicators.fundsSpentInside), .imported(ImportedIndicators.fundsSpentAtGrassRoots),
        .imported(ImportedIndicators.publicHealth),
        // Yulin.
        .computed(ClinicParticipationIndicator()),
        .computed(RemoteCoverageIndicator()),
        .imported(ImportedIndicators.newTechniques),
        .imported(ImportedIndicators.referralsOut),
        .imported(ImportedIndicators.referralsDownGrowth),
        .computed(ResidentsIndicator()), .computed(ResidentMajorityIndicator()),
        .computed(ResidentTermIndicator()),
        .computed(NamedPostsIndicator()),
        .computed(NetFlowIndicator()),
        .computed(TravelHoursIndicator()),
        // Wuhai.
        .imported(ImportedIndicators.familyDoctors),
        .imported(ImportedIndicators.generalPractitioners),
        // Qingdao.
        .imported(ImportedIndicators.grassRootsVisits),
        .computed(DeanCoverIndicator()),
        .computed(FunctionCoverIndicator()),
        .imported(ImportedIndicators.familyTeams),
        .computed(ReserveShareIndicator()), .computed(ReserveUseIndicator()),
        .computed(MatchedTrainingIndicator()),
        .computed(MidTitleTrendIndicator()),
        .computed(DirectedPostsIndicator()),
        .imported(ImportedIndicators.costGrowth), .imported(ImportedIndicators.reimbursement),
    ]
}
