"""Each number is computed: altering one input cell changes exactly the figures that depend on it."""

import json
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from tests.conversion.conftest import SAMPLES, SEED, jixiao

FINAL, BUDGET, PRIOR, OURS = (
    "2020年度部门决算公开表",
    "2020年部门预算公开表",
    "2019年度部门决算公开表",
    "补充资料",
)
# workbook, figure whose cell is altered
ALTERED = [
    (FINAL, "工资福利支出.决算"),
    (FINAL, "日常公用经费.决算"),
    (FINAL, "公务接待费.决算"),
    (FINAL, "三公经费.决算"),
    (FINAL, "项目支出.决算"),
    (FINAL, "财政拨款收入.决算"),
    (PRIOR, "三公经费.上年决算"),
    (PRIOR, "公务用车运行维护费.上年决算"),
    (BUDGET, "基本支出.年初预算"),
    (BUDGET, "日常公用经费.年初预算"),
    (OURS, "基本支出.上年结转"),
    (OURS, "项目支出.本年追加"),
    (OURS, "人员.在职"),
    (OURS, "行政效能.自评得分"),
]


def _figures(inbox: Path) -> dict[str, dict]:
    result = jixiao("figures", inbox / SEED, "--format", "json", "-j", "1")
    return json.loads(result.stdout)["departments"][0]["figures"]


@pytest.fixture(scope="module")
def before() -> dict[str, dict]:
    return _figures(SAMPLES)


def _dependents(figures: dict[str, dict], cell: dict) -> set[str]:
    """Return the figures read from a cell, and those that depend on them through formulas."""
    found = {name for name, figure in figures.items() if figure["origin"] == cell}
    while True:
        more = {
            name for name, figure in figures.items() if found & set(figure["origin"].get("inputs", []))
        } - found
        if not more:
            return found
        found |= more


@pytest.mark.parametrize(("book", "figure"), ALTERED)
def test_exactly_the_dependents_change(inbox: Path, before: dict[str, dict], book: str, figure: str) -> None:
    cell = before[figure]["origin"]
    path = inbox / SEED / f"{book}.xlsx"
    assert cell["file"] == path.name
    workbook = openpyxl.load_workbook(path)
    target = workbook[cell["sheet"]][cell["cell"]]
    target.value = float(Decimal(str(target.value)) - Decimal("0.5"))
    workbook.save(path)

    after = _figures(inbox)

    changed = {name for name in before if before[name]["value"] != after[name]["value"]}
    depending = _dependents(before, cell)
    assert figure in changed
    assert changed <= depending
    # A score may stay the same though the ratio under it moved; every amount must move.
    assert {name for name in depending - changed if before[name]["unit"] != "分"} == set()
