"""Two tables of one form in a workbook, none of whose amounts differ: copies, or parts of the form."""

from pathlib import Path

import openpyxl
import pytest

from converter.pack.loading import load_pack
from converter.read.assemble import dated_readings, readings_used
from converter.read.duplicates import find_duplicates
from tests.read.rows import READER

SPENT = ["本年支出", "基本支出"], [8, 8]
FLOWS = ["本年收入", "年末结转和结余"], [0, 0]


@pytest.mark.parametrize(
    ("other", "said"), [(FLOWS, []), (SPENT, ["a.xlsx 的工作表“收支”、a.xlsx 的工作表“支出”"])]
)
def test_tables_of_one_form(tmp_path: Path, other: tuple[list[str], list[int]], said: list[str]) -> None:
    book = openpyxl.Workbook()
    for name, (heads, amounts) in (("收支", SPENT), ("支出", other)):
        sheet = book.create_sheet(name)
        sheet.append([f"2020年度国有资本经营预算财政拨款{name.replace('收支', '收入支出')}决算表"])
        sheet.append(["部门：某某局", None, None, "单位：元"])
        sheet.append(["科目编码", "科目名称", *heads])
        sheet.append([None, "合计", *amounts])
    book.save(tmp_path / "a.xlsx")
    readings = dated_readings([READER.read(tmp_path / "a.xlsx", "a.xlsx")])
    assert len(readings) == 2
    found = find_duplicates(readings, "某某局")
    assert [words in finding.message for finding, words in zip(found, said, strict=True)] == [True] * len(
        said
    )


def test_of_two_copies_the_one_that_is_named_by_its_year_is_used(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["2020年度支出决算表"], ["部门：某某局", "单位：元"], ["项目", "本年支出合计"], ["合计", 8]):
        book.active.append(row)
    files = ["2019年度决算.xlsx", "2020年度决算.xlsx"]
    for file in files:
        book.save(tmp_path / file)
    filings = [READER.read(tmp_path / file, file) for file in files]
    assert [used.reading.file for used in readings_used(filings, 2020, load_pack())] == files[::-1]
