"""Every book at hand read by us and by calamine, cell by cell; none of them has to be rewritten first."""

import datetime
import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from converter.read.files.xlsx import rewriting
from samples.filing import write
from samples.filing.final_accounts import final_accounts
from samples.filing.invented import invent
from tests.read.files.xlsx.books import read

ROOT = Path(__file__).parents[4]
SAMPLES = sorted(ROOT.glob("samples/**/*.xlsx"))
CASES = sorted((ROOT.parent / "shared/cases").glob("field/**/*.xlsx"))
VALUES = [
    "合计", " 两端 有空格 ", "a&b<c>\"d\"'e'", "两\n行", "_x000D_", 0, 1, -2.5, 1e-9, 3915.36,
    12345678901234.5, True, False, datetime.date(2020, 12, 31), datetime.datetime(2020, 12, 31, 9, 30),
    datetime.time(9, 30), None,
]  # fmt: skip

Sheet = tuple[str, bool, list[list[object]], list[tuple[int, ...]]]


def _trimmed(rows: list[list[object]]) -> list[list[object]]:
    """Return the rows without empty cells at the end of a row, and without empty rows at the end."""
    lines = [list(row) for row in rows]
    for line in lines:
        while line and line[-1] == "":
            line.pop()
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _ours(data: bytes) -> list[Sheet]:
    grids = [sheet.grid for sheet in read(data)]
    return [
        (grid.name, grid.is_hidden, _trimmed(list(map(list, grid.rows))), sorted(grid.merges or []))
        for grid in grids
    ]


def _calamines(data: bytes) -> list[Sheet]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    found = []
    for about in book.sheets_metadata:
        if about.typ is SheetTypeEnum.WorkSheet:
            sheet = book.get_sheet_by_name(about.name)
            merges = sorted((*first, *last) for first, last in sheet.merged_cell_ranges or [])
            rows = _trimmed(sheet.to_python(skip_empty_area=False))
            found.append((about.name, about.visible is not SheetVisibleEnum.Visible, rows, merges))
    return found


def _agree(data: bytes) -> None:
    ours, others = _ours(data), _calamines(data)
    assert ours == others
    assert [_kinds(sheet) for sheet in ours] == [_kinds(sheet) for sheet in others]  # 1 == 1.0 == True


def _kinds(sheet: Sheet) -> list[list[type]]:
    return [list(map(type, row)) for row in sheet[2]]


@pytest.fixture(autouse=True)
def never_rewritten(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no part of a book be rewritten: these are ordinary."""
    seen: list[str] = []
    rewrite = rewriting.rewritten
    monkeypatch.setattr(rewriting, "rewritten", lambda text: [seen.append(text[:80]), rewrite(text)][1])
    yield
    assert seen == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: "/".join(path.parts[-2:]))
def test_samples_are_read_as_by_calamine(path: Path) -> None:
    _agree(path.read_bytes())


@pytest.mark.skipif(not CASES, reason="needs the filed workbooks in ../shared/cases")
@pytest.mark.parametrize("path", CASES, ids=lambda path: "/".join(path.parts[-3:]))
def test_filed_workbooks_are_read_as_calamine_does(path: Path) -> None:
    _agree(path.read_bytes())


def test_invented_books_are_read_as_calamine_does(tmp_path: Path) -> None:
    for number in range(3):
        path = write.book(final_accounts(invent(number, 2020).accounts), tmp_path / f"{number}.xlsx")
        _agree(path.read_bytes())


def test_a_book_of_openpyxl_reads_as_calamine_reads_it(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for value in VALUES:
        sheet.append([value, None, value])
    sheet.append(["=SUM(A1:A3)", "=A1"])
    sheet.merge_cells("B1:B9")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.create_sheet("藏").sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    _agree((tmp_path / "a.xlsx").read_bytes())


@pytest.mark.parametrize("options", [{}, {"constant_memory": True}, {"strings_to_numbers": True}], ids=str)
def test_a_book_of_xlsxwriter_reads_as_calamine_reads_it(tmp_path: Path, options: dict[str, bool]) -> None:
    with xlsxwriter.Workbook(
        tmp_path / "a.xlsx", options | {"default_date_format": "yyyy-mm-dd hh:mm"}
    ) as book:
        sheet = book.add_worksheet("表")
        bold = book.add_format({"bold": True, "num_format": "#,##0.00"})
        sheet.merge_range("F1:G2", "合并", bold)
        for row, value in enumerate(VALUES, 3):
            sheet.write(row, 0, value)
            sheet.write_blank(row, 3, None, bold)
        sheet.write_rich_string("H3", "合", bold, "计 ", "数")
        sheet.write_formula("A30", "=SUM(A1:A3)", bold, 7.5)
        sheet.write_formula("A31", '=IF(A1,"","")', bold, "")
        sheet.write_array_formula("A32:A33", "{=A1:A2}", bold, 1)
        sheet.set_row(20, None, None, {"hidden": True})
        sheet.set_column("E:E", None, None, {"hidden": True})
    _agree((tmp_path / "a.xlsx").read_bytes())
