"""Where in a report a figure shows, and from which cells a passage comes."""

from collections.abc import Iterable, Iterator, Sequence

from converter import messages
from converter.figures import SheetOrigin
from converter.narrative import Block, Heading, Paragraph, Table, printed
from converter.trace.trail import Trail

_STOP = "\u3002"


class Places:
    """The figures a report prints, numbered in reading order from 1."""

    def __init__(self, blocks: Iterable[Block], trail: Trail) -> None:
        self._trail = trail
        self._first: dict[str, int] = {}
        self.passages: list[tuple[int, tuple[str, ...]]] = []
        number = 1
        for passage in (passage for block in blocks for passage in _passages(block)):
            self.passages.append((number, passage))
            for at, figure_id in enumerate(passage, number):
                self._first.setdefault(figure_id, at)
            number += len(passage)

    def showing(self, ids: Sequence[str]) -> int:
        """Return the place of the first figure that is printed, else of what rests on one; 0: nowhere."""
        printed = (self._first[each] for each in ids if each in self._first)
        above = (
            number
            for each in ids
            for figure_id, number in self._first.items()
            if self._rests(figure_id, each)
        )
        return next(printed, 0) or next(above, 0)

    def sources(self, ids: Iterable[str]) -> str:
        """Return the cells figures come from, a line a sheet."""
        sheets: dict[SheetOrigin, dict[str, None]] = {}
        for figure in self._trail.under(ids):
            if figure.cell:
                sheets.setdefault(figure.cell.on_sheet, {})[figure.cell.cell] = None
        return "\n".join(
            messages.trace.REVIEW_SHEET.format(
                file=at.file, sheet=at.sheet, cells=messages.checks.AND.join(cells)
            )
            for at, cells in sheets.items()
        )

    def _rests(self, upper: str, lower: str) -> bool:
        return any(each.id == lower for each in self._trail.under([upper]))


def _passages(block: Block) -> Iterator[tuple[str, ...]]:
    """Yield the figures of each sentence of a paragraph, or of a table, where there are any."""
    match block:
        case Table():
            passages = [[run.figure for run in printed(block)]]
        case Heading() | Paragraph():
            passages = [[]]
            for run in block.runs:
                if run.figure:
                    passages[-1].append(run.figure)
                elif _STOP in run.text:
                    passages.append([])
        case _:
            passages = []
    yield from (tuple(passage) for passage in passages if passage)
