"""The rules across people as rows of a program: the same for every peer, in whole numbers.

Written anew from the statements of the rules, not from Rota's own rows; `rota check` judges what comes out.
"""

from .instance import accepts, thousandths


class Rules:
    """Adds every rule that an instance's policy turns on."""

    def __init__(self, instance, plans, program):
        self.instance = instance
        self.plans = plans
        self.program = program
        # By person and week: the columns of being posted anywhere.
        self.away = [plans.posted(person) for person in range(len(instance.people))]
        for name, add in (
            ("coverage", self._coverage), ("departmentMinimum", self._department_minimum),
            ("midTitleFloor", self._mid_title_floor), ("staffBaseline", self._staff_baseline),
            ("serviceOwed", self._service_owed), ("fairness", self._fairness),
        ):
            if instance.rules[name]["on"]:
                add(instance.rules[name])
        self._slot_plan()

    def _shortfall(self, rule, terms, constant, scale=1, factor=1, only_if=None, missing=None):
        """Adds `terms + constant + scale * shortfall >= 0`, without a shortfall where the rule is hard.

        - missing: the shortfall's column where rows share one.
        """
        least = self.program.least(terms, constant)
        if least >= 0:
            return None
        if not rule["hard"]:
            if missing is None:
                missing = self.program.column(
                    0, -(least // scale), factor * thousandths(rule["weight"]), is_integer=scale != 1)
            terms = [*terms, (missing, scale)]
        self.program.row(terms, constant, only_if)
        return missing

    def _at_home(self, people, week, weight=lambda person: 1):
        """The sum of weights of those of some people who are at home, as terms and a constant."""
        terms, constant = [], 0
        for person in people:
            if week in self.instance.people[person].leave or not weight(person):
                continue
            constant += weight(person)
            terms += [(column, -weight(person)) for column in self.away[person][week]]
        return terms, constant

    def _coverage(self, rule):
        instance = self.instance
        for demand in instance.data.get("demands", []):
            host = instance.site_index[demand["host"]]
            posted = [
                self.plans.posted(person, host) for person in instance.candidates(host)
                if accepts(demand, instance.people[person])
            ]
            for week in instance.weeks_by_monday(demand.get("from"), demand.get("to")):
                terms = [(column, 1) for columns in posted for column in columns[week]]
                self._shortfall(rule, terms, -demand.get("count", 1), factor=demand.get("priority", 1))

    def _department_minimum(self, rule):
        instance = self.instance
        for minimum in instance.data.get("departmentMinimums", []):
            hospital = instance.site_index[minimum["hospital"]]
            members = [
                index for index, person in enumerate(instance.people)
                if person.employer == hospital and person.specialties[:1] == [minimum["specialty"]]
                and person.title >= minimum.get("leastTitle", 0)
            ]
            for week in instance.weeks:
                terms, constant = self._at_home(members, week)
                self._shortfall(rule, terms, constant - minimum["minimumPresent"])

    def _movements(self, site, at_least):
        """Technical people who come to a clinic or leave it: person, +1 or -1, columns by week."""
        instance, moves = self.instance, []
        for person in instance.candidates(site):
            if instance.people[person].is_technical:
                moves.append((instance.people[person], 1, self.plans.posted(person, site, at_least)))
        for index, person in enumerate(instance.people):
            if person.employer == site and person.is_technical:
                moves.append((person, -1, self.away[index]))
        return moves

    def _mid_title_floor(self, rule):
        instance, program = self.instance, self.program
        percent, people = rule["percent"], rule["people"]
        for site in instance.clinics_with_staff:
            moves = self._movements(site, rule["countedFromWeeks"]) if rule["counting"] == "present" else []
            for week in instance.weeks:
                technical, mid_title = instance.own_staff(site, week)
                everyone = [
                    (column, sign) for _, sign, columns in moves for column in columns[week]
                ]
                heads = [
                    (column, sign) for person, sign, columns in moves if person.is_mid_title
                    for column in columns[week]
                ]
                if technical == 0 and not everyone:
                    continue
                if technical > 0 and len(heads) == len(everyone) and all(sign > 0 for _, sign in everyone):
                    # Everyone who can come raises M and N together: the floor is a head count.
                    need = self._missing(rule, technical, mid_title)
                    self._shortfall(rule, heads, -need)
                    continue
                # 100 M - p N >= 0 and M - q >= 0; each person added closes 100 - p of the first, 1 of the second.
                share = [(column, 100 * sign) for column, sign in heads]
                share += [(column, -percent * sign) for column, sign in everyone]
                share_constant = 100 * mid_title - percent * technical
                heads_constant = mid_title - people
                least_share = program.least(share, share_constant)
                least_heads = program.least(heads, heads_constant)
                if rule["reading"] == "either":
                    if least_share >= 0 or least_heads >= 0:
                        continue
                    counts_heads = program.column()
                    by_share, by_heads = (counts_heads, 0), (counts_heads, 1)
                else:
                    if least_share >= 0 and least_heads >= 0:
                        continue
                    by_share, by_heads = None, self._anybody_counted(technical, everyone)
                missing = None
                if not rule["hard"]:
                    most = max(-least_heads, -(least_share // (100 - percent)), 0)
                    missing = program.column(0, most, thousandths(rule["weight"]))
                self._shortfall(rule, share, share_constant, 100 - percent, 1, by_share, missing)
                self._shortfall(rule, heads, heads_constant, 1, 1, by_heads, missing)

    @staticmethod
    def _missing(rule, technical, mid_title):
        """The mid-title people who, added to a clinic's own staff, satisfy the floor."""
        by_share = -(min(0, 100 * mid_title - rule["percent"] * technical) // (100 - rule["percent"]))
        by_heads = max(0, rule["people"] - mid_title)
        return min(by_share, by_heads) if rule["reading"] == "either" else max(by_share, by_heads)

    def _anybody_counted(self, technical, everyone):
        """A condition that may be dropped only where nobody at all is counted: N = 0 satisfies a floor."""
        if self.program.least(everyone, technical) > 0:
            return None
        somebody = self.program.column()
        greatest = technical + sum(1 for _, sign in everyone if sign > 0)
        # N <= greatest x somebody
        self.program.row([(column, -sign) for column, sign in everyone] + [(somebody, greatest)], -technical)
        return (somebody, 1)

    def _staff_baseline(self, rule):
        instance = self.instance
        for site in instance.clinics_with_staff:
            baseline = instance.sites[site].get("baseline")
            if baseline is None:
                continue
            moves = self._movements(site, rule["countedFromWeeks"]) if rule["counting"] == "present" else []
            for week in instance.weeks:
                terms = [(column, sign) for _, sign, columns in moves for column in columns[week]]
                self._shortfall(rule, terms, instance.own_staff(site, week)[0] - baseline)

    def _weeks_away(self, person, sign):
        return [(column, sign) for columns in self.away[person] for column in columns]

    def _service_owed(self, rule):
        for index, person in enumerate(self.instance.people):
            self._shortfall(rule, self._weeks_away(index, 1), person.weeks_away - person.minimum_away)

    def _fairness(self, rule):
        for department in self.instance.departments:
            members = [person for person in department.members if self.instance.people[person].may_be_posted]
            if len(members) < 2:
                continue
            history = [self.instance.people[person].weeks_away for person in members]
            longest = max(history) + self.instance.week_count
            fewest = self.program.column(min(history), longest, is_integer=False)
            excess = self.program.column(0, longest, thousandths(rule["weight"]), is_integer=False)
            for person, before in zip(members, history):
                self.program.row([*self._weeks_away(person, 1), (fewest, -1)], before)
                self.program.row(
                    [*self._weeks_away(person, -1), (fewest, 1), (excess, 1)], rule["tolerance"] - before)

    def _slot_plan(self):
        """Reserve, referrals and general demand of every pool and week."""
        instance, program, rules = self.instance, self.program, self.instance.rules
        reserve = rules["referralReserve"]
        by_hospital = {}
        for pool in instance.pools:
            for week in instance.weeks:
                if pool.members is None:
                    terms, capacity = [], pool.capacity[week]
                else:
                    terms, capacity = self._at_home(pool.members, week, lambda person: (
                        instance.sessions(instance.people[person], week)
                        * instance.people[person].slots_per_session))
                reserved = program.column(0, capacity)
                program.row([*terms, (reserved, -1)], capacity)
                if rules["referralsUnmet"]["on"] and pool.referrals[week]:
                    self._shortfall(rules["referralsUnmet"], [(reserved, 1)], -pool.referrals[week])
                if rules["generalDemandUnmet"]["on"] and pool.general[week]:
                    self._shortfall(
                        rules["generalDemandUnmet"], [*terms, (reserved, -1)],
                        capacity - pool.general[week])
                if not reserve["on"]:
                    continue
                if reserve["bucket"] == "hospitalWeek" and pool.members is not None:
                    row = by_hospital.setdefault((pool.hospital, week), [[], 0])
                    row[0] += [(column, -reserve["percent"] * weight) for column, weight in terms]
                    row[0].append((reserved, 100))
                    row[1] -= reserve["percent"] * capacity
                    continue
                if reserve["bucket"] == "session" and pool.members is not None:
                    owed, most = self._at_home(pool.members, week, lambda person: (
                        instance.sessions(instance.people[person], week)
                        * -(-reserve["percent"] * instance.people[person].slots_per_session // 100)))
                    scale = 100
                else:
                    owed, most, scale = terms, capacity, reserve["percent"]
                self._shortfall(
                    reserve, [(column, -scale * weight) for column, weight in owed] + [(reserved, 100)],
                    -scale * most, scale=100)
        for terms, constant in by_hospital.values():
            self._shortfall(reserve, terms, constant, scale=100)
