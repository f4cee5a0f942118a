"""What rows of a sheet are read as, however they are written, and which are refused."""

from pathlib import Path
from typing import Any

import pytest

from converter.figures import address
from converter.read.files.archive import UnsafeError
from converter.read.files.format import Worksheet
from converter.read.files.xlsx import rewriting
from tests.data import data_of
from tests.read.files.xlsx.books import MAIN, read_sheet, worksheet

STRINGS = f'<sst xmlns="{MAIN}"><si><t>合计</t></si><si><t>项目</t></si></sst>'


def _cases(name: str) -> Any:
    return data_of(Path(__file__).with_name(name))


CASES, REFUSED = _cases("cells.yaml"), _cases("refused.yaml")


def _values(sheet: Worksheet) -> dict[str, object]:
    rows = enumerate(sheet.grid.rows)
    return {address(row, at): value for row, line in rows for at, value in enumerate(line) if value != ""}


@pytest.fixture
def rewritten(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The parts that had to be rewritten."""
    seen: list[str] = []
    rewrite = rewriting.rewritten
    monkeypatch.setattr(rewriting, "rewritten", lambda text: [seen.append(text), rewrite(text)][1])
    return seen


@pytest.mark.parametrize("name", CASES)
def test_rows_are_read(name: str, rewritten: list[str]) -> None:
    case = CASES[name]
    sheet = read_sheet(worksheet(case["rows"]), strings=STRINGS)
    found = _values(sheet)
    assert found == case["values"]
    assert list(map(type, found.values())) == list(map(type, case["values"].values()))
    assert sheet.formulas.failed == sheet.grid.uncomputed == set(case.get("failed", ()))
    assert sheet.formulas.texts == case.get("formulas", {})
    assert {row + 1 for row in sheet.grid.hidden.rows} == set(case.get("hidden", ()))
    assert len(rewritten) == (not case.get("plain", True))


@pytest.mark.parametrize("name", CASES)
def test_rows_are_read_the_same_when_rewritten(name: str) -> None:
    rows = CASES[name]["rows"]
    plain = read_sheet(worksheet(rows), strings=STRINGS)
    other = read_sheet(worksheet(rows, before="<!-- not plain -->"), strings=STRINGS)
    assert (other.grid.rows, other.formulas, other.grid.hidden) == (
        plain.grid.rows,
        plain.formulas,
        plain.grid.hidden,
    )


@pytest.mark.parametrize("name", REFUSED)
def test_rows_are_refused(name: str) -> None:
    with pytest.raises(UnsafeError, match=REFUSED[name]["says"]):
        read_sheet(worksheet(REFUSED[name]["rows"]), strings=STRINGS)
