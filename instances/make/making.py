"""What the makers of the named instances share: chance, weeks, people, tables drawn from people, and the file.

Standard library only. The same bytes come out on every machine: all chance comes from `Chance`, and nothing walks over a set.
"""

import datetime
import json
import pathlib
import random
import sys

FOLDER = pathlib.Path(__file__).resolve().parent.parent


class Chance:
    """Draws that stay the same for a seed. Only random() itself is promised to stay the same in later Python versions."""

    def __init__(self, seed):
        self.source = random.Random(seed)

    def draw(self, low, high):
        """A whole number from low to high."""
        return low + int(self.source.random() * (high - low + 1))

    def happens(self, percent):
        return self.draw(1, 100) <= percent

    def pick(self, values):
        return values[self.draw(0, len(values) - 1)]


class Horizon:
    """Weeks from a Monday on, and their dates as files write them."""

    def __init__(self, first_day, weeks):
        self.first_day = first_day
        self.weeks = weeks

    def day(self, week, offset):
        return (self.first_day + datetime.timedelta(weeks=week, days=offset)).isoformat()

    def monday(self, week):
        return self.day(week, 0)

    def friday(self, week):
        return self.day(week, 4)

    def sunday(self, week):
        return self.day(week, 6)

    def days(self, first, last):
        """The members `from` and `to` of a run of weeks; none for the whole horizon."""
        return {} if (first, last) == (0, self.weeks - 1) else {"from": self.monday(first), "to": self.sunday(last)}

    def calendar(self, closed_days, make_up_days):
        return {"firstDay": self.first_day.isoformat(), "weeks": self.weeks, "closedDays": closed_days, "makeUpDays": make_up_days}


def text(english, chinese):
    return {"en": english, "zh": chinese}


def dates(first, last):
    """The days from first to last, both included, as files write them."""
    first, last = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    return [(first + datetime.timedelta(days=n)).isoformat() for n in range((last - first).days + 1)]


class Roll:
    """The people so far, and by person the weeks away in a roster that keeps every hard rule."""

    def __init__(self):
        self.people = []
        self.away = {}

    def add(self, employer, specialty, title, profession="doctor", **more):
        """Adds a person with an identifier of employer, specialty and position among them, and gives it back to be completed."""
        position = len(department_of(self.people, employer, specialty)) + 1
        person = {
            "id": f"{employer}-{specialty}-{position:02}", "name": f"人员 {len(self.people) + 1:03}", "employer": employer,
            "profession": profession, "title": title, "specialties": [specialty]}
        self.people.append(person | more)
        return self.people[-1]


def department_of(people, hospital, specialty):
    return [p for p in people if p["employer"] == hospital and p.get("specialties", [""])[0] == specialty]


def offers(people, hospital, specialty):
    """Appointments a department offers in a week with everyone at home."""
    return sum(p.get("sessionsPerWeek", 0) * p.get("slotsPerSession", 0) for p in department_of(people, hospital, specialty))


def on_leave(person, week, horizon):
    return any(leave["from"] <= horizon.friday(week) and horizon.monday(week) <= leave["to"] for leave in person.get("leave", []))


def fewest_at_home(members, away, horizon):
    """The fewest of `members` at home in a week of a roster, given by person as the weeks away."""
    return min(
        sum(not on_leave(p, week, horizon) and week not in away.get(p["id"], ()) for p in members)
        for week in range(horizon.weeks))


def written(instance):
    """JSON with one element of a list a line, so that a change shows as a few lines."""
    def line(value):
        return json.dumps(value, ensure_ascii=False)

    parts = []
    for key, value in instance.items():
        if isinstance(value, list):
            parts.append(f'  "{key}": [\n' + ",\n".join(f"    {line(item)}" for item in value) + "\n  ]")
        else:
            parts.append(f'  "{key}": {line(value)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def run(name, make_instance):
    """Writes the file, or with --check fails if the file is not what would be written."""
    output = FOLDER / name
    result = written(make_instance())
    if "--check" in sys.argv[1:]:
        if output.read_text(encoding="utf-8") != result:
            sys.exit(f"{name} differs from what {pathlib.Path(sys.argv[0]).name} makes; run the script to write it anew")
    else:
        output.write_text(result, encoding="utf-8")
