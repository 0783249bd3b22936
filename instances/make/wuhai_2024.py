#!/usr/bin/env python3
"""Writes instances/wuhai-2024.json: the two city medical groups of Wuhai and visits to every site, half a year from April 2024.

Real: the two leading hospitals (Wuhai, No. 19 of 2024, section 1), the names of the city's streets and towns after which clinics are called,
and China's public holidays and make-up working days of that half-year. The document does not name the groups' members: which clinics belong
to which group, and all village rooms, are synthetic, and so is everything else: people, departments, travel times, history, demand, visits,
remote duties, training, establishments, referrals, appointments and examinations.

    python3 instances/make/wuhai_2024.py                 writes the file
    python3 instances/make/wuhai_2024.py --check         fails if the file is not what would be written
"""

import datetime

from making import Chance, Horizon, dates, department_of, fewest_at_home, offers, run, text

HORIZON = Horizon(datetime.date(2024, 4, 1), 26)
WEEKS = HORIZON.weeks
CHANCE = Chance(20240316)
draw, happens, pick = CHANCE.draw, CHANCE.happens, CHANCE.pick

SPECIALTIES = [
    ("card", "Cardiology", "心血管内科"), ("neur", "Neurology", "神经内科"), ("resp", "Respiratory medicine", "呼吸内科"),
    ("orth", "Orthopaedics", "骨科"), ("gyno", "Obstetrics and gynaecology", "妇产科"), ("paed", "Paediatrics", "儿科"),
    ("tcm", "Chinese internal medicine", "中医内科"), ("mong", "Mongolian medicine", "蒙医科"),
    ("acup", "Acupuncture and massage", "针灸推拿科"), ("reha", "Rehabilitation", "康复医学科"), ("gene", "General practice", "全科医学科"),
    ("imag", "Imaging", "医学影像科"), ("ecg", "Electrocardiography", "心电诊断科"), ("path", "Pathology", "病理科"),
]

HOSPITALS = [
    ("h1", "Wuhai People's Hospital", "乌海市人民医院", "tertiary",
     [("card", 8), ("neur", 7), ("resp", 5), ("orth", 6), ("gyno", 6), ("paed", 6), ("reha", 3), ("gene", 4), ("imag", 5), ("ecg", 3), ("path", 3)]),
    ("h2", "Haibowan Hospital of Chinese Medicine", "海勃湾区中医医院", "secondary",
     [("tcm", 8), ("mong", 5), ("acup", 5), ("reha", 3), ("orth", 3), ("card", 3), ("gene", 3), ("imag", 2)]),
]

# Clinics: identifier, English, Chinese, leading hospital, minutes, technical staff, of mid title, feature specialty, village rooms.
CLINICS = [
    ("fenghuangling", "Fenghuangling Street", "凤凰岭街道", "h2", 10, 38, 8, "tcm", 0),
    ("haibei", "Haibei Street", "海北街道", "h2", 10, 34, 7, "acup", 0),
    ("xinhua", "Xinhua Street", "新华街道", "h2", 10, 36, 7, "reha", 0),
    ("xinhuaxi", "Xinhuaxi Street", "新华西街道", "h2", 15, 30, 5, "mong", 0),
    ("binhe", "Binhe Street", "滨河街道", "h2", 15, 42, 9, "tcm", 0),
    ("linyin", "Linyin Street", "林荫街道", "h2", 15, 28, 5, "acup", 0),
    ("qianlishan", "Qianlishan Town", "千里山镇", "h2", 30, 22, 3, "tcm", 2),
    ("lasengzhong", "Lasengzhong Street", "拉僧仲街道", "h1", 35, 26, 4, "card", 0),
    ("xizhuozishan", "Xizhuozishan Street", "西卓子山街道", "h1", 40, 24, 4, "neur", 0),
    ("gongwusu", "Gongwusu Town", "公乌素镇", "h1", 50, 20, 3, "resp", 1),
    ("lasengmiao", "Lasengmiao Town", "拉僧庙镇", "h1", 55, 18, 2, "orth", 1),
    ("bayintaohai", "Bayintaohai Town", "巴音陶亥镇", "h1", 65, 16, 2, "card", 3),
    ("sandaokan", "Sandaokan Street", "三道坎街道", "h1", 25, 24, 4, "paed", 0),
    ("wuhushan", "Wuhushan Street", "五虎山街道", "h1", 35, 18, 2, "resp", 0),
    ("xinda", "Xinda Street", "新达街道", "h1", 25, 28, 5, "gyno", 0),
    ("bayinsai", "Bayinsai Street", "巴音赛街道", "h1", 25, 30, 5, "card", 0),
    ("liangjiagou", "Liangjiagou Street", "梁家沟街道", "h1", 30, 20, 3, "reha", 0),
    ("suhaitu", "Suhaitu Street", "苏海图街道", "h1", 35, 18, 2, "neur", 0),
    ("binhai", "Binhai Street", "滨海街道", "h1", 30, 22, 4, "gyno", 0),
    ("wulannaoer", "Wulannaoer Town", "乌兰淖尔镇", "h1", 40, 20, 3, "orth", 2),
]

# Centres for emergencies keep their people (section 1): specialty, people and, of them, seniors present in every week.
EMERGENCY_CENTRES = [("card", 4, 1), ("neur", 4, 1), ("orth", 3, 1), ("gyno", 3, 1), ("paed", 3, 1)]
# Reading duties: hospital, specialty, name.
READING = [
    ("h1", "imag", "Remote reading of images for clinics", "基层影像远程诊断"), ("h1", "ecg", "Remote reading of ECGs for clinics", "基层心电远程诊断"),
    ("h1", "path", "Remote pathology for secondary hospitals", "二级医院病理远程诊断"),
    ("h2", "imag", "Remote reading of images for the second group", "中医医院集团影像远程诊断"),
]
# Recruited by a district hospital for the grass roots (section 4), and graduates bound to a clinic until a day.
GRASS_ROOTS_ONLY = [("gene", 2), ("tcm", 2), ("acup", 1)]
BOUND = [("bayintaohai", "2027-07-31"), ("qianlishan", "2026-07-31"), ("wulannaoer", "2024-07-31"), ("gongwusu", "2028-07-31")]

# The departments of the first group that visit the clinics of Hainan, and those that visit the clinics of Wuda.
HAINAN_VISITORS = ["card", "resp", "orth", "gene"]
WUDA_VISITORS = ["neur", "gyno", "paed", "reha"]

POLICY = {"pack": "policies/wuhai-2024.json"}


def villages():
    """Identifier, Chinese and English name, clinic, leading hospital, minutes."""
    return [
        (f"{clinic}-v{n}", f"{english} Village Room {n}", f"{chinese}第{n}村卫生室", clinic, lead, minutes + 10 * n)
        for clinic, english, chinese, lead, minutes, _, _, _, rooms in CLINICS for n in range(1, rooms + 1)]


def make_people():
    people = []
    for hospital, _, _, _, departments in HOSPITALS:
        for specialty, size in departments:
            for position in range(1, size + 1):
                people.append(make_specialist(len(people) + 1, hospital, specialty, position))
    for specialty, size in GRASS_ROOTS_ONLY:
        for position in range(1, size + 1):
            people.append({
                "id": f"h2-{specialty}-recruit-{position}", "name": f"人员 {len(people) + 1:03}", "employer": "h2", "profession": "doctor",
                "title": 2, "specialties": [specialty], "limits": {"temporary": {"minimumWeeks": 8, "maximumWeeks": 26, "restWeeks": 0}},
                "visits": {"sessionsPerWeek": 1}, "commitments": {"grassRootsOnly": True}})
    training = {"training": {"minimumWeeks": 12, "maximumWeeks": 12, "restWeeks": 12}}
    for clinic, until in BOUND:
        people.append({
            "id": f"{clinic}-graduate", "name": f"人员 {len(people) + 1:03}", "employer": clinic, "profession": "doctor", "title": 2,
            "specialties": ["gene"], "limits": training, "commitments": {"boundUntil": until}})
    for clinic, _, _, _, _, _, _, feature, _ in CLINICS:
        # To become general practitioners (section 4), or to learn the clinic's field.
        people.append({
            "id": f"{clinic}-trainee", "name": f"人员 {len(people) + 1:03}", "employer": clinic, "profession": "doctor", "title": pick([2, 2, 3]),
            "specialties": [pick(["gene", feature])], "limits": training})
    return people


def make_specialist(number, hospital, specialty, position):
    reads = specialty in ("imag", "ecg", "path")
    title = 4 if position <= 2 else pick([3, 3, 3, 4, 2]) if position > 3 else 3
    person = {
        "id": f"{hospital}-{specialty}-{position:02}", "name": f"人员 {number:03}", "employer": hospital, "profession": "doctor",
        "title": title, "specialties": [specialty]}
    first = draw(0, WEEKS - 2)
    person["leave"] = [{"from": HORIZON.monday(first), "to": HORIZON.friday(first + draw(0, 1))}]
    if reads:
        return person | {"limits": {}}
    person |= {"sessionsPerWeek": draw(2, 5), "slotsPerSession": pick([15, 18, 20, 24])}
    person["limits"] = {"temporary": {"minimumWeeks": 4, "maximumWeeks": pick([8, 12]), "restWeeks": pick([4, 6])}}
    history = draw(1, 8) if happens(50) else 0
    person["maximumAway"] = history + draw(8, 13)
    if history:
        person["history"] = {"weeksAway": history, "turns": 1 + history // 6}
    if happens(60) and title >= 3:
        person["visits"] = {"sessionsPerWeek": 1 if hospital == "h1" else pick([1, 1, 2])}
    if title == 3 and happens(20):
        person["minimumAway"] = history + draw(4, 8)
    return person


def make_sites():
    sites = [
        {"id": h, "name": text(english, chinese), "level": level} for h, english, chinese, level, _ in HOSPITALS]
    for clinic, english, chinese, lead, minutes, technical, mid_title, feature, _ in CLINICS:
        travel = {lead: minutes} | ({"h2": minutes + 5} if lead == "h1" else {})
        is_street = chinese.endswith("街道")
        sites.append({
            "id": clinic, "level": "clinic", "travelMinutes": travel,
            "name": text(f"{english} {'Community Health Centre' if is_street else 'Clinic'}",
                         chinese + ("社区卫生服务中心" if is_street else "卫生院")),
            "staff": [{"technical": technical, "midTitle": mid_title}], "baseline": technical - draw(0, 2), "featureSpecialty": feature,
            "remotenessWeight": 2 if minutes >= 50 else 1})
    for village, english, chinese, parent, lead, minutes in villages():
        sites.append({
            "id": village, "name": text(english, chinese), "level": "village", "parent": parent, "travelMinutes": {lead: minutes}})
    return sites


def with_ordinary_sessions(sites, people):
    """In the period before, the tertiary hospital held as many ordinary sessions as the people below a senior title would with nobody away."""
    held = sum(p.get("sessionsPerWeek", 0) for p in people if p["employer"] == "h1" and p["title"] < 4)
    return [site | ({"ordinarySessions": held} if site["id"] == "h1" else {}) for site in sites]


def make_links():
    links = []
    for number, (clinic, _, _, lead, *_) in enumerate(CLINICS):
        # Of the first group, some departments visit the clinics of one district and the others those of the other; anybody may be posted.
        fields = {} if lead == "h2" else {"specialties": HAINAN_VISITORS if number < 12 else WUDA_VISITORS}
        links.append({"from": lead, "to": clinic, "kind": "community"} | ({"visits": True} if lead == "h2" else {}))
        if fields:
            links.append({"from": lead, "to": clinic, "kind": "pooling", "postingKinds": [], "visits": True} | fields)
        # Village rooms have visitors, nobody stays there.
        links += [{"from": lead, "to": village, "kind": "community", "postingKinds": [], "visits": True} | fields
                  for village, _, _, parent, _, _ in villages() if parent == clinic]
    links += [{"from": "h2", "to": c[0], "kind": "tcmCircuit", "specialties": ["tcm", "mong", "acup"], "postingKinds": [], "visits": True,
               "approved": True} for c in CLINICS if c[3] == "h1"]
    links += [{"from": c[0], "to": c[3], "kind": "training"} for c in CLINICS]
    links += [{"from": "h1", "to": c[0], "kind": "remote"} for c in CLINICS] + [{"from": "h1", "to": "h2", "kind": "remote"}]
    return links


def make_visits_wanted():
    """Every site is visited (section 2): clinics every other week, village rooms every month; halls of Chinese and Mongolian medicine too (section 7)."""
    wanted = [{"host": c[0], "wanted": {"leastTitle": 3}, "sessions": 2, "everyWeeks": 4, "longestGap": 3} for c in CLINICS]
    wanted += [{"host": v[0], "wanted": {}, "sessions": 1, "everyWeeks": 4, "longestGap": 5} for v in villages()]
    for number, (clinic, *_) in enumerate(CLINICS):
        wanted.append({
            "host": clinic, "wanted": {"specialty": "mong" if number % 3 == 0 else "tcm"}, "sessions": 1, "everyWeeks": 5, "longestGap": 6})
    return wanted


def make_demands():
    demands = []
    for number, (clinic, _, _, lead, minutes, _, _, feature, _) in enumerate(CLINICS):
        priority = {"priority": 2} if minutes >= 40 else {}
        if number % 3 != 2:
            length = pick([8, 12, 16])
            first = draw(0, WEEKS - length)
            demands.append({"host": clinic, "specialty": feature, "leastTitle": 3, "count": 1} | priority
                           | HORIZON.days(first, first + length - 1))
        if number % 5 == 0:
            first = draw(0, 8)
            demands.append({"host": clinic, "specialty": "gene", "count": 1} | priority | HORIZON.days(first, first + 15))
    return demands


def make_minimums(people):
    minimums = []
    for hospital, _, _, _, departments in HOSPITALS:
        for specialty, size in departments:
            members = department_of(people, hospital, specialty)
            centre = next(((n, s) for k, n, s in EMERGENCY_CENTRES if k == specialty and hospital == "h1"), None)
            wanted = [(size // 2 if centre is None else centre[0], {})] + ([(centre[1], {"leastTitle": 4})] if centre else [])
            for number, title in wanted:
                number = min(number, fewest_at_home([p for p in members if p["title"] >= title.get("leastTitle", 0)], {}, HORIZON))
                if number > 0:
                    minimums.append({"hospital": hospital, "specialty": specialty} | title | {"minimumPresent": number})
    return minimums


def make_referrals(people):
    return [
        {"clinic": c[0], "specialty": specialty, "perWeek": draw(1, 3)}
        for c in CLINICS for specialty, _ in next(h[4] for h in HOSPITALS if h[0] == c[3]) if offers(people, c[3], specialty) > 0]


def make_general_demand(people):
    """At the tertiary hospital ordinary clinics shrink step by step, by a fifth over the half-year (section 1)."""
    demands = []
    for hospital, _, _, level, departments in HOSPITALS:
        for specialty, _ in departments:
            ordinary = offers(people, hospital, specialty) * draw(55, 75) // 100
            if ordinary > 0:
                steps = [ordinary * (100 - 5 * (week // 6)) // 100 for week in range(WEEKS)]
                demands.append({"hospital": hospital, "specialty": specialty, "perWeek": steps if level == "tertiary" else ordinary})
    return demands


def make_resources():
    return [
        {"hospital": hospital, "kind": kind, "name": text(english, chinese), "capacity": capacity,
         "referrals": {c[0]: draw(capacity // 120, capacity // 50) for c in CLINICS if c[3] == hospital},
         "generalDemand": capacity * draw(70, 85) // 100}
        for hospital, kind, english, chinese, capacity in [
            ("h1", "beds", "Admissions to beds", "住院床位", 260), ("h1", "ct", "CT examinations", "CT 检查", 480),
            ("h2", "beds", "Admissions to beds", "住院床位", 120)]]


def make_instance():
    people = make_people()
    return {
        "format": "rota-instance/1",
        "name": text("Wuhai medical groups, April to September 2024", "乌海市紧密型城市医疗集团 2024年4月至9月"),
        "provenance": text(
            "Real: the two leading hospitals (Wuhai, No. 19 of 2024, section 1), names of streets and towns, public holidays and make-up working "
            "days. The document does not name the groups' members. Synthetic: which clinic belongs to which group, village rooms, people, "
            "departments, travel times, history, demand, visits, remote duties, training, establishments, referrals, appointments, beds and "
            "examinations; made by instances/make/wuhai_2024.py.",
            "真实：两家牵头医院（乌海政办发〔2024〕19号 一）、街道和镇的名称、法定节假日和调休。文件未列医疗集团成员单位。"
            "合成：成员单位隶属、村卫生室、人员、科室、路程、历史、需求、坐诊巡诊、远程值班、进修、编制、转诊、号源、床位和检查；"
            "由 instances/make/wuhai_2024.py 生成。"),
        "calendar": HORIZON.calendar(
            dates("2024-04-04", "2024-04-06") + dates("2024-05-01", "2024-05-05") + ["2024-06-10"] + dates("2024-09-15", "2024-09-17"),
            ["2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29"]),
        "specialties": [{"id": s, "name": text(english, chinese)} for s, english, chinese in SPECIALTIES],
        "sites": with_ordinary_sessions(make_sites(), people), "links": make_links(), "people": people, "demands": make_demands(),
        "departmentMinimums": make_minimums(people), "referrals": make_referrals(people), "generalDemand": make_general_demand(people),
        "resources": make_resources(),
        "remoteDuties": [
            {"id": f"{h}-{s}-reading", "name": text(english, chinese), "hospital": h, "wanted": {"specialty": s, "leastTitle": 3}}
            for h, s, english, chinese in READING],
        "visitsWanted": make_visits_wanted(),
        "trainingSeats": [
            {"hospital": "h1", "seats": 6}, {"hospital": "h1", "specialty": "gene", "seats": 3}, {"hospital": "h2", "seats": 3},
            {"hospital": "h2", "specialty": "gene", "seats": 1}],
        "trainingPriorities": [{"specialty": "gene"}],
        "establishments": [
            {"lead": "h1", "levels": [{"approved": 1260, "filled": 1231}, {"from": "2024-07-01", "approved": 1240, "filled": 1238}]},
            {"lead": "h2", "levels": [{"approved": 480, "filled": 455}, {"from": "2024-07-01", "approved": 480, "filled": 463}]}],
        "policy": POLICY,
    }


if __name__ == "__main__":
    run("wuhai-2024.json", make_instance)
