"""The directions, keepers and sizes of the house hold: house.yaml says which, broken.yaml that they bite."""

import ast
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import pytest
import yaml

from tests.architecture.house import HOUSE, LAWS, ROOT, Module, broad_lines, directions, lengths, modules

MODULES = modules()
BROKEN = yaml.safe_load((Path(__file__).parent / "broken.yaml").read_text("utf-8"))


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.path)
def test_law(law: str, module: Module) -> None:
    assert list(LAWS[law](module)) == []


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: f"{broken['law']}-{broken['says']}")
def test_a_broken_law_is_seen(broken: dict[str, Any]) -> None:
    text = broken["text"]
    lacking = broken.get("lines", 0) - len(text.splitlines())
    module = Module(
        broken["path"], text + "\n    x = 1" * lacking if ":" in text else text + "\nx = 1" * lacking
    )
    [said] = LAWS[broken["law"]](module)
    assert said.startswith(broken["says"])


@pytest.mark.parametrize("law", LAWS)
def test_every_law_is_seen_broken(law: str) -> None:
    assert law in {broken["law"] for broken in BROKEN}


def test_every_room_is_in_the_table() -> None:
    assert {module.room for module in MODULES} - {"__init__"} == set(HOUSE["rooms"])


def test_rooms_stand_above_those_they_import() -> None:
    """No two rooms import each other, not even by a detour."""
    rooms, above = dict(HOUSE["rooms"]), list[str]()
    while rooms:
        lowest = [room for room, below in rooms.items() if set(below) <= set(above)]
        assert lowest, f"a circle among {sorted(rooms)}"
        above += lowest
        rooms = {room: below for room, below in rooms.items() if room not in lowest}


def test_one_broad_except_in_batch() -> None:
    assert [module.path for module in MODULES for _ in broad_lines(module)] == HOUSE["broad"]


def test_packs_hold_no_code() -> None:
    assert {path.suffix for path in (ROOT / "packs").rglob("*") if path.is_file()} == {".yaml", ".md"}


@pytest.mark.parametrize("kind", HOUSE["sizes"])
def test_most_files_and_functions_are_small(
    kind: str, record_property: Callable[[str, object], None]
) -> None:
    found = sorted(lines for module in MODULES for what, _, lines in lengths(module) if what == kind)
    most = quantiles(found, n=10)[-1]
    record_property(
        "measured",
        f"{len(found)} {kind}s: median {median(found):g} lines, nine in ten at most {most:g},"
        f" longest {found[-1]}",
    )
    limits = HOUSE["sizes"][kind]
    assert median(found) <= limits["middle"]
    assert most <= limits.get("most", most)


def test_a_file_that_keeps_the_laws_passes() -> None:
    fine = Module("rules/checks.py", "from converter.figures import Figure\nx = 'a'.replace('a', 'b')\n")
    assert [said for law in LAWS.values() for said in law(fine)] == []
    assert list(directions(Module("document/body.py", "from converter.narrative import blocks"))) == []


def test_no_message_hides_another() -> None:
    """The files of messages are one namespace: a name used twice would be the last one's everywhere."""
    names = [
        name
        for path in sorted((ROOT / "messages").glob("[!_]*.py"))
        for statement in ast.parse(path.read_text("utf-8")).body
        for target in getattr(statement, "targets", [getattr(statement, "target", None)])
        if isinstance(target, ast.Name) and not (name := target.id).startswith("_")
    ]
    assert sorted(names) == sorted(set(names))
