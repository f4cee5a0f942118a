"""The figures of a trail, each with the cell it was read from or the figures it is computed from."""

from collections.abc import Callable

from converter import messages
from converter.figures import CellOrigin
from converter.side_by_side.records import ShownFigure
from converter.trace import TracedFigure, Trail

SheetNumber = Callable[[CellOrigin], int]
"""The number of the sheet a cell is on, -1 where that is not shown."""


def numbered(trail: Trail) -> dict[str, int]:
    """Return the number of each figure of a trail, by its id."""
    return {figure_id: number for number, figure_id in enumerate(trail.figures)}


def shown_figures(trail: Trail, sheet_number: SheetNumber) -> list[ShownFigure]:
    """Return the figures of a trail in their order."""
    numbers = numbered(trail)
    return [_shown(traced, numbers, sheet_number) for traced in trail.figures.values()]


def _shown(traced: TracedFigure, numbers: dict[str, int], sheet_number: SheetNumber) -> ShownFigure:
    figure, text = traced.figure, traced.text or messages.phrases.BLANK
    origin = figure.origin
    if isinstance(origin, CellOrigin):
        number = sheet_number(origin)
        return ShownFigure(figure.id, text, place_words(origin), number, origin.cell)
    inputs = [numbers[used] for used in origin.inputs if used in numbers]
    return ShownFigure(figure.id, text, formula=origin.formula, applied=origin.applied, inputs=inputs)


def place_words(cell: CellOrigin) -> str:
    """Return in words where a cell is and what it holds."""
    raw = cell.text or messages.phrases.BLANK
    return messages.trace.BESIDE_PLACE.format(file=cell.file, sheet=cell.sheet, cell=cell.cell, raw=raw)
