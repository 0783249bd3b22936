#!/usr/bin/env python3
"""Writes instances/hanbin-2022.json: the three communities of Hanbin's pilot scheme in the second half of 2022.

Real: the three lead hospitals, the eleven clinics and who belongs to whom, by the names in the scheme (section 4); the start in
July 2022; China's public holidays and make-up working days of that half-year. Everything else is synthetic: people, departments'
sizes, clinics' staff, travel times, leave, history, demand, visits, remote duties, training, posts, establishments, referrals,
appointments, beds and examinations. Sizes and shares are orders of magnitude of county hospitals and township centres, not
statistics of these institutions.

    python3 instances/make/hanbin_2022.py                 writes the file
    python3 instances/make/hanbin_2022.py --check         fails if the file is not what would be written

"""

import datetime

from making import Chance, Horizon, dates, department_of, fewest_at_home, offers, on_leave, run, text

HORIZON = Horizon(datetime.date(2022, 7, 4), 26)
WEEKS = HORIZON.weeks
CHANCE = Chance(20220704)
draw, happens = CHANCE.draw, CHANCE.happens
monday, friday, sunday = HORIZON.monday, HORIZON.friday, HORIZON.sunday


# --- Specialties: id, English, Chinese, appointments wanted in winter as a percentage of the ordinary -----------------------------

SPECIALTIES = [
    ("card", "Cardiology", "心血管内科", 115),
    ("neur", "Neurology", "神经内科", 110),
    ("resp", "Respiratory medicine", "呼吸内科", 135),
    ("gast", "Gastroenterology", "消化内科", 100),
    ("gsur", "General surgery", "普外科", 100),
    ("orth", "Orthopaedics", "骨科", 100),
    ("gyno", "Obstetrics and gynaecology", "妇产科", 100),
    ("paed", "Paediatrics", "儿科", 130),
    ("imag", "Imaging", "医学影像科", 100),
    ("anae", "Anaesthesiology", "麻醉科", 100),
    ("tcm", "Chinese internal medicine", "中医内科", 105),
    ("acup", "Acupuncture and massage", "针灸推拿科", 100),
    ("reha", "Rehabilitation", "康复医学科", 100),
    ("phar", "Pharmacy", "药学", 100),
]

# --- Hospitals: id, English, Chinese, departments with their number of specialists ------------------------------------------------

HOSPITALS = [
    ("h1", "Hanbin First Hospital", "汉滨区第一医院",
     [("card", 8), ("neur", 7), ("resp", 6), ("gast", 5), ("gsur", 7), ("orth", 6), ("gyno", 8), ("paed", 7),
      ("imag", 4), ("anae", 2)]),
    ("h2", "Hanbin Third People's Hospital", "汉滨区第三人民医院",
     [("card", 5), ("resp", 4), ("gsur", 5), ("orth", 4), ("gyno", 5), ("paed", 3), ("imag", 2)]),
    ("h3", "Hanbin Hospital of Chinese Medicine", "汉滨区中医医院",
     [("card", 4), ("orth", 5), ("gyno", 4), ("imag", 2), ("tcm", 10), ("acup", 6), ("reha", 5)]),
]

# Too thin to send anyone: the department keeps everyone it has.
THIN = ("h1", "anae")

# --- Clinics: id, English, Chinese, lead, minutes one way, own technical staff, of mid title, before joining, feature specialty ---

CLINICS = [
    ("guanmiao", "Guanmiao Central Clinic", "关庙镇中心卫生院", "h1", 25, 64, 9, 63, "card"),
    ("yinghu", "Yinghu Central Clinic", "瀛湖镇中心卫生院", "h1", 45, 42, 6, 42, "gsur"),
    ("liushui", "Liushui Central Clinic", "流水镇中心卫生院", "h1", 90, 46, 5, 45, "orth"),
    ("jianmin", "Jianmin Street Clinic", "建民街道办事处卫生院", "h1", 15, 36, 6, 36, "paed"),
    ("xincheng", "Xincheng Street Community Health Centre", "新城街道社区卫生服务中心", "h1", 15, 44, 13, 42, "gyno"),
    ("wuli", "Wuli Central Clinic", "五里镇中心卫生院", "h2", 20, 70, 10, 68, "gsur"),
    ("hongshan", "Hongshan Clinic", "洪山镇卫生院", "h2", 75, 27, 3, 27, "resp"),
    ("shizhuan", "Shizhuan Clinic, Hongshan", "洪山镇石转卫生院", "h2", 110, 12, 1, 12, "card"),
    ("xianhe", "Xianhe Central Clinic", "县河镇中心卫生院", "h3", 35, 30, 4, 30, "tcm"),
    ("zhangtan", "Zhangtan Central Clinic", "张滩镇中心卫生院", "h3", 25, 52, 8, 50, "acup"),
    ("jihe", "Jihe Central Clinic", "吉河镇中心卫生院", "h3", 40, 34, 3, 34, "reha"),
]

# Shizhuan has 12 technical people, one of them of mid title: 100 x 1 < 10 x 12 and 1 < 2, so its floor (HB21) needs a mid-title specialist
# of the hospital in every week. These three can relieve one another; what is drawn below leaves them able to. (first week, last week)
RELAY = [("h2-card-03", 0, 8), ("h2-resp-03", 9, 17), ("h2-gsur-04", 18, 25)]

# Postings under way at the start: person, host, weeks served, weeks the posting must go on to last the minimum of four.
UNDER_WAY = [
    ("h2-card-03", "shizhuan", 3, 0), ("h1-orth-02", "liushui", 2, 2), ("h1-gsur-03", "yinghu", 6, 0),
    ("h3-tcm-04", "jihe", 5, 0), ("h2-gyno-02", "wuli", 1, 3), ("h1-card-05", "guanmiao", 3, 1),
]

# Clinics' own people who want to train at the lead hospital, in which field, and their titles. Where a clinic has no more technical staff
# than before joining (HB20), or hardly enough of mid title (HB21), nobody can go unless somebody from the hospital is there.
TRAINEES = [
    ("guanmiao", "card", 3), ("guanmiao", "imag", 2), ("yinghu", "gsur", 3), ("yinghu", "gyno", 2), ("liushui", "orth", 3),
    ("liushui", "paed", 3), ("jianmin", "paed", 3), ("jianmin", "card", 2), ("xincheng", "gyno", 3), ("xincheng", "neur", 3),
    ("wuli", "gsur", 3), ("wuli", "orth", 2), ("hongshan", "resp", 3), ("hongshan", "card", 3), ("shizhuan", "card", 2),
    ("xianhe", "tcm", 3), ("xianhe", "acup", 3), ("zhangtan", "acup", 3), ("zhangtan", "reha", 2), ("jihe", "reha", 3),
    ("jihe", "tcm", 3),
]
# On contracts that end on these days, until which they stay (HB24); then they too may train.
ON_CONTRACT = [
    ("guanmiao", "resp", "2022-08-31"), ("liushui", "gsur", "2022-12-31"), ("wuli", "card", "2022-09-30"),
    ("hongshan", "orth", "2023-06-30"), ("zhangtan", "tcm", "2022-10-31"), ("jihe", "orth", "2022-12-31"),
]
# Seats for trainees: of all fields together and of the fields in which one hospital teaches one at a time.
SEATS = [("h1", 3, ["card", "gsur", "gyno", "paed", "imag"]), ("h2", 2, ["card", "gsur"]), ("h3", 2, ["tcm", "acup"])]

# Training is matched by somebody who comes, as the floors and baselines of most clinics need anyway.
POLICY = {"pack": "policies/hanbin-2022.json", "rules": {"matchedExchange": {"on": True}}}

# Decided already: heads who stay, a posting that is announced, and people promised to one clinic only.
STAY_AT_HOME = ["h1-card-01", "h1-gyno-01", "h2-gsur-01", "h3-tcm-01"]
ANNOUNCED = [("h1-paed-03", "xincheng", 9, 16)]
ONLY_AT = [("h3-tcm-05", "xianhe"), ("h1-neur-04", "guanmiao"), ("h2-orth-02", "hongshan")]


def away_in_witness():
    """By person: the weeks of a roster that keeps every hard rule."""
    weeks = {}
    for person, first, last in RELAY:
        weeks[person] = list(range(first, last + 1))
    for person, _, _, remaining in UNDER_WAY:
        weeks.setdefault(person, list(range(remaining)))
    for person, _, first, last in ANNOUNCED:
        weeks[person] = list(range(first, last + 1))
    return weeks


WITNESS = away_in_witness()


def make_people():
    people = []
    clinics_of = {h: [c[0] for c in CLINICS if c[3] == h] for h, *_ in HOSPITALS}
    served = {person: (host, weeks) for person, host, weeks, _ in UNDER_WAY}
    for hospital, _, _, departments in HOSPITALS:
        for specialty, size in departments:
            for position in range(1, size + 1):
                people.append(make_person(
                    len(people) + 1, hospital, specialty, position, clinics_of[hospital], served))
    return people


def make_person(number, hospital, specialty, position, clinics, served):
    identifier = f"{hospital}-{specialty}-{position:02}"
    away = WITNESS.get(identifier, [])
    # A county hospital has about 4 senior and 13 associate senior doctors to 35 intermediate ones; heads are among them. Few juniors are sent.
    dice = draw(1, 100)
    title = 5 if dice <= 4 else 4 if dice <= 14 else 3 if dice <= 86 else 2
    if position == 1:
        title = max(4, title)
    if identifier in WITNESS or identifier in served:
        title = max(3, title)
    is_technician = specialty == "imag" and position % 2 == 0
    person = {
        "id": identifier, "name": f"专家 {number:03}", "employer": hospital,
        "profession": "technician" if is_technician else "doctor", "title": title, "specialties": [specialty],
    }
    if title >= 4:
        person["functions"] = ["medicine", "management"] if happens(30) else ["medicine"]
    leave = make_leave(identifier, away, (hospital, specialty) == THIN)
    if leave:
        person["leave"] = [{"from": monday(first), "to": friday(last)} for first, last in leave]
    if not is_technician and specialty != "anae":
        person["sessionsPerWeek"] = draw(2, 5)
        person["slotsPerSession"] = [15, 18, 20, 24, 30][draw(0, 4)]
    longest = len(away) + (served[identifier][1] if identifier in served else 0)
    person["limits"] = {"temporary": {
        "minimumWeeks": 4, "maximumWeeks": [w for w in (8, 12, 16) if w >= longest][draw(0, 0 if longest > 12 else 1)],
        "restWeeks": [4, 4, 6][draw(0, 2)]}}
    history = {"weeksAway": draw(1, 8) if happens(50) else 0}
    if identifier in served:
        history["underWay"] = {"host": served[identifier][0], "kind": "temporary", "weeksServed": served[identifier][1]}
        history["weeksAway"] = max(history["weeksAway"], served[identifier][1])
    elif not away and happens(8):
        history["weeksSincePosting"] = draw(0, 5)
        history["weeksAway"] = max(4, history["weeksAway"])
    budget = max(draw(7, 13), len(away))
    if title == 3 and happens(25):
        # Towards the year at the grass roots before promotion to associate senior (HB17).
        person["minimumAway"] = history["weeksAway"] + draw(4, 7)
    person["maximumAway"] = history["weeksAway"] + budget
    preferences = {}
    for clinic in clinics:
        if happens(25):
            preferences[clinic] = [1, 1, 2, 2, 3, 5][draw(0, 5)]
    if preferences:
        person["preferences"] = preferences
    if any(history.values()):
        person["history"] = {key: value for key, value in history.items() if value != 0 or key == "weeksSincePosting"}
    pins = [{"posted": False}] if identifier in STAY_AT_HOME else []
    pins += [{"host": host, "from": monday(first), "to": friday(last)} for who, host, first, last in ANNOUNCED if who == identifier]
    pins += [{"host": host} for who, host in ONLY_AT if who == identifier]
    if pins:
        person["pins"] = pins
    return person


# What came with the rules on training, visits and turns draws from a source of its own.
MORE = Chance(20220715)


def make_clinic_people(first_number):
    """Heads, who stay (HB22), those on contracts, those who want to train, and a pharmacist used by two clinics together (HB13)."""
    length = {"minimumWeeks": 12, "maximumWeeks": 13, "restWeeks": 13}
    people = []

    def add(kind, clinic, specialty, title, profession="doctor", limits=None, commitments=None):
        person = {
            "id": f"{clinic}-{kind}-{specialty}", "name": f"职工 {first_number + len(people):03}", "employer": clinic,
            "profession": profession, "title": title, "specialties": [specialty], "limits": limits or {"training": length}}
        people.append(person | ({"commitments": commitments} if commitments else {}))

    for clinic, _, _, _, _, _, mid_title, _, feature in CLINICS:
        add("head", clinic, feature, 4 if mid_title >= 8 else 3, commitments={"leadsClinic": True})
    for clinic, specialty, last in ON_CONTRACT:
        add("contract", clinic, specialty, 2, commitments={"boundUntil": last})
    for clinic, specialty, title in TRAINEES:
        add("trainee", clinic, specialty, title, "technician" if specialty == "imag" else "doctor")
    add("shared", "wuli", "phar", 3, "pharmacist", {"temporary": {"minimumWeeks": 4, "maximumWeeks": 8, "restWeeks": 4}})
    return people


def add_visits_and_turns(people):
    """Who visits clinics in weeks at home (HB26), and the turns taken before the start."""
    for person in people:
        if person["profession"] == "doctor" and person["title"] >= 3 and person["id"] not in STAY_AT_HOME and MORE.happens(45):
            person["visits"] = {"sessionsPerWeek": 1 if MORE.happens(75) else 2}
        history = person.get("history", {})
        if history.get("weeksAway", 0) > 0:
            history["turns"] = 1 + history["weeksAway"] // 6
            if "underWay" in history or history.get("weeksSincePosting", 99) < 4:
                history["turnsInARow"] = min(history["turns"], MORE.draw(1, 2))


def make_visits_wanted():
    """A ward round of the clinic's field every other week, and a clinic session of somebody else about once a week (HB26)."""
    wanted = []
    for clinic, _, _, _, minutes, _, _, _, feature in CLINICS:
        wanted.append({
            "host": clinic, "wanted": {"specialty": feature, "leastTitle": 3}, "sessions": 2, "everyWeeks": 4, "longestGap": 3})
        sessions, gap = (2, 4) if minutes >= 60 else (3, 2)
        wanted.append({"host": clinic, "wanted": {"leastTitle": 3}, "sessions": sessions, "everyWeeks": 4, "longestGap": gap})
    return wanted


def make_remote_duties():
    """Remote consultations that clinics ask for (HB28), answered every week by one person of the department."""
    names = {s: (english, chinese) for s, english, chinese, _ in SPECIALTIES}
    return [
        {"id": f"{hospital}-{specialty}-remote", "hospital": hospital, "wanted": {"specialty": specialty, "leastTitle": 3},
         "name": text(f"Remote consultations, {names[specialty][0]}", f"{names[specialty][1]}远程会诊")}
        for hospital, specialty in [("h1", "card"), ("h1", "neur"), ("h1", "imag"), ("h2", "card"), ("h3", "tcm"), ("h3", "orth")]]


def make_named_posts():
    """A dedicated post at a clinic (HB14), and an owner of referrals at each lead hospital."""
    posts = [{
        "id": "guanmiao-chronic", "name": text("Chronic disease officer", "慢病管理专职岗"), "site": "guanmiao",
        "kind": "other", "wanted": {"specialty": "card", "leastTitle": 3}, "employers": ["h1"], "minimumWeeks": 6}]
    for hospital, _, _, _ in HOSPITALS:
        posts.append({
            "id": f"{hospital}-referrals", "name": text("Owner of referrals", "转诊责任人"), "site": hospital,
            "kind": "referralOwner", "wanted": {"function": "management"}, "holding": "atHome"})
    return posts


def make_establishments():
    """Posts approved for each community and people counted against them (HB10), the totals adjusted in October."""
    return [
        {"lead": "h1", "levels": [{"approved": 640, "filled": 631}, {"from": "2022-10-01", "approved": 636, "filled": 633}]},
        {"lead": "h2", "levels": [{"approved": 310, "filled": 302}, {"from": "2022-10-01", "approved": 310, "filled": 306}]},
        {"lead": "h3", "levels": [{"approved": 295, "filled": 291}]}]


def make_targets():
    """Every clinic of the pilot is reached by the end of the year (HB08)."""
    return [{
        "id": "all-members", "name": text("All members reached by the end of 2022", "2022年底覆盖全部成员单位"), "kind": "participation",
        "clinics": [c[0] for c in CLINICS], "percent": 100, "by": "2022-12-31"}]


def make_seats():
    return [
        {"hospital": hospital} | field | {"seats": seats}
        for hospital, together, alone in SEATS
        for field, seats in [({}, together)] + [({"specialty": specialty}, 1) for specialty in alone]]


def make_leave(identifier, away, is_thin):
    """One or two weeks, rarely a long leave; never in a week in which the witness has the person away."""
    if is_thin:
        return []
    length = draw(8, 12) if happens(3) else draw(1, 2)
    for _ in range(6):
        first = draw(0, WEEKS - length)
        if not any(first <= week < first + length for week in away):
            return [(first, first + length - 1)]
    return []


def present(person, week):
    """Whether a person is at home in a week of the witness."""
    return not on_leave(person, week, HORIZON) and week not in WITNESS.get(person["id"], [])


def make_minimums(people):
    minimums = []
    for hospital, _, _, departments in HOSPITALS:
        for specialty, size in departments:
            members = department_of(people, hospital, specialty)
            lowest = fewest_at_home(members, WITNESS, HORIZON)
            wanted = size if (hospital, specialty) == THIN else size * 55 // 100
            minimums.append({"hospital": hospital, "specialty": specialty, "minimumPresent": min(wanted, lowest)})
            seniors = [p for p in members if p["title"] >= 4]
            if size >= 6 and len(seniors) >= 2 and fewest_at_home(seniors, WITNESS, HORIZON) >= 1:
                minimums.append({"hospital": hospital, "specialty": specialty, "leastTitle": 4, "minimumPresent": 1})
    return [minimum for minimum in minimums if minimum["minimumPresent"] > 0]


def make_demands():
    """For each clinic one specialist of its feature specialty throughout, and three or four others for a time."""
    demands = []
    for clinic, _, _, lead, minutes, _, _, _, feature in CLINICS:
        departments = next(h[3] for h in HOSPITALS if h[0] == lead)
        offered = [specialty for specialty, size in departments if size >= 3 and specialty != feature]
        priority = {"priority": 2} if minutes >= 60 else {}
        demands.append({"host": clinic, "specialty": feature, "leastTitle": 3, "count": 1} | priority)
        for _ in range(draw(3, 4)):
            specialty = offered.pop(draw(0, len(offered) - 1))
            length = [8, 12, 13, 16, 26][draw(0, 4)]
            first = draw(0, WEEKS - length)
            demands.append({"host": clinic, "specialty": specialty, "count": 1} | priority | HORIZON.days(first, first + length - 1))
    demands.append({"host": "shizhuan", "specialty": "phar", "count": 1} | HORIZON.days(6, 19))
    return demands


def make_referrals(people):
    """300 to 900 referrals a year for a clinic of ordinary size, spread over the departments that hold sessions."""
    referrals = []
    for clinic, _, _, lead, _, technical, *_ in CLINICS:
        departments = [(s, size) for s, size in next(h[3] for h in HOSPITALS if h[0] == lead) if offers(people, lead, s)]
        total = draw(8, 16) * technical / 35
        for specialty, size in departments:
            # Chinese medicine is asked for beyond what it offers in advance; the others are not.
            factor = 3 if specialty == "tcm" else 1
            count = int(factor * total * size / sum(size for _, size in departments) + 0.5)
            if count > 0:
                referrals.append({"clinic": clinic, "specialty": specialty, "perWeek": count})
    return referrals


def make_general_demand(people):
    demands = []
    for hospital, _, _, departments in HOSPITALS:
        for specialty, _ in departments:
            capacity = offers(people, hospital, specialty)
            if capacity == 0:
                continue
            ordinary = capacity * draw(55, 85) // 100
            winter = next(s[3] for s in SPECIALTIES if s[0] == specialty)
            weeks = [ordinary * winter // 100 if monday(w) >= "2022-11-01" else ordinary for w in range(WEEKS)]
            demands.append({"hospital": hospital, "specialty": specialty, "perWeek": ordinary if winter == 100 else weeks})
    return demands


def make_resources():
    resources = []
    for hospital, beds, ct in [("h1", 160, 420), ("h2", 70, 180), ("h3", 80, 120)]:
        members = [c[0] for c in CLINICS if c[3] == hospital]
        for kind, name, capacity, percent in [
                ("beds", text("Admissions to beds", "住院床位"), beds, draw(75, 90)),
                ("ct", text("CT examinations", "CT 检查"), ct, draw(65, 85))]:
            resources.append({
                "hospital": hospital, "kind": kind, "name": name, "capacity": capacity,
                "referrals": {clinic: draw(capacity // 60, capacity // 25) for clinic in members},
                "generalDemand": capacity * percent // 100})
    # Beds at central clinics for patients of the leading hospital who recover (HB31).
    for clinic, lead, beds, down in [("guanmiao", "h1", 24, 4), ("wuli", "h2", 20, 3), ("zhangtan", "h3", 18, 4)]:
        resources.append({
            "hospital": clinic, "kind": "recovery", "name": text("Recovery beds", "康复床位"), "capacity": beds,
            "referralsDown": {lead: down}, "generalDemand": beds * 3 // 4})
    return resources


def make_links():
    links = [{"from": c[3], "to": c[0], "kind": "community", "visits": True} for c in CLINICS]
    links += [{"from": c[0], "to": c[3], "kind": "training"} for c in CLINICS]
    links += [{"from": c[3], "to": c[0], "kind": "remote"} for c in CLINICS]
    # Staff of one community used together (HB13): the pharmacist of the larger clinic helps out at the smallest.
    links.append({"from": "wuli", "to": "shizhuan", "kind": "pooling", "specialties": ["phar"]})
    links.append({"from": "h3", "to": "jianmin", "kind": "tcmCircuit", "specialties": ["tcm", "acup"],
                  "visits": True, "start": "2022-09-05", "approved": True})
    # Across communities and not approved by the committee's office: nobody may be sent along it (HB15).
    links.append({"from": "h1", "to": "wuli", "kind": "specialtyAlliance", "specialties": ["paed"]})
    return links


def by_profession(clinic, technical, mid_title):
    """Nurses a third, a few pharmacists and technicians, the others doctors, who have most of the mid titles."""
    numbers = {"nurse": (technical // 3, mid_title // 4), "pharmacist": (max(1, technical // 14), int(clinic == "wuli")),
               "technician": (technical // 12, 0)}
    doctors = technical - sum(n for n, _ in numbers.values()), mid_title - sum(m for _, m in numbers.values())
    return {profession: {"technical": n, "midTitle": m} for profession, (n, m) in ({"doctor": doctors} | numbers).items()}


def make_sites():
    sites = [{"id": h, "name": text(english, chinese), "level": "secondary"} for h, english, chinese, _ in HOSPITALS]
    for clinic, english, chinese, lead, minutes, technical, mid_title, baseline, feature in CLINICS:
        travel = {lead: minutes}
        travel |= {"h3": 20} if clinic == "jianmin" else {"h1": 30} if clinic == "wuli" else {}
        staff = [{"technical": technical, "midTitle": mid_title, "byProfession": by_profession(clinic, technical, mid_title)}]
        if clinic == "hongshan":
            staff.append({"from": "2022-10-10", "technical": technical + 1, "midTitle": mid_title,
                          "byProfession": by_profession(clinic, technical + 1, mid_title)})
        sites.append({
            "id": clinic, "name": text(english, chinese), "level": "clinic", "travelMinutes": travel, "staff": staff,
            "baseline": baseline, "featureSpecialty": feature})
    return sites


def make_instance():
    people = make_people()
    add_visits_and_turns(people)
    holidays = dates("2022-09-10", "2022-09-12") + dates("2022-10-01", "2022-10-07") + dates("2022-12-31", "2023-01-01")
    instance = {
        "format": "rota-instance/1",
        "name": text("Hanbin pilot, second half of 2022", "汉滨区紧密型医共体试点 2022年下半年"),
        "provenance": text(
            "Real: the three communities and eleven clinics by name and membership (Hanbin pilot scheme, 2022, section 4), the start in July 2022, "
            "public holidays and make-up working days. Synthetic: people, departments, clinics' staff, establishments, travel times, leave, "
            "history, links across communities, demand, visits, remote duties, posts, training, referrals, appointments, beds and "
            "examinations; made by instances/make/hanbin_2022.py.",
            "真实：三个医共体和十一个成员单位的名称与隶属（《汉滨区紧密型区域医疗卫生共同体试点方案》2022 第四节）、2022年7月起始、法定节假日和调休。"
            "合成：人员、科室、机构人员数、编制、路程、休假、历史、跨医共体关系、需求、坐诊查房、远程值班、岗位、进修、转诊、号源、床位和检查；"
            "由 instances/make/hanbin_2022.py 生成。"),
        "calendar": HORIZON.calendar(holidays, ["2022-10-08", "2022-10-09"]),
        "specialties": [{"id": s, "name": text(english, chinese)} for s, english, chinese, _ in SPECIALTIES],
        "sites": make_sites(), "links": make_links(), "people": people + make_clinic_people(len(people) + 1), "demands": make_demands(),
        "departmentMinimums": make_minimums(people), "referrals": make_referrals(people),
        "generalDemand": make_general_demand(people), "resources": make_resources(),
        "remoteDuties": make_remote_duties(), "visitsWanted": make_visits_wanted(), "namedPosts": make_named_posts(),
        "trainingSeats": make_seats(), "establishments": make_establishments(), "targets": make_targets(), "policy": POLICY,
    }
    check_witness(instance)
    return instance


def check_witness(instance):
    """Asserts that the witness keeps every hard rule, so that the instance has a roster."""
    people = {p["id"]: p for p in instance["people"]}
    under_way = {person: (host, weeks) for person, host, weeks, _ in UNDER_WAY}
    for identifier, weeks in WITNESS.items():
        person = people[identifier]
        limits = person["limits"]["temporary"]
        total = len(weeks) + under_way.get(identifier, ("", 0))[1]
        assert limits["minimumWeeks"] <= total <= limits["maximumWeeks"], identifier
        assert person.get("history", {}).get("weeksAway", 0) + len(weeks) <= person["maximumAway"], identifier
        on_leave = [w for w in weeks for leave in person.get("leave", []) if leave["from"] <= friday(w) and monday(w) <= leave["to"]]
        assert not on_leave and person["title"] >= 3 and identifier not in STAY_AT_HOME, identifier
        assert not any(who == identifier for who, _ in ONLY_AT), identifier
    relieved = [week for _, first, last in RELAY for week in range(first, last + 1)]
    assert relieved == list(range(WEEKS))
    for clinic in CLINICS:
        technical, mid_title = clinic[5] + (clinic[0] == "shizhuan"), clinic[6] + (clinic[0] == "shizhuan")
        assert 100 * mid_title >= 10 * technical or mid_title >= 2, clinic[0]
        assert technical >= clinic[7], clinic[0]
    for minimum in instance["departmentMinimums"]:
        for week in range(WEEKS):
            at_home = sum(
                present(p, week) for p in instance["people"]
                if p["employer"] == minimum["hospital"] and p["specialties"][0] == minimum["specialty"]
                and p["title"] >= minimum.get("leastTitle", 0))
            assert at_home >= minimum["minimumPresent"], (minimum, week)


if __name__ == "__main__":
    run("hanbin-2022.json", make_instance)
