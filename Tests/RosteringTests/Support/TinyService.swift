import Testing

@testable import Rostering

// What tests of service and indicators add to tiny instances and rosters.

extension Instance {
    /// The same instance with other data, not judged.
    func unjudged(_ change: (inout InstanceDescription) throws -> Void) rethrows -> Instance {
        var description = description
        try change(&description)
        return Instance(valid: description)
    }

    /// Some postings and duties at home, with the cheapest slot plan.
    func attendance(
        _ stays: [PersonID: [Stay]] = [:], atHome duties: [PersonID: [Int: HomeDuty]] = [:]
    ) throws -> Attendance {
        var roster = try roster(stays)
        for (person, duties) in duties {
            let index = try #require(self.person(person))
            roster.plans[index.offset].homeWeeks = duties.sorted { $0.key < $1.key }.map {
                Plan.HomeWeek(week: Week($0.key), duty: $0.value)
            }
        }
        return Attendance(roster, in: self)
    }

    /// Sessions of a visit to a site.
    func visit(_ host: SiteID, _ sessions: Int) throws -> HomeDuty {
        .visits([Visit(host: try #require(site(host)), sessions: sessions)])
    }
}

extension Attendance {
    /// An indicator's values by identifier of the site or hospital they are of (empty for the whole), and reading.
    func values<I: Indicator>(of indicator: I) -> [String: IndicatorValue] {
        Dictionary(
            indicator.values(in: self).map { value in
                let reading = value.reading.map { ", " + $0.english } ?? ""
                return (key(of: value.subject) + reading, value)
            }, uniquingKeysWith: { first, _ in first })
    }

    private func key(of subject: IndicatorSubject) -> String {
        switch subject {
        case .whole: ""
        case .site(let site): instance[site].id.text
        case .department(let department):
            "\(instance[instance[department].hospital].id) \(instance[department].specialty)"
        case .pool(let pool): "\(instance[instance[pool].hospital].id) pool"
        case .pair(let origin, let host): "\(instance[origin].id) \(instance[host].id)"
        }
    }
}
