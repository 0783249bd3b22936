#!/usr/bin/env python3
"""Solves exported programs with other solvers and compares with instances/tiny/optima.json.

    python3 Scripts/cross-check.py [path of rota, .build/release/rota if left out] [--need glpsol,cbc,highs]

Every tiny instance is exported as free MPS and as LP. glpsol (GLPK) and cbc (COIN-OR) are used where they are on the path, HiGHS
where its Python package highspy is installed. At least one must be there; those named after --need must be there all.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOLERANCE = 1e-6


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=300, check=False).stdout


def glpsol(path):
    """The optimum, from the solution's report rather than the log."""
    report = path.with_suffix(".glpsol")
    run("glpsol", "--cuts", "--freemps" if path.suffix == ".mps" else "--lp", path, "-o", report)
    text = report.read_text(encoding="utf-8")
    found = re.search(r"^Objective: +\S+ = (\S+)", text, re.MULTILINE)
    return float(found.group(1)) if found and re.search(r"^Status: +INTEGER OPTIMAL$", text, re.MULTILINE) else None


def cbc(path):
    text = run("cbc", path, "solve")
    found = re.search(r"^Objective value: +(\S+)", text, re.MULTILINE)
    return float(found.group(1)) if found and "Optimal solution found" in text else None


def highs(path):
    import highspy

    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.readModel(str(path))
    solver.run()
    is_optimal = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return solver.getInfo().objective_function_value if is_optimal else None


def solvers():
    found = {name: solve for name, solve in (("glpsol", glpsol), ("cbc", cbc)) if shutil.which(name)}
    try:
        import highspy  # noqa: F401

        found["highs"] = highs
    except ImportError:
        pass
    return found


def main(arguments):
    needed = set()
    if "--need" in arguments:
        position = arguments.index("--need")
        needed = set(arguments[position + 1].split(","))
        del arguments[position:position + 2]
    rota = pathlib.Path(arguments[0]) if arguments else ROOT / ".build" / "release" / "rota"
    available = solvers()
    missing = sorted(needed - available.keys())
    if missing or not available:
        print("missing: " + ", ".join(missing or ["every solver"]))
        return 2
    optima = json.loads((ROOT / "instances" / "tiny" / "optima.json").read_text(encoding="utf-8"))
    compared, wrong = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for name, optimum in sorted(optima.items()):
            for suffix in (".mps", ".lp"):
                program = pathlib.Path(folder) / (name + suffix)
                run(rota, "export", ROOT / "instances" / "tiny" / (name + ".json"), "-o", program)
                for solver, solve in sorted(available.items()):
                    found = solve(program) if program.exists() else None
                    compared += 1
                    if found is None or abs(found - optimum) > TOLERANCE * max(1, abs(optimum)):
                        wrong += 1
                        print(f"{name}{suffix}: {solver} says {found}, the file says {optimum}")
    print(f"{', '.join(sorted(available))}: {compared - wrong} agree, {wrong} do not")
    return 1 if wrong or not compared else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
