import Rostering

/// Makes synthetic instances of any size that look like a county's medical communities.
///
/// The same options give the same instance in every process and on every platform. Every instance is valid and has a roster that keeps all
/// hard rules: the generator plans such a roster first (people relieving one another at the clinics that cannot reach the mid-title floor
/// or the staff baseline by themselves, and postings under way that must go on), and then draws leave, limits and department minima around it.
/// Orders of magnitude follow published figures on Chinese county hospitals and township centres; no person, institution or
/// count is real.
public struct InstanceGenerator: Sendable {
    /// What kind of instance to make.
    public let options: Options

    /// Prepares a generator.
    ///
    /// - Throws: ``InvalidOptions`` with every option that is out of its legal range.
    public init(_ options: Options = Options()) throws(InvalidOptions) {
        let faults = options.faults
        guard faults.isEmpty else { throw InvalidOptions(faults: faults) }
        self.options = options
    }

    /// The instance. Takes time proportional to people × weeks and to clinics × specialties.
    public func description() -> InstanceDescription { draft().description }

    /// The instance with the roster that shows it has one.
    func draft() -> Draft {
        var draft = Draft(options)
        draft.addHospitals()
        draft.addPeople()
        draft.addClinics()
        draft.addLinks()
        draft.addHistory()
        draft.addLeave()
        draft.addLimits()
        draft.addPreferences()
        draft.addDepartmentMinimums()
        draft.addDemands()
        draft.addAppointments()
        draft.addResources()
        return draft
    }
}
