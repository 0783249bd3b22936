import Rostering

/// Short keys for the hosts of a roster's postings and visits: A to Z, or AA to ZZ where there are more.
struct HostKeys {
    /// The hosts in order.
    let hosts: [SiteIndex]
    private let keys: [SiteIndex: String]

    init(of roster: Roster) {
        hosts = Set(
            roster.plans.flatMap { plan in
                plan.postings.map(\.host) + plan.homeWeeks.flatMap { $0.duty.visits.map(\.host) }
            }
        ).sorted()
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
        let pairs = letters.flatMap { first in letters.map { first + $0 } }
        keys = Dictionary(
            uniqueKeysWithValues: zip(hosts, hosts.count <= letters.count ? letters : pairs).map { ($0, $1) })
    }

    /// The cells of a key.
    var width: Int { hosts.count <= 26 ? 1 : 2 }

    /// The key of a host; beyond 676 hosts, its number.
    subscript(host: SiteIndex) -> String { keys[host] ?? String(host.offset) }
}
