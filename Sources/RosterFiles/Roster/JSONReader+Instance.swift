import Rostering

extension JSONReader {
    /// The site of an instance that the value names, or nil.
    func site(of instance: Instance) -> SiteIndex? {
        guard let id: SiteID = optionalIdentifier() else { return nil }
        guard let site = instance.site(id) else {
            log.add(
                .unknown(
                    .unknownSite, id.text, at: path, Text("site", "机构"), among: instance.sites.map(\.id.text))
            )
            return nil
        }
        return site
    }

    /// The person of an instance that the value names, or nil.
    func person(of instance: Instance) -> PersonIndex? {
        guard let id: PersonID = optionalIdentifier() else { return nil }
        guard let person = instance.person(id) else {
            log.add(
                .unknown(
                    .unknownPerson, id.text, at: path, Text("person", "人员"),
                    among: instance.people.map(\.id.text)))
            return nil
        }
        return person
    }
}
