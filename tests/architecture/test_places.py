"""The places that CONTRIBUTING.md and the journeys of docs/architecture.md name are there."""

import re
from importlib import import_module
from operator import attrgetter
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "docs/architecture.md").read_text("utf-8")


def test_files_and_folders_named_to_contributors_are_there() -> None:
    places = set(re.findall(r"`((?:converter|tests|docs|page)/[\w./-]+)`", CONTRIBUTING))
    assert len(places) > 60
    assert [place for place in places if not (ROOT / place).exists()] == []
    assert [place for place in places if place.endswith("/") != (ROOT / place).is_dir()] == []


def test_pack_files_named_to_contributors_are_those_of_a_pack() -> None:
    names = set(re.findall(r"`(\w+\.yaml|report\.md)`", CONTRIBUTING))
    assert len(names) > 15
    assert [name for name in names if not any((ROOT / "converter/packs").rglob(name))] == []


def test_functions_on_the_journeys_are_there() -> None:
    steps = re.findall(r"^\d+\. `([\w.]+)`", ARCHITECTURE, re.MULTILINE)
    assert len(steps) > 30
    for step in steps:
        module = step.split(".")
        while not (ROOT / "converter" / Path(*module)).with_suffix(".py").is_file():
            module.pop()
        attrgetter(step.removeprefix(".".join(module) + "."))(import_module(".".join(["converter", *module])))
