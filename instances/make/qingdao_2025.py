#!/usr/bin/env python3
"""Writes instances/qingdao-2025.json: the six pairs of Qingdao's city hospitals and districts, March to December 2025.

Real: the six city hospitals and the districts and county-level cities they are paired with (Qingdao, 2025, point 9), the names of towns and
streets after which clinics are called, China's public holidays and make-up working days of these months. The document does not name the
leading hospitals of the districts: they are called after the district here. Everything else is synthetic: which clinics belong to whom,
people, departments, establishments, travel times, history, demand, visits, posts, teams, training, referrals, appointments, beds,
examinations and imported values.

    python3 instances/make/qingdao_2025.py                 writes the file
    python3 instances/make/qingdao_2025.py --check         fails if the file is not what would be written
"""

import datetime

from making import Chance, Horizon, Roll, dates, department_of, fewest_at_home, offers, run, text

HORIZON = Horizon(datetime.date(2025, 3, 3), 43)
WEEKS = HORIZON.weeks
CHANCE = Chance(20250126)
draw, happens, pick = CHANCE.draw, CHANCE.happens, CHANCE.pick
# The least weeks a business dean stays at a unit; the document gives no number.
DEAN_WEEKS = 13

SPECIALTIES = [
    ("card", "Cardiology", "心血管内科"), ("neur", "Neurology", "神经内科"), ("onco", "Oncology", "肿瘤科"), ("gsur", "General surgery", "普外科"),
    ("orth", "Orthopaedics", "骨科"), ("gyno", "Obstetrics and gynaecology", "妇产科"), ("paed", "Paediatrics", "儿科"),
    ("tcm", "Chinese internal medicine", "中医内科"), ("acup", "Acupuncture and massage", "针灸推拿科"), ("reha", "Rehabilitation", "康复医学科"),
    ("gene", "General practice", "全科医学科"), ("phar", "Pharmacy", "药学"), ("nurs", "Nursing", "护理"), ("admi", "Administration", "行政管理"),
]

# Pairs: identifier, district, its city hospital, that hospital's four medical fields, establishment, towns and streets with their minutes from the
# leading hospital.
PAIRS = [
    ("huangdao", "Huangdao", "黄岛区", "Qingdao University Hospital, West Coast", "青岛大学附属医院(西海岸院区)",
     ["card", "neur", "onco", "gsur"], 180,
     [("Langya Town", "琅琊镇", 55), ("Poli Town", "泊里镇", 45), ("Dachang Town", "大场镇", 60), ("Liuwang Town", "六汪镇", 50),
      ("Zangma Town", "藏马镇", 40)]),
    ("chengyang", "Chengyang", "城阳区", "Qingdao Hospital of Chinese Medicine (Haici)", "青岛市中医医院(市海慈医院)",
     ["tcm", "acup", "reha", "orth"], 160,
     [("Xiazhuang Street", "夏庄街道", 20), ("Liuting Street", "流亭街道", 15), ("Xifuzhen Street", "惜福镇街道", 25), ("Shangma Street", "上马街道", 25),
      ("Jihongtan Street", "棘洪滩街道", 25)]),
    ("jimo", "Jimo", "即墨区", "Qilu Hospital of Shandong University (Qingdao)", "山东大学齐鲁医院(青岛)",
     ["card", "onco", "gsur", "gyno"], 170,
     [("Tianheng Town", "田横镇", 45), ("Jinkou Town", "金口镇", 45), ("Duanbolan Town", "段泊岚镇", 30), ("Yifengdian Town", "移风店镇", 40)]),
    ("jiaozhou", "Jiaozhou", "胶州市", "Qingdao Central Hospital, University of Health", "康复大学青岛中心医院",
     ["reha", "onco", "neur", "card"], 150,
     [("Ligezhuang Town", "李哥庄镇", 25), ("Puji Town", "铺集镇", 45), ("Licha Town", "里岔镇", 40), ("Yanghe Town", "洋河镇", 30)]),
    ("pingdu", "Pingdu", "平度市", "Qingdao University Hospital, Pingdu", "青岛大学附属医院(平度院区)",
     ["card", "neur", "gsur", "paed"], 160,
     [("Guxian Town", "古岘镇", 35), ("Nancun Town", "南村镇", 40), ("Liaolan Town", "蓼兰镇", 30), ("Dazeshan Town", "大泽山镇", 45),
      ("Yunshan Town", "云山镇", 35)]),
    ("laixi", "Laixi", "莱西市", "Qingdao Municipal Hospital", "青岛市市立医院",
     ["card", "gyno", "paed", "onco"], 420,
     [("Jiangshan Town", "姜山镇", 30), ("Xiagezhuang Town", "夏格庄镇", 35), ("Nanshu Town", "南墅镇", 40), ("Rizhuang Town", "日庄镇", 35)]),
]
FEATURES = ["card", "orth", "tcm", "gyno", "paed"]
LEAD_DEPARTMENTS = [("card", 3), ("orth", 3), ("gyno", 3), ("paed", 3), ("tcm", 3), ("gene", 3)]

# Business deans and guidance are long stays of a few: the document asks for no even spread of weeks away.
POLICY = {"pack": "policies/qingdao-2025.json", "rules": {"fairness": {"on": False}, "datedTargets": {"on": True}}}


def clinics(pair):
    """Identifier, English and Chinese name, minutes and feature specialty of a pair's clinics."""
    return [
        (f"{pair[0]}-c{n}", f"{english} {'Community Health Centre' if chinese.endswith('街道') else 'Clinic'}",
         chinese + ("社区卫生服务中心" if chinese.endswith("街道") else "卫生院"), minutes, FEATURES[n - 1])
        for n, (english, chinese, minutes) in enumerate(pair[7], 1)]


def city(pair):
    return f"{pair[0]}-city"


def lead(pair):
    return f"{pair[0]}-lead"


def all_clinics():
    return [(pair, clinic) for pair in PAIRS for clinic in clinics(pair)]


class QingdaoRoll(Roll):
    """The people of all pairs, and the teams among them."""

    def __init__(self):
        super().__init__()
        self.teams = []

    def add_city(self, pair):
        """City people: in each field and in pharmacy, nursing and management two people take turns at the leading hospital."""
        hospital, fields, roles = city(pair), pair[5], []
        for specialty in fields:
            for position in range(2):
                doctor = self.add(hospital, specialty, 4 if position == 0 else pick([3, 4, 5]), functions=["medicine"],
                                  sessionsPerWeek=draw(2, 4), slotsPerSession=pick([15, 18, 20, 24]),
                                  limits={"temporary": {"minimumWeeks": 4, "maximumWeeks": pick([17, 26]), "restWeeks": 4}})
                if doctor["title"] >= 5 or position == 0 and happens(40):
                    doctor["functions"].append("management")
                doctor["leave"] = self.leave(1)
                if pair[0] == "chengyang" and specialty in ("tcm", "acup") and position > 0:
                    doctor["visits"] = {"sessionsPerWeek": 1}
        for specialty, profession, function in [("phar", "pharmacist", "pharmacy"), ("nurs", "nurse", "nursing"), ("admi", "manager", "management")]:
            for position in range(2):
                self.add(hospital, specialty, 0 if profession == "manager" else pick([3, 3, 4]), profession, functions=[function],
                         limits={"temporary": {"minimumWeeks": 4, "maximumWeeks": pick([17, 26]), "restWeeks": 4}})
        # A team (组团式): a doctor of the first or second field, a nurse and a pharmacist of those who do not guide at the leading hospital.
        for specialty, profession, name in [(fields[3], "doctor", text("Doctor", "医生")), ("nurs", "nurse", text("Nurse", "护士")),
                                            ("phar", "pharmacist", text("Pharmacist", "药师"))]:
            members = [self.add(hospital, specialty, 3, profession, limits={"team": {"minimumWeeks": 8, "maximumWeeks": 13, "restWeeks": 8}})
                       for _ in range(2)]
            roles.append({"name": name, "people": [m["id"] for m in members]})
        self.teams.append({"id": f"{pair[0]}-team", "name": text(f"Team for {pair[1]}", f"{pair[2]}帮扶组团"), "roles": roles})
        # Posts directed at the county (point 16), three at each hospital: too few for the largest establishment.
        guides = [p for p in self.people if p["employer"] == hospital and "temporary" in p["limits"]]
        for position in (1, 4, 7):
            guides[position]["commitments"] = {"directed": True}

    def add_retired(self):
        """Retired experts of two leading hospitals, who go to clinics for a few weeks as volunteers (point 10)."""
        for pair in PAIRS[:2]:
            self.add(lead(pair), "tcm", 5, limits={"temporary": {"minimumWeeks": 1, "maximumWeeks": 4, "restWeeks": 12}},
                     maximumAway=12, commitments={"retired": True})

    def add_lead(self, pair):
        hospital = lead(pair)
        for specialty, size in LEAD_DEPARTMENTS:
            for position in range(size):
                doctor = self.add(hospital, specialty, [4, 3, 3][position] if position < 2 or happens(60) else 2,
                                  sessionsPerWeek=draw(2, 4), slotsPerSession=pick([15, 18, 20, 24]))
                most = pick([8, 12])
                if position < 2:
                    # Could be a business dean (挂职式) of a unit.
                    doctor["functions"] = ["management"]
                    most = pick([26, 35, 43])
                doctor["limits"] = {"temporary": {"minimumWeeks": 4, "maximumWeeks": most, "restWeeks": 4}}
                if most <= 12:
                    doctor["leave"] = self.leave(2)
                    doctor["maximumAway"] = draw(12, 20)
                if position > 0 and doctor["title"] >= 3 or specialty in ("tcm", "gene"):
                    doctor["visits"] = {"sessionsPerWeek": 1}
        for number, (clinic, *_) in enumerate(clinics(pair)):
            self.start_dean(pair, number, clinic)

    def start_dean(self, pair, number, clinic):
        """The first deans are at their units already; the roster that keeps all hard rules has them stay as long as they must."""
        dean = [p for p in self.people if p["employer"] == lead(pair) and p.get("functions")][2 * number]
        served = draw(2, 9)
        dean["history"] = {"weeksAway": served, "turns": 1, "underWay": {"host": clinic, "kind": "temporary", "weeksServed": served}}
        self.away[dean["id"]] = range(0, max(0, 4 - served))

    def add_clinic_staff(self, pair):
        """One of each clinic's own who may train, and who may speak for the clinics in the community's management (point 5)."""
        for clinic, _, _, _, feature in clinics(pair):
            self.add(clinic, pick(["gene", feature]), 3,
                     limits={"training": {"minimumWeeks": 12, "maximumWeeks": 12, "restWeeks": 12}})

    @staticmethod
    def leave(weeks):
        first = draw(0, WEEKS - weeks)
        return [{"from": HORIZON.monday(first), "to": HORIZON.friday(first + draw(1, weeks) - 1)}]


def make_sites():
    sites = []
    for pair in PAIRS:
        identifier, english, chinese, city_english, city_chinese, _, posts, _ = pair
        sites.append({"id": city(pair), "name": text(city_english, city_chinese), "level": "tertiary", "approvedPosts": posts})
        sites.append({
            "id": lead(pair), "name": text(f"{english} leading hospital (not named in the document)", f"{chinese}县域医共体牵头医院(文件未列名)"),
            "level": "secondary", "travelMinutes": {city(pair): draw(30, 70)}})
    for pair, (clinic, english, chinese, minutes, feature) in all_clinics():
        technical = draw(30, 55)
        travel = {lead(pair): minutes, city(pair): minutes + 40} | ({"chengyang-city": minutes + 60} if pair[0] != "chengyang" else {})
        sites.append({
            "id": clinic, "name": text(english, chinese), "level": "clinic", "travelMinutes": travel,
            "staff": [{"technical": technical, "midTitle": technical * draw(14, 20) // 100}], "baseline": technical - draw(0, 1),
            "featureSpecialty": feature, "remotenessWeight": 2 if minutes >= 50 else 1})
    return sites


def make_links():
    links = []
    for pair in PAIRS:
        links.append({"from": city(pair), "to": lead(pair), "kind": "pairing"})
        links += [{"from": city(pair), "to": clinic[0], "kind": "specialtyAlliance", "specialties": [pair[5][3], "nurs", "phar"],
                   "postingKinds": ["team"]} for clinic in clinics(pair)[:2]]
        links += [{"from": lead(pair), "to": clinic[0], "kind": "community", "visits": True} for clinic in clinics(pair)]
        links += [{"from": clinic[0], "to": lead(pair), "kind": "training"} for clinic in clinics(pair)]
        # Experts of Chinese medicine on circuit (巡诊式) at one clinic of each district.
        links.append({"from": "chengyang-city", "to": clinics(pair)[2][0], "kind": "tcmCircuit", "specialties": ["tcm", "acup"],
                      "postingKinds": [], "visits": True})
    return links


def make_demands():
    demands = []
    for pair in PAIRS:
        demands += [{"host": lead(pair), "specialty": specialty, "leastTitle": 3, "count": 1} for specialty in pair[5][:2]]
        for number, (clinic, _, _, _, feature) in enumerate(clinics(pair)):
            length = pick([26, 43])
            demands.append({"host": clinic, "specialty": feature, "leastTitle": 3, "count": 1}
                           | HORIZON.days(0 if length == WEEKS else draw(0, 12), WEEKS - 1 if length == WEEKS else draw(28, 42)))
            if number < 2:
                # What a team is for.
                first = draw(4, 24)
                days = HORIZON.days(first, first + pick([9, 12]))
                demands += [{"host": clinic, "specialty": s, "count": 1} | days for s in (pair[5][3], "nurs", "phar")]
    return demands


def make_visits_wanted():
    """A joint clinic (联合门诊) every other week, and Chinese medicine about once a month."""
    wanted = []
    for _, (clinic, *_) in all_clinics():
        wanted.append({"host": clinic, "wanted": {"leastTitle": 3}, "sessions": 2, "everyWeeks": 4, "longestGap": 3})
        wanted.append({"host": clinic, "wanted": {"specialty": "tcm"}, "sessions": 1, "everyWeeks": 5, "longestGap": 6})
    return wanted


def make_named_posts():
    posts = []
    for pair in PAIRS:
        for clinic, _, _, _, _ in clinics(pair):
            posts.append({
                "id": f"{clinic}-dean", "name": text("Business dean", "业务院长"), "site": clinic, "kind": "dean",
                "wanted": {"function": "management", "leastTitle": 3}, "employers": [lead(pair)], "minimumWeeks": DEAN_WEEKS})
        posts.append({
            "id": f"{pair[0]}-representative", "name": text("Representative of the clinics", "医共体基层代表"),
            "site": lead(pair), "kind": "representative", "wanted": {"leastTitle": 3}, "employers": [c[0] for c in clinics(pair)],
            "holding": "atHome"})
    return posts


def make_minimums(roll):
    minimums = []
    for pair in PAIRS:
        for hospital, share in [(city(pair), 3), (lead(pair), 3)]:
            for specialty, _, _ in SPECIALTIES:
                members = [p for p in department_of(roll.people, hospital, specialty) if "retired" not in p.get("commitments", {})]
                wanted = min(len(members) // share, fewest_at_home(members, roll.away, HORIZON)) if members else 0
                if wanted > 0:
                    minimums.append({"hospital": hospital, "specialty": specialty, "minimumPresent": wanted})
    return minimums


def make_referrals(people):
    return [
        {"clinic": clinic[0], "specialty": specialty, "perWeek": draw(2, 6)}
        for pair, clinic in all_clinics() for specialty, _ in LEAD_DEPARTMENTS if offers(people, lead(pair), specialty) > 0]


def make_general_demand(people):
    return [
        {"hospital": hospital, "specialty": specialty, "perWeek": offers(people, hospital, specialty) * draw(25, 45) // 100}
        for pair in PAIRS for hospital in (city(pair), lead(pair)) for specialty, _, _ in SPECIALTIES
        if offers(people, hospital, specialty) > 0]


def make_resources():
    return [
        {"hospital": lead(pair), "kind": kind, "name": text(english, chinese), "capacity": capacity,
         "referrals": {c[0]: draw(capacity // 40, capacity // 16) for c in clinics(pair)}, "generalDemand": capacity * draw(75, 88) // 100}
        for pair in PAIRS for kind, english, chinese, capacity in [
            ("beds", "Admissions to beds", "住院床位", draw(90, 160)), ("ct", "CT examinations", "CT 检查", draw(180, 320)),
            ("us", "Ultrasound examinations", "超声检查", draw(300, 500))]]


def make_targets():
    return [
        {"id": f"{pair[0]}-2025", "name": text(f"{pair[1]}: every unit reached by the end of 2025", f"{pair[2]}2025年底下沉覆盖全部成员单位"),
         "kind": "participation", "clinics": [c[0] for c in clinics(pair)], "percent": 100, "by": "2025-12-31"} for pair in PAIRS]


def make_imported_values():
    """Visits of 2024 in thousands, counted with village rooms and without (QD01); synthetic."""
    later = Chance(20250127)
    values = []
    for pair in PAIRS:
        visits, share = later.draw(4000, 9000), later.draw(58, 68)
        for reading, less in [(text("village rooms included", "含村卫生室"), 0), (text("village rooms left out", "不含村卫生室"), visits // 6)]:
            values.append({"indicator": "grassRootsVisits", "site": lead(pair), "year": 2024, "reading": reading,
                           "count": visits * share // 100 - less, "of": visits - less})
    return values


def make_instance():
    roll = QingdaoRoll()
    for pair in PAIRS:
        roll.add_city(pair)
        roll.add_lead(pair)
        roll.add_clinic_staff(pair)
    roll.add_retired()
    return {
        "format": "rota-instance/1",
        "name": text("Qingdao medical communities, March to December 2025", "青岛市紧密型县域医共体 2025年3月至12月"),
        "provenance": text(
            "Real: the six city hospitals and the districts they are paired with (Qingdao, 2025, point 9), names of towns and streets, public "
            "holidays and make-up working days. The document does not name the districts' leading hospitals; they are called after the district. "
            "Synthetic: the clinics' membership, people, departments, establishments, travel times, history, demand, visits, posts, teams, "
            "training, referrals, appointments, beds, examinations and imported values; made by instances/make/qingdao_2025.py.",
            "真实：六家城市医院及其包联的区市（青岛市实施方案2025 （九））、镇和街道名称、法定节假日和调休。文件未列各区市牵头医院，此处以区市名称代之。"
            "合成：成员单位隶属、人员、科室、编制、路程、历史、需求、坐诊巡诊、岗位、组团、进修、转诊、号源、床位、检查和外部指标数值；"
            "由 instances/make/qingdao_2025.py 生成。"),
        "calendar": HORIZON.calendar(
            dates("2025-04-04", "2025-04-06") + dates("2025-05-01", "2025-05-05") + dates("2025-05-31", "2025-06-02")
            + dates("2025-10-01", "2025-10-08"), ["2025-04-27", "2025-09-28", "2025-10-11"]),
        "specialties": [{"id": s, "name": text(english, chinese)} for s, english, chinese in SPECIALTIES],
        "sites": make_sites(), "links": make_links(), "people": roll.people, "demands": make_demands(),
        "departmentMinimums": make_minimums(roll), "referrals": make_referrals(roll.people),
        "generalDemand": make_general_demand(roll.people), "resources": make_resources(), "visitsWanted": make_visits_wanted(),
        "namedPosts": make_named_posts(), "teams": roll.teams, "trainingSeats": [{"hospital": lead(pair), "seats": 2} for pair in PAIRS],
        "trainingPriorities": [{"specialty": "gene"}, {"specialty": "tcm"}, {"profession": "pharmacist"}],
        "establishments": [{"lead": lead(pair), "levels": [{"approved": 900, "filled": 900 - draw(5, 60)}]} for pair in PAIRS],
        "importedValues": make_imported_values(), "targets": make_targets(),
        "priorityWeights": [{
            "name": text("Diseases with many out-referrals", "县域外转率较高的病种"), "sites": [lead(pair) for pair in PAIRS],
            "specialties": ["onco", "neur"], "factor": 2}],
        "policy": POLICY,
    }


if __name__ == "__main__":
    run("qingdao-2025.json", make_instance)
