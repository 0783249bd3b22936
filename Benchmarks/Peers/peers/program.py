"""An integer program in a solver's neutral terms: columns with whole costs, rows that must not be negative."""

from array import array


class Program:
    """Columns and rows; a row says `sum of coefficient * column + constant >= 0`.

    A row may hold only while a binary column has a value. CP-SAT takes that as it is, a linear solver as a big M.
    Costs are in thousandths of a point.
    """

    def __init__(self):
        self.lower = array("q")
        self.upper = array("q")
        self.cost = array("q")
        self.is_integer = array("b")
        self.row_start = array("q", [0])
        self.row_column = array("i")
        self.row_coefficient = array("q")
        self.row_constant = array("q")
        self.row_is_equation = array("b")
        self.enforced_by = {}

    def column(self, lower=0, upper=1, cost=0, is_integer=True):
        """Adds a column. One that is whole in some best solution anyway may be declared continuous."""
        self.lower.append(lower)
        self.upper.append(upper)
        self.cost.append(cost)
        self.is_integer.append(is_integer)
        return len(self.lower) - 1

    def row(self, terms, constant, only_if=None, is_equation=False):
        """Adds a row of (column, coefficient) terms; `only_if` is a pair of a binary column and its value."""
        sums = {}
        for column, coefficient in terms:
            sums[column] = sums.get(column, 0) + coefficient
        for column, coefficient in sums.items():
            if coefficient:
                self.row_column.append(column)
                self.row_coefficient.append(coefficient)
        if only_if is not None:
            self.enforced_by[len(self.row_constant)] = only_if
        self.row_constant.append(constant)
        self.row_is_equation.append(is_equation)
        self.row_start.append(len(self.row_column))

    @property
    def row_count(self):
        return len(self.row_constant)

    def terms(self, row):
        """The (column, coefficient) pairs of a row."""
        span = slice(self.row_start[row], self.row_start[row + 1])
        return list(zip(self.row_column[span], self.row_coefficient[span]))

    def least(self, terms, constant):
        """The least value an expression can take within the columns' bounds."""
        return constant + sum(
            coefficient * (self.lower[column] if coefficient > 0 else self.upper[column])
            for column, coefficient in terms)
