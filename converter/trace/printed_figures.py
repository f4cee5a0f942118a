"""Where in a report a figure is printed, and which cells a passage comes from."""

from collections.abc import Iterable, Iterator, Sequence

from converter import messages
from converter.chinese import FULL_STOP
from converter.figures import SheetOrigin
from converter.narrative.blocks import Block, Heading, Paragraph, Table, printed_runs
from converter.trace.trail import Trail


class PrintedFigures:
    """The figures a report prints, numbered in reading order from 1.

    `passages` are the figures of each table and of each sentence, with the number of the first of them.
    """

    def __init__(self, blocks: Iterable[Block], trail: Trail) -> None:
        self._trail = trail
        self._first: dict[str, int] = {}
        self.passages: list[tuple[int, tuple[str, ...]]] = []
        number = 1
        for passage in (passage for block in blocks for passage in _passages(block)):
            self.passages.append((number, passage))
            for position, figure_id in enumerate(passage, number):
                self._first.setdefault(figure_id, position)
            number += len(passage)

    def number_of(self, ids: Sequence[str]) -> int:
        """Return the number of the first figure of `ids` that is printed.

        If none is, return that of a figure computed from one of them, or 0.
        """
        numbers = (self._first[figure_id] for figure_id in ids if figure_id in self._first)
        above = (
            number
            for lower in ids
            for upper, number in self._first.items()
            if self._is_computed_from(upper, lower)
        )
        return next(numbers, 0) or next(above, 0)

    def cells_behind(self, ids: Iterable[str]) -> str:
        """Return the cells figures come from, a line a sheet."""
        sheets: dict[SheetOrigin, dict[str, None]] = {}
        for figure in self._trail.with_inputs(ids):
            if figure.cell:
                sheets.setdefault(figure.cell.on_sheet, {})[figure.cell.cell] = None
        return "\n".join(
            messages.trace.REVIEW_SHEET.format(
                file=at.file, sheet=at.sheet, cells=messages.phrases.AND.join(cells)
            )
            for at, cells in sheets.items()
        )

    def _is_computed_from(self, upper: str, lower: str) -> bool:
        return any(figure.id == lower for figure in self._trail.with_inputs([upper]))


def _passages(block: Block) -> Iterator[tuple[str, ...]]:
    """Yield the figures of each sentence of a paragraph, or of a table, where there are any."""
    match block:
        case Table():
            passages = [[run.figure for run in printed_runs(block)]]
        case Heading() | Paragraph():
            passages = [[]]
            for run in block.runs:
                if run.figure:
                    passages[-1].append(run.figure)
                elif FULL_STOP in run.text:
                    passages.append([])
        case _:
            passages = []
    yield from (tuple(passage) for passage in passages if passage)
