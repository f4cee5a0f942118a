"""A sheet laid out as a table of the report, cell by cell."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter import messages
from converter.pack import GridCell, GridRow, Pack, SupplementSheet, cells_in, for_any_year, units_in
from converter.supplement.questionnaire import Asked, Question, Questionnaire, brief_words
from converter.supplement.sheet import (
    CONFIRM_WIDTH,
    HEAD_ROW,
    LaidOut,
    Recorded,
    above,
    confirm_cell,
    recorded,
    to_confirm,
)
from converter.workbooks.write import EntryCell, EntryKind, EntryRow, EntrySheet

GRID_WIDTH, WIDTH_BESIDE = 110, 46


def lay_out_grid(name: str, sheet: SupplementSheet, questionnaire: Questionnaire, pack: Pack) -> LaidOut:
    """Return a sheet laid out as a table, each of its figures and words asked for."""
    return _Grid(name, sheet, questionnaire, pack).laid_out()


class _RightColumn(Struct, frozen=True):
    """A column right of the table: its head, its width, and the cell for what a row asks."""

    head: str
    width: float
    cell: Callable[[Sequence[Asked]], EntryCell]

    @property
    def head_cell(self) -> EntryCell:
        """The cell beside the table's first row."""
        return EntryCell(self.head, EntryKind.HEAD)


_CONFIRM = _RightColumn(messages.workbooks.CONFIRM_COLUMN, CONFIRM_WIDTH, confirm_cell)
_STANDING = _RightColumn(
    messages.workbooks.STANDING_COLUMN,
    WIDTH_BESIDE,
    lambda asked: EntryCell(brief_words(asked), EntryKind.TIP),
)


class _Grid:
    """Lays out one table; beside it stand what becomes of each row, and where it is confirmed."""

    def __init__(self, name: str, sheet: SupplementSheet, questionnaire: Questionnaire, pack: Pack) -> None:
        self._name, self._sheet, self._questionnaire, self._pack = name, sheet, questionnaire, pack
        self._table = pack.tables[sheet.grid]
        self._units = units_in(pack.forms[name])
        self._read = frozenset(self._units)

    def laid_out(self) -> LaidOut:
        """Return the sheet."""
        rows = [self._row(row) for row in self._table.grid]
        confirms = any(to_confirm([each for _, each in asked]) for _, asked in rows)
        right = (_CONFIRM, _STANDING) if confirms else (_STANDING,)
        columns = len(self._table.widths)
        laid_out, records = above(self._sheet, columns + len(right)), list[Recorded]()
        for at, (cells, asked) in enumerate(rows, HEAD_ROW):
            each, at_columns = [one for _, one in asked], [column for column, _ in asked]
            of_row = (column.head_cell if at == HEAD_ROW else column.cell(each) for column in right)
            laid_out.append(EntryRow((*cells, *of_row)))
            records += recorded(self._name, at, at_columns, each, columns)
        widths = [*self._widths(), *(column.width for column in right)]
        return LaidOut(EntrySheet(self._name, widths, laid_out), tuple(records))

    def _row(self, row: GridRow) -> tuple[list[EntryCell], list[tuple[int, Asked]]]:
        """Return a row's cells, and what was asked in which column."""
        cells, asked, column = list[EntryCell](), list[tuple[int, Asked]](), 0
        denied = ""  # of what the row says that there is none
        for shape in cells_in(row):
            if shape.words or shape.figure in self._read:
                question = self._question(shape)
                question = replace(question, is_needless=bool(denied) and denied == shape.none_when)
                answer = self._questionnaire.ask(question, self._name)
                if shape.none_when and self._questionnaire.is_denied(question):
                    denied = shape.none_when
                asked.append((column, answer))
                cell = answer.cell
            elif shape.figure:
                cell = EntryCell(messages.workbooks.COMPUTED_CELL, EntryKind.COMPUTED)
            else:
                cell = EntryCell(for_any_year(shape.text, self._pack), EntryKind.WORD)
            cells.append(replace(cell, columns=shape.columns))
            column += shape.columns
        return cells, asked

    def _question(self, shape: GridCell) -> Question:
        if shape.words:
            return Question(shape.words)
        unit = self._units[shape.figure] or self._sheet.unit
        return Question(shape.figure, unit, is_number=True, instead=shape.otherwise)

    def _widths(self) -> list[float]:
        """Return the widths of the table's own columns."""
        relative = self._table.widths
        return [GRID_WIDTH * share / sum(relative) for share in relative]
