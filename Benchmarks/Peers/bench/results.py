"""The runs of a benchmark: kept in its folder while it runs, then shown, and published beside README.md."""

import json
import shutil

from bench import environment


def load(folder):
    """The results that a folder holds."""
    store = folder / "results.json"
    return json.loads(store.read_text(encoding="utf-8")) if store.exists() else {"runs": []}


def save(folder, results):
    """Keeps results in a folder, each run on a line of its own."""
    runs = ",\n".join(json.dumps(run, ensure_ascii=False) for run in results["runs"])
    entries = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in results.items() if key != "runs"]
    text = ",\n".join([*entries, f'"runs": [\n{runs}\n]'])
    (folder / "results.json").write_text(f"{{\n{text}\n}}\n", encoding="utf-8")


def finish(part, folder, results, table, plot, is_published):
    """Writes and prints the table, writes the plot, publishes both if asked; returns the exit code."""
    save(folder, results)
    (folder / "table.md").write_text(table, encoding="utf-8")
    (folder / "plot.svg").write_text(plot, encoding="utf-8")
    print(table)
    if is_published:
        publish(part, folder, table)
    return 1 if any(run["defect"] for run in results["runs"]) else 0


def publish(part, folder, table):
    """Puts a table into README.md between the marks of its part, with its plot and the runs behind it as files."""
    shutil.copy(folder / "plot.svg", environment.HERE / f"{part}.svg")
    shutil.copy(folder / "results.json", environment.HERE / f"{part}.json")
    text = f"{table}\n![{part}]({part}.svg)\n\nEvery run with its progress: [{part}.json]({part}.json)."
    insert(text, part, environment.HERE / "README.md")


def insert(text, part, readme):
    """Puts a text into a README between the marks of its part."""
    begin, end = f"<!-- {part} begin -->", f"<!-- {part} end -->"
    before, rest = readme.read_text(encoding="utf-8").split(begin)
    _, after = rest.split(end)
    readme.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}", encoding="utf-8")
