#!/usr/bin/env python3
"""Measures how Rota's time and memory to a 1 % gap grow with people and weeks, and fits exponents.

    python3 growth.py --time 900 --out out/growth

solves an instance for each number of people at 52 weeks and for each number of weeks at 200 people, with about 17 people a department
throughout: specialties and clinics grow with the people, and communities once the generator has no more specialties. Exponents are least squares in
logarithms over the runs that reach the gap in time; the others are shown as missed.
"""

import argparse
import math
import shlex
import subprocess
import sys
from pathlib import Path

from bench import environment, measure, results as record, svg
from peers.instance import Instance

# People: clinics, specialties, communities.
PEOPLE = {50: (3, 3, 1), 100: (5, 6, 1), 200: (10, 12, 1), 400: (20, 24, 1), 800: (40, 24, 2), 1600: (80, 24, 4)}
WEEKS = (13, 26, 52, 104)
USUAL_PEOPLE, USUAL_WEEKS = 200, 52
GAP = 0.01


def main():
    options = arguments()
    folder = Path(options.out)
    folder.mkdir(parents=True, exist_ok=True)
    rota = environment.rota_binary(options.rota)
    results = {"runs": []} if options.again else record.load(folder)
    results.update(environment.machine(rota))
    results["command"] = "python3 " + shlex.join(["growth.py", *sys.argv[1:]])
    sizes = [(people, USUAL_WEEKS) for people in options.people] + [(USUAL_PEOPLE, weeks) for weeks in options.weeks]
    for tightness in options.tightness:
        for people, weeks in dict.fromkeys(sizes):
            path = make(people, weeks, tightness, rota, folder, options)
            rota_options = ["--gap", str(GAP), *shlex.split(options.rota_options)]
            key = {"people": people, "weeks": weeks, "tightness": tightness, "limit": options.time}
            key["stamp"] = measure.stamp("rota", path, rota, rota_options)
            if any(key.items() <= run.items() for run in results["runs"]):
                continue
            print(f"{people} people, {weeks} weeks, {tightness} ...", file=sys.stderr, flush=True)
            size = ("people", "weeks", "tightness")
            results["runs"] = [
                old for old in results["runs"] if any(old[name] != key[name] for name in size)
            ] + [{**solve(people, path, folder, rota, rota_options, options), **key}]
            record.save(folder, results)
    return record.finish("growth", folder, results, table(results), plot(results["runs"]), options.readme)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--time", type=float, default=900, help="seconds after which a run has missed the gap")
    parser.add_argument("--people", type=int, nargs="*", choices=PEOPLE, default=list(PEOPLE))
    parser.add_argument("--weeks", type=int, nargs="*", choices=WEEKS, default=list(WEEKS))
    parser.add_argument("--tightness", nargs="+", choices=["loose", "tight"], default=["loose", "tight"])
    parser.add_argument("--seed", type=int, default=1, help="of the instances")
    parser.add_argument("--out", default="out/growth", help="the folder of everything that is made")
    parser.add_argument("--rota", help="the binary; built for release if left out")
    parser.add_argument("--rota-options", default="", help="further options of `rota solve`")
    parser.add_argument("--again", action="store_true", help="solve again what the folder already holds")
    parser.add_argument("--readme", action="store_true", help="put table and plot into README.md")
    return parser.parse_args()


def make(people, weeks, tightness, rota, folder, options):
    """Makes an instance and returns its path."""
    clinics, specialties, communities = PEOPLE[people]
    path = folder / f"{people}x{weeks}-{tightness}.json"
    subprocess.run(
        [str(rota), "generate", "--people", str(people), "--clinics", str(clinics), "--specialties", str(specialties),
         "--communities", str(communities), "--weeks", str(weeks), "--tightness", tightness, "--seed",
         str(options.seed), "--output", str(path)], check=True)
    return path


def solve(people, path, folder, rota, rota_options, options):
    """Solves an instance to the gap and returns what to keep."""
    clinics, specialties, communities = PEOPLE[people]
    run = measure.solve("rota", path, folder / path.stem, options.time, rota, rota_options=rota_options)
    run.update(clinics=clinics, specialties=specialties, communities=communities)
    # Who may be where in which week: what a model of any kind has to tell apart.
    run["duties"] = sum(len(option.weeks) for person in Instance(path).people for option in person.options)
    run["isReached"] = (measure.gap(run["roster"], run["bound"]) or 0) <= GAP and run["roster"] is not None
    return run


def exponent(runs, size, value):
    """The exponent b of value = a * size^b by least squares in logarithms, with a; None for fewer than two sizes."""
    points = [(math.log(run[size]), math.log(max(run[value], 0.01))) for run in runs]
    if len({x for x, _ in points}) < 2:
        return None
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)
    return slope, math.exp(mean_y - slope * mean_x)


def series(runs, size):
    """The runs that vary in one size, in its order."""
    other, usual = ("weeks", USUAL_WEEKS) if size == "people" else ("people", USUAL_PEOPLE)
    return sorted((run for run in runs if run[other] == usual), key=lambda run: run[size])


def table(results):
    """Runs, then exponents."""
    lines = [
        "| tightness | people | weeks | clinics | specialties | communities | duties | roster | gap | seconds | memory, MB |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    order = lambda run: (run["tightness"], run["people"], run["weeks"])
    for run in sorted(results["runs"], key=order):
        gap = measure.gap(run["roster"], run["bound"])
        lines.append(
            f"| {run['tightness']} | {run['people']:,} | {run['weeks']} | {run['clinics']} | {run['specialties']} | "
            f"{run['communities']} | {run['duties']:,} | {'' if run['roster'] is None else format(run['roster'], ',.1f')} | "
            f"{'' if gap is None else format(100 * gap, '.2f') + ' %'} | "
            f"{run['seconds']:.1f}{'' if run['isReached'] else ' (missed)'} | {run['megabytes']:,} |")
    lines += ["", f"Exponents to a gap of {100 * GAP:g} %:", "", "| tightness | over | time | memory |", "|---|---|--:|--:|"]
    for tightness in dict.fromkeys(run["tightness"] for run in results["runs"]):
        chosen = [run for run in results["runs"] if run["tightness"] == tightness]
        for label, size, runs in (
            ("people", "people", series(chosen, "people")), ("weeks", "weeks", series(chosen, "weeks")),
            ("duties (people x hosts x weeks)", "duties", chosen),
        ):
            reached = [run for run in runs if run["isReached"]]
            fits = exponent(reached, size, "seconds"), exponent(reached, size, "megabytes")
            shown = ["too few runs" if fit is None else f"{fit[0]:.2f}" for fit in fits]
            lines.append(f"| {tightness} | {label} | {shown[0]} | {shown[1]} |")
    lines += ["", f"Made on {results['date']} by `{results['command']}`, {results['machine']}; {results['versions']}.", ""]
    return "\n".join(lines)


def plot(runs):
    """Time and memory over people and over weeks, with the fitted lines."""
    panels = []
    colours = {"loose": "#1d70b8", "tight": "#c1121f"}
    for value, label in (("seconds", "seconds to 1 %"), ("megabytes", "peak memory, MB")):
        for size in ("people", "weeks"):
            values = [max(run[value], 0.01) for run in runs]
            sizes = [run[size] for run in series(runs, size)] or [1, 10]
            panel = svg.Panel(
                f"{label} over {size}", (min(sizes) / 1.3, max(sizes) * 1.3), (min(values) / 2, max(values) * 2), size, label)
            for tightness, colour in colours.items():
                chosen = series([run for run in runs if run["tightness"] == tightness and run["isReached"]], size)
                for run in chosen:
                    panel.dot(run[size], max(run[value], 0.01), colour)
                fit = exponent(chosen, size, value)
                if fit is not None:
                    slope, factor = fit
                    panel.line(
                        [(at, factor * at**slope) for at in (chosen[0][size], chosen[-1][size])], colour, dashed=True)
            panels.append(panel)
    measured = {run["tightness"] for run in runs}
    return svg.page(panels, [(name, colour, False) for name, colour in colours.items() if name in measured])


if __name__ == "__main__":
    sys.exit(main())
