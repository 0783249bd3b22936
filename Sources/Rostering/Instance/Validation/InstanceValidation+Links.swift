extension InstanceValidation {
    /// Links lead from a hospital to another site, and a clinic belongs to one community at most (HB04).
    mutating func checkLinks() {
        var leads: [SiteID: SiteID] = [:]
        for (position, link) in description.links.enumerated() {
            let path = FaultPath.root["links"][position]
            check(link, at: path)
            guard link.kind == .community else { continue }
            if let lead = leads[link.host], lead != link.origin {
                add(
                    .twoCommunities, at: path["to"], value: link.host.text,
                    Text(
                        "'\(link.host)' belongs to the community of '\(lead)' already; a clinic has one lead hospital. "
                            + "Links across communities are of another kind.",
                        "“\(link.host)”已属于“\(lead)”牵头的医共体；一个成员单位只有一家牵头医院，跨医共体请用其他类型的关系。"))
            } else {
                leads[link.host] = link.origin
            }
        }
    }

    private mutating func check(_ link: Link, at path: FaultPath) {
        if let origin = known(link.origin, at: path["from"]) {
            check(origin, is: [.tertiary, .secondary], at: path["from"])
        }
        if let host = known(link.host, at: path["to"]) {
            switch link.kind {
            case .community: check(host, is: [.clinic, .village], at: path["to"])
            case .alliance: check(host, is: [.tertiary, .secondary], at: path["to"])
            case .pairing, .specialtyAlliance, .tcmCircuit: break
            }
            if link.origin == link.host {
                add(
                    .duplicateIdentifier, at: path["to"], value: link.host.text,
                    Text("A link leads to another site.", "关系的两端应为不同机构。"))
            }
        }
        if let specialties = link.specialties {
            if specialties.isEmpty {
                add(
                    .empty, at: path["specialties"], value: "",
                    Text(
                        "A link is for at least one specialty; leave the list out for all.",
                        "关系至少适用于一个专科；适用于全部专科时请省略。"))
            }
            for (position, specialty) in specialties.enumerated() {
                check(specialty, at: path["specialties"][position])
            }
            checkDistinct(specialties, at: path["specialties"], \.text)
        }
        if link.postingKinds.isEmpty {
            add(
                .empty, at: path["postingKinds"], value: "",
                Text("A link is for at least one kind of posting.", "关系至少适用于一种派驻。"))
        }
        checkDistinct(link.postingKinds, at: path["postingKinds"], \.rawValue)
        check(link.days, at: path, "start", "end")
    }
}
