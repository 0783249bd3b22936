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
            {"id": "lead", "name": "甲医院", "level": "secondary", "approvedPosts": 300, "travelMinutes": {"east": 40}},
            {"id": "east", "name": "东镇卫生院", "level": "clinic", "baseline": 10, "staff": [{"technical": 11, "midTitle": 1}]},
            {"id": "west", "name": "西镇卫生院", "level": "clinic", "remotenessWeight": 2}
          ],
          "links": [
            {"from": "lead", "to": "east", "kind": "community", "postingKinds": ["temporary"], "visits": true},
            {"from": "lead", "to": "west", "kind": "community", "postingKinds": [], "visits": true},
            {"from": "east", "to": "lead", "kind": "training", "postingKinds": ["training"]},
            {"from": "lead", "to": "west", "kind": "remote", "postingKinds": []}
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
              "history": {"weeksAway": 8, "turns": 2, "turnsInARow": 1, "serviceDays": 50},
              "pins": [{"posted": false, "from": "2022-07-04", "to": "2022-07-10"}],
              "visits": {"sessionsPerWeek": 3, "hostsPerWeek": 2}
            },
            {
              "id": "p2",
              "employer": "east",
              "profession": "nurse",
              "title": 1,
              "limits": {"training": {"minimumWeeks": 2, "maximumWeeks": 12, "restWeeks": 4, "mayContinuePastEnd": true}},
              "commitments": {"boundUntil": "2022-07-20", "grassRootsOnly": true}
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
          "remoteDuties": [
            {
              "id": "ecg",
              "name": {"en": "ECG", "zh": "心电"},
              "hospital": "lead",
              "wanted": {"specialty": "cardiology"},
              "count": 1
            }
          ],
          "visitsWanted": [
            {"host": "west", "wanted": {"leastTitle": 3}, "sessions": 2, "everyWeeks": 4, "longestGap": 3}
          ],
          "namedPosts": [
            {
              "id": "owner",
              "name": "转诊责任人",
              "site": "lead",
              "kind": "referralOwner",
              "employers": ["lead"],
              "holding": "atHome"
            }
          ],
          "teams": [
            {"id": "team", "name": "组团", "roles": [{"name": "doctor", "people": ["p1"]}, {"name": "nurse", "people": ["p2"]}]}
          ],
          "trainingSeats": [
            {"hospital": "lead", "specialty": "cardiology", "seats": 1}
          ],
          "establishments": [
            {
              "lead": "lead",
              "levels": [{"approved": 320, "filled": 310}, {"from": "2022-08-01", "approved": 320, "filled": 312}]
            }
          ],
          "targets": [
            {
              "id": "half",
              "name": "half",
              "kind": "participation",
              "clinics": ["east", "west"],
              "percent": 50,
              "by": "2022-08-14"
            }
          ],
          "priorityWeights": [
            {"name": "重点专科", "specialties": ["cardiology"], "factor": 3}
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
          "visits": [
            {"person": "p1", "host": "east", "week": "2022-07-11", "sessions": 1},
            {"person": "p1", "host": "west", "week": "2022-07-11", "sessions": 2}
          ],
          "remoteDuty": [
            {"person": "p1", "duty": "ecg", "week": "2022-08-15"}
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
