/// All rules, in the order in which they are reported.
public enum RuleBook {
    /// Every rule with the defaults of the model.
    public static var standard: [any Rule] { core + policy }

    /// The rules that are on in every instance unless its policy says otherwise.
    public static var core: [any Rule] {
        [
            // What no roster may break.
            EligibleDuty(), EligibleHomeDuty(), StayLength(), RestBetweenPostings(), AwayLimit(),
            StayingPut(), GrassRootsOnly(), SlotPlanBalance(),
            // Service to patients, the clinics' staff, and the burden on people.
            Coverage(), DepartmentPresence(), MidTitleFloor(), StaffBaseline(), ReferralReserve(),
            ReferralsUnmet(), GeneralDemandUnmet(), ServiceOwed(), Fairness(), PostingStart(),
            PlacementCost(),
        ]
    }

    /// The rules that an instance's policy turns on.
    public static var policy: [any Rule] {
        [
            // Who is sent, for how long, and to what.
            ResidentQuota(), ResidentComposition(), ResidentTerm(), NamedPosts(), FunctionCover(),
            TeamPosting(),
            // Visits, turns, remote duty and training.
            PeriodicVisits(), Turns(), RemoteDutyCover(), Training(), TrainingPriority(),
            TrainingSeatLimit(), MatchedExchange(), NetFlow(), OrdinaryClinics(),
            // Totals, dates and the clinics' profiles.
            DirectedPosts(), RetiredExperts(), EstablishmentTotal(), FeatureSpecialty(), Continuity(),
            TargetsReached(), DownReferralBeds(),
        ]
    }
}
