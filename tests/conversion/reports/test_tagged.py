"""The seed report's figures: each in a bookmark, each bookmark in the trail, each entry of it true."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from converter.document.read.trail import read_trail
from converter.document.read.word_file import read_document
from converter.figures.origin import CellOrigin
from converter.figures.rounding import exact_text
from converter.trace.trail import Trail
from tests.conversion.conftest import SAMPLES, SEED, jixiao, report
from tests.data import data_of
from tests.document.bookmarks import bookmarked_texts

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALLOWED = data_of(Path(__file__).parent / "untagged.yaml")
YEARS = {str(year) for year in ALLOWED.pop("年份")}
LITERALS = sorted((text for several in ALLOWED.values() for text in several), key=len, reverse=True)
GENERATED = ("二、", "五、", "附件")
MARK = "〔数〕"


@pytest.fixture(scope="module")
def seed(outbox: Path) -> bytes:
    return report(outbox, SEED).read_bytes()


@pytest.fixture(scope="module")
def trail(seed: bytes) -> Trail:
    found = read_trail(seed)
    assert found is not None
    return found


def _paragraphs(path: Path) -> Iterator[str]:
    """Yield the paragraphs of the parts that are generated, with a mark in place of each tagged figure."""
    with ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    part = ""
    for paragraph in root.iter(f"{WORD}p"):
        text = _untagged(paragraph)
        if paragraph.find(f"{WORD}pPr/{WORD}pStyle").get(f"{WORD}val") in ("Heading1", "AnnexMark"):
            part = text
        if part.startswith(GENERATED):
            yield text


def _untagged(paragraph: etree._Element) -> str:
    text, depth = "", 0
    for node in paragraph.iter(f"{WORD}bookmarkStart", f"{WORD}bookmarkEnd", f"{WORD}t"):
        if node.tag == f"{WORD}t":
            text += (node.text or "") if not depth else ""
        else:
            depth += 1 if node.tag == f"{WORD}bookmarkStart" else -1
            text += MARK * (node.tag == f"{WORD}bookmarkStart")
    return text


def test_every_number_of_the_generated_parts_is_tagged(outbox: Path) -> None:
    paragraphs = list(_paragraphs(report(outbox, SEED)))
    assert sum(text.count(MARK) for text in paragraphs) > 120
    for text in paragraphs:
        rest = text
        for literal in LITERALS:
            rest = rest.replace(literal, "")
        assert set(re.findall(r"\d+", rest)) <= YEARS, text


def test_every_allowed_literal_is_there(outbox: Path) -> None:
    text = "\n".join(_paragraphs(report(outbox, SEED)))
    assert [literal for literal in LITERALS if literal not in text] == []


def test_the_trail_has_what_each_bookmark_prints(seed: bytes, trail: Trail) -> None:
    assert bookmarked_texts(read_document(seed).contents) == {
        mark.bookmark: mark.text for mark in trail.occurrences
    }
    assert len({mark.bookmark for mark in trail.occurrences}) == len(trail.occurrences)
    for mark in trail.occurrences:
        traced = trail.figures[mark.figure]
        figure, text = traced.figure, traced.text
        assert mark.value in (figure.value, abs(figure.value))
        if mark.value == figure.value:
            assert mark.text in (text, text.rstrip("万元分人平方米"))


def test_the_trail_has_the_figures_of_the_ledger(trail: Trail) -> None:
    result = jixiao("figures", SAMPLES / SEED, "--format", "json", "-j", "1")
    known = json.loads(result.stdout)["departments"][0]["figures"]
    for figure in (traced.figure for traced in trail.figures.values()):
        expected = known[figure.id]
        value = None if figure.value is None else exact_text(figure.value)
        assert (value, figure.unit) == (expected["value"], expected["unit"])
        origin = figure.origin
        if isinstance(origin, CellOrigin):
            assert expected["origin"] == {"file": origin.file, "sheet": origin.sheet, "cell": origin.cell}
        else:
            assert (expected["origin"]["formula"], expected["origin"]["inputs"]) == (
                origin.formula,
                list(origin.inputs),
            )
            assert set(origin.inputs) <= set(trail.figures)


def test_the_trail_has_what_the_report_was_made_from(trail: Trail) -> None:
    assert (trail.department, trail.year, trail.version) == (SEED, 2020, "1")
    assert [entry.file for entry in trail.inputs] == sorted(path.name for path in (SAMPLES / SEED).iterdir())
    assert trail.pack
    assert trail.digest
    assert trail.converter
