"""Every peer proves the optimum that Rota proves, and `rota check` agrees: `python3 test_peers.py`.

The teaching cases have a rule each; the random instances mix them. An infeasible instance is infeasible for all.
"""

import subprocess
import tempfile
import unittest
from pathlib import Path

from bench import environment, measure

ROTA = environment.rota_binary()
PYTHON = environment.peers_python()
INSTANCES = environment.PACKAGE / "instances"


class SameOptimum(unittest.TestCase):
    def solved(self, instance, folder):
        """The records of all solvers; Rota by its exact method."""
        return [
            measure.solve(
                solver, instance, Path(folder) / solver, 60, ROTA, PYTHON,
                rota_options=["--method", "exact"] if solver == "rota" else ())
            for solver in measure.SOLVERS
        ]

    def check_same(self, instance):
        with self.subTest(instance.stem), tempfile.TemporaryDirectory() as folder:
            records = self.solved(instance, folder)
            for record in records:
                self.assertIsNone(record["defect"], record["solver"])
                self.assertEqual(record["status"], records[0]["status"], record["solver"])
                self.assertEqual(record["roster"], records[0]["roster"], record["solver"])
            return records[0]["status"]

    def test_teaching_cases(self):
        for path in environment.teaching_cases():
            self.assertEqual(self.check_same(path), "optimal", path.stem)

    def test_infeasible_cases(self):
        for path in sorted((INSTANCES / "infeasible").glob("*.json")):
            self.assertEqual(self.check_same(path), "infeasible", path.stem)

    def test_random_instances(self):
        for seed in range(1, 7):
            for tightness in ("loose", "tight"):
                with tempfile.TemporaryDirectory() as folder:
                    path = Path(folder) / f"random-{seed}-{tightness}.json"
                    subprocess.run(
                        [ROTA, "generate", "--people", "9", "--clinics", "4", "--specialties", "2", "--weeks", "10",
                         "--communities", "2", "--tightness", tightness, "--seed", str(seed), "--output", path], check=True)
                    self.check_same(path)


if __name__ == "__main__":
    unittest.main()
