"""Tables as python-docx reads them back."""

from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from msgspec.structs import replace

from converter.document.write.skeleton import Skeleton
from converter.narrative.blocks import Align, Block, Cell, Heading, Paragraph, Table
from tests.document.examples import BUDGET, SCORES, cell, runs


def _read_back(skeleton: Skeleton, *blocks: Block) -> list[WordTable]:
    return docx.Document(BytesIO(skeleton.render(blocks))).tables


def test_merged_cells_read_as_one(skeleton: Skeleton) -> None:
    (table,) = _read_back(skeleton, BUDGET)
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["项目", "预算金额", "预算金额", "预算金额", "执行差异\n（预算－决算）"]
    assert rows[1] == ["项目", "年初预算", "上年结转", "本年追加", "执行差异\n（预算－决算）"]
    assert rows[4] == ["合计", "3716.29", "397.95", "1452.37", "48.74"]


def test_header_rows_repeat_and_no_row_splits(skeleton: Skeleton) -> None:
    (table,) = _read_back(skeleton, BUDGET)
    properties = [row._tr.trPr for row in table.rows]
    assert [of_row.find(qn("w:tblHeader")) is not None for of_row in properties] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert all(of_row.find(qn("w:cantSplit")) is not None for of_row in properties)


def test_alignment_is_a_style(skeleton: Skeleton) -> None:
    body = ((cell("左", align=Align.LEFT), cell("中"), cell("1.00", align=Align.RIGHT)),)
    (table,) = _read_back(skeleton, Table("", "", (1, 1, 1), (), body))
    names = [cell.paragraphs[0].style.name for cell in table.rows[0].cells]
    assert names == ["表格文字", "表格栏目", "表格数字"]


def test_wide_tables_are_set_smaller(skeleton: Skeleton) -> None:
    (table,) = _read_back(skeleton, SCORES)
    assert {cell.paragraphs[0].style.font.size.pt for row in table.rows for cell in row.cells} == {10.5}


def test_caption_and_unit_are_above_the_table_and_the_note_is_below(skeleton: Skeleton) -> None:
    document = docx.Document(BytesIO(skeleton.render([BUDGET, Paragraph(runs("正文"))])))
    texts = [node.text if node.tag == qn("w:p") else "表" for node in document.element.body][:-1]
    assert texts == [BUDGET.caption, BUDGET.unit, "表", BUDGET.note, "正文"]


def test_adjacent_tables_stay_apart(skeleton: Skeleton) -> None:
    bare = replace(BUDGET, caption="", unit="", note="")
    assert len(_read_back(skeleton, bare, bare)) == 2


def test_a_short_table_is_not_broken_a_long_one_not_at_its_ends(skeleton: Skeleton) -> None:
    def with_next(rows: int) -> list[bool]:
        table = Table("", "", (1,), (), tuple((cell(str(row)),) for row in range(rows)))
        (read,) = _read_back(skeleton, table)
        return [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in read.rows]

    assert with_next(3) == [True, True, False]
    assert with_next(20) == [True, *[False] * 17, True, False]


@pytest.mark.parametrize(
    "rows",
    [
        ((Cell(()),),),
        ((Cell(()), Cell(()), Cell(())),),
        ((Cell((), columns=3),),),
        ((Cell((), rows=2), Cell(())),),
        ((Cell(()), Cell((), rows=2)), (Cell((), columns=2),)),
    ],
    ids=["short", "long", "wide", "deep", "crossing"],
)
def test_rows_that_do_not_fill_the_grid_are_refused(
    skeleton: Skeleton, rows: tuple[tuple[Cell, ...], ...]
) -> None:
    with pytest.raises(ValueError, match="table"):
        skeleton.render([Table("", "", (1, 1), (), rows)])


def test_what_follows_a_table_keeps_its_distance(skeleton: Skeleton) -> None:
    bare = replace(BUDGET, note="")
    heading, text = Heading(1, runs("一、甲")), Paragraph(runs("文。"))
    document = docx.Document(BytesIO(skeleton.render([bare, heading, text, bare, text])))
    above, _, below = (each for each in document.paragraphs if each.text in ("一、甲", "文。"))
    assert above.paragraph_format.space_before == below.style.paragraph_format.space_before != 0
