"""SCIP: the same integer program, its own parameters."""

import os
import tempfile

import highspy
import pyscipopt

from .highs import highs_program
from .mip import add_people


class Recorder(pyscipopt.Eventhdlr):
    """Notes every better roster and bound."""

    def __init__(self, progress):
        self.progress = progress

    def eventinit(self):
        self.model.catchEvent(pyscipopt.SCIP_EVENTTYPE.GAPUPDATED, self)

    def eventexit(self):
        self.model.dropEvent(pyscipopt.SCIP_EVENTTYPE.GAPUPDATED, self)

    def eventexec(self, event):
        objective, bound = self.model.getPrimalbound(), self.model.getDualbound()
        # A tree that the time limit empties looks like a proof here; a true one is noted at the end.
        is_bound = abs(bound) < 1e19 and bound < objective - 1e-6
        self.progress.note(objective if abs(objective) < 1e19 else None, bound if is_bound else None)


class SCIPModel:
    """An instance in SCIP's terms. It is handed over as an MPS file: a column at a time from Python takes minutes."""

    def __init__(self, model):
        add_people(model)
        self.plans = model.plans
        program = highs_program(model.program)
        program.col_names_ = [f"c{column}" for column in range(program.num_col_)]
        highs = highspy.Highs()
        highs.silent()
        highs.passModel(program)
        self.scip = pyscipopt.Model()
        self.scip.hideOutput()
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "program.mps")
            highs.writeModel(path)
            del highs, program
            self.scip.readProblem(path)

    def solve(self, seconds, threads, progress):
        """Solves for a time; returns status, roster (or None), objective and bound."""
        scip = self.scip
        scip.setParam("limits/time", float(seconds))
        scip.setParam("lp/threads", threads)
        scip.includeEventhdlr(Recorder(progress), "progress", "notes the roster and the bound")
        scip.optimize()
        status = scip.getStatus()
        bound = scip.getDualbound() if abs(scip.getDualbound()) < 1e19 else None
        if scip.getNSols() == 0:
            return ("infeasible" if status == "infeasible" else "undecided"), None, None, bound
        solution = scip.getBestSol()
        ones = {
            int(variable.name[1:]) for variable in scip.getVars(transformed=False)
            if scip.getSolVal(solution, variable) > 0.5
        }
        roster = self.plans.roster(lambda column: column in ones)
        return ("optimal" if status == "optimal" else "feasible"), roster, scip.getPrimalbound(), bound
