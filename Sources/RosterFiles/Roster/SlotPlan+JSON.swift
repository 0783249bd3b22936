import Rostering

extension SlotPlan {
    /// Reads a list with one entry for each pool, in any order.
    init(reading json: JSONReader, for instance: Instance) {
        let empty = instance.weeks.map { _ in
            Entry(reserved: 0, referralsServed: 0, generalServed: 0, split: [])
        }
        let before = json.log.faults.count
        var found: [PoolIndex: [Entry]] = [:]
        for pool in json.list({ PoolSlots(reading: $0, for: instance) }) {
            guard let pool else { continue }
            if found.updateValue(pool.entries, forKey: pool.index) != nil {
                json.log.add(
                    Fault(
                        .duplicateEntry, at: pool.path, value: instance.key(of: pool.index),
                        Text("The pool has an entry already.", "该号源已有一项。")))
            }
        }
        if json.isPresent, json.log.faults.count == before {
            for pool in instance.poolIndexes where found[pool] == nil {
                let key = instance.key(of: pool)
                json.log.add(
                    Fault(
                        .missingKey, at: json.path, value: key,
                        Text("The pool '\(key)' has no entry.", "号源“\(key)”缺少一项。")))
            }
        }
        self.init(entries: instance.poolIndexes.map { found[$0] ?? empty })
    }

    /// The slot plan as a list, one entry for each pool.
    func json(in instance: Instance) -> JSONValue {
        .array(
            instance.poolIndexes.map { pool in
                PoolSlots(index: pool, path: .root, entries: entries[pool.offset]).json(in: instance)
            })
    }
}

/// The slot plan of one pool: one entry of a roster file's `slots`.
private struct PoolSlots {
    let index: PoolIndex
    let path: FaultPath
    let entries: [SlotPlan.Entry]

    init(index: PoolIndex, path: FaultPath, entries: [SlotPlan.Entry]) {
        self.index = index
        self.path = path
        self.entries = entries
    }

    /// Reads an entry; nil if the pool is not known or any number is at fault.
    init?(reading json: JSONReader, for instance: Instance) {
        let object = json.object(
            keys: [
                "hospital", "specialty", "resource", "reserved", "referralsServed", "generalServed", "split",
            ],
            required: ["hospital", "reserved", "referralsServed", "generalServed"])
        let weekly = ["reserved", "referralsServed", "generalServed"].map {
            object[$0].counts(byWeekOf: instance)
        }
        let split = object["split"].map { $0.counts(byWeekOf: instance) }
        guard let index = json.pool(object, of: instance) else { return nil }
        let clinics = instance[index].clinics
        var shares: [SiteIndex: [Int]] = [:]
        for (key, counts) in split {
            guard let clinic = clinics.first(where: { instance[$0].id.text == key }) else {
                json.log.add(
                    .unknown(
                        .unknownSite, key, at: object["split"].path[key],
                        Text("clinic of the pool", "该号源的基层机构"),
                        among: clinics.map { instance[$0].id.text }))
                continue
            }
            shares[clinic] = counts
        }
        let counts = weekly.compactMap { $0 }
        guard counts.count == weekly.count else { return nil }
        self.init(
            index: index, path: json.path,
            entries: instance.weeks.map { week in
                SlotPlan.Entry(
                    reserved: counts[0][week.offset], referralsServed: counts[1][week.offset],
                    generalServed: counts[2][week.offset],
                    split: clinics.map { shares[$0]?[week.offset] ?? 0 })
            })
    }

    /// The entry as an object; a clinic that gets nothing is left out of the split.
    func json(in instance: Instance) -> JSONValue {
        let pool = instance[index]
        let clinics = pool.clinics.enumerated().compactMap { position, clinic -> JSONValue.Member? in
            let shares = entries.map { $0.split.indices.contains(position) ? $0.split[position] : 0 }
            guard shares.contains(where: { $0 != 0 }) else { return nil }
            return JSONValue.Member(
                key: instance[clinic].id.text, value: .array(shares.map { .integer($0) }))
        }
        let (specialty, resource) = instance.source(of: index)
        return .object([
            "hospital": .string(instance[pool.hospital].id), "specialty": specialty.map { .string($0) },
            "resource": resource.map { .string($0) },
            "reserved": .array(entries.map { .integer($0.reserved) }),
            "referralsServed": .array(entries.map { .integer($0.referralsServed) }),
            "generalServed": .array(entries.map { .integer($0.generalServed) }),
            "split": clinics.isEmpty ? nil : .object(clinics),
        ])
    }
}

extension Instance {
    /// The specialty or the resource kind that names a pool within its hospital.
    fileprivate func source(of pool: PoolIndex) -> (SpecialtyID?, resource: String?) {
        switch self[pool].source {
        case .department(let department): (self[department].specialty, nil)
        case .resource(let position): (nil, description.resources[position].kind)
        }
    }

    /// A pool in short, for messages.
    fileprivate func key(of pool: PoolIndex) -> String {
        let (specialty, resource) = source(of: pool)
        return "\(self[self[pool].hospital].id) \(specialty?.text ?? resource ?? "")"
    }
}

extension JSONReader {
    /// Counts of 0 to 1 000 000, one for each week, or nil.
    fileprivate func counts(byWeekOf instance: Instance) -> [Int]? {
        guard isPresent else { return nil }
        let before = log.faults.count
        let counts = list { entry -> Int in
            let count = entry.integer() ?? 0
            if !(0...1_000_000).contains(count) { entry.outOfRange(count, in: 0...1_000_000) }
            return count
        }
        guard log.faults.count == before else { return nil }
        guard counts.count == instance.calendar.weekCount else {
            log.add(.wrongLength(counts.count, weeks: instance.calendar.weekCount, at: path))
            return nil
        }
        return counts
    }

    /// The pool that an entry's hospital and specialty or resource name, or nil.
    fileprivate func pool(_ object: JSONObjectReader, of instance: Instance) -> PoolIndex? {
        let before = log.faults.count
        let hospital = object["hospital"].site(of: instance)
        let specialty: SpecialtyID? = object["specialty"].optionalIdentifier()
        let resource = object["resource"].string()
        guard log.faults.count == before, let hospital else { return nil }
        let pool = instance.poolIndexes.first {
            instance[$0].hospital == hospital && instance.source(of: $0) == (specialty, resource)
        }
        if pool == nil {
            let known = instance.poolIndexes.map { "'\(instance.key(of: $0))'" }.joined(separator: ", ")
            log.add(
                Fault(
                    .unknownDepartment, at: path,
                    value: "\(instance[hospital].id) \(specialty?.text ?? resource ?? "")",
                    Text(
                        "An entry names one pool by hospital and either specialty or resource; there are: \(known).",
                        "每项以医院和专科或资源指明一个号源；现有：\(known)。")))
        }
        return pool
    }
}
