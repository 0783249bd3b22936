#!/usr/bin/env python3
"""Runs Rota and its peers over the ladder of instances, one solver at a time, and shows how they compare.

    python3 run.py --time 60 --out out

makes the instances, solves each with Rota, CP-SAT, HiGHS and SCIP on two threads, has every roster judged by `rota check`, and
prints a table; the folder gets `results.json`, `table.md` and `plot.svg`. What the folder already holds is not solved again, so an
interrupted run goes on where it stopped, unless instance, Rota or model has changed; `--again` forgets everything.
"""

import argparse
import shlex
import sys
from pathlib import Path

from bench import environment, measure, results as record, svg

# When Rota's roster and bound are set beside what its peers have in the end, in seconds.
EARLY = {"roster": 10, "bound": 60}

GAP_SPAN = (0.01, 100)


def main():
    options = arguments()
    folder = Path(options.out)
    folder.mkdir(parents=True, exist_ok=True)
    rota = environment.rota_binary(options.rota)
    python = environment.peers_python() if set(options.solvers) != {"rota"} else None
    results = {"runs": []} if options.again else record.load(folder)
    results.update(environment.machine(rota))
    command = "python3 " + shlex.join(["run.py", *sys.argv[1:]])
    for instance in instances(options, rota, folder):
        for solver in options.solvers:
            rota_options = shlex.split(options.rota_options)
            key = {"instance": instance.stem, "solver": solver, "limit": options.time}
            key["stamp"] = measure.stamp(solver, instance, rota, rota_options)
            if not any(key.items() <= run.items() for run in results["runs"]):
                print(f"{instance.stem}: {measure.SOLVERS[solver]} ...", file=sys.stderr, flush=True)
                run = measure.solve(
                    solver, instance, folder / instance.stem / solver, options.time, rota, python,
                    rota_options=rota_options)
                results["runs"] = [
                    old for old in results["runs"] if (old["instance"], old["solver"]) != (instance.stem, solver)
                ] + [{**run, **key, "date": results["date"], "command": command}]
                record.save(folder, results)
    results["runs"].sort(key=lambda run: (place(run["instance"]), run["instance"]))
    mark_false_bounds(results["runs"])
    if options.readme:
        record.insert(summary(results["runs"]), "ladder", environment.PACKAGE / "README.md")
    return record.finish("ladder", folder, results, table(results), plot(results["runs"]), options.readme)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--time", type=float, default=60, help="seconds a solver has, without building its model")
    parser.add_argument("--rungs", nargs="+", choices=environment.RUNGS, default=environment.LADDER)
    parser.add_argument("--tightness", nargs="+", choices=["loose", "tight"], default=["loose", "tight"])
    parser.add_argument("--instances", nargs="+", default=[], help="instance files beside the rungs")
    parser.add_argument("--solvers", nargs="+", choices=measure.SOLVERS, default=list(measure.SOLVERS))
    parser.add_argument("--seed", type=int, default=1, help="of the instances")
    parser.add_argument("--out", default="out/ladder", help="the folder of everything that is made")
    parser.add_argument("--rota", help="the binary; built for release if left out")
    parser.add_argument("--rota-options", default="", help="further options of `rota solve`, such as '--method plans'")
    parser.add_argument("--again", action="store_true", help="solve again what the folder already holds")
    parser.add_argument("--quick", action="store_true", help="the teaching cases and a small instance, 5 s each")
    parser.add_argument("--readme", action="store_true", help="put table and plot into README.md, and a short table into the package's")
    options = parser.parse_args()
    if options.quick:
        options.time, options.rungs, options.tightness = 5.0, ["small"], ["tight"]
        options.instances = environment.teaching_cases()
    return options


def instances(options, rota, folder):
    """The instance files: those given, then the rungs."""
    files = [Path(path) for path in options.instances]
    for rung in options.rungs:
        for tightness in options.tightness:
            path = folder / f"{rung}-{tightness}.json"
            environment.make_rung(rota, rung, tightness, path, options.seed)
            files.append(path)
    return files


def place(name):
    """Where on the ladder an instance stands; those given as files come last."""
    rungs = environment.RUNGS
    return next((place for place, rung in enumerate(rungs) if name.startswith(rung)), len(rungs))


def mark_false_bounds(runs):
    """A bound above somebody's roster is a defect of one of the two."""
    for run in runs:
        others = [other["roster"] for other in runs if other["instance"] == run["instance"] and other["roster"] is not None]
        if others and run["bound"] is not None and run["bound"] > min(others) + 0.01 + 1e-6 * abs(min(others)):
            run["defect"] = run["defect"] or f"bound {run['bound']:.2f} above a roster of {min(others):.2f}"


def table(results):
    """The Markdown table with the command and the machine that made it, and who wins where Rota does not."""
    lines = [
        "| instance | solver | roster | above the best roster | bound | gap | seconds | of which model | memory, MB |",
        "|---|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    wins = []
    names = list(dict.fromkeys(run["instance"] for run in results["runs"]))
    order = list(measure.SOLVERS)
    for name in names:
        runs = [run for run in results["runs"] if run["instance"] == name]
        runs.sort(key=lambda run: order.index(run["solver"]))
        rosters = [run["roster"] for run in runs if run["roster"] is not None]
        bounds = [run["bound"] for run in runs if run["bound"] is not None and not run["defect"]]
        best_roster, best_bound = min(rosters, default=None), max(bounds, default=None)
        for run in runs:
            lines.append(row(run, best_roster, best_bound))
        wins += [win for win in (
            winner(name, "roster", runs, best_roster), winner(name, "bound", runs, best_bound), sooner(name, runs)) if win]
    defects = [
        f"{measure.SOLVERS[run['solver']]} on {run['instance']}: {run['defect']}" for run in results["runs"] if run["defect"]
    ]
    lines += ["", "Bold: the best of the instance."]
    lines += early(results["runs"])
    if any(run["solver"] == "rota" for run in results["runs"]):
        lines.append("A peer is ahead of Rota: " + "; ".join(wins) + "." if wins else "No peer is ahead of Rota.")
    if defects:
        lines += ["", "**Defects**: " + "; ".join(defects) + "."]
    commands = " and ".join(f"`{command}`" for command in dict.fromkeys(run["command"] for run in results["runs"]))
    dates = sorted({run["date"] for run in results["runs"]})
    days = " to ".join(dict.fromkeys([dates[0], dates[-1]]))
    lines += ["", f"Made on {days} by {commands}, {results['machine']}; {results['versions']}.", ""]
    return "\n".join(lines)


def summary(runs):
    """The short Markdown table: every solver's roster and bound, or the time of the proof where all have one."""
    lines = ["| instance | | " + " | ".join(measure.SOLVERS.values()) + " |", "|---|---|" + "--:|" * len(measure.SOLVERS)]
    for name in dict.fromkeys(run["instance"] for run in runs):
        own = {run["solver"]: run for run in runs if run["instance"] == name}
        if all(run["status"] == "optimal" for run in own.values()):
            lines.append(summary_row(name, "seconds to the proof", "seconds", min, own))
        else:
            lines += [summary_row(name, "roster", "roster", min, own), summary_row("", "bound", "bound", max, own)]
    return "\n".join(lines)


def summary_row(name, title, what, best, own):
    """One value of every solver that was run."""
    values = {solver: run[what] for solver, run in own.items() if run[what] is not None and not run["defect"]}
    top = best(values.values(), default=None)
    cells = [
        "" if solver not in own else bold(number(values[solver]), values[solver] == top) if solver in values else "-"
        for solver in measure.SOLVERS
    ]
    return f"| {name} | {title} | " + " | ".join(cells) + " |"


def early(runs):
    """The Markdown table of what Rota has early on beside the best that any peer has in the end; empty if there are no pairs."""
    rows = []
    for name in dict.fromkeys(run["instance"] for run in runs):
        ours = next((run for run in runs if run["instance"] == name and run["solver"] == "rota"), None)
        peers = [run for run in runs if run["instance"] == name and run["solver"] != "rota" and not run["defect"]]
        if ours is None or not peers:
            continue
        cells = [name]
        for what, key, best, sign in (("roster", "objective", min, 1), ("bound", "bound", max, -1)):
            own = best((line[key] for line in ours["progress"] if line["seconds"] <= EARLY[what] and line[key] is not None), default=None)
            theirs = best((run[what] for run in peers if run[what] is not None), default=None)
            values = [value for value in (own, theirs) if value is not None]
            cells += [
                bold(number(value) or "-", value is not None and sign * (value - best(values)) <= 0.01) for value in (own, theirs)
            ]
        rows.append("| " + " | ".join(cells) + " |")
    if not rows:
        return []
    return [
        "", f"Rota's roster after {EARLY['roster']} s and its bound after {EARLY['bound']} s beside the best of its peers in the end:", "",
        "| instance | Rota's roster | best peer's roster | Rota's bound | best peer's bound |", "|---|--:|--:|--:|--:|", *rows, "",
    ]


def row(run, best_roster, best_bound):
    """One solver on one instance."""
    roster, bound = run["roster"], run["bound"]
    above = None if roster is None else (roster - best_roster) / max(abs(best_roster), 1e-9)
    cells = [
        run["instance"], measure.SOLVERS[run["solver"]],
        bold(number(roster), roster is not None and roster <= best_roster + 0.01) if roster is not None else run["status"],
        percent(above),
        bold(number(bound), bound is not None and best_bound is not None and bound >= best_bound - 0.01),
        percent(measure.gap(roster, bound)), f"{run['seconds']:.1f}",
        "" if run["modelSeconds"] is None else f"{run['modelSeconds']:.1f}", f"{run['megabytes']:,}",
    ]
    return "| " + " | ".join(cells) + " |"


def winner(name, what, runs, best):
    """Who has the better roster or bound where that is not Rota; None if nobody."""
    ours = next((run for run in runs if run["solver"] == "rota"), None)
    if ours is None or best is None:
        return None
    if ours[what] is not None and abs(ours[what] - best) <= 0.01 + 1e-6 * abs(best):
        return None
    peer = next(run for run in runs if run[what] is not None and abs(run[what] - best) < 1e-9)
    return f"{measure.SOLVERS[peer['solver']]} with the better {what} on {name}"


def sooner(name, runs):
    """Who proves the optimum sooner than Rota, its start and its model included; None if nobody."""
    times = {run["solver"]: run["seconds"] for run in runs if run["status"] == "optimal" and not run["defect"]}
    if "rota" not in {run["solver"] for run in runs} or not times:
        return None
    fastest = min(times, key=times.get)
    if fastest == "rota" or times[fastest] >= times.get("rota", float("inf")):
        return None
    return f"{measure.SOLVERS[fastest]} with the sooner proof on {name}"


def number(value):
    return "" if value is None else f"{value:,.1f}"


def percent(share):
    if share is None:
        return ""
    return f"{100 * share:.2f} %" if share < 10 else f"{100 * share:,.0f} %"


def bold(text, is_best):
    return f"**{text}**" if is_best and text else text


def plot(runs):
    """A panel for each instance: gap over time, proven by the solver itself and against the best bound of all."""
    panels = []
    for name in dict.fromkeys(run["instance"] for run in runs):
        chosen = [run for run in runs if run["instance"] == name]
        best = max((run["bound"] for run in chosen if run["bound"] is not None and not run["defect"]), default=None)
        span = (0.1, max(run["limit"] for run in chosen) * 1.05)
        panel = svg.Panel(name, span, GAP_SPAN, "seconds", "gap", " %")
        for run in chosen:
            colour = svg.COLOURS[run["solver"]]
            for dashed in (True, False):
                points = [
                    (line["seconds"], 100 * measure.gap(line["objective"], best if dashed else line["bound"]))
                    for line in run["progress"]
                    if measure.gap(line["objective"], best if dashed else line["bound"]) is not None
                ]
                if points:
                    panel.line([*points, (span[1], points[-1][1])], colour, dashed, steps=True)
        panels.append(panel)
    solvers = dict.fromkeys(run["solver"] for run in runs)
    legend = [(measure.SOLVERS[solver], svg.COLOURS[solver], False) for solver in solvers]
    return svg.page(panels, [*legend, ("dotted: roster against the best bound of all", "#555555", True)])


if __name__ == "__main__":
    sys.exit(main())
