#!/usr/bin/env python3
"""Measures whether Rota keeps its word when a solve is long, limited or interrupted.

    python3 endurance.py --time 600 --out out/endurance

solves each instance of the ladder's upper end once for the whole time, reading its memory every second, and once for each moment at
which it is interrupted (SIGINT), when it must end at once with the best roster so far. Memory is read from /proc, as on Linux.
"""

import argparse
import json
import os
import shlex
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from bench import environment, results as record, svg

# Seconds after which a solve is interrupted: while it reads, searches, finds prices, and proves and searches.
MOMENTS = (1, 3, 6, 10, 15, 25, 40, 58)
COLOURS = ("#c1121f", "#1d70b8", "#2b8a3e", "#b35c00")


def main():
    options = arguments()
    folder = Path(options.out)
    folder.mkdir(parents=True, exist_ok=True)
    rota = environment.rota_binary(options.rota)
    results = {"runs": [], **environment.machine(rota)}
    results["command"] = "python3 " + shlex.join(["endurance.py", *sys.argv[1:]])
    for rung in options.rungs:
        for tightness in options.tightness:
            path = folder / f"{rung}-{tightness}.json"
            environment.make_rung(rota, rung, tightness, path)
            for moment in (*options.moments, None):
                told = f"interrupted after {moment} s" if moment else f"{options.time:g} s"
                print(f"{path.stem}: {told} ...", file=sys.stderr, flush=True)
                results["runs"].append(solve(path, folder, rota, options.time if moment is None else 60, moment))
    return record.finish("endurance", folder, results, table(results), plot(results["runs"]), options.readme)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--time", type=float, default=600, help="seconds of the long solve")
    parser.add_argument("--moments", type=float, nargs="*", default=MOMENTS, help="seconds after which to interrupt")
    parser.add_argument("--rungs", nargs="+", choices=environment.RUNGS, default=["county", "city"])
    parser.add_argument("--tightness", nargs="+", choices=["loose", "tight"], default=["loose", "tight"])
    parser.add_argument("--out", default="out/endurance", help="the folder of everything that is made")
    parser.add_argument("--rota", help="the binary; built for release if left out")
    parser.add_argument("--readme", action="store_true", help="put table and plot into README.md")
    return parser.parse_args()


def solve(instance, folder, rota, limit, moment):
    """Solves an instance, interrupted after `moment` seconds unless that is None, and returns what to keep."""
    roster = folder / f"{instance.stem}.roster.json"
    roster.unlink(missing_ok=True)
    command = [
        str(rota), "solve", str(instance), "--time-limit", str(limit), "--output", str(roster), "--format", "json",
        "--language", "en", "--quiet",
    ]
    begin = time.monotonic()
    with open(folder / "stdout", "wb") as out:
        process = subprocess.Popen(command, stdout=out)
        memory = []
        has_ended = threading.Event()
        watcher = threading.Thread(target=watch, args=(process.pid, begin, memory, has_ended))
        watcher.start()
        since = begin
        if moment is not None:
            time.sleep(moment)
            since = time.monotonic()
            process.send_signal(signal.SIGINT)
        process.wait()
        seconds = time.monotonic() - since
        has_ended.set()
        watcher.join()
    text = (folder / "stdout").read_text(encoding="utf-8")
    # Who is interrupted before the instance is read has nothing to tell.
    account = json.loads(text) if text else {"outcome": "silent"}
    reason = account.get("stoppedBy")
    wanted = "timeLimit" if moment is None else "cancelled"
    defect = None
    if reason != wanted and account["outcome"] != "optimal":
        defect = f"{account['outcome']}, stopped by {reason}, exit code {process.returncode}"
    elif roster.exists():
        check = subprocess.run([str(rota), "check", str(instance), str(roster)], capture_output=True, check=False)
        defect = None if check.returncode == 0 else "the roster breaks hard rules"
    elif account["outcome"] != "undecided":
        defect = "no roster was written"
    return {
        "instance": instance.stem, "limit": limit, "moment": moment, "seconds": round(seconds, 3), "defect": defect,
        "hasRoster": roster.exists(), "memory": [(round(at, 2), size) for at, size in memory if size],
    }


def watch(process, begin, memory, has_ended):
    """Notes the memory of a process, often at first, then every second, until it has ended."""
    while not has_ended.is_set():
        memory.append((time.monotonic() - begin, resident(process)))
        has_ended.wait(0.02 if len(memory) < 100 else 1)


def resident(process):
    """The resident megabytes of a process; nothing if it has ended."""
    try:
        with open(f"/proc/{process}/statm", encoding="ascii") as file:
            return round(int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6)
    except (OSError, IndexError):
        return 0


def table(results):
    """The long solves, then the interrupted ones."""
    lines = [
        "| instance | limit, s | process, s | MB after a tenth | after a half | in the end | at most |", "|---|--:|--:|--:|--:|--:|--:|"
    ]
    for run in results["runs"]:
        if run["moment"] is None:
            # Who has proven the best roster sooner keeps the last size.
            last = run["memory"][-1][1]
            at = [next((size for after, size in run["memory"] if after >= run["limit"] * part), last) for part in (0.1, 0.5)]
            sizes = [*at, last, max(size for _, size in run["memory"])]
            lines.append(
                f"| {run['instance']} | {run['limit']:g} | {run['seconds']:.2f} | "
                + " | ".join(f"{size:,}" for size in sizes) + " |")
    moments = list(dict.fromkeys(run["moment"] for run in results["runs"] if run["moment"] is not None))
    lines += [
        "", "Seconds from an interrupt until the process has ended with its roster written (o: no roster was found yet):", "",
        "| instance | " + " | ".join(f"after {moment:g} s" for moment in moments) + " |", "|---|" + "--:|" * len(moments),
    ]
    for instance in dict.fromkeys(run["instance"] for run in results["runs"]):
        cells = [
            f"{run['seconds']:.2f}{'' if run['hasRoster'] else ' o'}"
            for run in results["runs"] if run["instance"] == instance and run["moment"] is not None
        ]
        lines.append(f"| {instance} | " + " | ".join(cells) + " |")
    defects = [f"Defect: {run['instance']}: {run['defect']}." for run in results["runs"] if run["defect"]]
    lines += ["", *defects]
    lines += [f"Made on {results['date']} by `{results['command']}`, {results['machine']}; {results['versions'].split(',')[0]}.", ""]
    return "\n".join(lines)


def plot(runs):
    """Memory over time."""
    long = [run for run in runs if run["moment"] is None]
    most = max(size for run in long for _, size in run["memory"])
    panel = svg.Panel(
        "memory over time", (0.1, max(run["seconds"] for run in long)), (10, 2 * most), "seconds", "resident MB")
    for run, colour in zip(long, COLOURS):
        panel.line(run["memory"], colour)
    return svg.page([panel], [(run["instance"], colour, False) for run, colour in zip(long, COLOURS)])


if __name__ == "__main__":
    sys.exit(main())
