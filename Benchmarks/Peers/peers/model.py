"""An instance made into a program."""

from .instance import Instance
from .plans import Plans
from .program import Program
from .rules import Rules


class Model:
    """An instance with its plans and its program, complete but for the rows of a person."""

    def __init__(self, path):
        self.instance = Instance(path)
        self.program = Program()
        self.plans = Plans(self.instance, self.program)
        Rules(self.instance, self.plans, self.program)
