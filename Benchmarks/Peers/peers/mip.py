"""The integer program of an instance, as a mixed-integer expert would write it.

The rows of one person are those of a unit with minimum and maximum up times and a minimum down time (Rajan and Takriti 2005;
Morales-España, Latorre and Ramos 2013). Written with starts s and, implied, ends, they describe the plans of a person without an away
limit exactly: each vertex of their relaxation is a whole plan, whatever the number of hosts (see README.md).
"""

from .plan_rows import away_limit, before, rest_cliques, stay_windows, touching_cliques


def add_people(model):
    """Adds the rows of every person's plan."""
    for person in range(len(model.instance.people)):
        _add_person(model, person)


def _add_person(model, person):
    program, plans = model.program, model.plans
    modes, week_count = plans.people[person], model.instance.week_count
    row = program.row
    if plans.is_impossible(person):
        row([], -1)
    carried = [mode.carried for mode in modes if mode.carried is not None]
    if carried:
        row([(column, -1) for column in carried], 1, is_equation=True)
    for mode, week, x, recent, possible in stay_windows(modes, week_count):
        there = [] if x is None else [(x, 1)]
        if recent:
            row(there + [(column, -1) for column in recent], 0)
        if x is not None:
            row([(x, -1)] + [(column, 1) for column in possible], 0)
            earlier = [column for column in (before(mode, week), mode.s[week]) if column is not None]
            row([(x, -1)] + [(column, 1) for column in earlier], 0)
    for cliques in (rest_cliques(modes, week_count), touching_cliques(modes, week_count)):
        for clique in cliques:
            if len(clique) > 1:
                row([(column, -1) for column in clique], 1)
    limit = away_limit(plans, person)
    everywhere = plans.posted(person)
    if limit is not None:
        row([(column, -1) for columns in everywhere for column in columns], limit)
    for week in model.instance.people[person].must_be_posted:
        row([(column, 1) for column in everywhere[week]], -1)


def linear_rows(program):
    """Every row as (columns, coefficients, constant, is_equation), with the conditional ones relaxed by a big M."""
    for row in range(program.row_count):
        span = slice(program.row_start[row], program.row_start[row + 1])
        columns = program.row_column[span].tolist()
        coefficients = program.row_coefficient[span].tolist()
        constant = program.row_constant[row]
        if row in program.enforced_by:
            column, value = program.enforced_by[row]
            least = min(0, program.least(list(zip(columns, coefficients)), constant))
            # + (-least) while the condition does not hold
            columns.append(column)
            coefficients.append(least if value == 1 else -least)
            constant -= least if value == 1 else 0
        yield columns, coefficients, constant, program.row_is_equation[row]
