"""One run of one solver on one instance: its roster judged by `rota check`, its time, its memory, its progress."""

import hashlib
import json
import os
import subprocess
import threading
import time
from pathlib import Path

from .environment import HERE

SOLVERS = {"rota": "Rota", "cp-sat": "CP-SAT", "highs": "HiGHS", "scip": "SCIP"}

# A solver may take this much longer than its limit, for building its model and winding up, before it is ended.
PATIENCE = 300


def stamp(solver, instance, rota, options=()):
    """What a result depends on, as a short text: a kept one with another stamp is out of date."""
    files = [rota] if solver == "rota" else [HERE / "requirements.txt", *sorted((HERE / "peers").glob("*.py"))]
    digest = hashlib.sha256(" ".join(options).encode())
    for path in [Path(instance), *files]:
        digest.update(Path(path).read_bytes())
    return digest.hexdigest()[:12]


def run(command, folder, patience):
    """Runs a command with its output in a folder; returns exit code, wall seconds and peak resident MB."""
    begin = time.monotonic()
    with open(folder / "stdout", "wb") as out, open(folder / "stderr", "wb") as err:
        process = subprocess.Popen([str(part) for part in command], stdout=out, stderr=err, cwd=HERE)
        timer = threading.Timer(patience, process.kill)
        timer.start()
        # The usage of this child alone, which the module's own waiting does not tell.
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    # Linux counts in kilobytes, macOS in bytes.
    unit = 1 if os.uname().sysname == "Darwin" else 1024
    return process.returncode, time.monotonic() - begin, usage.ru_maxrss * unit / 1e6


def solve(solver, instance, folder, seconds, rota, python=None, threads=2, rota_options=()):
    """Solves an instance and returns everything worth keeping, as plain data."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    # Wherever a run stops, its folder tells what was asked.
    instance, folder = Path(instance).resolve(), folder.resolve()
    if solver == "rota":
        command = [
            rota, "solve", instance, "--time-limit", seconds, "--output", folder / "roster.json", "--progress",
            folder / "progress.jsonl", "--format", "json", "--language", "en", *rota_options,
        ]
    else:
        command = [
            python, "-m", "peers", solver, instance, "--seconds", seconds, "--threads", threads, "--output", folder,
        ]
    code, wall, memory = run(command, folder, seconds + PATIENCE)
    record = {"solver": solver, "limit": seconds, "exit": code, "seconds": round(wall, 2), "megabytes": round(memory)}
    record.update(_own_account(solver, folder, code))
    record["progress"] = _lines(folder / "progress.jsonl")
    record["roster"], record["defect"] = _judged(rota, instance, folder, record)
    return record


def _own_account(solver, folder, code):
    """What the solver says of itself."""
    path = folder / ("stdout" if solver == "rota" else "result.json")
    fields = {"status": "failed", "objective": None, "bound": None, "modelSeconds": None}
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return fields
    fields["status"] = data.get("outcome") or data.get("status")
    fields["objective"], fields["bound"] = data.get("objective"), data.get("bound")
    fields["modelSeconds"] = data.get("buildSeconds")
    fields["stoppedBy"] = data.get("stoppedBy")
    return fields


def _lines(path):
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    except OSError:
        return []


def _judged(rota, instance, folder, record):
    """The checker's objective of the roster, and what is wrong, if anything."""
    if record["seconds"] >= record["limit"] + PATIENCE:
        return None, f"ended by force, still busy {PATIENCE} s after its limit"
    if not (folder / "roster.json").exists():
        return None, None if record["status"] in ("undecided", "infeasible") else "no result, see stderr"
    check = subprocess.run(
        [str(rota), "check", str(instance), str(folder / "roster.json"), "--format", "json"], capture_output=True,
        text=True, check=False)
    if check.returncode != 0:
        return None, "the roster breaks hard rules"
    objective, own = json.loads(check.stdout)["objective"], record["objective"]
    # The checker fills in the cheapest slot plan, so an unfinished solver may think its roster dearer, never cheaper.
    tolerance = 0.01 + 1e-6 * abs(objective)
    if own is not None and (objective > own + tolerance or (record["status"] == "optimal" and own > objective + tolerance)):
        return objective, f"the solver says {own}"
    return objective, None


def gap(roster, bound):
    """The relative gap of a roster to a bound, or None while one is missing."""
    if roster is None or bound is None:
        return None
    return 0.0 if roster - bound <= 1e-9 else (roster - bound) / max(abs(roster), 1e-9)
