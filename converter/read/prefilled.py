"""A supplement that was prefilled: what nobody changed or confirmed in it is not the department's word."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeGuard

from msgspec import Struct
from msgspec.structs import replace

from converter import messages
from converter.figures import CellOrigin, Finding, Outcome, Severity, position
from converter.read.files.cells import Scalar, amount, normal_form
from converter.read.files.grid import Grid

MOST_CELLS = 10_000  # that a record may tell of


class FilledIn(Struct, frozen=True):
    """The sheets of a workbook with what a person filled in, and what there is to say about the rest."""

    grids: list[Grid]
    findings: tuple[Finding, ...] = ()


class _Recorded(Struct, frozen=True):
    """A cell as it was written, and the cell in which it is confirmed, if it has to be."""

    sheet: str
    cell: str
    content: Scalar
    confirm: str


def filled_in(grids: list[Grid], file: str) -> FilledIn:
    """Return the sheets, blank where a cell holds what it was prefilled with and was not confirmed.

    The sheet that tells what was prefilled is left out; a workbook without it is returned as it is.
    """
    record = next((grid for grid in grids if grid.name == messages.workbooks.RECORD_SHEET), None)
    if record is None:
        return FilledIn(grids)
    by_name = {grid.name: grid for grid in grids if grid is not record}
    unchanged: dict[str, list[_Recorded]] = {}
    unconfirmed: dict[str, list[_Recorded]] = {}
    for each in _recorded(record.rows):
        grid = by_name.get(each.sheet)
        if grid is None or not _same(_at(grid, each.cell), each.content):
            continue
        if each.confirm and _at(grid, each.confirm) == messages.workbooks.CONFIRMED:
            continue
        unchanged.setdefault(each.sheet, []).append(each)
        if each.confirm:
            unconfirmed.setdefault(each.sheet, []).append(each)
    return FilledIn(
        [_blanked(grid, unchanged.get(name, ())) for name, grid in by_name.items()],
        tuple(_finding(file, sheet, cells) for sheet, cells in unconfirmed.items()),
    )


def _recorded(rows: Sequence[Sequence[Scalar]]) -> Iterator[_Recorded]:
    """Yield what the record tells; what is not one of its rows is passed over."""
    for row in rows[1 : MOST_CELLS + 1]:
        sheet, cell, content, confirm = (*row, "", "", "", "")[:4]
        if isinstance(sheet, str) and _is_address(cell):
            yield _Recorded(sheet, cell, content, confirm if _is_address(confirm) else "")


def _is_address(cell: Scalar) -> TypeGuard[str]:
    try:
        position(cell if isinstance(cell, str) else "")
    except ValueError:
        return False
    return True


def _at(grid: Grid, cell: str) -> Scalar:
    return grid.cell(*position(cell))


def _same(one: Scalar, other: Scalar) -> bool:
    """Whether two cells say the same, as a number or in words."""
    number = amount(one)
    if number is not None:
        return number == amount(other)
    return isinstance(one, str) and isinstance(other, str) and normal_form(one) == normal_form(other) != ""


def _blanked(grid: Grid, cells: Iterable[_Recorded]) -> Grid:
    """Return a sheet with these cells blank."""
    rows, blank = list(grid.rows), frozenset(each.cell for each in cells)
    for row, column in map(position, blank):
        rows[row] = [*rows[row][:column], "", *rows[row][column + 1 :]]
    return replace(grid, rows=rows, prefilled=blank)


def _finding(file: str, sheet: str, cells: Sequence[_Recorded]) -> Finding:
    finding = Finding.worded(
        messages.reading.UNCONFIRMED,
        Severity.WARNING,
        Outcome.NOT_EVALUABLE,
        tuple(CellOrigin(file, sheet, each.cell, each.content) for each in cells),
        file=file,
        sheet=sheet,
        places=messages.phrases.AND.join(each.cell for each in cells),
        column=messages.workbooks.CONFIRM_COLUMN,
        confirmed=messages.workbooks.CONFIRMED,
    )
    return replace(finding, to_supply=True)
