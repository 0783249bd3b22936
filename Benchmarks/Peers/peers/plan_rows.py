"""What makes a person's columns a plan, as sets of columns: rows of an integer program, clauses of CP-SAT."""


def stay_windows(modes, week_count):
    """For each mode and week: its x; the starts of the last `shortest` and of the last `longest` weeks, the posting
    carried on included as long as it counts as one."""
    for mode in modes:
        owed, left = mode.shortest - mode.served, mode.longest - mode.served
        for week in range(week_count):
            recent = [s for s in mode.s[max(0, week - mode.shortest + 1):week + 1] if s is not None]
            possible = [s for s in mode.s[max(0, week - mode.longest + 1):week + 1] if s is not None]
            if mode.carried is not None:
                recent += [mode.carried] if week < owed else []
                possible += [mode.carried] if week < left else []
            yield mode, week, mode.x[week], recent, possible


def before(mode, week):
    """The column of being there in the week before, or None."""
    return mode.x[week - 1] if week > 0 else mode.carried


def rest_cliques(modes, week_count):
    """Sets of columns of which a person has at most one: being there `rest` weeks ago, and the starts since."""
    for week in range(week_count):
        clique = []
        for mode in modes:
            ago = week - mode.rest
            there = mode.x[ago] if ago >= 0 else mode.carried
            clique.append(there)
            clique += mode.s[max(0, ago + 1):week + 1]
        yield [column for column in clique if column is not None]


def touching_cliques(modes, week_count):
    """The same for two postings of one host and kind without a week between, which would be one posting."""
    for option in {mode.option for mode in modes if mode.rest == 0}:
        same = [mode for mode in modes if mode.option == option]
        for week in range(week_count):
            clique = [mode.s[week] for mode in same] + [before(mode, week) for mode in same]
            yield [column for column in clique if column is not None]


def away_limit(plans, person):
    """The most posted weeks left to a person, or None where that limits nothing."""
    data = plans.instance.people[person]
    if data.maximum_away is None or data.maximum_away - data.weeks_away >= plans.instance.week_count:
        return None
    return data.maximum_away - data.weeks_away
