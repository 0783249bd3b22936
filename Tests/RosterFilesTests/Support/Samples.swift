import Foundation
import Rostering

@testable import RosterFiles

/// Small files to start from.
enum Samples {
    /// A valid instance, in the form in which it is written.
    static let instance = """
        {
          "format": "rota-instance/1",
          "name": {"en": "Tiny", "zh": "小算例"},
          "provenance": "synthetic",
          "calendar": {"firstDay": "2022-07-04", "weeks": 8, "sessionsPerWeek": 10, "closedDays": ["2022-07-06"]},
          "specialties": [
            {"id": "cardiology", "name": {"en": "Cardiology", "zh": "心内科"}}
          ],
          "sites": [
            {"id": "lead", "name": "甲医院", "level": "secondary", "travelMinutes": {"east": 40}},
            {"id": "east", "name": "东镇卫生院", "level": "clinic", "baseline": 10, "staff": [{"technical": 11, "midTitle": 1}]}
          ],
          "links": [
            {"from": "lead", "to": "east", "kind": "community", "postingKinds": ["temporary"]}
          ],
          "people": [
            {
              "id": "p1",
              "name": "张三",
              "employer": "lead",
              "profession": "doctor",
              "title": 3,
              "specialties": ["cardiology"],
              "sessionsPerWeek": 4,
              "slotsPerSession": 20,
              "limits": {"temporary": {"minimumWeeks": 4, "maximumWeeks": 12, "restWeeks": 4, "mayContinuePastEnd": false}},
              "preferences": {"east": 0.5},
              "pins": [{"posted": false, "from": "2022-07-04", "to": "2022-07-10"}]
            }
          ],
          "demands": [
            {"host": "east", "specialty": "cardiology", "count": 1}
          ],
          "referrals": [
            {"clinic": "east", "specialty": "cardiology", "perWeek": 12}
          ],
          "generalDemand": [
            {"hospital": "lead", "specialty": "cardiology", "perWeek": [1, 2, 3, 4, 5, 6, 7, 8]}
          ],
          "resources": [
            {"hospital": "lead", "kind": "ct", "name": "CT", "capacity": 50, "referrals": {"east": 4}, "generalDemand": 40}
          ],
          "policy": {"rules": {"coverage": {"weight": 120.5}, "midTitleFloor": {"reading": "both"}}}
        }

        """

    /// A roster of the instance, in the form in which it is written.
    static let roster = """
        {
          "format": "rota-roster/1",
          "postings": [
            {"person": "p1", "host": "east", "kind": "temporary", "from": "2022-07-18", "to": "2022-08-14"}
          ],
          "slots": [
            {
              "hospital": "lead",
              "specialty": "cardiology",
              "reserved": [16, 16, 0, 0, 0, 0, 16, 16],
              "referralsServed": [12, 12, 0, 0, 0, 0, 12, 12],
              "generalServed": [1, 2, 0, 0, 0, 0, 7, 8],
              "split": {"east": [16, 16, 0, 0, 0, 0, 16, 16]}
            },
            {
              "hospital": "lead",
              "resource": "ct",
              "reserved": [10, 10, 10, 10, 10, 10, 10, 10],
              "referralsServed": [4, 4, 4, 4, 4, 4, 4, 4],
              "generalServed": [40, 40, 40, 40, 40, 40, 40, 40],
              "split": {"east": [10, 10, 10, 10, 10, 10, 10, 10]}
            }
          ]
        }

        """

    /// The faults of an instance file, or none.
    static func faults(ofInstance data: Data) -> [Fault] {
        do {
            _ = try InstanceFile.read(data)
            return []
        } catch {
            return error.faults
        }
    }

    /// The faults of a roster of the sample instance, or none.
    static func faults(ofRoster text: String) throws -> [Fault] {
        let instance = try InstanceFile.read(Data(instance.utf8))
        do {
            _ = try RosterFile.read(Data(text.utf8), for: instance)
            return []
        } catch {
            return error.faults
        }
    }
}

extension Fault {
    /// Code and place on one line, as the tables of the tests have them.
    var line: String { path.isEmpty ? code.rawValue : "\(code.rawValue) \(path)" }
}
