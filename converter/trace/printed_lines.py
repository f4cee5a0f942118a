"""What a report prints, line by line: by this the next run tells what a person made of it."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from converter.narrative.blocks import (
    Block,
    Cell,
    CoverLine,
    Heading,
    Missing,
    Paragraph,
    Signature,
    Table,
    Title,
    text_lines,
)
from converter.trace.marked_text import marked_runs

_BREAK = "\ue003"  # stands for a line break in a cell: a character for private use
_BETWEEN_CELLS = "\t"


class LineKind(StrEnum):
    """What a line is; the values are those of the trail."""

    TITLE = "t"
    HEADING = "h"
    PARAGRAPH = "p"
    MISSING = "m"
    ROW = "r"
    CAPTION = "c"
    """A line above or below a table."""
    SIGNATURE = "s"
    """A line of who issues the report, when, and whom to ask."""
    COVER = "v"
    """A line of the cover below its title."""
    ANNEX = "a"
    """A line that lists or heads an annex."""


class GeneratedLine(Struct, frozen=True, gc=False):
    """One line, its figures marked; of a table's row the cells, one for each column, parted by tabs."""

    kind: LineKind
    text: str

    @property
    def cells(self) -> list[str]:
        """The texts of a row's cells, '' in places that a merged cell covers."""
        return [cell.replace(_BREAK, "\n") for cell in self.text.split(_BETWEEN_CELLS)]


def printed_lines(blocks: Iterable[Block]) -> Iterator[GeneratedLine]:
    """Yield the lines of blocks; blank ones are left out."""
    for block in blocks:
        yield from generated_lines(block)


def generated_lines(block: Block) -> Iterator[GeneratedLine]:
    """Yield the lines of a block."""
    match block:
        case Heading():
            yield GeneratedLine(LineKind.HEADING, marked_runs(block.runs))
        case Paragraph():
            for line in marked_runs(block.runs).split("\n"):
                if line.strip():
                    yield GeneratedLine(LineKind.PARAGRAPH, line)
        case CoverLine():
            yield from _written(LineKind.COVER, (marked_runs(block.runs),))
        case Missing():
            yield GeneratedLine(LineKind.MISSING, block.text)
        case Title():
            yield from (GeneratedLine(LineKind.TITLE, line) for line in block.lines)
        case Table():
            yield from _written(LineKind.CAPTION, (block.caption, block.unit))
            yield from (GeneratedLine(LineKind.ROW, row) for row in _rows(block))
            yield from _written(LineKind.CAPTION, (block.note,))
        case Signature():
            yield from _written(LineKind.SIGNATURE, text_lines(block))
        case _:
            yield from _written(LineKind.ANNEX, text_lines(block))


def _written(kind: LineKind, texts: Iterable[str]) -> Iterator[GeneratedLine]:
    return (GeneratedLine(kind, text) for text in texts if text)


def _rows(table: Table) -> Iterator[str]:
    for part in (table.header, table.body):
        for places in cells_by_column(part, len(table.widths)):
            yield _BETWEEN_CELLS.join([_cell_text(cell) if cell else "" for cell in places])


def _cell_text(cell: Cell) -> str:
    return marked_runs(cell.runs).replace("\n", _BREAK).replace("\t", " ")


def cells_by_column(rows: Sequence[Sequence[Cell]], width: int) -> Iterator[list[Cell | None]]:
    """Yield for every row of a table the cell that begins at each column, None where none does."""
    covered: dict[
        int, int
    ] = {}  # columns that a cell above reaches down to, and in how many rows from here on
    for row in rows:
        places: list[Cell | None] = [None] * width
        below = {at: rows_left - 1 for at, rows_left in covered.items() if rows_left > 1} if covered else {}
        column = 0
        for cell in row:
            while column in covered:
                column += 1
            if column >= width:
                break
            places[column] = cell
            end = column + cell.columns
            if cell.rows > 1:
                below.update(dict.fromkeys(range(column, min(end, width)), cell.rows - 1))
            column = end
        covered = below
        yield places
