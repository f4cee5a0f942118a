"""The cells of a workbook as its formulas see them: what they hold, and what has been worked out so far."""

from collections.abc import Mapping
from contextlib import suppress

from converter.figures import position
from converter.read.files.cells import Scalar, amount
from converter.read.files.formulas.arguments import FilledCell
from converter.read.files.formulas.evaluate import Cells
from converter.read.files.formulas.sheet import Formulas
from converter.read.files.formulas.syntax import Area, FormulaValue, Syntax, areas, parse
from converter.read.files.formulas.tokens import NotEvaluableError
from converter.read.files.formulas.values import FaultError

MOST_CELLS = 2_000_000  # so many are looked at for the formulas of a workbook; a filing needs thousands

ScalarRows = list[list[Scalar]]
Spot = tuple[int, int]
"""A cell of a sheet: row, column."""
CellKey = tuple[str, int, int]
"""A cell of the workbook: sheet, row, column."""


class FormulaCells:
    """The sheets of one workbook and their formulas.

    `texts` are the formulas, `failed` the cells that have no result of their own.
    """

    def __init__(self, formulas: Mapping[str, Formulas], sheets: Mapping[str, ScalarRows]) -> None:
        self._sheets = sheets
        self._names = {name.casefold(): name for name in sheets}
        self._left = MOST_CELLS
        own = [(name, found) for name, found in formulas.items() if name in sheets]
        self.texts: dict[CellKey, str] = {
            (name, *position(cell)): text for name, found in own for cell, text in found.texts.items()
        }
        self.failed: set[CellKey] = {(name, *position(cell)) for name, found in own for cell in found.failed}
        self._parsed = {place: _parsed(text) for place, text in self.texts.items()}
        self._with_formula: dict[str, dict[Spot, CellKey]] = {}
        for place in self.texts:
            self._with_formula.setdefault(place[0], {})[place[1], place[2]] = place
        self._worked_out: dict[str, dict[Spot, FormulaValue | FaultError | NotEvaluableError]] = {}
        for place in self.failed:
            self.put(place, NotEvaluableError())

    def formula(self, place: CellKey) -> Syntax:
        """Return what a cell's formula says; NotEvaluableError where that is beyond us."""
        parsed = self._parsed[place]
        if parsed is None:
            raise NotEvaluableError
        return parsed

    def saved(self, place: CellKey) -> Scalar:
        """Return what is saved in a cell."""
        name, row, column = place
        return _at(self._sheets[name], row, column)

    def put(self, place: CellKey, value: FormulaValue | FaultError | NotEvaluableError) -> None:
        """Let a cell hold what was worked out, or that it is an error or not known."""
        name, row, column = place
        self._worked_out.setdefault(name, {})[row, column] = value

    def precedents(self, place: CellKey) -> list[CellKey]:
        """Return the cells with formulas that a cell's formula names; not all once too much was looked at."""
        parsed = self._parsed[place]
        found: list[CellKey] = []
        with suppress(NotEvaluableError):
            for area in areas(parsed) if parsed else ():
                places = self._with_formula.get(self._name(area, place[0]) or "", {})
                found += (places[spot] for spot in self._within(area, places))
        return found

    def seen_from(self, own: str) -> Cells:
        """Return what gives the cells of areas as formulas on the sheet `own` name them."""

        def filled(area: Area) -> list[FilledCell]:
            name = self._name(area, own)
            if name is None:
                raise NotEvaluableError
            worked_out = self._worked_out.get(name, {})
            found: list[FilledCell] = []
            for row, line in enumerate(self._sheets[name][area.top : area.bottom + 1], area.top):
                cells = line[area.left : area.right + 1]
                self._spend(len(cells))
                for column, cell in enumerate(cells, area.left):
                    if cell != "" and (row, column) not in worked_out:
                        found.append((row, column, value_of(cell)))
            for row, column in self._within(area, worked_out):
                if (value := _known(worked_out[row, column])) is not None:
                    found.append((row, column, value))
            return found

        return filled

    def _name(self, area: Area, own: str) -> str | None:
        return self._names.get(area.sheet.casefold()) if area.sheet else own

    def _within(self, area: Area, spots: Mapping[Spot, object]) -> list[Spot]:
        """Return those spots that lie in an area, found in the cheaper way."""
        rows, columns = range(area.top, area.bottom + 1), range(area.left, area.right + 1)
        self._spend(min(len(rows) * len(columns), len(spots)))
        if len(rows) * len(columns) < len(spots):
            return [(row, column) for row in rows for column in columns if (row, column) in spots]
        return [(row, column) for row, column in spots if row in rows and column in columns]

    def _spend(self, cells: int) -> None:
        self._left -= cells
        if self._left < 0:
            raise NotEvaluableError


def _parsed(text: str) -> Syntax | None:
    try:
        return parse(text)
    except NotEvaluableError:
        return None


def _at(rows: ScalarRows, row: int, column: int) -> Scalar:
    line = rows[row] if row < len(rows) else []
    return line[column] if column < len(line) else ""


def value_of(cell: Scalar) -> FormulaValue:
    """Return what a cell holds as formulas see it; NotEvaluableError for a date or no number."""
    if isinstance(cell, str):
        return cell or None
    if isinstance(cell, bool):
        return cell
    number = amount(cell)
    if number is None:
        raise NotEvaluableError
    return number


def _known(value: FormulaValue | FaultError | NotEvaluableError) -> FormulaValue:
    if isinstance(value, FaultError):
        raise FaultError(*value.args)
    if isinstance(value, NotEvaluableError):
        raise NotEvaluableError
    return value
