"""The report's contents with its numbers marked."""

from collections.abc import Iterable, Mapping

from converter.document.contents import Content, Passage, Tabular
from converter.narrative.blocks import (
    Annex,
    Attachments,
    Block,
    CoverLine,
    Missing,
    Signature,
    Table,
    Title,
    text_lines,
)
from converter.side_by_side.marks import ContentCell
from converter.side_by_side.records import ShownTable, ShownText

MarksAt = Mapping[ContentCell, list[tuple[int, int, int]]]
_ROLES: dict[type[Block], str] = {
    Title: "title",
    CoverLine: "title",
    Missing: "missing",
    Signature: "signature",
    Attachments: "attachments",
    Annex: "annex",
}


def roles_of(blocks: Iterable[Block]) -> dict[str, str]:
    """Return what the lines of a report of ours are, where that is more than their level tells."""
    roles: dict[str, str] = {}
    for block in blocks:
        if isinstance(block, Table):
            named = zip((block.caption, block.unit, block.note), ("caption", "unit", "note"), strict=True)
            roles |= {text: role for text, role in named if text}
        elif role := _ROLES.get(type(block)):
            lines = [line for line in text_lines(block) if line.strip()]
            roles |= dict.fromkeys(("\n".join(lines), *(line.strip() for line in lines)), role)
    return roles


def shown_contents(
    contents: Iterable[Content], marks: MarksAt, roles: Mapping[str, str]
) -> list[ShownText | ShownTable]:
    """Return the contents to show, blank paragraphs left out."""
    shown: list[ShownText | ShownTable] = []
    for index, content in enumerate(contents):
        if isinstance(content, Tabular):
            shown.append(_table(index, content, marks))
        elif content.written.text.strip():
            shown.append(_paragraph(index, content, marks, roles))
    return shown


def _paragraph(index: int, passage: Passage, marks: MarksAt, roles: Mapping[str, str]) -> ShownText:
    text = passage.written.text
    role = roles.get(text.strip(), f"level{min(passage.level, 4)}" if passage.level else "")
    return ShownText(text, role, marks.get((index, -1, -1), ()))


def _table(index: int, table: Tabular, marks: MarksAt) -> ShownTable:
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in table.merges}
    covered = {
        (row, column)
        for top, left, bottom, right in table.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    } - spans.keys()
    rows = []
    for row, cells in enumerate(table.rows):
        shown = []
        for column, cell in enumerate(cells):
            if (row, column) not in covered:
                down, across = spans.get((row, column), (1, 1))
                at = marks.get((index, row, column), ())
                shown.append(ShownText(cell.text, "", at, across, down))
        rows.append(shown)
    return ShownTable(rows)
