import Foundation
import Rostering
import Testing

@testable import RosterFiles

@Suite("Round trip") struct RoundTripTests {
    @Test("an instance file read and written gives the same bytes")
    func instance() throws {
        let text = """
            {
              "format": "rota-instance/1",
              "name": {"en": "Tiny", "zh": "小算例"},
              "provenance": "synthetic",
              "calendar": {"firstDay": "2022-07-04", "weeks": 8, "sessionsPerWeek": 10, "closedDays": ["2022-07-06"]},
              "specialties": [{"id": "cardiology", "name": {"en": "Cardiology", "zh": "心内科"}}],
              "sites": [
                {"id": "h1", "name": "汉滨区第一医院", "level": "secondary", "travelMinutes": {"c1": 40}},
                {"id": "c1", "name": "关庙镇中心卫生院", "level": "clinic", "baseline": 10, "staff": [{"technical": 11, "midTitle": 1}]}
              ],
              "links": [{"from": "h1", "to": "c1", "kind": "community", "postingKinds": ["temporary"]}],
              "people": [
                {
                  "id": "p1",
                  "name": "甲",
                  "employer": "h1",
                  "profession": "doctor",
                  "title": 3,
                  "specialties": ["cardiology"],
                  "sessionsPerWeek": 4,
                  "slotsPerSession": 20,
                  "limits": {"temporary": {"minimumWeeks": 4, "maximumWeeks": 12, "restWeeks": 4, "mayContinuePastEnd": false}},
                  "preferences": {"c1": 0.5},
                  "pins": [{"posted": false, "from": "2022-07-04", "to": "2022-07-10"}]
                }
              ],
              "demands": [{"host": "c1", "specialty": "cardiology", "count": 1}],
              "referrals": [{"clinic": "c1", "specialty": "cardiology", "perWeek": 12}],
              "generalDemand": [{"hospital": "h1", "specialty": "cardiology", "perWeek": [1, 2, 3, 4, 5, 6, 7, 8]}],
              "policy": {"rules": {"midTitleFloor": {"reading": "both"}}}
            }

            """
        let instance = try InstanceFile.read(Data(text.utf8))
        #expect(instance.policy[MidTitleFloor.self].reading == .both)
        #expect(String(decoding: InstanceFile.write(instance.description), as: UTF8.self) == text)
        let roster = Roster(
            plans: [Plan([Posting(host: SiteIndex(1), weeks: Week(2)..<Week(6))])],
            slots: SlotPlan(entries: [
                instance.weeks.map { _ in
                    SlotPlan.Entry(reserved: 16, referralsServed: 12, generalServed: 9, split: [16])
                }
            ]))
        let file = RosterFile.write(roster, in: instance)
        #expect(try RosterFile.read(file, for: instance) == roster)
    }
}
