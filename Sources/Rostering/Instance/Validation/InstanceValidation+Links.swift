extension InstanceValidation {
    /// Links lead from one site to another, from a clinic only for training and pooling, and a clinic belongs to one community at most (HB04).
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
            switch link.kind {
            case .training, .pooling: check(origin, is: [.tertiary, .secondary, .clinic], at: path["from"])
            default: check(origin, is: [.tertiary, .secondary], at: path["from"])
            }
        }
        if let host = known(link.host, at: path["to"]) {
            switch link.kind {
            case .community: check(host, is: [.clinic, .village], at: path["to"])
            case .alliance, .training: check(host, is: [.tertiary, .secondary], at: path["to"])
            case .pairing, .specialtyAlliance, .tcmCircuit, .pooling, .remote: break
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
        if !doubts.links { checkUse(of: link, at: path) }
        checkDistinct(link.postingKinds, at: path["postingKinds"], \.rawValue)
        check(link.days, at: path, "start", "end")
    }

    /// A link is for postings of its kinds or visits; a training link is for training alone, a remote link for neither.
    private mutating func checkUse(of link: Link, at path: FaultPath) {
        if link.kind != .remote, link.postingKinds.isEmpty, !link.allowsVisits {
            add(
                .empty, at: path["postingKinds"], value: "",
                Text("A link is for at least one kind of posting, or for visits.", "关系至少适用于一种派驻或坐诊巡诊。"))
        }
        let remedy =
            switch link.kind {
            case .remote:
                Text("A remote link sends nobody; leave 'postingKinds' out.", "远程关系不派人，请省略“postingKinds”。")
            case .training:
                Text(
                    "A link of kind 'training' is for training alone; leave 'postingKinds' out.",
                    "类型为“training”的关系只用于进修，请省略“postingKinds”。")
            default: Text("Training goes along links of kind 'training'.", "进修应使用类型为“training”的关系。")
            }
        for (position, kind) in link.postingKinds.enumerated()
        where link.kind == .remote || (kind == .training) != (link.kind == .training) {
            add(.wrongUse, at: path["postingKinds"][position], value: kind.rawValue, remedy)
        }
        if link.allowsVisits, link.kind == .remote || link.kind == .training {
            add(
                .wrongUse, at: path["visits"], value: "true",
                Text(
                    "No visits go along a link of kind '\(link.kind.rawValue)'; leave 'visits' out.",
                    "类型为“\(link.kind.rawValue)”的关系不用于坐诊巡诊，请省略“visits”。"))
        }
    }
}
