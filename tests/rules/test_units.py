"""A sheet whose heading states a wrong unit is named, with the unit it seems to be in, as one finding."""

from dataclasses import replace
from pathlib import Path

import pytest

from converter.batch.cases import sort_out
from converter.batch.inbox import Bundle
from converter.batch.line import Line
from converter.figures import Severity
from converter.pack import load_pack
from samples.filing import write
from samples.filing.budget import budget
from samples.filing.departments import SEED, load
from samples.filing.final_accounts import final_accounts
from samples.filing.sheet import SheetTable

LINE = Line(load_pack())


def _restated(table: SheetTable, unit: str) -> SheetTable:
    """Return the table with another unit in its heading and the same numbers."""
    cells = {
        at: f"金额单位：{unit}" if value == "金额单位：万元" else value for at, value in table.cells.items()
    }
    return replace(table, cells=cells)


@pytest.mark.parametrize("sheet", ["GK01", "GK02", "GK03", "GK04", "GK05", "GK06"])
@pytest.mark.parametrize(("stated", "times"), [("元", "10000"), ("千元", "10")])
def test_a_wrong_unit_is_one_finding(tmp_path: Path, sheet: str, stated: str, times: str) -> None:
    filing = load(SEED)
    tables = [
        _restated(table, stated) if table.name.startswith(sheet) else table
        for table in final_accounts(filing.accounts)
    ]
    write.book(tables, tmp_path / "2020年度部门决算公开表.xlsx")
    write.book(budget(filing.accounts, filing.prior), tmp_path / "2020年部门预算公开表.xlsx")
    write.book(final_accounts(filing.prior), tmp_path / "2019年度部门决算公开表.xlsx")
    [case], _ = sort_out(Bundle("部门", tuple(sorted(tmp_path.iterdir()))), LINE.reader)
    findings = [each for each in LINE.judge(case).findings if each.severity is Severity.ERROR]
    assert [(each.code, each.cells[0].sheet[:4]) for each in findings] == [("单位疑误", sheet)]
    assert f"相差 {times} 倍，实际像是“万元”" in findings[0].message
