"""A prefilled supplement: what is asked for, and what is read back of it."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from converter import messages
from converter.pack import load_pack
from converter.read import Filing, Reader
from converter.supplement import Counts, Prefill, Prefilled, Standing, write_supplement
from tests.data import data_of

CASES = data_of(Path(__file__).parent / "cells.yaml")
PACK = load_pack()
READER = Reader(PACK)


def of_tables(amount: str) -> Prefill:
    return Prefill(Decimal(amount), Standing.KNOWN, "取自 决算.xlsx“GK07”G8", "决算.xlsx")


def of_last_year(value: str | Decimal) -> Prefill:
    return Prefill(value, Standing.CONFIRM, "取自 上年.xlsx", "上年.xlsx")


KNOWN = Prefilled(
    "常德市人民政府办公室",
    2020,
    {
        "部门名称": Prefill("常德市人民政府办公室", Standing.KNOWN),
        "年度": Prefill("2020", Standing.KNOWN),
        "单位简称": of_last_year("市政府办"),
        "人员.编制": of_last_year(Decimal(130)),
        "三公经费.决算": of_tables("1152700.00"),
        "公务接待费.增减": of_tables("-213600.00"),
        "公务用车购置费.增减": of_tables("0"),
        "单位主要职责": Prefill("负责文电、会务\n1、机要", Standing.FILED),
    },
)


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Counts]:
    path = tmp_path_factory.mktemp("supplement") / PACK.meta.supplement_file
    return path, write_supplement(PACK, path, KNOWN)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_is_read_back(case: dict[str, Any], workbook: tuple[Path, Counts], tmp_path: Path) -> None:
    filing = left_as(workbook[0], tmp_path / "补充资料.xlsx", case)
    figures = {each.id: each for form in filing.forms for each in form.extraction.figures}
    texts = {name: text.value for form in filing.forms for name, text in form.extraction.texts.items()}
    if "text" in case:
        assert texts.get(case["text"]) == case["reads"]
    elif case.get("blank"):
        assert figures[case["figure"]].value is None
    else:
        figure = figures.get(case["figure"])
        assert (figure and figure.value) == (Decimal(case["reads"]) if case["reads"] else None)
    if case.get("elsewhere"):
        assert case["figure"] in {each.id for form in filing.forms for each in form.extraction.elsewhere}
        assert [finding for form in filing.forms for finding in form.extraction.findings] == []
    asked = [finding for finding in filing.findings if finding.code == messages.reading.UNCONFIRMED.code]
    assert all(finding.to_supply for finding in asked)
    if sheet := case.get("asks"):
        assert sheet in {cell.sheet for finding in asked for cell in finding.cells}


def left_as(prefilled: Path, path: Path, case: dict[str, Any]) -> Filing:
    """Return the workbook read after a person has left it with some cells changed."""
    book = load_workbook(prefilled)
    for place, value in case.get("set", {}).items():
        sheet, _, cell = place.partition("!")
        book[sheet][cell] = value
    if dropped := case.get("drop"):
        del book[dropped]
    for name in {*book.sheetnames} - {*case["sheets"], messages.workbooks.RECORD_SHEET}:
        del book[name]  # which takes most of the time
    book.save(path)
    return READER.read(path, path.name)


def test_it_is_read_without_a_word_but_what_is_to_be_confirmed(workbook: tuple[Path, Counts]) -> None:
    filing = READER.read(workbook[0], workbook[0].name)
    assert {finding.code for finding in filing.findings} == {messages.reading.UNCONFIRMED.code}
    assert [finding for form in filing.forms for finding in form.extraction.findings] == []
    assert {form.form for form in filing.forms} == set(PACK.supplement)


def test_what_is_known_need_not_be_filled(workbook: tuple[Path, Counts], tmp_path: Path) -> None:
    blank = write_supplement(PACK, tmp_path / "空.xlsx")
    assert blank.known == 8  # asked on another sheet, or computed
    assert workbook[1].known == blank.known + 3 + 2  # the amounts and words known, nothing to say of one
    assert sum_of(blank) == sum_of(workbook[1])


def test_only_points_have_limits_not_the_reason_for_them(workbook: tuple[Path, Counts]) -> None:
    page = load_workbook(workbook[0])["自评打分"]
    limited = [str(rule.sqref) for rule in page.data_validations.dataValidation if rule.type]
    assert limited
    assert [cells for cells in limited if not cells.startswith("C")] == []


def test_what_there_is_none_of_is_asked_no_further(tmp_path: Path) -> None:
    none_built = Prefilled("甲局", 2020, {"楼堂馆所.批准面积": Prefill("无", Standing.FILED)})
    all_to_fill = write_supplement(PACK, tmp_path / "空.xlsx", Prefilled("甲局", 2020)).to_fill
    assert write_supplement(PACK, tmp_path / "无.xlsx", none_built).to_fill == all_to_fill - 4


def sum_of(counts: Counts) -> int:
    return counts.to_fill + counts.optional + counts.to_confirm + counts.known


def test_the_same_is_the_same_bytes(workbook: tuple[Path, Counts], tmp_path: Path) -> None:
    write_supplement(PACK, tmp_path / "又.xlsx", KNOWN)
    assert (tmp_path / "又.xlsx").read_bytes() == workbook[0].read_bytes()


def test_one_that_is_there_stays(workbook: tuple[Path, Counts]) -> None:
    before = workbook[0].read_bytes()
    with pytest.raises(FileExistsError):
        write_supplement(PACK, workbook[0], KNOWN)
    assert workbook[0].read_bytes() == before


def test_a_cell_says_where_it_is_from_and_what_may_be_entered(workbook: tuple[Path, Counts]) -> None:
    book = load_workbook(workbook[0])
    prompts = {
        f"{page.title}!{cells}": rule.prompt
        for page in book
        for rule in page.data_validations.dataValidation
        for cells in rule.sqref.ranges
    }
    assert "决算.xlsx“GK07”G8" in prompts["基础数据表!F7"]
    assert book["三公经费增减原因"]["C5"].value == messages.workbooks.NEEDS["required"]  # for it has changed
    assert book["自评打分"]["B5"].value == "8"
    heights = [row.height for row in book["文字材料"].row_dimensions.values() if row.index > 4]
    assert heights
    assert min(heights) > 30
