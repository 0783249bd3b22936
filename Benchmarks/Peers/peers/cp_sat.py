"""CP-SAT: plans as clauses and at-most-one constraints, the rules across people as linear constraints.

Every linear row of a person's plan happens to be a clause or an at-most-one, which CP-SAT both propagates as such and puts into its
relaxation; conditions of the floors are enforcement literals.
"""

from ortools.sat.python import cp_model

from .plan_rows import away_limit, before, rest_cliques, stay_windows, touching_cliques


class Recorder(cp_model.CpSolverSolutionCallback):
    """Notes every better roster with the bound of the moment."""

    def __init__(self, progress):
        super().__init__()
        self.progress = progress

    def on_solution_callback(self):
        self.progress.note(self.objective_value / 1000, self.best_objective_bound / 1000)


class CPSATModel:
    """An instance in CP-SAT's terms."""

    def __init__(self, model, worker="max_lp"):
        self.worker = worker
        self.plans = model.plans
        self.program = program = model.program
        self.cp = cp_model.CpModel()
        self.variables = [
            self.cp.new_bool_var("") if (lower, upper) == (0, 1) else self.cp.new_int_var(lower, upper, "")
            for lower, upper in zip(program.lower, program.upper)
        ]
        for row in range(program.row_count):
            self._add_row(row)
        for person in range(len(model.instance.people)):
            self._add_person(model.instance, person)
        costs = [(column, cost) for column, cost in enumerate(program.cost) if cost]
        self.cp.minimize(
            cp_model.LinearExpr.weighted_sum(
                [self.variables[column] for column, _ in costs], [cost for _, cost in costs]))

    def _add_row(self, row):
        terms = self.program.terms(row)
        expression = cp_model.LinearExpr.weighted_sum(
            [self.variables[column] for column, _ in terms], [coefficient for _, coefficient in terms])
        constraint = self.cp.add(expression >= -self.program.row_constant[row])
        if row in self.program.enforced_by:
            column, value = self.program.enforced_by[row]
            literal = self.variables[column]
            constraint.only_enforce_if(literal if value == 1 else literal.negated())

    def _add_person(self, instance, person):
        cp, var = self.cp, self.variables
        modes, week_count = self.plans.people[person], instance.week_count
        if self.plans.is_impossible(person):
            cp.add_bool_or([])
        carried = [var[mode.carried] for mode in modes if mode.carried is not None]
        if carried:
            cp.add_exactly_one(carried)
        for mode, week, x, recent, possible in stay_windows(modes, week_count):
            if x is None:
                for column in recent:
                    cp.add_bool_and([var[column].negated()])
                continue
            if recent:
                cp.add_at_most_one([var[column] for column in recent] + [var[x].negated()])
            cp.add_bool_or([var[x].negated()] + [var[column] for column in possible])
            earlier = [column for column in (before(mode, week), mode.s[week]) if column is not None]
            cp.add_bool_or([var[x].negated()] + [var[column] for column in earlier])
        for cliques in (rest_cliques(modes, week_count), touching_cliques(modes, week_count)):
            for clique in cliques:
                if len(clique) > 1:
                    cp.add_at_most_one([var[column] for column in clique])
        limit = away_limit(self.plans, person)
        everywhere = self.plans.posted(person)
        if limit is not None:
            cp.add(sum(var[column] for columns in everywhere for column in columns) <= limit)
        for week in instance.people[person].must_be_posted:
            cp.add_bool_or([var[column] for column in everywhere[week]])

    def solve(self, seconds, threads, progress):
        """Solves for a time; returns status, roster (or None), objective and bound."""
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.num_workers = threads
        # This worker searches and bounds, the others find and improve rosters.
        solver.parameters.subsolvers.append(self.worker)
        recorder = Recorder(progress)
        solver.best_bound_callback = lambda bound: progress.note(None, bound / 1000)
        status = solver.solve(self.cp, recorder)
        name = {
            cp_model.OPTIMAL: "optimal", cp_model.FEASIBLE: "feasible", cp_model.INFEASIBLE: "infeasible",
            cp_model.UNKNOWN: "undecided",
        }[status]
        bound = solver.best_objective_bound / 1000
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return name, None, None, bound
        roster = self.plans.roster(lambda column: solver.boolean_value(self.variables[column]))
        return name, roster, solver.objective_value / 1000, bound
