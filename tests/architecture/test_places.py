"""The places that documents name are there: files and folders, what is in them, functions on the journeys."""

import re
from importlib import import_module
from operator import attrgetter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXTS = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for folder in ("", "docs", "benchmarks", "samples")
    for path in (ROOT / folder).glob("*.md")
}
CONTRIBUTING, ARCHITECTURE = TEXTS["CONTRIBUTING.md"], TEXTS["docs/architecture.md"]
ROWS = re.findall(r"^\| .* \|$", CONTRIBUTING, re.MULTILINE)
PLACE = re.compile(r"`((?:benchmarks|converter|docs|page|render|samples|tests)/[\w./-]+)`")
OF_AN_INBOX = {"别名.yaml", "设置.yaml"}
LINK = re.compile(r"\]\(([\w./-]+)\)")


@pytest.mark.parametrize("document", TEXTS)
def test_files_and_folders_that_documents_name_are_there(document: str) -> None:
    places = set(PLACE.findall(TEXTS[document]))
    assert [place for place in places if not (ROOT / place).exists()] == []
    assert [place for place in places if "." not in place and not (ROOT / place).is_dir()] == []
    links = set(LINK.findall(TEXTS[document]))
    assert [link for link in links if not (ROOT / document).parent.joinpath(link).exists()] == []


def test_folders_named_to_contributors_end_in_a_slash() -> None:
    places = set(PLACE.findall(CONTRIBUTING))
    assert len(places) > 60
    assert [place for place in places if place.endswith("/") != (ROOT / place).is_dir()] == []


@pytest.mark.parametrize("row", [row for row in ROWS if re.search(r"`(?:\w+\.py|[A-Z][\w.]+)`", row)])
def test_files_and_names_without_a_folder_are_in_a_place_of_their_row(row: str) -> None:
    places = [ROOT / place for place in PLACE.findall(row)]
    files = [file for place in places for file in ([place] if place.is_file() else place.rglob("*.py"))]
    texts = [file.read_text("utf-8") for file in files if file.suffix == ".py"]
    assert set(re.findall(r"`(\w+\.py)`", row)) <= {file.name for file in files}
    for name in re.findall(r"`([A-Z][\w.]+)`", row):
        defined = re.compile(rf"^ *(?:class |def )?{name.rpartition('.')[2]}\b *[(:=]", re.MULTILINE)
        assert any(map(defined.search, texts)), name


@pytest.mark.parametrize("document", ["CONTRIBUTING.md", "README.md"])
def test_pack_files_that_documents_name_are_those_of_a_pack(document: str) -> None:
    names = set(re.findall(r"^\| .*", TEXTS[document], re.MULTILINE))
    files = {name for row in names for name in re.findall(r"`(\w+\.yaml|report\.md)`", row)} - OF_AN_INBOX
    assert len(files) > 15
    assert [name for name in files if not any((ROOT / "converter/packs").rglob(name))] == []


def test_functions_on_the_journeys_are_there() -> None:
    steps = re.findall(r"^\d+\. `([\w.]+)`", ARCHITECTURE, re.MULTILINE)
    assert len(steps) > 30
    for step in steps:
        module = step.split(".")
        while not (ROOT / "converter" / Path(*module)).with_suffix(".py").is_file():
            module.pop()
        attrgetter(step.removeprefix(".".join(module) + "."))(import_module(".".join(["converter", *module])))
