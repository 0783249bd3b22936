import Foundation
import Rostering
import Testing

@testable import RosterFiles

/// A small pack, and the sample instance that names it.
enum SamplePack {
    static let path = "policies/sample.json"

    static let text = """
        {
          "format": "rota-policy/1",
          "name": {"en": "Sample policy", "zh": "示例政策"},
          "version": 3,
          "document": {"title": {"en": "Sample", "zh": "示例"}, "issued": "2022-07-01", "source": "made up"},
          "inForce": {"from": "2022-07-01"},
          "lexicographic": true,
          "rules": {"midTitleFloor": {"percent": 15, "reading": "both"}, "fairness": {"on": false}},
          "clauses": [
            {"id": "X1", "class": ["H"], "article": "一", "text": ["甲", "乙"], "rules": ["midTitleFloor"]},
            {"id": "X2", "class": ["S", "D"], "article": "二", "text": ["丙"], "mechanism": {"en": "Data.", "zh": "数据。"}},
            {"id": "X3", "class": ["S"], "article": "三", "text": ["丁"], "rules": ["fairness"]},
            {"id": "X4", "class": ["G"], "article": "四", "text": ["戊"], "noEffect": {"en": "Elsewhere.", "zh": "另行办理。"}}
          ]
        }
        """

    /// The sample instance with another policy.
    static func instance(_ policy: String) -> Data {
        let usual = #"{"rules": {"coverage": {"weight": 120.5}, "midTitleFloor": {"reading": "both"}}}"#
        return Data(Samples.instance.replacing(usual, with: policy).utf8)
    }

    /// A source of one pack.
    static func source(_ text: String = text) -> PolicyPackSource {
        PolicyPackSource(data: { $0 == path ? Data(text.utf8) : nil }, paths: { _ in [path] })
    }

    /// The faults of an instance that names a pack.
    static func faults(pack: String = text, policy: String = #"{"pack": "policies/sample.json"}"#) -> [Fault]
    {
        do {
            _ = try InstanceFile.read(instance(policy), packs: source(pack))
            return []
        } catch {
            return error.faults
        }
    }
}

/// Changes of the sample pack, and the faults that reading it gives.
enum FaultyPack {
    static let samples: [(old: String, new: String, faults: [String])] = [
        ("rota-policy/1", "rota-policy/2", ["unknownFormat format"]),
        (#""version": 3"#, #""version": 0"#, ["outOfRange version"]),
        (#""issued": "2022-07-01""#, #""issued": "soon""#, ["notADate document.issued"]),
        (#""2022-07-01"},"#, #""2022-07-01", "until": "2022-06-30"},"#, ["datesReversed inForce.until"]),
        (#""percent": 15"#, #""percent": 150"#, ["outOfRange rules.midTitleFloor.percent"]),
        (#""on": false"#, #""hard": true"#, ["wrongEnforcement rules.fairness.hard"]),
        (#""fairness": {"#, #""fairnes": {"#, ["unknownKey rules.fairnes"]),
        (#""id": "X2""#, #""id": "X1""#, ["duplicateIdentifier clauses[1].id"]),
        (#""id": "X2""#, #""id": "X 2""#, ["malformedIdentifier clauses[1].id"]),
        (#"["S", "D"]"#, #"["S", "X"]"#, ["unknownWord clauses[1].class[1]"]),
        (#"["S", "D"]"#, "[]", ["empty clauses[1].class"]),
        (#"["丙"]"#, "[]", ["empty clauses[1].text"]),
        (#""mechanism""#, #""rules": ["coverage"], "mechanism""#, ["wrongCarrier clauses[1]"]),
        (#", "rules": ["fairness"]"#, "", ["wrongCarrier clauses[2]"]),
        (#""rules": ["fairness"]"#, #""rules": []"#, ["empty clauses[2].rules"]),
        (#"["fairness"]"#, #"["fairnes"]"#, ["unknownRule clauses[2].rules[0]"]),
        (#""id": "X4", "#, "", ["missingKey clauses[3].id"]),
    ]
}

@Suite("Policy packs") struct PolicyPackTests {
    @Test("the pack's rules hold, the instance's own come over them, and the rest are the model's")
    func layers() throws {
        let policy = #"{"pack": "policies/sample.json", "rules": {"midTitleFloor": {"percent": 20}}}"#
        let instance = try InstanceFile.read(SamplePack.instance(policy), packs: SamplePack.source())
        let floor = instance.policy[MidTitleFloor.self]
        #expect(floor.percent == 20 && floor.reading == .both && floor.people == 2)
        #expect(!instance.policy[Fairness.self].enforcement.isOn)
        #expect(instance.policy.isLexicographic)
        let pack = try #require(instance.description.policyPack)
        #expect(pack.name == Text("Sample policy", "示例政策") && pack.version == 3)
        #expect(pack.policy[MidTitleFloor.self].percent == 15)
        #expect(pack.clauses.map(\.id) == ["X1", "X2", "X3", "X4"])
        #expect(pack.clauses.map(\.kinds) == [[.hard], [.soft, .data], [.soft], [.governance]])
        #expect(pack.clauses[0].carrier == .rules(["midTitleFloor"]))
        #expect(pack.clauses[1].carrier == .mechanism(Text("Data.", "数据。")))
        #expect(pack.clauses[3].carrier == .noEffect(Text("Elsewhere.", "另行办理。")))
        #expect(instance.cautions.isEmpty)
    }

    @Test("an instance is written with the pack's name and what it says beside the pack")
    func written() throws {
        let policy =
            #"{"pack": "policies/sample.json", "lexicographic": false, "rules": {"fairness": {"on": true}}}"#
        let data = SamplePack.instance(policy)
        let instance = try InstanceFile.read(data, packs: SamplePack.source())
        #expect(InstanceFile.write(instance.description) == data)
    }

    @Test(
        "each change of a pack gives its faults, with the pack's path", arguments: FaultyPack.samples.indices)
    func faults(sample: Int) throws {
        let (old, new, faults) = FaultyPack.samples[sample]
        let text = SamplePack.text.replacing(old, with: new, maxReplacements: 1)
        try #require(text != SamplePack.text)
        let found = SamplePack.faults(pack: text)
        #expect(found.map(\.line) == faults)
        for fault in found {
            #expect(fault.file == SamplePack.path)
            #expect(fault.message.english != fault.message.chinese)
        }
    }

    @Test("an instance and its pack are judged together, the instance first")
    func together() throws {
        let found = SamplePack.faults(
            pack: SamplePack.text.replacing("15", with: "150").replacing("X4", with: "X3"),
            policy: #"{"pack": "policies/sample.json", "rules": {"coverage": {"weight": -1}}}"#)
        #expect(
            found.map { [$0.file ?? "", $0.line] } == [
                ["", "outOfRange policy.rules.coverage.weight"],
                [SamplePack.path, "outOfRange rules.midTitleFloor.percent"],
                [SamplePack.path, "duplicateIdentifier clauses[3].id"],
            ])
        let lines = FaultReport(found).text(.english).split(separator: "\n")
        #expect(lines.last?.hasPrefix("policies/sample.json: clauses[3].id: ") == true)
        let json = String(decoding: FaultReport(found).json(.chinese), as: UTF8.self)
        #expect(json.contains(#""file": "policies/sample.json""#))
    }

    @Test("a pack that is not JSON is told with its path")
    func malformed() {
        let found = SamplePack.faults(pack: "{")
        #expect(found.map(\.line) == ["malformedFile"] && found.map(\.file) == [SamplePack.path])
    }

    @Test("a pack that is not there is told with the nearest that is", arguments: ["policies/smaple.json"])
    func missing(path: String) throws {
        let fault = try #require(SamplePack.faults(policy: #"{"pack": "\#(path)"}"#).first)
        #expect(fault.line == "unknownPack policy.pack" && fault.value == path && fault.file == nil)
        #expect(fault.message.english.hasSuffix("Maybe 'policies/sample.json'?"))
    }

    @Test("a policy that is null is none")
    func null() throws {
        let instance = try InstanceFile.read(SamplePack.instance("null"))
        #expect(
            instance.policy[MidTitleFloor.self].reading == .either && instance.description.policyPack == nil)
    }

    @Test("without a source there are no packs")
    func noSource() {
        let found = Samples.faults(ofInstance: SamplePack.instance(#"{"pack": "policies/sample.json"}"#))
        #expect(found.map(\.line) == ["unknownPack policy.pack"])
    }

    @Test("a folder gives its files, names those near, and refuses what is no file")
    func folder() throws {
        let source = PolicyPackSource.folder(Repository.url("instances"))
        #expect(
            try source.data("policies/hanbin-2022.json")
                == Repository.data("instances/policies/hanbin-2022.json"))
        #expect(source.data("policies") == nil && source.data("policies/none.json") == nil)
        #expect(source.data("/dev/null") == nil)
        let near = source.paths("policies/hanbin.json")
        #expect(
            near == ["hanbin-2022", "qingdao-2025", "wuhai-2024", "yulin-2017"].map { "policies/\($0).json" })
        #expect(source.paths("none/x.json").isEmpty)
        #expect(source.paths("x.json").contains("hanbin-2022.json"))
    }
}
