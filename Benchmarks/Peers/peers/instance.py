"""Reads a `rota-instance/1` file into what a model needs: who may go where and when, and what is wanted.

The file is taken to be valid (`rota validate` says so). Weeks, sites and people are positions, costs are whole thousandths of a point.
"""

import datetime
import json
import math
from dataclasses import dataclass, field

KINDS = ("temporary", "resident", "team")

DEFAULT_RULES = {
    "coverage": {"on": True, "hard": False, "weight": 100},
    "departmentMinimum": {"on": True, "hard": True, "weight": 1000},
    "midTitleFloor": {
        "on": True, "hard": True, "weight": 1000, "percent": 10, "people": 2, "reading": "either",
        "counting": "present", "countedFromWeeks": 4,
    },
    "staffBaseline": {"on": True, "hard": True, "weight": 1000, "counting": "present", "countedFromWeeks": 4},
    "referralReserve": {"on": True, "hard": True, "weight": 1000, "percent": 20, "bucket": "departmentWeek"},
    "referralsUnmet": {"on": True, "hard": False, "weight": 1},
    "generalDemandUnmet": {"on": True, "hard": False, "weight": 0.5},
    "serviceOwed": {"on": True, "hard": False, "weight": 20},
    "fairness": {"on": True, "hard": False, "weight": 2, "tolerance": 4},
    "postingStart": {"on": True, "hard": False, "weight": 5},
    "placement": {"on": True, "hard": False, "weight": 0.01},
}


def not_modelled(data):
    """What in an instance would make a peer solve another problem than Rota: the peers have the core rules and postings alone."""
    policy = data.get("policy", {})
    rules = policy.get("rules", {})
    reasons = [name for name, rule in rules.items() if name not in DEFAULT_RULES and rule.get("on")]
    found = {
        "priorityWeights": data.get("priorityWeights"),
        "remotenessWeight": any(site.get("remotenessWeight", 1) > 1 for site in data["sites"]),
        "commitments": any(person.get("commitments") for person in data["people"]),
        "training": any("training" in person.get("limits", {}) for person in data["people"]),
        "referralsDown": any("referralsDown" in resource for resource in data.get("resources", [])),
        "counting": any(
            rules.get(name, {}).get("counting") == "fte" for name in ("midTitleFloor", "staffBaseline")
        ),
        "technicalStaff": rules.get("midTitleFloor", {}).get("technicalStaff", "allButManagers")
        != "allButManagers",
        "headTitle": rules.get("midTitleFloor", {}).get("headTitle", "midOrAbove") != "midOrAbove",
        "titleBasis": rules.get("midTitleFloor", {}).get("titleBasis", "appointed") != "appointed",
        "bucket": rules.get("referralReserve", {}).get("bucket") == "doctorDay",
        "base": rules.get("referralReserve", {}).get("base", "allSpecialists") != "allSpecialists",
        "bedBase": rules.get("referralReserve", {}).get("bedBase", "openBeds") != "openBeds",
        "minimumCapacity": rules.get("referralReserve", {}).get("minimumCapacity", 0) > 1,
        "pack": "pack" in policy,
    }
    return reasons + [name for name, is_there in found.items() if is_there]


def thousandths(points):
    """Points as whole thousandths, halves away from zero."""
    magnitude = math.floor(abs(points) * 1000 + 0.5)
    return magnitude if points >= 0 else -magnitude


@dataclass(frozen=True)
class Limits:
    """How long a posting of one kind may last, in weeks, and the rest after it."""

    minimum: int
    maximum: int
    rest: int
    may_continue: bool


@dataclass(frozen=True)
class Option:
    """A host and kind open to a person, and the weeks in which it is."""

    host: int
    kind: str
    limits: Limits
    weeks: frozenset
    served: int


@dataclass
class Person:
    """One person, with everything that dates and links decide worked out."""

    id: str
    employer: int
    profession: str
    title: int
    specialties: list
    functions: list
    sessions_per_week: int
    slots_per_session: int
    limits: dict
    minimum_away: int
    maximum_away: int | None
    preferences: dict
    weeks_away: int
    weeks_since_posting: int | None
    under_way: dict | None
    pins: list
    leave: frozenset = frozenset()
    options: list = field(default_factory=list)
    must_be_posted: frozenset = frozenset()

    @property
    def is_technical(self):
        return self.profession != "manager"

    @property
    def is_mid_title(self):
        return self.title >= 3

    @property
    def may_be_posted(self):
        return any(option.weeks for option in self.options)


@dataclass(frozen=True)
class Department:
    """The people of a hospital with the same primary specialty."""

    hospital: int
    specialty: str
    members: tuple


@dataclass(frozen=True)
class Pool:
    """Appointments of a department, or units of another resource, and what is wanted of them by week."""

    hospital: int
    members: tuple | None
    capacity: tuple | None
    referrals: tuple
    general: tuple


class Instance:
    """An instance, ready to be modelled."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        self.data = data
        policy = data.get("policy", {})
        if policy.get("lexicographic"):
            raise SystemExit("The peers minimise one weighted sum; this instance puts patients first.")
        if policy.get("pack"):
            raise SystemExit("The peers read no policy packs; write the rules into the instance.")
        reasons = not_modelled(data)
        if reasons:
            raise SystemExit(f"The peers do not model: {', '.join(reasons)}.")
        self.rules = {
            name: {**rule, **policy.get("rules", {}).get(name, {})} for name, rule in DEFAULT_RULES.items()
        }
        self._read_calendar(data["calendar"])
        self._read_sites(data)
        self._read_people(data)
        self._read_departments(data)
        self._read_pools(data)

    # Calendar

    def _read_calendar(self, calendar):
        self.first_day = datetime.date.fromisoformat(calendar["firstDay"])
        self.week_count = calendar["weeks"]
        self.weeks = range(self.week_count)
        usual = calendar.get("sessionsPerWeek", 10)
        worked = [usual] * self.week_count
        for days, change, on_weekday in (("closedDays", -2, True), ("makeUpDays", 2, False)):
            for text in calendar.get(days, []):
                day = datetime.date.fromisoformat(text)
                week = (day - self.first_day).days // 7
                if 0 <= week < self.week_count and (day.weekday() < 5) == on_weekday:
                    worked[week] += change
        self.usual_sessions = usual
        self.worked_sessions = [max(0, min(usual, sessions)) for sessions in worked]

    def monday(self, week):
        return self.first_day + datetime.timedelta(days=7 * week)

    def _working_days(self, week):
        return self.monday(week), self.monday(week) + datetime.timedelta(days=4)

    def weeks_touched(self, first, last):
        """The weeks with a day from Monday to Friday in the range; None leaves an end open."""
        return frozenset(
            week for week in self.weeks
            if (last is None or self._working_days(week)[0].isoformat() <= last)
            and (first is None or first <= self._working_days(week)[1].isoformat()))

    def weeks_covered(self, first, last):
        """The weeks whose Monday to Friday lie in the range."""
        return frozenset(
            week for week in self.weeks
            if (first is None or first <= self._working_days(week)[0].isoformat())
            and (last is None or self._working_days(week)[1].isoformat() <= last))

    def weeks_by_monday(self, first, last):
        """The weeks whose Monday lies in the range."""
        return [
            week for week in self.weeks
            if (first is None or first <= self.monday(week).isoformat())
            and (last is None or self.monday(week).isoformat() <= last)
        ]

    def by_week(self, count):
        """A weekly count of the file as one number a week."""
        if isinstance(count, list):
            return [count[week] if week < len(count) else 0 for week in self.weeks]
        return [count] * self.week_count

    # Sites and links

    def _read_sites(self, data):
        self.sites = data["sites"]
        self.site_index = {site["id"]: index for index, site in enumerate(self.sites)}
        self.lead = [None] * len(self.sites)
        for link in data.get("links", []):
            if link["kind"] == "community":
                lead = self.site_index[link["from"]]
                self.lead[lead] = lead
                self.lead[self.site_index[link["to"]]] = lead
        self.travel = {}
        for index, site in enumerate(self.sites):
            for other, minutes in site.get("travelMinutes", {}).items():
                other_index = self.site_index[other]
                self.travel[index, other_index] = minutes
                if site["id"] not in self.sites[other_index].get("travelMinutes", {}):
                    self.travel[other_index, index] = minutes

    def is_hospital(self, site):
        return self.sites[site]["level"] in ("tertiary", "secondary")

    def own_staff(self, site, week):
        """A clinic's own technical and mid-title staff in a week."""
        levels = self.sites[site].get("staff", [])
        monday = self.monday(week).isoformat()
        begun = [level for level in levels if level.get("from") is None or level["from"] <= monday]
        level = begun[-1] if begun else levels[0]
        return level["technical"], level["midTitle"]

    @property
    def clinics_with_staff(self):
        return [
            index for index, site in enumerate(self.sites) if site["level"] == "clinic" and site.get("staff")
        ]

    # People

    def _read_people(self, data):
        links = {}
        for link in data.get("links", []):
            links.setdefault(link["from"], []).append(link)
        self.people = [self._person(person) for person in data["people"]]
        for person in self.people:
            self._open_options(person, links.get(self.sites[person.employer]["id"], []))

    def _person(self, data):
        history = data.get("history", {})
        kinds = data.get("limits", {"temporary": {}})
        return Person(
            id=data["id"], employer=self.site_index[data["employer"]], profession=data["profession"],
            title=data["title"], specialties=data.get("specialties", []), functions=data.get("functions", []),
            sessions_per_week=data.get("sessionsPerWeek", 0), slots_per_session=data.get("slotsPerSession", 0),
            limits={kind: self._limits(kind, limits) for kind, limits in kinds.items()},
            minimum_away=data.get("minimumAway", 0), maximum_away=data.get("maximumAway"),
            preferences={
                self.site_index[host]: thousandths(cost) for host, cost in data.get("preferences", {}).items()
            },
            weeks_away=history.get("weeksAway", 0), weeks_since_posting=history.get("weeksSincePosting"),
            under_way=history.get("underWay"), pins=data.get("pins", []),
            leave=frozenset().union(
                *(self.weeks_touched(days["from"], days["to"]) for days in data.get("leave", []))))

    @staticmethod
    def _limits(kind, data):
        is_resident = kind == "resident"
        return Limits(
            data.get("minimumWeeks", 52 if is_resident else 4),
            data.get("maximumWeeks", 104 if is_resident else 12),
            data.get("restWeeks", 4), data.get("mayContinuePastEnd", is_resident))

    def _open_options(self, person, links):
        forbidden, only_at, must = self._pins(person)
        weeks = {}
        for link in links:
            host = self.site_index[link["to"]]
            from_lead, to_lead = self.lead[person.employer], self.lead[host]
            crosses = from_lead is not None and to_lead is not None and from_lead != to_lead
            if crosses and not link.get("approved", False):
                continue
            if "specialties" in link and not set(link["specialties"]) & set(person.specialties):
                continue
            covered = self.weeks_covered(link.get("start"), link.get("end")) - person.leave
            for kind in link.get("postingKinds", ["temporary"]):
                if kind in person.limits:
                    weeks.setdefault((host, kind), set()).update(covered)
        person.must_be_posted = must
        for host, kind in sorted(weeks, key=lambda place: (place[0], KINDS.index(place[1]))):
            open_weeks = frozenset(
                week for week in weeks[host, kind]
                if week not in forbidden and only_at.get(week, {host}) == {host}
                and only_at.get(None, {host}) == {host})
            under_way = person.under_way
            is_under_way = (
                under_way is not None and self.site_index[under_way["host"]] == host
                and under_way["kind"] == kind)
            if open_weeks or is_under_way:
                person.options.append(
                    Option(
                        host, kind, person.limits[kind], open_weeks,
                        under_way["weeksServed"] if is_under_way else 0))

    def _pins(self, person):
        """Weeks without any posting; the only hosts by week, under None for every week; weeks with a posting."""
        forbidden, only_at, must = set(), {}, set()
        for pin in person.pins:
            first, last = pin.get("from"), pin.get("to")
            days = self.weeks_touched(first, last)
            if pin.get("posted") is False:
                forbidden |= days
            elif "host" not in pin:
                must |= days
            elif "posted" not in pin and first is None and last is None:
                only_at.setdefault(None, set()).add(self.site_index[pin["host"]])
            else:
                must |= days
                for week in days:
                    only_at.setdefault(week, set()).add(self.site_index[pin["host"]])
        return forbidden, only_at, frozenset(must)

    def weekly_cost(self, person, host):
        """What a week of a person at a host costs."""
        rule = self.rules["placement"]
        if not rule["on"]:
            return 0
        minutes = self.travel.get((person.employer, host), 0)
        return person.preferences.get(host, 0) + minutes * thousandths(rule["weight"])

    def sessions(self, person, week):
        """Half-day sessions a person holds in a week at home."""
        return person.sessions_per_week * self.worked_sessions[week] // self.usual_sessions

    def candidates(self, host):
        """People who may be posted at a host in some week."""
        return self._candidates.get(host, [])

    # Departments and pools

    def _read_departments(self, data):
        members = {}
        for index, person in enumerate(self.people):
            if person.specialties:
                members.setdefault((person.employer, person.specialties[0]), []).append(index)
        for demand in data.get("generalDemand", []):
            members.setdefault((self.site_index[demand["hospital"]], demand["specialty"]), [])
        for referral in data.get("referrals", []):
            hospital = self._referral_hospital(referral)
            if hospital is not None:
                members.setdefault((hospital, referral["specialty"]), [])
        specialties = [specialty["id"] for specialty in data.get("specialties", [])]
        self.departments = [
            Department(hospital, specialty, tuple(members[hospital, specialty]))
            for hospital in range(len(self.sites)) if self.is_hospital(hospital)
            for specialty in specialties if (hospital, specialty) in members
        ]
        self._candidates = {}
        for index, person in enumerate(self.people):
            for host in sorted({option.host for option in person.options}):
                self._candidates.setdefault(host, []).append(index)

    def _referral_hospital(self, referral):
        if "hospital" in referral:
            return self.site_index[referral["hospital"]]
        return self.lead[self.site_index[referral["clinic"]]]

    def _read_pools(self, data):
        self.pools = []
        for department in self.departments:
            referrals = [0] * self.week_count
            for referral in data.get("referrals", []):
                if (
                    referral["specialty"] == department.specialty
                    and self._referral_hospital(referral) == department.hospital
                ):
                    referrals = [sum(pair) for pair in zip(referrals, self.by_week(referral["perWeek"]))]
            general = [0] * self.week_count
            for demand in data.get("generalDemand", []):
                if (
                    demand["specialty"] == department.specialty
                    and self.site_index[demand["hospital"]] == department.hospital
                ):
                    general = [sum(pair) for pair in zip(general, self.by_week(demand["perWeek"]))]
            self.pools.append(
                Pool(department.hospital, department.members, None, tuple(referrals), tuple(general)))
        for resource in data.get("resources", []):
            wanted = [self.by_week(count) for count in resource.get("referrals", {}).values()]
            self.pools.append(
                Pool(
                    self.site_index[resource["hospital"]], None, tuple(self.by_week(resource["capacity"])),
                    tuple(sum(counts) for counts in zip(*wanted)) or (0,) * self.week_count,
                    tuple(self.by_week(resource.get("generalDemand", 0)))))


def accepts(demand, person):
    """Whether a person fits what a demand describes."""
    return (
        person.title >= demand.get("leastTitle", 0)
        and demand.get("specialty") in (None, *person.specialties)
        and demand.get("profession") in (None, person.profession)
        and demand.get("function") in (None, *person.functions))
