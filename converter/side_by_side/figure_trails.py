"""The figures of a trail, each with the cell it was read from or the figures it is computed from."""

from converter import messages
from converter.figures import CellOrigin, basis_of, formula_words, item_of
from converter.side_by_side.records import ShownFigure
from converter.side_by_side.sheet_side import SheetSide
from converter.trace import TracedFigure, Trail


def numbered(trail: Trail) -> dict[str, int]:
    """Return the number of each figure of a trail, by its id."""
    return {figure_id: number for number, figure_id in enumerate(trail.figures)}


def shown_figures(trail: Trail, sheets: SheetSide) -> list[ShownFigure]:
    """Return the figures of a trail in their order."""
    numbers = numbered(trail)
    return [_shown(traced, numbers, sheets) for traced in trail.figures.values()]


def _shown(traced: TracedFigure, numbers: dict[str, int], sheets: SheetSide) -> ShownFigure:
    figure, text = traced.figure, traced.text or messages.phrases.BLANK
    name = messages.phrases.FIGURE.format(item=item_of(figure.id), basis=basis_of(figure.id))
    origin = figure.origin
    if isinstance(origin, CellOrigin):
        number = sheets.number_of(origin)
        return ShownFigure(name, text, sheets.place_words(origin), number, origin.cell)
    inputs = [numbers[used] for used in origin.inputs if used in numbers]
    formula = formula_words(origin.formula)
    return ShownFigure(name, text, formula=formula, applied=origin.applied, inputs=inputs)
