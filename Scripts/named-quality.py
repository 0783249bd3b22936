#!/usr/bin/env python3
"""Solves the named instances for a number of rounds and fails if a roster is worse than what is recorded here.

Rounds and the seed decide a roster, not the clock, so that every machine finds the same. What is compared is the objective that
`rota check` finds, which judges the roster without any solver and refuses one that breaks a hard rule. A twentieth is allowed on top, since
a change of the search that helps in general may find less here.

    Scripts/named-quality.py              uses the release build of this package, and prints what comes out
"""

import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Points by instance.
RECORDED = {"hanbin-2022": 38_708, "yulin-2017": 60_679, "wuhai-2024": 9_582, "qingdao-2025": 13_862}
ALLOWED = 1.05
ROUNDS = 8000


def rota(arguments, text=None):
    folder = subprocess.run(
        ["swift", "build", "-c", "release", "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()
    run = subprocess.run([f"{folder}/rota", *arguments, "--format", "json"], cwd=ROOT, input=text, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"rota {' '.join(arguments)} ended with {run.returncode}: {run.stderr or run.stdout[:2000]}")
    return json.loads(run.stdout)


def objective(name):
    instance = f"instances/{name}.json"
    solved = rota(["solve", instance, "--method", "search", "--rounds", str(ROUNDS), "--quiet"])
    return rota(["check", instance, "-"], json.dumps(solved["roster"]))["objective"]


def main():
    worse = False
    for name, recorded in RECORDED.items():
        found = objective(name)
        worse = worse or found > ALLOWED * recorded
        print(f"{name}: {found} points, recorded {recorded}")
    if worse:
        sys.exit("worse than recorded")


if __name__ == "__main__":
    main()
