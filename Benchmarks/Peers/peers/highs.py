"""HiGHS: the integer program, two threads, its own defaults otherwise."""

from array import array

import highspy
import numpy

from .mip import add_people, linear_rows

INFINITY = highspy.kHighsInf


class HiGHSModel:
    """An instance in HiGHS's terms."""

    def __init__(self, model):
        add_people(model)
        self.plans = model.plans
        self.highs = highspy.Highs()
        # Not silent(): HiGHS calls back only where it would log.
        self.highs.setOptionValue("log_to_console", False)
        self.highs.passModel(highs_program(model.program))

    def solve(self, seconds, threads, progress):
        """Solves for a time; returns status, roster (or None), objective and bound."""
        highs = self.highs
        highs.setOptionValue("time_limit", float(seconds))
        highs.setOptionValue("threads", threads)
        highs.setOptionValue("mip_rel_gap", 0.0)
        highs.setOptionValue("mip_abs_gap", 1e-4)

        def note(event):
            primal, dual = event.data_out.mip_primal_bound, event.data_out.mip_dual_bound
            progress.note(primal if primal < 1e30 else None, dual if dual > -1e30 else None)

        highs.cbMipLogging.subscribe(note)
        highs.cbMipImprovingSolution.subscribe(note)
        highs.run()
        status, info = highs.getModelStatus(), highs.getInfo()
        name = {
            highspy.HighsModelStatus.kOptimal: "optimal", highspy.HighsModelStatus.kInfeasible: "infeasible",
        }.get(status, "undecided")
        bound = info.mip_dual_bound if abs(info.mip_dual_bound) < 1e30 else None
        if info.primal_solution_status != 2:
            return name, None, None, bound
        values = highs.getSolution().col_value
        roster = self.plans.roster(lambda column: values[column] > 0.5)
        return ("optimal" if name == "optimal" else "feasible"), roster, info.objective_function_value, bound


def highs_program(program):
    """A program as HiGHS takes it, with costs in points."""
    # A city has twenty million coefficients, too many for lists.
    starts, columns, coefficients, lower, upper = array("i", [0]), array("i"), array("d"), array("d"), array("d")
    for row_columns, row_coefficients, constant, is_equation in linear_rows(program):
        columns.extend(row_columns)
        coefficients.extend(row_coefficients)
        starts.append(len(columns))
        lower.append(-constant)
        upper.append(-constant if is_equation else INFINITY)
    linear = highspy.HighsLp()
    linear.num_col_ = len(program.lower)
    linear.num_row_ = program.row_count
    linear.col_cost_ = numpy.array(program.cost, dtype=float) / 1000
    linear.col_lower_ = numpy.array(program.lower, dtype=float)
    linear.col_upper_ = numpy.array(program.upper, dtype=float)
    linear.row_lower_ = numpy.asarray(lower)
    linear.row_upper_ = numpy.asarray(upper)
    linear.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    linear.a_matrix_.start_ = numpy.asarray(starts)
    linear.a_matrix_.index_ = numpy.asarray(columns)
    linear.a_matrix_.value_ = numpy.asarray(coefficients)
    kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
    linear.integrality_ = [kinds[is_integer] for is_integer in program.is_integer]
    return linear
