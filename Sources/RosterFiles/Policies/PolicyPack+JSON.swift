import Rostering

extension PolicyPack {
    /// Reads the pack that an instance names; nil where it names none, or none that can be used, which the log then tells.
    init?(named json: JSONReader, in packs: PolicyPackSource) {
        guard let path = json.string() else { return nil }
        guard let data = packs.data(path) else {
            json.log.add(
                Fault(
                    .unknownPack, at: json.path, value: path,
                    Text(
                        "There is no policy pack '\(path.prefix(200))'; the path starts from the instance's folder.",
                        "没有政策包“\(path.prefix(200))”；路径从算例所在的文件夹算起。")
                        + Suggestion.maybe(path, among: packs.paths(path))))
            return nil
        }
        do {
            self = try PolicyPackFile.read(data, path: path)
        } catch {
            json.log.add(error.faults, ofFile: path)
            return nil
        }
    }

    /// Reads a whole pack.
    init(reading json: JSONReader, path: String) {
        let object = json.object(
            keys: [
                "format", "name", "version", "document", "inForce", "lexicographic", "indicators", "rules",
                "clauses",
            ],
            required: ["format", "name", "version", "document", "clauses"])
        object["format"].expect(format: PolicyPackFile.format)
        let inForce = object["inForce"].optionalObject(keys: ["from", "until"])
        self.init(
            path: path, name: Text(reading: object["name"]) ?? Text(""),
            version: object["version"].integer() ?? 1, document: Document(reading: object["document"]),
            inForce: DayRange(from: inForce["from"], to: inForce["until"]),
            policy: Policy(reading: object, over: Policy()),
            clauses: object["clauses"].list { Clause(reading: $0) })
    }

    /// The pack as an object.
    var json: JSONValue {
        let head: JSONValue = .object([
            "format": .string(PolicyPackFile.format), "name": name.json, "version": .integer(version),
            "document": document.json,
            "inForce": JSONValue.object(["from": inForce.firstJSON, "until": inForce.lastJSON]).unlessEmpty,
        ])
        return .object(
            head.members + policy.members(over: Policy())
                + [JSONValue.Member(key: "clauses", value: .array(clauses.map(\.json)))])
    }
}

extension PolicyPack.Document {
    fileprivate init(reading json: JSONReader) {
        let object = json.object(
            keys: ["title", "number", "issued", "source"], required: ["title", "issued"])
        self.init(
            title: Text(reading: object["title"]) ?? Text(""), number: object["number"].string() ?? "",
            issued: object["issued"].day() ?? CalendarDay(number: 0),
            source: Text(reading: object["source"]) ?? Text(""))
    }

    fileprivate var json: JSONValue {
        .object([
            "title": title.json, "number": number.isEmpty ? nil : .string(number),
            "issued": .string(issued), "source": source == Text("") ? nil : source.json,
        ])
    }
}

extension Clause {
    fileprivate init(reading json: JSONReader) {
        let carriers = ["rules", "mechanism", "noEffect"]
        let object = json.object(
            keys: ["id", "class", "article", "text"] + carriers, required: ["id", "class", "article", "text"])
        let given = carriers.filter { object[$0].isPresent }
        if given.count != 1, json.isPresent {
            json.log.add(
                Fault(
                    .wrongCarrier, at: json.path, value: given.joined(separator: ", "),
                    Text(
                        "A clause has exactly one of 'rules', 'mechanism' and 'noEffect'.",
                        "条款应有且只有rules、mechanism、noEffect三者之一。")))
        }
        let carrier: Carrier =
            switch given.first {
            case "mechanism": .mechanism(Text(reading: object["mechanism"]) ?? Text(""))
            case "noEffect": .noEffect(Text(reading: object["noEffect"]) ?? Text(""))
            default: .rules(object["rules"].list { RuleID($0.string() ?? "") })
            }
        self.init(
            id: object["id"].identifier(), kinds: object["class"].list { $0.choice() ?? .data },
            article: object["article"].string() ?? "",
            quotations: object["text"].list { $0.string() ?? "" }, carrier: carrier)
    }

    fileprivate var json: JSONValue {
        let head: JSONValue = .object([
            "id": .string(id), "class": .array(kinds.map { .string($0.rawValue) }),
            "article": .string(article), "text": .array(quotations.map { .string($0) }),
        ])
        let tail =
            switch carrier {
            case .rules(let rules):
                JSONValue.Member(key: "rules", value: .array(rules.map { .string($0.description) }))
            case .mechanism(let text): JSONValue.Member(key: "mechanism", value: text.json)
            case .noEffect(let reason): JSONValue.Member(key: "noEffect", value: reason.json)
            }
        return .object(head.members + [tail])
    }
}
