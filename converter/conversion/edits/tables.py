"""The merge of a table, cell by cell."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct, field

from converter import messages
from converter.conversion.edits.line_words import LineWords
from converter.conversion.edits.resolve import resolved
from converter.conversion.edits.segments import TextRows
from converter.trace import LeftOut, joined_parts, printed_text, text_parts, without_values

_NUMERIC = re.compile(r"[-\d.,%\s]*\d[-\d.,%\s]*")


class MergedRows(Struct):
    """The cells of today with a person's texts in them: how many were `kept`, how many have a text from the
    report because no file has it any more, and what was left out.
    """

    rows: TextRows
    kept: int = 0
    supplied: int = 0
    left_out: list[LeftOut] = field(default_factory=list)


def merged_rows(base: TextRows, edited: TextRows, new: TextRows, place: str, words: LineWords) -> MergedRows:
    """Return the rows of today with the texts that a person wrote into cells that are as they were.

    Figures stay those of today; rows that a person added or took away are left out.
    """
    result = MergedRows(new)
    changed = [list(row) for row in new]
    pairs, to_new = dict(_pairs(base, edited)), dict(_pairs(base, new))
    for at, row in enumerate(base):
        if at not in pairs:
            result.left_out.append(LeftOut(place, "", messages.edits.ROW.format(row=_called(row))))
            continue
        there = edited[pairs[at]]
        now = new[to_new[at]] if at in to_new and len(new[to_new[at]]) == len(row) else None
        where = messages.edits.IN_ROW.format(place=place, row=_called(row))
        for column, (cell, theirs) in enumerate(zip(row, there, strict=False)):
            ours = None if now is None else now[column]
            lacks = ours is not None and words.lacks(ours, cell)
            if (_words(cell) == _words(theirs) and not lacks) or words.leaves_box(cell, theirs):
                continue
            if left := () if lacks else _left_out(cell, theirs, ours, where, words):
                result.left_out += left
            elif ours is not None and _words(ours) != _words(theirs):
                changed[to_new[at]][column] = _with_figures_of(ours, cell, theirs)
                result.supplied += lacks
                result.kept += not lacks
    for at in sorted({*range(len(edited))} - {*pairs.values()}):
        if any(map(_words, edited[at])):
            result.left_out.append(LeftOut(place, messages.edits.ROW.format(row=_called(edited[at]))))
    result.rows = tuple(map(tuple, changed))
    return result


def _with_figures_of(ours: str, base: str, theirs: str) -> str:
    """Return a person's text of a cell with the figures that it prints today."""
    now = {figure: text for text, figure in text_parts(ours) if figure}
    parts = text_parts(resolved(base, theirs).text)
    return joined_parts((now.get(figure, text), figure if figure in now else "") for text, figure in parts)


def _left_out(base: str, theirs: str, ours: str | None, place: str, words: LineWords) -> list[LeftOut]:
    """Return what of a changed cell can't be kept: figures, and texts of cells that have changed too."""
    figures = [part for part in text_parts(base) if part[1]]
    now = {figure: text for text, figure in text_parts(ours or "") if figure}
    if figures:
        found = resolved(base, theirs)
        altered = [
            LeftOut(place, each.now, now.get(each.figure, ""), each.figure)
            for each in found.altered
            if each.now != now.get(each.figure)
        ]
        gone = [LeftOut(place, _words(theirs), now.get(id, ""), id) for id in found.lost]
        return [*altered, *gone]
    if ours is not None and _words(ours) == _words(theirs):
        return []
    if (
        ours is None
        or without_values(ours) != without_values(base)
        or (not _words(base) and _NUMERIC.fullmatch(theirs))
        or words.is_unknown(base)
    ):
        return [LeftOut(place, _words(theirs), _words(ours or base))]
    return []


def _pairs(base: TextRows, edited: TextRows) -> Iterator[tuple[int, int]]:
    """Yield which row of an edited table is which of the table as it was written."""
    if len(base) == len(edited):
        yield from ((at, at) for at in range(len(base)))
        return
    matcher = SequenceMatcher(
        None, [_key(row) for row in base], [_key(row) for row in edited], autojunk=False
    )
    for block in matcher.get_matching_blocks():
        yield from ((block.a + at, block.b + at) for at in range(block.size))


def _key(row: Sequence[str]) -> str:
    return "\t".join(_words(cell) for cell in row if not _NUMERIC.fullmatch(printed_text(cell)))


def _called(row: Sequence[str]) -> str:
    """Return what a row is called by: its first words."""
    return next(filter(None, map(_words, row)), "")


def _words(cell: str) -> str:
    return "".join(printed_text(cell).split())
