"""What one person may do: modes, their columns, and the stays that values of the columns mean.

A mode is a posting option with a range of lengths for which a posting counts alike (the floors count postings from some length on).
Column x says that the person is there in a week, s that a posting starts there, c that the posting under way at week 0 is carried on.
"""

import datetime
from dataclasses import dataclass

from .instance import thousandths


@dataclass
class Mode:
    """A posting option with a range of lengths, those before week 0 included."""

    host: int
    kind: str
    option: int
    shortest: int
    longest: int
    rest: int
    served: int
    may_stay_open: bool
    is_open: list
    x: list
    s: list
    carried: int | None = None


class Plans:
    """The modes of everyone, with their columns in a program."""

    def __init__(self, instance, program):
        self.instance = instance
        self.program = program
        self.lengths = self._lengths_that_count()
        self.people = [self._modes(person) for person in instance.people]
        self.rest_before = [self._rest_before(person) for person in instance.people]
        start_rule = instance.rules["postingStart"]
        start_cost = thousandths(start_rule["weight"]) if start_rule["on"] else 0
        for person, modes in zip(range(len(self.people)), self.people):
            for mode in modes:
                self._add_columns(person, mode, start_cost)

    def _lengths_that_count(self):
        rules = [self.instance.rules[name] for name in ("midTitleFloor", "staffBaseline")]
        return sorted({
            rule["countedFromWeeks"] for rule in rules if rule["on"] and rule["counting"] == "present"
        })

    def _modes(self, person):
        modes = []
        weeks = self.instance.weeks
        for position, option in enumerate(person.options):
            limits = option.limits
            cuts = [limits.minimum]
            cuts += [length for length in self.lengths if limits.minimum < length <= limits.maximum]
            for number, shortest in enumerate(cuts):
                longest = cuts[number + 1] - 1 if number + 1 < len(cuts) else limits.maximum
                modes.append(
                    Mode(
                        option.host, option.kind, position, shortest, longest, limits.rest, option.served,
                        # An open end counts as the minimum, which only the first mode has.
                        limits.may_continue and number == 0, [week in option.weeks for week in weeks],
                        [None] * len(weeks), [None] * len(weeks)))
        return modes

    def _rest_before(self, person):
        """Weeks from week 0 on in which rest from an earlier posting forbids any."""
        if person.under_way is not None:
            if any(option.served for option in person.options):
                return 0
            limits = person.limits.get(person.under_way["kind"])
            return limits.rest if limits else 0
        temporary = person.limits.get("temporary")
        if person.weeks_since_posting is None or temporary is None:
            return 0
        return max(0, temporary.rest - person.weeks_since_posting)

    def _add_columns(self, person, mode, start_cost):
        program, count = self.program, self.instance.week_count
        cost = self.instance.weekly_cost(self.instance.people[person], mode.host)
        # The weeks from each week on for which the mode stays open without a break.
        run = [0] * (count + 1)
        for week in reversed(range(count)):
            run[week] = run[week + 1] + 1 if mode.is_open[week] else 0
        reached = set()

        def stay(week, shortest, longest):
            """Whether a stay can begin in a week; notes the weeks it can reach."""
            reaches_end = week + run[week] == count and mode.may_stay_open
            if run[week] < shortest and not reaches_end:
                return False
            reached.update(range(week, week + min(run[week], longest)))
            return True

        if mode.served and self._may_be_carried(person, mode, run[0]):
            mode.carried = program.column()
            stay(0, max(0, mode.shortest - mode.served), mode.longest - mode.served)
        starts = [
            week for week in range(self.rest_before[person], count)
            if not (mode.served and week == 0) and mode.is_open[week]
            and stay(week, mode.shortest, mode.longest)
        ]
        for week in sorted(reached):
            mode.x[week] = program.column(cost=cost)
        for week in starts:
            mode.s[week] = program.column(cost=start_cost)

    def _may_be_carried(self, person, mode, run):
        """Whether the posting under way can turn out to be of this mode."""
        if mode.served > mode.longest:
            # One that has outlasted every mode has ended, and counts as of the last.
            modes = self.people[person]
            return not any(
                other.option == mode.option and other.shortest > mode.longest for other in modes)
        owed = mode.shortest - mode.served
        reaches_end = run == self.instance.week_count and mode.may_stay_open
        return run >= owed or reaches_end

    def is_impossible(self, person):
        """Whether the person's history alone leaves no plan: a posting under way that cannot reach its minimum."""
        data = self.instance.people[person]
        if data.under_way is None:
            return False
        if any(option.served for option in data.options):
            return all(mode.carried is None for mode in self.people[person])
        limits = data.limits.get(data.under_way["kind"])
        return limits is not None and data.under_way["weeksServed"] < limits.minimum

    def posted(self, person, host=None, at_least=0):
        """By week, the x columns of a person's modes at a host (or anywhere) that last `at_least` weeks."""
        modes = [
            mode for mode in self.people[person]
            if (host is None or mode.host == host) and mode.shortest >= at_least
        ]
        return [[mode.x[week] for mode in modes if mode.x[week] is not None] for week in self.instance.weeks]

    def roster(self, is_one):
        """The roster in the `rota-roster/1` format; the slot plan is left to `rota check`, which finds the cheapest.

        - is_one: says of a column whether its value is 1.
        """
        instance, postings = self.instance, []
        for person, modes in zip(instance.people, self.people):
            for mode in modes:
                there = [column is not None and is_one(column) for column in mode.x] + [False]
                first = None
                for week, is_there in enumerate(there):
                    if is_there and first is None:
                        first = week
                    if not is_there and first is not None:
                        last = instance.monday(week) - datetime.timedelta(days=1)
                        postings.append({
                            "person": person.id, "host": instance.sites[mode.host]["id"], "kind": mode.kind,
                            "from": instance.monday(first).isoformat(), "to": last.isoformat(),
                        })
                        first = None
        return {"format": "rota-roster/1", "postings": postings}
