/// Everything a solve needs, as a file or a program states it, not yet judged.
///
/// ``Instance/init(_:)`` judges a description and derives what rules and solvers calculate with.
public struct InstanceDescription: Sendable {
    /// The name for people.
    public var name: Text
    /// What in it is real and what is synthetic.
    public var provenance: Text
    /// The horizon.
    public var calendar: RosterCalendar
    /// The specialties.
    public var specialties: [Specialty]
    /// The institutions.
    public var sites: [Site]
    /// Who may send people to whom.
    public var links: [Link]
    /// The people whose plans are decided.
    public var people: [Person]
    /// People wanted at hosts.
    public var demands: [Demand]
    /// The fewest people departments keep at home.
    public var departmentMinimums: [DepartmentMinimum]
    /// Family-doctor referrals expected.
    public var referrals: [Referrals]
    /// Appointments everyone else wants.
    public var generalDemand: [GeneralDemand]
    /// Beds and examinations.
    public var resources: [Resource]
    /// Remote consultations to be answered.
    public var remoteDuties: [RemoteDuty]
    /// Visits wanted again and again.
    public var visitsWanted: [VisitsWanted]
    /// Posts to be held.
    public var namedPosts: [NamedPost]
    /// People who go together.
    public var teams: [Team]
    /// Seats for trainees.
    public var trainingSeats: [TrainingSeats]
    /// Whom clinics send for training first; somebody described by any of them is in a priority group.
    public var trainingPriorities: [PersonFilter]
    /// Approved posts of communities.
    public var establishments: [Establishment]
    /// Shares of clinics to be reached by dates.
    public var targets: [DatedTarget]
    /// Factors on the priority of demands.
    public var priorityWeights: [PriorityWeight]
    /// Figures that other systems counted, of indicators that no roster can give.
    public var importedValues: [ImportedValue]
    /// The rules and their parameters.
    public var policy: Policy
    /// The policy pack that the rules come from where nothing else is said, or nil.
    public var policyPack: PolicyPack?

    /// Describes an instance; everything but the calendar may be left empty.
    public init(
        name: Text = Text(""), provenance: Text = Text(""), calendar: RosterCalendar,
        specialties: [Specialty] = [], sites: [Site] = [], links: [Link] = [], people: [Person] = [],
        demands: [Demand] = [], departmentMinimums: [DepartmentMinimum] = [], referrals: [Referrals] = [],
        generalDemand: [GeneralDemand] = [], resources: [Resource] = [], remoteDuties: [RemoteDuty] = [],
        visitsWanted: [VisitsWanted] = [], namedPosts: [NamedPost] = [], teams: [Team] = [],
        trainingSeats: [TrainingSeats] = [], trainingPriorities: [PersonFilter] = [],
        establishments: [Establishment] = [],
        targets: [DatedTarget] = [], priorityWeights: [PriorityWeight] = [],
        importedValues: [ImportedValue] = [], policy: Policy = Policy(),
        policyPack: PolicyPack? = nil
    ) {
        self.name = name
        self.provenance = provenance
        self.calendar = calendar
        self.specialties = specialties
        self.sites = sites
        self.links = links
        self.people = people
        self.demands = demands
        self.departmentMinimums = departmentMinimums
        self.referrals = referrals
        self.generalDemand = generalDemand
        self.resources = resources
        self.remoteDuties = remoteDuties
        self.visitsWanted = visitsWanted
        self.namedPosts = namedPosts
        self.teams = teams
        self.trainingSeats = trainingSeats
        self.trainingPriorities = trainingPriorities
        self.establishments = establishments
        self.targets = targets
        self.priorityWeights = priorityWeights
        self.importedValues = importedValues
        self.policy = policy
        self.policyPack = policyPack
    }
}
