/// The communities that a description's links make.
enum Community {
    /// By site: the lead hospital of its community; a lead leads itself; nil for a site outside every community.
    static func leads(of description: InstanceDescription) -> [SiteIndex?] {
        let indices = Dictionary(
            description.sites.enumerated().map { ($1.id, SiteIndex($0)) },
            uniquingKeysWith: { first, _ in first })
        var leads: [SiteIndex?] = Array(repeating: nil, count: description.sites.count)
        for link in description.links where link.kind == .community {
            guard let lead = indices[link.origin], let member = indices[link.host] else { continue }
            leads[lead.offset] = lead
            leads[member.offset] = lead
        }
        return leads
    }
}
