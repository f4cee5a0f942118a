"""Lists of any number of rows: lists.yaml holds sheets, what must be read of them, and what must be said."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from converter.pack.files.layers import BUILT_IN
from converter.pack.loading import load_pack
from converter.pack.shapes.forms import FormKind
from converter.read.files.grid import Grid
from converter.read.forms.filing import Extraction
from converter.read.reader import Reader
from tests.data import data_of

CASES = data_of(Path(__file__).parent / "lists.yaml")
GOALS = data_of(Path(__file__).parent / "goals.yaml")
PACK = load_pack(BUILT_IN / "hunan-2021")
READER = Reader(PACK)
LIST = "整体绩效指标"
HEADS = list(PACK.lists[LIST].columns)


def _read(rows: list[list[Any]], heads: list[str]) -> Extraction:
    grid = Grid("表", [[PACK.supplement[LIST].title], [""], heads, *rows])
    [form] = READER.forms_of_table(grid, "补充资料.xlsx", 2023, FormKind.SUPPLEMENT)
    return form.extraction


@pytest.mark.parametrize("name", CASES)
def test_a_list_is_read(name: str) -> None:
    case = CASES[name]
    found = _read(case["rows"], case.get("heads", HEADS))
    values = {figure.id: figure.value for figure in found.figures}
    texts = {row.id: row.texts for row in found.list_rows}
    assert [row.id for row in found.list_rows] == list(case["read"])
    for row, columns in case["read"].items():
        for column, expected in columns.items():
            if column in texts[row]:
                assert texts[row][column].value == expected
            else:
                assert values[f"{row}.{column}"] == Decimal(str(expected))
    said = {finding.code: [cell.cell for cell in finding.cells] for finding in found.findings}
    assert said == case.get("says", {})


@pytest.mark.parametrize("count", [100, 101])
def test_no_more_rows_are_read_than_the_list_may_have(count: int) -> None:
    rows = [["产出指标", "数量指标", f"第{at}项", "", "1", "1", 1, 1, ""] for at in range(count)]
    found = _read(rows, HEADS)
    assert len(found.list_rows) == 100
    assert [finding.code for finding in found.findings] == ["行数过多"] * (count - 100)


@pytest.mark.parametrize("name", GOALS)
def test_goal_tables_of_budgets_are_read(name: str) -> None:
    case = GOALS[name]
    grid = Grid("表", case["rows"], [tuple(merge) for merge in case["merges"]] if "merges" in case else None)
    [form] = READER.forms_of_table(grid, "预算.xlsx", 2023, FormKind.BUDGET)
    targets = {row.id: row.texts["年度指标值"].value for row in form.extraction.list_rows}
    assert targets == case["targets"]
    assert form.extraction.findings == ()
