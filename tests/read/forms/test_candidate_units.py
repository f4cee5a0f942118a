"""A sheet whose unit is not known gives its figures in each unit it may be in."""

from pathlib import Path

import pytest

from converter.read import Grid
from converter.read.forms.filing import FormReading
from tests.read.rows import READER, read_rows

TITLE = ["2020年度支出决算表"]
TABLE: list[list[object]] = [["项目", "本年支出合计", "基本支出", "项目支出"], ["合计", 3.5, 2.5, 1]]


def _reading(path: Path, *unit_lines: str) -> FormReading:
    [reading] = read_rows(path, [TITLE, *([line] for line in unit_lines), *TABLE]).forms
    return reading


@pytest.mark.parametrize(
    ("lines", "units"),
    [((), {"元", "千元", "万元", "亿元", "万亿元"}), (("单位：元", "单位：万元"), {"元", "万元"})],
)
def test_each_unit_it_may_be_in(tmp_path: Path, lines: tuple[str, ...], units: set[str]) -> None:
    reading = _reading(tmp_path / "a.xlsx", *lines)
    assert reading.extraction.figures == ()
    assert set(reading.units) == units


@pytest.mark.parametrize("unit", ["元", "万元"])
def test_the_figures_of_a_unit_are_those_of_a_sheet_that_states_it(tmp_path: Path, unit: str) -> None:
    stated = _reading(tmp_path / "a.xlsx", f"单位：{unit}")
    chosen = _reading(tmp_path / "b.xlsx").in_unit(unit)
    assert stated.units == chosen.units == ()
    assert chosen.title_block.unit == unit
    assert [(f.id, f.value, f.error) for f in chosen.extraction.figures] == [
        (f.id, f.value, f.error) for f in stated.extraction.figures
    ]


def test_a_table_that_is_on_no_sheet_reads_like_one_that_is(tmp_path: Path) -> None:
    stated = _reading(tmp_path / "a.xlsx", "单位：万元")
    figures = READER.figures_of_table(Grid("", TABLE, []), "支出决算表", "万元", 2020)
    assert figures
    assert {f.id: f.value for f in figures} == {
        f.id: f.value for f in stated.extraction.figures if f.value is not None
    }
