"""What people wrote into cells of tables, merged into the tables of today: the cases of cells.yaml."""

import re
from pathlib import Path
from typing import Any

import pytest

from converter.conversion.edits.line_words import LineWords
from converter.conversion.edits.tables import merged_rows
from converter.pack.loading import load_pack
from converter.trace.marked_text import marked, text_parts
from tests.data import data_of

CASES = data_of(Path(__file__).with_name("cells.yaml"))
FIGURE = re.compile(r"\[([^=\]]+)=([^\]]*)\]")
LINE_WORDS = LineWords(load_pack())


def _cells(row: str) -> tuple[str, ...]:
    return tuple(FIGURE.sub(lambda found: marked(found[2], found[1]), cell) for cell in row.split("|"))


def _shown(cell: str) -> str:
    return "".join(f"[{figure}={text}]" if figure else text for text, figure in text_parts(cell))


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_cells_keep_what_a_person_wrote(case: dict[str, Any]) -> None:
    base, edited, new = (
        (_cells(case[version]),) for version in ("base", "edited", "new" if "new" in case else "base")
    )
    merge = merged_rows(base, edited, new, "附件", LINE_WORDS)
    assert "|".join(map(_shown, merge.rows[0])) == case["row"]
    left = [f"{each.theirs} | {each.ours} | {each.figure}" for each in merge.left_out]
    assert (left, merge.supplied) == (case.get("left", []), case.get("supplied", 0))


def test_a_box_is_filled_in_a_table_that_has_another_row_by_now() -> None:
    base = (("数量", "1"), ("质量", "【请补充：原因】"), ("时效", "无"))
    edited = (("数量", "1"), ("质量", "汛期停工"), ("时效", "无"))
    merge = merged_rows(base, edited, (*base, ("成本", "无")), "附件", LINE_WORDS)
    assert merge.rows == (*edited, ("成本", "无"))
