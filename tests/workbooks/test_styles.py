"""The workbooks as the pack's style wants them, read back cell by cell."""

from decimal import Decimal
from io import BytesIO

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from converter.pack.loading import load_pack
from converter.pack.shapes.style import WorkbookStyle
from converter.workbooks.write.book import workbook
from converter.workbooks.write.sheet import ColumnHead, Formatted, Paper, Sheet, ValueKind, counted

STYLES = load_pack().style.workbooks
HEADS = [ColumnHead("名称", width=20), counted("次")]
LONG = "很长的文字" * 5


def _page(sheet: Sheet, style: WorkbookStyle) -> Worksheet:
    return load_workbook(BytesIO(workbook([sheet], style))).active


def _sheet(paper: Paper = Paper.UNSET, title: str = "", empty: str = "", rows: int = 1) -> Sheet:
    return Sheet("表", title, "", HEADS, [[LONG, 12]] * rows, empty=empty, paper=paper)


def _look(cell: Cell) -> tuple[object, ...]:
    return (
        cell.font.name, cell.font.sz, cell.font.b, cell.fill.fgColor.rgb[2:] if cell.fill.fill_type else "",
        cell.alignment.horizontal, bool(cell.alignment.wrap_text), cell.number_format, cell.border.left.style,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("style", "head", "text", "count"),
    [
        (
            STYLES.overview,
            ("黑体", 10, False, "DCE6F1", "center", True, "General", "thin"),
            ("宋体", 10, False, "", "left", True, "@", "thin"),
            ("宋体", 10, False, "", "center", False, "#,##0", "thin"),
        ),
        (
            STYLES.changes,
            ("宋体", 10, True, "DCE6F1", "center", True, "General", "thin"),
            ("宋体", 10, False, "", None, True, "@", "thin"),
            ("宋体", 10, False, "", "center", False, "#,##0", "thin"),
        ),
        (
            STYLES.checked,
            ("Calibri", 11, True, "DCE6F1", "center", False, "General", "thin"),
            ("Calibri", 11, False, "", None, True, "General", "thin"),
            ("Calibri", 11, False, "", None, False, "#,##0", "thin"),
        ),
    ],
    ids=["overview", "changes", "checked"],
)
def test_cells_look_as_the_pack_says(
    style: WorkbookStyle, head: tuple[object, ...], text: tuple[object, ...], count: tuple[object, ...]
) -> None:
    page = _page(_sheet(), style)
    assert [_look(page[cell]) for cell in ("A1", "A2", "B2")] == [head, text, count]


def test_a_changed_face_shows() -> None:
    changed = replace(STYLES.changes, base=replace(STYLES.changes.base, face="楷体"))
    assert [cell.font.name for cell in _page(_sheet(), changed)[2]] == ["楷体", "楷体"]


@pytest.mark.parametrize(("style", "height"), [(STYLES.changes, 45), (STYLES.checked, None)])
def test_rows_are_as_high_as_their_texts_where_the_pack_knows(
    style: WorkbookStyle, height: float | None
) -> None:
    assert _page(_sheet(), style).row_dimensions[2].height == height


@pytest.mark.parametrize(
    ("sheet", "head", "titles", "filtered"),
    [
        (_sheet(), 1, None, "A1:B2"),
        (_sheet(Paper.FITTED, "标题"), 2, "$1:$2", "A2:B3"),
        (_sheet(Paper.SPREAD, "标题"), 2, "$2:$2", "A2:B3"),
        (_sheet(rows=0), 1, None, "A1:B1"),
        (_sheet(rows=0, empty="（无）"), 1, None, "A1:B2"),
    ],
    ids=["bare", "fitted", "spread", "empty", "empty said"],
)
def test_heads_stay_in_sight_and_on_paper(sheet: Sheet, head: int, titles: str | None, filtered: str) -> None:
    page = _page(sheet, STYLES.overview)
    assert page.freeze_panes == f"A{head + 1}"
    assert page.print_title_rows == titles
    assert page.auto_filter.ref == filtered


def test_a_number_may_have_its_own_format_among_texts() -> None:
    heads = [ColumnHead("数", ValueKind.TEXT, width=10)]
    page = _page(
        Sheet("表", "", "", heads, [[Formatted(Decimal("12.345"), "#,##0.00")], [None]]), STYLES.changes
    )
    assert (page["A2"].value, page["A2"].number_format) == (12.345, "#,##0.00")
    assert (page["A3"].value, page["A3"].number_format) == (None, "@")


def test_a_cell_to_be_filled_in_offers_choices_and_takes_others() -> None:
    heads = [ColumnHead("名称", width=10), ColumnHead("处理情况", width=10, choices=("已说明", "待处理"))]
    page = _page(Sheet("表", "标题", "", heads, [["甲", ""], ["乙", ""]]), STYLES.changes)
    [offered] = page.data_validations.dataValidation
    assert (str(offered.sqref), offered.formula1) == ("B3:B4", '"已说明,待处理"')
    assert not offered.showErrorMessage
