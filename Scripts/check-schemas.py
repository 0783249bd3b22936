#!/usr/bin/env python3
"""Checks files against the schemas: valid instances and policy packs under instances/ pass, faulty ones with faults of form do not, and the
reports that the tests of the command expect pass.

Needs the PyPI package `jsonschema`. Run from the repository's root.
"""

import json
import pathlib
import sys

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Faults that no schema sees: references between parts, order of dates, sums.
BEYOND_SCHEMAS = {"pins.json", "totals.json", "unknown-identifiers.json"}


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def main():
    schemas = {path.name: load(path) for path in sorted((ROOT / "schema").glob("*.schema.json"))}
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    registry = Registry().with_resources((name, Resource.from_contents(each)) for name, each in schemas.items())
    validators = {
        "rota-instance/1": Draft202012Validator(schemas["instance.schema.json"], registry=registry),
        "rota-policy/1": Draft202012Validator(schemas["policy.schema.json"], registry=registry),
        "rota-roster/1": Draft202012Validator(schemas["roster.schema.json"], registry=registry),
    }
    for report in ["filing", "ledger", "indicators"]:
        schema = schemas[f"{report}.schema.json"]
        validators[f"rota-{report}/1"] = Draft202012Validator(schema, registry=registry)
    checked, wrong = 0, 0
    reports = sorted((ROOT / "Tests/RotaCommandTests/Expected").glob("report-*.json"))
    for path in sorted((ROOT / "instances").rglob("*.json")) + reports:
        if path.name == "optima.json":
            continue
        value = load(path)
        is_faulty = path.parent.name == "faulty"
        validator = validators.get(value.get("format"), validators["rota-instance/1"])
        errors = sorted(validator.iter_errors(value), key=lambda error: list(map(str, error.absolute_path)))
        checked += 1
        if bool(errors) != (is_faulty and path.name not in BEYOND_SCHEMAS):
            wrong += 1
            print(f"{path.relative_to(ROOT)}: {'passes but is faulty' if not errors else ''}")
            for error in errors[:5]:
                print(f"  {error.json_path}: {error.message[:200]}")
    print(f"{checked - wrong} passed, {wrong} failed")
    return 1 if wrong or not checked else 0


if __name__ == "__main__":
    sys.exit(main())
