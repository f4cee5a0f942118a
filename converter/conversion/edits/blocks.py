"""Merged segments as the blocks of a report."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from converter.chinese import COMMA, DAY, YEAR
from converter.conversion.edits.segments import Segment, segments_of_blocks
from converter.narrative.blocks import (
    Block,
    Cell,
    CoverLine,
    Heading,
    Missing,
    NewPage,
    Paragraph,
    Signature,
    Table,
    TextRun,
    TextRuns,
    Title,
    printed_runs,
)
from converter.narrative.issue_date import issue_date
from converter.trace import LineKind, cells_by_column, text_parts

ADDED_LEVEL = 2  # of a heading that a person put in


def blocks_of(segments: Sequence[Segment], new: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks of a merged report; `new` are those of the program, which its segments refer to."""
    return tuple(_Blocks(new).of(segments))


class _Blocks:
    def __init__(self, new: Sequence[Block]) -> None:
        self._new = new
        self._own: dict[int, list[Segment]] = {}
        for segment in segments_of_blocks(new):
            self._own.setdefault(segment.block, []).append(segment)
        self._runs = {(run.figure, run.text): run for block in new for run in printed_runs(block)}
        self._turned = {at for at, block in enumerate(new, 1) if isinstance(block, NewPage)}
        self._levels = [block.level for block in new if isinstance(block, Heading)]

    def of(self, segments: Sequence[Segment]) -> Iterator[Block]:
        """Yield the program's blocks where they are untouched, and new ones for the rest."""
        at = 0
        while at < len(segments):
            segment = segments[at]
            own = self._own.get(segment.block, [])
            if segment.block in self._turned:
                self._turned.remove(segment.block)
                yield NewPage()
            if segment.kind is LineKind.SIGNATURE:
                own = own if self._end(segments, at) - at == len(own) else []
            if own and [*segments[at : at + len(own)]] == own:
                block = self._new[segment.block]
                at += len(own)
            elif segment.kind in (LineKind.ROW, LineKind.CAPTION):
                at += 1
                if segment.kind is LineKind.CAPTION:  # written with its table
                    continue
                block = self._table(segment)
            else:
                end = self._end(segments, at)
                block = self._text(segments[at:end])
                at = end
            yield block

    @staticmethod
    def _end(segments: Sequence[Segment], at: int) -> int:
        """Return where the paragraph or title that begins at a segment ends."""
        kind, end = segments[at].kind, at + 1
        while end < len(segments) and segments[end].kind is kind:
            if kind is LineKind.PARAGRAPH:
                if segments[end - 1].ends:
                    break
            elif kind not in (LineKind.TITLE, LineKind.SIGNATURE):
                break
            end += 1
        return end

    def _text(self, segments: Sequence[Segment]) -> Block:
        text = "".join(segment.text for segment in segments)
        match segments[0].kind:
            case LineKind.TITLE:
                return Title(tuple(segment.words for segment in segments))
            case LineKind.SIGNATURE:
                return _signature([segment.text for segment in segments])
            case LineKind.MISSING:
                return Missing(text)
            case LineKind.COVER:
                return CoverLine(self._printed(text))
            case LineKind.HEADING:
                block = self._new[segments[0].block] if segments[0].block >= 0 else None
                level = block.level if isinstance(block, Heading) else segments[0].level or ADDED_LEVEL
                return Heading(min(level, max(self._levels, default=ADDED_LEVEL)), self._printed(text))
        return Paragraph(self._printed(text))

    def _printed(self, text: str) -> TextRuns:
        return tuple(
            self._runs.get((figure, words), TextRun(words, written=True))
            for words, figure in text_parts(text)
        )

    def _table(self, segment: Segment) -> Table:
        """Return a table of the program's with the texts that a person wrote into its cells."""
        table = self._new[segment.block]
        assert isinstance(table, Table)
        was = next(own for own in self._own[segment.block] if own.kind is LineKind.ROW).rows
        texts: dict[int, str] = {}  # by the cell they are for
        heads = len(table.header)
        for part, first in ((table.header, 0), (table.body, heads)):
            for at, places in enumerate(cells_by_column(part, len(table.widths)), first):
                for column, cell in enumerate(places):
                    if cell and segment.rows[at][column] != was[at][column]:
                        texts[id(cell)] = segment.rows[at][column]

        def filled(cell: Cell) -> Cell:
            return replace(cell, runs=self._printed(texts[id(cell)])) if id(cell) in texts else cell

        header = tuple(tuple(map(filled, row)) for row in table.header)
        body = tuple(tuple(map(filled, row)) for row in table.body)
        return replace(table, header=header, body=body)


def _signature(lines: Sequence[str]) -> Signature:
    """Return the end of a text as a person left it: department, date, and whom to ask.

    Who wrote it above the list of annexes has it there twice.
    """
    first, *others = dict.fromkeys(lines)
    date = next((line for line in others if issue_date(line) or (YEAR in line and DAY in line)), "")
    contact = COMMA.join(line for line in others if line != date)
    return Signature(first, (TextRun(date),) if date else (), contact)
