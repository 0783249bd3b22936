#!/usr/bin/env python3
"""Writes instances/yulin-2017.json: Yulin's city hospitals and the county hospitals they are allied with, two years from October 2017.

Real: the six city hospitals and their pairs with county hospitals (Yulin, No. 55 of 2017, section 2.3), the seven counties, the names of
towns and streets after which clinics are called, and the shares and dates of the targets (section 1.3). County hospitals of Chinese medicine,
of orthopaedics and for mothers and children stand in the document as classes only; they bear the county's name here. Everything else is
synthetic: people, departments, which clinics belong to whom, travel times, weights of remoteness, history, demand, visits, posts, teams,
establishments, remote links, referrals, appointments, beds and the values of imported indicators. The calendar has no public holidays.

    python3 instances/make/yulin_2017.py                 writes the file
    python3 instances/make/yulin_2017.py --check         fails if the file is not what would be written
"""

import datetime

from making import Chance, Horizon, Roll, department_of, fewest_at_home, offers, run, text

HORIZON = Horizon(datetime.date(2017, 10, 9), 104)
WEEKS = HORIZON.weeks
CHANCE = Chance(20170920)
draw, happens, pick = CHANCE.draw, CHANCE.happens, CHANCE.pick
# For what was added later, so that everything before stays as it was drawn.
LATER = Chance(20170921)
TERM = 53

SPECIALTIES = [
    ("card", "Cardiology", "心血管内科"), ("neur", "Neurology", "神经内科"), ("resp", "Respiratory medicine", "呼吸内科"),
    ("onco", "Oncology", "肿瘤科"), ("gsur", "General surgery", "普外科"), ("orth", "Orthopaedics", "骨科"),
    ("gyno", "Obstetrics and gynaecology", "妇产科"), ("paed", "Paediatrics", "儿科"), ("tcm", "Chinese internal medicine", "中医内科"),
    ("acup", "Acupuncture and massage", "针灸推拿科"), ("reha", "Rehabilitation", "康复医学科"), ("imag", "Imaging", "医学影像科"),
    ("gene", "General practice", "全科医学科"), ("nurs", "Nursing", "护理"), ("admi", "Administration", "行政管理"),
]

# City hospitals: departments with their number of people, beside those of the relays below.
CITY = [
    ("t1", "Yulin First People's Hospital", "玉林市第一人民医院",
     [("card", 3), ("neur", 3), ("onco", 2), ("gsur", 3), ("imag", 4), ("nurs", 2)]),
    ("t2", "Yulin Red Cross Hospital", "玉林市红十字会医院", [("onco", 3), ("gsur", 2), ("neur", 2), ("imag", 3), ("nurs", 1)]),
    ("t3", "Yulin Hospital of Chinese Medicine", "玉林市中医医院", [("tcm", 4), ("acup", 3), ("reha", 2), ("nurs", 1)]),
    ("t4", "Yulin Orthopaedic Hospital", "玉林市骨科医院", [("orth", 4), ("reha", 2), ("nurs", 1)]),
    ("t5", "Yulin Maternity and Child Health Hospital", "玉林市妇幼保健院", [("gyno", 3), ("paed", 3), ("nurs", 1)]),
    ("t6", "Yulin Second People's Hospital", "玉林市第二人民医院", [("resp", 3), ("card", 2), ("gsur", 2), ("nurs", 1)]),
]

# County hospitals: weight of remoteness (synthetic), minutes from Yulin, the towns whose clinics they lead with their English names.
COUNTY = [
    ("rong", "Rong County", "容县", 2, 65, [("Yangmei", "杨梅镇"), ("Lingshan", "灵山镇"), ("Licun", "黎村镇"), ("Shizhai", "石寨镇")]),
    ("beiliu", "Beiliu", "北流市", 1, 35,
     [("Xinrong", "新荣镇"), ("Min'an", "民安镇"), ("Longsheng", "隆盛镇"), ("Liuma", "六麻镇"), ("Qingwan", "清湾镇")]),
    ("bobai", "Bobai County", "博白县", 3, 60,
     [("Shuangfeng", "双凤镇"), ("Nalin", "那林镇"), ("Fengshan", "凤山镇"), ("Wendi", "文地镇"), ("Longtan", "龙潭镇")]),
    ("luchuan", "Luchuan County", "陆川县", 2, 45, [("Michang", "米场镇"), ("Wushi", "乌石镇"), ("Qinghu", "清湖镇")]),
    ("xingye", "Xingye County", "兴业县", 2, 40, [("Dapingshan", "大平山镇"), ("Putang", "蒲塘镇"), ("Beishi", "北市镇")]),
    ("fumian", "Fumian District", "福绵区", 1, 20, [("Chengjun", "成均镇"), ("Xinqiao", "新桥镇"), ("Shatian", "沙田镇")]),
]
# Yuzhou District has no county hospital in the document; its clinics here are of the medical group planned around the hospital of Chinese medicine.
YUZHOU = [("Datang", "大塘镇"), ("Maolin", "茂林镇"), ("Rendong", "仁东镇")]

# County hospitals that the document names as classes, by the hospital they are allied with.
CLASSES = [
    ("t3", "tcm", "Hospital of Chinese Medicine", "中医医院", ["rong", "beiliu", "bobai"]),
    ("t4", "orth", "Orthopaedic Hospital", "骨科医院", ["luchuan", "bobai"]),
    ("t5", "mch", "Maternity and Child Health Hospital", "妇幼保健院", ["beiliu", "luchuan", "xingye"]),
]
NAMED_PAIRS = {"t1": ["rong", "bobai", "luchuan"], "t2": ["beiliu"], "t6": ["xingye", "fumian"]}

# Relays: at a host one resident after another throughout. A host of "rong/tcm" is the county's hospital of that class.
# (city hospital, specialty, least title, profession, host, post held there)
RELAYS = [
    ("t1", "card", 4, "doctor", "rong", "dean"), ("t1", "gsur", 4, "doctor", "bobai", "dean"), ("t1", "neur", 4, "doctor", "luchuan", "dean"),
    ("t1", "onco", 4, "doctor", "bobai", "departmentHead"), ("t1", "nurs", 3, "nurse", "rong", None),
    ("t2", "onco", 4, "doctor", "beiliu", "dean"), ("t2", "gsur", 4, "doctor", "beiliu", "departmentHead"),
    ("t2", "neur", 3, "doctor", "beiliu", None), ("t2", "nurs", 3, "nurse", "beiliu", None), ("t2", "admi", 0, "manager", "beiliu", None),
    ("t3", "tcm", 4, "doctor", "rong/tcm", "dean"), ("t3", "acup", 4, "doctor", "beiliu/tcm", "dean"),
    ("t3", "tcm", 4, "doctor", "bobai/tcm", "dean"), ("t3", "reha", 3, "doctor", "bobai/tcm", None), ("t3", "nurs", 3, "nurse", "rong/tcm", None),
    ("t4", "orth", 4, "doctor", "luchuan/orth", "dean"), ("t4", "orth", 4, "doctor", "bobai/orth", "dean"),
    ("t4", "reha", 3, "doctor", "bobai/orth", None), ("t4", "nurs", 3, "nurse", "luchuan/orth", None),
    ("t4", "nurs", 3, "nurse", "bobai/orth", None),
    ("t5", "gyno", 4, "doctor", "beiliu/mch", "dean"), ("t5", "gyno", 4, "doctor", "luchuan/mch", "dean"),
    ("t5", "paed", 4, "doctor", "xingye/mch", "dean"), ("t5", "paed", 3, "doctor", "beiliu/mch", None),
    ("t5", "nurs", 3, "nurse", "luchuan/mch", None),
    ("t6", "resp", 4, "doctor", "xingye", "dean"), ("t6", "card", 4, "doctor", "fumian", "dean"),
    ("t6", "gsur", 4, "doctor", "xingye", "departmentHead"), ("t6", "nurs", 3, "nurse", "fumian", None), ("t6", "nurs", 3, "nurse", "xingye", None),
]
# A county hospital's departments, and the residents it keeps at three of its clinics, which they make known for something.
COUNTY_DEPARTMENTS = [("card", 2), ("resp", 2), ("gsur", 2), ("gyno", 2), ("gene", 1), ("admi", 2)]
COUNTY_RELAYS = [("card", 3, "doctor"), ("gene", 3, "doctor"), ("nurs", 2, "nurse")]

# A year below for some and none for others: the document asks for no even spread of weeks away.
POLICY = {"pack": "policies/yulin-2017.json", "rules": {"fairness": {"on": False}, "periodicVisits": {"on": True}}}


def county_hospital(county):
    return f"{county}-h"


def host_of(place):
    county, _, kind = place.partition("/")
    return f"{county}-{kind}" if kind else county_hospital(county)


def clinics():
    """Identifier, English and Chinese name, leading hospital, county, in order."""
    found = []
    for county, _, _, _, _, towns in COUNTY:
        found += [(f"{county}-c{n}", f"{english} Clinic", f"{chinese}卫生院", county_hospital(county), county)
                  for n, (english, chinese) in enumerate(towns, 1)]
    found += [(f"yuzhou-c{n}", f"{english} Clinic", f"{chinese}卫生院", "t3", "yuzhou") for n, (english, chinese) in enumerate(YUZHOU, 1)]
    return found


def may_be_resident(longest):
    return {"temporary": {"minimumWeeks": 4, "maximumWeeks": 12, "restWeeks": 12},
            "resident": {"minimumWeeks": TERM, "maximumWeeks": longest, "restWeeks": 26}}


class YulinRoll(Roll):
    """The people of all hospitals and clinics, and the relays of residents: person, host, first and last week."""

    def __init__(self):
        super().__init__()
        self.relays = []

    def add(self, employer, specialty, title, profession="doctor", **more):
        person = super().add(employer, specialty, title, profession)
        if profession == "doctor" and specialty != "imag":
            person |= {"sessionsPerWeek": draw(2, 4), "slotsPerSession": pick([15, 18, 20, 24])}
        person |= more
        return person

    def add_relay(self, employer, specialty, least_title, profession, host):
        """Residents who relieve one another so that one is there in every week: the first under way at the start, the last going on past the end."""
        first, served, number = 0, draw(6, 46), 0
        while first < WEEKS:
            title = 0 if profession == "manager" else min(5, least_title + (1 if happens(30) else 0))
            longest = pick([60, 104, 104, 104])
            stays = draw(max(TERM, longest - 26), longest) - (served if number == 0 else 0)
            last = min(WEEKS, first + max(stays, 2)) - 1
            more = {"limits": may_be_resident(longest)}
            if number == 0:
                more["history"] = {"weeksAway": served, "turns": 1, "underWay": {"host": host, "kind": "resident", "weeksServed": served}}
            person = self.add(employer, specialty, title, profession, **more)
            if profession == "manager" or title >= 4:
                person["functions"] = ["management"]
            self.away[person["id"]] = range(first, last + 1)
            self.relays.append((person["id"], host, first, last))
            first, number = last + 1, number + 1

    def add_city_people(self):
        for relay in RELAYS:
            self.add_relay(*relay[:4], host_of(relay[4]))
        for hospital, _, _, departments in CITY:
            for specialty, size in departments:
                for position in range(size):
                    profession = "nurse" if specialty == "nurs" else "technician" if specialty == "imag" and position % 2 else "doctor"
                    person = self.add(hospital, specialty, pick([3, 3, 3, 4, 4, 5] if profession == "doctor" else [2, 3, 3, 4]), profession)
                    if person["title"] == 3 and profession == "doctor" and specialty != "imag" and happens(60):
                        # Towards the year below before promotion to associate senior: wants a whole year, which the majority of seniors
                        # among the residents (YL20) leaves to few. Leave would cut it short.
                        person |= {"limits": {"resident": {"minimumWeeks": TERM, "maximumWeeks": 60}}, "minimumAway": TERM}
                    elif specialty == "imag" or happens(50):
                        person |= {"limits": {"temporary": {"minimumWeeks": 4, "maximumWeeks": pick([8, 12]), "restWeeks": 8}},
                                   "leave": leave(), "maximumAway": draw(16, 30)}
                    else:
                        person["limits"] = may_be_resident(pick([60, 78]))

    def add_county_people(self):
        for county, *_ in COUNTY:
            hospital = county_hospital(county)
            for number, (specialty, least_title, profession) in enumerate(COUNTY_RELAYS, 1):
                self.add_relay(hospital, specialty, least_title, profession, f"{county}-c{number}")
            for specialty, size in COUNTY_DEPARTMENTS:
                for position in range(size):
                    is_manager = specialty == "admi"
                    person = self.add(hospital, specialty, 0 if is_manager else pick([2, 3, 3, 4]), "manager" if is_manager else "doctor")
                    person |= {"limits": {"temporary": {"minimumWeeks": 4, "maximumWeeks": pick([8, 12]), "restWeeks": pick([4, 8])}},
                               "leave": leave(), "maximumAway": draw(20, 40)}
                    if is_manager:
                        person |= {"functions": ["management"], "limits": {}, "leave": [leave()[position]]}
                        del person["maximumAway"]
                    elif person["title"] >= 3:
                        person["visits"] = {"sessionsPerWeek": 1}

    def add_clinic_people(self):
        """One of each clinic's own who wants to train at the leading hospital (YL24)."""
        for clinic, _, _, _, _ in clinics():
            self.add(clinic, "gene", pick([2, 3]), limits={"training": {"minimumWeeks": 13, "maximumWeeks": 13, "restWeeks": 26}})
            for member in ("sessionsPerWeek", "slotsPerSession"):
                del self.people[-1][member]

    def add_visits(self):
        """People of the hospital of Chinese medicine who cannot become residents visit the clinics of its group."""
        for person in self.people:
            if person["employer"] == "t3" and person["title"] >= 3 and person["id"] not in self.away and "resident" not in person["limits"]:
                person["visits"] = {"sessionsPerWeek": 1}


    def add_team(self):
        """A team of managers and key professionals for the county hospitals of the first alliance (YL18), beside the residents."""
        limits = {"team": {"minimumWeeks": 8, "maximumWeeks": 26, "restWeeks": 12}}
        roles = [("admi", "manager", text("Manager", "管理人员"), 0), ("card", "doctor", text("Doctor", "医生"), 4),
                 ("nurs", "nurse", text("Nurse", "护士"), 3)]
        members = [Roll.add(self, "t1", specialty, title, profession, limits=limits) for specialty, profession, _, title in roles]
        return [{"id": "t1-team", "name": text("Team for the county hospitals of the first alliance", "市一医院驻点团队"),
                 "roles": [{"name": name, "people": [member["id"]]} for (_, _, name, _), member in zip(roles, members)]}]


def leave():
    """A week or two in each of the two years, in different weeks for the first and the second position of a small department."""
    return [{"from": HORIZON.monday(first), "to": HORIZON.friday(first + draw(0, 1))} for first in (draw(2, 40), draw(54, 96))]


def make_sites():
    sites = [{"id": h, "name": text(english, chinese), "level": "tertiary"} for h, english, chinese, _ in CITY]
    for county, english, chinese, weight, minutes, _ in COUNTY:
        travel = {h: minutes for h, places in NAMED_PAIRS.items() if county in places}
        sites.append({
            "id": county_hospital(county), "name": text(f"{english} People's Hospital", f"{chinese}人民医院"), "level": "secondary",
            "travelMinutes": travel, "remotenessWeight": weight, "county": county})
    for hospital, kind, english, chinese, counties in CLASSES:
        for county in counties:
            _, county_english, county_chinese, weight, minutes, _ = next(c for c in COUNTY if c[0] == county)
            sites.append({
                "id": f"{county}-{kind}", "name": text(f"{county_english} {english}", f"{county_chinese}{chinese}"), "level": "secondary",
                "travelMinutes": {hospital: minutes}, "remotenessWeight": weight, "county": county})
    for number, (clinic, english, chinese, lead, county) in enumerate(clinics()):
        technical = draw(28, 60)
        sites.append({
            "id": clinic, "name": text(english, chinese), "level": "clinic", "travelMinutes": {lead: draw(15, 35) + 10 * (number % 5)},
            "staff": [{"technical": technical, "midTitle": technical * draw(12, 18) // 100}], "baseline": technical - 1,
            "featureSpecialty": pick(["card", "gsur", "gyno", "resp"]) if lead != "t3" else "tcm",
            "remotenessWeight": next((c[3] for c in COUNTY if c[0] == county), 1), "county": county})
    return sites


def make_links():
    def alliance(origin, host):
        return {"from": origin, "to": host, "kind": "alliance", "postingKinds": ["temporary", "resident"]}

    links = [alliance(h, county_hospital(county)) for h, counties in NAMED_PAIRS.items() for county in counties]
    for link in links[:len(NAMED_PAIRS["t1"])]:
        link["postingKinds"].append("team")
    links += [alliance(h, f"{county}-{kind}") for h, kind, _, _, counties in CLASSES for county in counties]
    for clinic, _, _, lead, _ in clinics():
        # The hospital of Chinese medicine has its residents at county hospitals, not in its own group.
        kinds = ["temporary"] if lead == "t3" else ["temporary", "resident"]
        links.append({"from": lead, "to": clinic, "kind": "community", "postingKinds": kinds, "visits": True})
        links.append({"from": clinic, "to": lead, "kind": "training"})
    # The orthopaedic alliance across the city (section 2.4).
    links += [{"from": "t4", "to": county_hospital(county), "kind": "specialtyAlliance", "specialties": ["orth", "reha"]}
              for county in ("rong", "beiliu")]
    # The network of remote consultations grows to 60 % of the clinics in 2018 and on towards 85 % (YL05, YL06).
    upper = {county_hospital(c): h for h, counties in NAMED_PAIRS.items() for c in counties}
    links += [{"from": h, "to": hospital, "kind": "remote"} for hospital, h in sorted(upper.items())]
    for number, (clinic, _, _, lead, _) in enumerate(clinics()):
        start = ["2017-11-01", "2018-03-01", "2018-06-01", "2018-09-01", "2019-04-01"][number % 5]
        links.append({"from": upper.get(lead, lead), "to": clinic, "kind": "remote", "start": start})
    return links


def make_demands():
    demands = []
    for _, specialty, least_title, profession, place, _ in RELAYS:
        if profession != "manager":
            demands.append({"host": host_of(place), "specialty": specialty, "leastTitle": least_title, "profession": profession, "count": 1})
    for hospital, counties in NAMED_PAIRS.items():
        departments = next(c[3] for c in CITY if c[0] == hospital)
        for county in counties:
            for specialty in [s for s, _ in departments if s != "nurs"][:3]:
                length = pick([26, 39, 52])
                first = draw(0, WEEKS - length)
                demands.append({"host": county_hospital(county), "specialty": specialty, "leastTitle": 3, "count": 1}
                               | HORIZON.days(first, first + length - 1))
    for number, (clinic, _, _, lead, county) in enumerate(clinics()):
        relay = int(clinic[-1]) - 1
        if county != "yuzhou" and relay < len(COUNTY_RELAYS):
            specialty, _, profession = COUNTY_RELAYS[relay]
            demands.append({"host": clinic, "specialty": specialty, "profession": profession, "count": 1})
        length = pick([13, 26, 39])
        first = draw(0, WEEKS - length)
        specialty = pick(["tcm", "acup"]) if lead == "t3" else pick(["resp", "gsur", "gyno"])
        demands.append({"host": clinic, "specialty": specialty, "leastTitle": 3, "count": 1} | HORIZON.days(first, first + length - 1))
    # What the team is for.
    demands += [{"host": "bobai-h", "profession": "manager", "count": 1} | HORIZON.days(13, 32),
                {"host": "luchuan-h", "specialty": "card", "leastTitle": 4, "count": 1} | HORIZON.days(52, 71)]
    return demands


def make_named_posts():
    posts = []
    for hospital, specialty, least_title, _, place, kind in RELAYS:
        if kind:
            host = host_of(place)
            english, chinese = {"dean": ("Deputy head", "副院长"), "departmentHead": ("Head of department", "科主任")}[kind]
            posts.append({
                "id": f"{host}-{kind}", "name": text(english, chinese), "site": host, "kind": kind,
                "wanted": {"specialty": specialty, "leastTitle": least_title}, "employers": [hospital], "minimumWeeks": TERM})
    for county, _, _, _, _, _ in COUNTY:
        posts.append({
            "id": f"{county}-referrals", "name": text("Owner of referrals", "转诊责任人"),
            "site": county_hospital(county), "kind": "referralOwner", "wanted": {"function": "management"}, "holding": "atHome"})
    return posts


def make_targets():
    """The shares of the document's section 1.3; those of 2020 lie beyond the horizon and are judged by what it reaches."""
    targets = []
    for county, english, chinese, percent in [
            (c[0], c[1], c[2], {"rong": 100, "beiliu": 50}.get(c[0], 30)) for c in COUNTY] + [("yuzhou", "Yuzhou District", "玉州区", 30)]:
        members = [c[0] for c in clinics() if c[4] == county]
        targets.append({
            "id": f"{county}-2017", "name": text(f"{english}: clinics taking part by the end of 2017", f"{chinese}2017年底乡镇卫生院参与率"),
            "kind": "participation", "clinics": members, "percent": percent, "by": "2017-12-31"})
    everyone = [c[0] for c in clinics()]
    for identifier, english, chinese, kind, percent, day in [
            ("all-2018", "Clinics taking part by the end of 2018", "2018年底乡镇卫生院参与率", "participation", 60, "2018-12-31"),
            ("remote-2018", "Clinics with remote consultations by the end of 2018", "2018年底远程医疗覆盖率", "remoteLink", 60, "2018-12-31"),
            ("all-2020", "Clinics taking part by the end of 2020", "2020年底乡镇卫生院参与率", "participation", 95, "2020-12-31"),
            ("remote-2020", "Clinics with remote consultations by the end of 2020", "2020年底远程医疗覆盖率", "remoteLink", 85, "2020-12-31")]:
        targets.append({
            "id": identifier, "name": text(english, chinese), "kind": kind, "clinics": everyone, "percent": percent, "by": day})
    return targets


def make_minimums(roll):
    """What the relays leave at home, and no more than half of a department."""
    minimums = []
    hospitals = [c[0] for c in CITY] + [county_hospital(c[0]) for c in COUNTY]
    for hospital in hospitals:
        for specialty, _, _ in SPECIALTIES:
            members = department_of(roll.people, hospital, specialty)
            wanted = min(len(members) // 3, fewest_at_home(members, roll.away, HORIZON)) if members else 0
            if wanted > 0:
                minimums.append({"hospital": hospital, "specialty": specialty, "minimumPresent": wanted})
    return minimums


def make_referrals(people):
    referrals = []
    for clinic, _, _, lead, _ in clinics():
        for specialty, _, _ in SPECIALTIES:
            if offers(people, lead, specialty) > 0 and specialty != "gene":
                referrals.append({"clinic": clinic, "specialty": specialty, "perWeek": draw(1, 5)})
    return referrals


def make_general_demand(people):
    demands = []
    for hospital in [c[0] for c in CITY] + [county_hospital(c[0]) for c in COUNTY]:
        for specialty, _, _ in SPECIALTIES:
            capacity = offers(people, hospital, specialty)
            if capacity > 0:
                demands.append({"hospital": hospital, "specialty": specialty, "perWeek": capacity * draw(30, 50) // 100})
    return demands


def make_priority_weights():
    """Diseases for which many leave the county for treatment (YL08) count double at county hospitals; which ones is synthetic."""
    return [{
        "name": text("Diseases with many out-referrals", "县外转出率较高的病种"), "sites": [county_hospital(c[0]) for c in COUNTY],
        "specialties": ["onco", "card", "neur"], "factor": 2}]


def make_recovery_beds():
    """Beds for patients who recover (YL31): at county hospitals for those of the city, at the first clinic of each county for those of the county
    hospital. At two places others want more than is left."""
    upper = {c: h for h, counties in NAMED_PAIRS.items() for c in counties}
    beds = []
    for number, (county, *_) in enumerate(COUNTY):
        for site, sender, most in [(county_hospital(county), upper[county], 40), (f"{county}-c1", county_hospital(county), 16)]:
            capacity = LATER.draw(most // 2, most)
            kept = -(-capacity // 5)
            others = capacity - kept - (-1 if number in (1, 4) and most == 16 else LATER.draw(0, 2))
            beds.append({
                "hospital": site, "kind": "recovery", "name": text("Recovery beds", "康复床位"), "capacity": capacity,
                "referralsDown": {sender: LATER.draw(1, kept)}, "generalDemand": others})
    return beds


def make_establishments():
    """Posts of county and town together (YL34): people on them leave and are replaced, and the total is not exceeded."""
    establishments = []
    for county, *_ in COUNTY:
        approved = LATER.draw(420, 900)
        filled = approved - LATER.draw(4, 20)
        establishments.append({"lead": county_hospital(county), "levels": [
            {"approved": approved, "filled": filled},
            {"from": "2018-09-01", "approved": approved, "filled": filled + LATER.draw(0, 4)}]})
    return establishments


def make_imported_values():
    """Figures that the hospitals' systems count (YL07, YL08, YL10); synthetic."""
    values = []
    for county, *_ in COUNTY:
        patients, share = LATER.draw(6000, 20000), LATER.draw(13, 27)
        for year in (2016, 2017):
            values.append({"indicator": "referralsOut", "site": county_hospital(county), "year": year,
                           "count": -(-patients * share // 100) if year == 2016 else patients * share // 100, "of": patients})
            share -= LATER.draw(1, 6)
        values.append({"indicator": "newTechniques", "site": county_hospital(county), "year": 2017, "count": LATER.draw(1, 4)})
    for hospital, *_ in CITY:
        patients = LATER.draw(200, 900)
        values += [{"indicator": "referralsDownGrowth", "site": hospital, "year": 2016, "count": patients},
                   {"indicator": "referralsDownGrowth", "site": hospital, "year": 2017, "count": patients * LATER.draw(98, 125) // 100}]
    return values


def make_instance():
    roll = YulinRoll()
    roll.add_city_people()
    roll.add_county_people()
    roll.add_clinic_people()
    roll.add_visits()
    teams = roll.add_team()
    sites = make_sites()
    instance = {
        "format": "rota-instance/1",
        "name": text("Yulin medical alliances, October 2017 to October 2019", "玉林市医疗联合体 2017年10月至2019年10月"),
        "provenance": text(
            "Real: the six city hospitals and the county hospitals they are allied with (Yulin, No. 55 of 2017, section 2.3), the seven counties, "
            "names of towns, shares and dates of the targets. County hospitals of Chinese medicine, of orthopaedics and for mothers and children "
            "are named in the document as classes only and bear the county's name here. Synthetic: people, departments, clinics and their "
            "membership, travel times, remoteness, history, demand, visits, posts, teams, establishments, remote links, referrals, appointments, "
            "beds and the values of imported indicators; made by "
            "instances/make/yulin_2017.py.",
            "真实：六家市级医院及其联合的县级医院（玉政办发〔2017〕55号 二（三））、七个县（市、区）、乡镇名称、目标比例和期限。"
            "县中医医院、县骨科医院、县妇幼保健院在文件中仅为类别，此处冠以县名。"
            "合成：人员、科室、卫生院及其隶属、路程、偏远程度、历史、需求、坐诊、岗位、团队、编制、远程关系、转诊、号源、床位和外部指标数值；由 instances/make/yulin_2017.py 生成。"),
        "calendar": HORIZON.calendar([], []),
        "specialties": [{"id": s, "name": text(english, chinese)} for s, english, chinese in SPECIALTIES],
        "sites": sites, "links": make_links(), "people": roll.people, "demands": make_demands(),
        "departmentMinimums": make_minimums(roll), "referrals": make_referrals(roll.people), "generalDemand": make_general_demand(roll.people),
        "remoteDuties": [
            {"id": f"{h}-imag-remote", "name": text("Remote reading of images", "远程影像诊断"), "hospital": h,
             "wanted": {"specialty": "imag"}} for h in ("t1", "t2")],
        "visitsWanted": [
            {"host": clinic, "wanted": {"leastTitle": 3}, "sessions": 1, "everyWeeks": 4, "longestGap": 6} for clinic, *_ in clinics()],
        "namedPosts": make_named_posts(),
        "teams": teams, "resources": make_recovery_beds(), "establishments": make_establishments(),
        "trainingSeats": [{"hospital": h, "seats": 2 if h == "t3" else 1} for h in ["t3"] + [county_hospital(c[0]) for c in COUNTY]],
        "targets": make_targets(), "priorityWeights": make_priority_weights(), "importedValues": make_imported_values(), "policy": POLICY,
    }
    check_relays(roll)
    return instance


def check_relays(roll):
    """Asserts that the relays keep the rules on residents in every week, so that the instance has a roster."""
    by_id = {p["id"]: p for p in roll.people}
    for identifier, _, first, last in roll.relays:
        person = by_id[identifier]
        served = person.get("history", {}).get("weeksAway", 0)
        assert served + last + 1 - first <= person["limits"]["resident"]["maximumWeeks"], identifier
        assert served + last + 1 - first >= TERM or last == WEEKS - 1, identifier
    for hospital, quota, doctor, nurse in [(c[0], 5, 4, 3) for c in CITY] + [(county_hospital(c[0]), 3, 3, 2) for c in COUNTY]:
        for week in range(WEEKS):
            there = [by_id[i] for i, _, first, last in roll.relays if first <= week <= last and by_id[i]["employer"] == hospital]
            assert len(there) >= quota, (hospital, week)
            for profession, least in (("doctor", doctor), ("nurse", nurse)):
                titles = [p["title"] for p in there if p["profession"] == profession]
                assert not titles or 2 * sum(t >= least for t in titles) > len(titles), (hospital, week)


if __name__ == "__main__":
    run("yulin-2017.json", make_instance)
