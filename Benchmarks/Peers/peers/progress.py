"""The rosters and bounds a solver reports while it works, as lines of JSON."""

import json
import time


class Progress:
    """Writes a line for each better roster or bound; the clock starts when the solver is handed the model."""

    def __init__(self, path):
        self.file = open(path, "w", encoding="utf-8", buffering=1)
        self.objective = None
        self.bound = None
        self.start = time.monotonic()

    def note(self, objective, bound):
        """Notes an objective and a bound in points, either of which may be None."""
        before = (self.objective, self.bound)
        if objective is not None and (self.objective is None or objective < self.objective - 1e-6):
            self.objective = objective
        if bound is not None and (self.bound is None or bound > self.bound + 1e-6):
            self.bound = bound
        if (self.objective, self.bound) != before:
            line = {"seconds": round(time.monotonic() - self.start, 3)}
            line["objective"], line["bound"] = self.objective, self.bound
            self.file.write(json.dumps(line) + "\n")
