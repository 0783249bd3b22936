"""What a benchmark runs on and with: Rota's binary, the peers' Python, the machine."""

import datetime
import json
import os
import platform
import subprocess
import sys
from pathlib import Path

from peers.instance import not_modelled

HERE = Path(__file__).resolve().parent.parent
PACKAGE = HERE.parent.parent

# The ladder of `rota generate`, and an instance for a quick look.
LADDER = ("community", "one-specialty", "half-county", "county", "city")
RUNGS = {rung: ["--rung", rung] for rung in LADDER}
RUNGS["small"] = ["--people", "16", "--clinics", "3", "--specialties", "2", "--weeks", "13"]


def make_rung(rota, rung, tightness, path, seed=1):
    """Writes the instance of a rung."""
    subprocess.run(
        [str(rota), "generate", *RUNGS[rung], "--tightness", tightness, "--seed", str(seed), "--output", str(path)],
        check=True)


def teaching_cases():
    """The instances with one rule each, as far as the peers have it; what lies beside them is not an instance."""
    paths = sorted(path for path in (PACKAGE / "instances" / "tiny").glob("*.json") if path.stem != "optima")
    return [path for path in paths if not not_modelled(json.loads(path.read_text(encoding="utf-8")))]


def rota_binary(given=None):
    """Rota as built for release, built now if it is not there."""
    if given:
        return Path(given).resolve()
    subprocess.run(["swift", "build", "-c", "release", "--product", "rota"], cwd=PACKAGE, check=True, stdout=sys.stderr)
    return PACKAGE / ".build" / "release" / "rota"


def peers_python():
    """The Python of a virtual environment with the pinned peers, made now if it is not there or its pins changed."""
    folder = HERE / ".venv"
    python, stamp, pins = folder / "bin" / "python", folder / "pins.txt", HERE / "requirements.txt"
    if not stamp.exists() or stamp.read_text() != pins.read_text():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", "-r", str(pins)], check=True, stdout=sys.stderr)
        stamp.write_text(pins.read_text())
    return python


def machine(rota):
    """A line on the machine and one on the versions, for the record beside every number."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {platform.machine()}"
    pins = [line.strip().replace("==", " ") for line in (HERE / "requirements.txt").read_text().splitlines()]
    version = subprocess.run([str(rota), "--version"], capture_output=True, text=True, check=True).stdout.strip()
    return {
        "date": datetime.date.today().isoformat(),
        "machine": f"{processor()}, {len(os.sched_getaffinity(0))} cores, {memory:.0f} GB, {system}",
        "versions": ", ".join(
            [f"Rota {version}"] + [pin for pin in pins if pin and not pin.startswith("#")]
            + [f"Python {platform.python_version()}"]),
    }


def processor():
    """The processor's model as the system names it."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            return next(line.split(":", 1)[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or "unknown processor"
