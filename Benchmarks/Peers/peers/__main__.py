"""Solves one instance with one peer: `python -m peers cp-sat instance.json --seconds 60 --output folder`.

Writes `roster.json` (if there is one), `progress.jsonl` and `result.json` into the folder.
"""

import argparse
import importlib
import json
import os
import time

PEERS = {"cp-sat": ("cp_sat", "CPSATModel"), "highs": ("highs", "HiGHSModel"), "scip": ("scip", "SCIPModel")}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("peer", choices=PEERS)
    parser.add_argument("instance")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--output", default=".")
    parser.add_argument("--worker", default="max_lp", help="CP-SAT's first worker")
    options = parser.parse_args()
    begin = time.monotonic()
    module, writer = PEERS[options.peer]
    from .model import Model
    from .progress import Progress

    model = Model(options.instance)
    settings = {"worker": options.worker} if options.peer == "cp-sat" else {}
    peer = getattr(importlib.import_module("." + module, __package__), writer)(model, **settings)
    built = time.monotonic()
    progress = Progress(os.path.join(options.output, "progress.jsonl"))
    status, roster, objective, bound = peer.solve(options.seconds, options.threads, progress)
    progress.note(objective, bound)
    if roster is not None:
        with open(os.path.join(options.output, "roster.json"), "w", encoding="utf-8") as file:
            json.dump(roster, file)
    result = {
        "status": status, "objective": objective, "bound": bound, "buildSeconds": round(built - begin, 3),
        "seconds": round(time.monotonic() - built, 3),
    }
    with open(os.path.join(options.output, "result.json"), "w", encoding="utf-8") as file:
        json.dump(result, file)


if __name__ == "__main__":
    main()
