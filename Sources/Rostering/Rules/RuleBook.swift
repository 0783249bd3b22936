/// All rules, in the order in which they are reported.
public enum RuleBook {
    /// Every rule with the defaults of the model.
    public static var standard: [any Rule] {
        [
            // What no roster may break.
            EligibleDuty(), EligibleHomeDuty(), StayLength(), RestBetweenPostings(), AwayLimit(),
            SlotPlanBalance(),
            // Service to patients, the clinics' staff, and the burden on people.
            Coverage(), DepartmentPresence(), MidTitleFloor(), StaffBaseline(), ReferralReserve(),
            ReferralsUnmet(), GeneralDemandUnmet(), ServiceOwed(), Fairness(), PostingStart(),
            PlacementCost(),
            // What policies turn on.
            ResidentTerm(),
        ]
    }
}
