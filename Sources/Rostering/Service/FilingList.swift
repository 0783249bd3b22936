/// The postings of a roster as they are filed with the committee's office (备案, HB16); moves across communities apart, with their
/// approval (HB15).
public struct FilingList: Sendable {
    /// What a move across communities needs before it starts.
    public enum Approval: String, Hashable, Sendable {
        /// An approved link leads there in every week.
        case granted
        /// None does in at least one week.
        case missing
    }

    /// One posting.
    public struct Entry: Hashable, Sendable {
        /// Who is posted.
        public let person: PersonIndex
        /// Where and when.
        public let posting: Posting
        /// The links that lead the person there, in this kind, in at least one of the weeks; empty in a faulty roster only.
        public let links: [Link]
        /// What the posting rests on beside the links.
        public let reasons: [PostingReason]
        /// Whether the move is approved, or nil inside a community, where filing suffices.
        public let approval: Approval?
        /// Where the posting breaks what no roster may break.
        public let faults: [Violation]
    }

    /// The postings inside communities, and along links that leave none, by person and time.
    public let postings: [Entry]
    /// The postings from one community into another, by person and time.
    public let crossings: [Entry]
    /// Where plans break what no roster may break in weeks without a posting.
    public let otherFaults: [Violation]

    /// Lists the postings of a roster from any source. O(people × weeks + postings × (links + demands × weeks)).
    public init(_ attendance: Attendance) {
        let instance = attendance.instance
        var faults: [PersonIndex: [Violation]] = [:]
        for rule in instance.policy.rules
        where type(of: rule).enforceability.isStructural && rule.enforcement.isOn {
            for violation in rule.violations(in: attendance) {
                guard let person = violation.tag.subject.concernedPerson else { continue }
                faults[person, default: []].append(violation)
            }
        }
        var (entries, otherFaults): ([Entry], [Violation]) = ([], [])
        for person in instance.personIndexes {
            let postings = attendance.postings(of: person)
            entries += postings.map { posting in
                Self.entry(
                    for: posting, of: person, attendance,
                    faults: faults[person, default: []].filter { $0.concerns(posting) })
            }
            otherFaults += faults[person, default: []].filter { fault in
                !postings.contains { fault.concerns($0) }
            }
        }
        postings = entries.filter { $0.approval == nil }
        crossings = entries.filter { $0.approval != nil }
        self.otherFaults = otherFaults
    }

    private static func entry(
        for posting: Posting, of person: PersonIndex, _ attendance: Attendance, faults: [Violation]
    ) -> Entry {
        let instance = attendance.instance
        let (someone, host) = (instance[person], instance[posting.host].id)
        let links = instance.description.links.filter { link in
            link.origin == someone.employer && link.host == host
                && link.postingKinds.contains(posting.kind)
                && link.isUsable(by: someone, crossing: false)
                && instance.calendar.weeks(coveredBy: link.days).overlaps(posting.weeks)
        }
        let crosses = PostingOption.crossesCommunities(
            instance.employer(of: person), posting.host, instance.leads)
        let approved = links.filter(\.isApproved).map { instance.calendar.weeks(coveredBy: $0.days) }
        let isApproved = posting.weeks.allSatisfy { week in approved.contains { $0.contains(week) } }
        return Entry(
            person: person, posting: posting, links: links,
            reasons: PostingReason.reasons(for: posting, of: person, in: attendance),
            approval: crosses ? (isApproved ? .granted : .missing) : nil,
            faults: faults)
    }
}

extension Subject {
    /// The person a plan's violation is of.
    var concernedPerson: PersonIndex? {
        switch self {
        case .person(let person), .posting(let person, _): person
        default: nil
        }
    }
}

extension Violation {
    /// Whether a violation of a person's plan is about one of the person's postings; one of the whole horizon is about all of them.
    fileprivate func concerns(_ posting: Posting) -> Bool {
        if case .posting(_, let host) = tag.subject, host != posting.host { return false }
        return tag.week.map { posting.weeks.contains($0) } ?? true
    }
}
