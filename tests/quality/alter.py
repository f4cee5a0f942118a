"""What can go wrong with a table, one function a kind; kinds.yaml says which and where."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from samples.filing.sheet import At, SheetTable, Value
from tests.quality.slips import SLIPS

_ADDRESS = re.compile(r"([A-Z])(\d+)")
_NUMBERED = re.compile(r"(.+) (\d+)")


def place(table: SheetTable, at: str) -> At:
    """Return a cell by address (`C5`), or by label: the first amount beside it, or the nth (`合计 2`)."""
    if found := _ADDRESS.fullmatch(at):
        return int(found[2]), ord(found[1]) - ord("A") + 1
    label, number = (found[1], int(found[2])) if (found := _NUMBERED.fullmatch(at)) else (at, 1)
    for row, column in sorted(where for where, value in table.cells.items() if _has_label(value, label)):
        beside = [
            where for where in sorted(table.cells) if where[0] == row and where[1] > column
            and isinstance(table.cells[where], Decimal)
        ]  # fmt: skip
        if len(beside) >= number:
            return beside[number - 1]
    raise LookupError(f"{table.name}: {at}")


def _has_label(value: Value, label: str) -> bool:
    text = str(value).strip()
    return text == label or bool(re.fullmatch(rf".+、{label}", text))


def slip(table: SheetTable, at: str, kind: str) -> SheetTable:
    """The table with a slip of the pen in one cell."""
    where = place(table, at)
    wrong = SLIPS[kind](_amount(table, where))
    assert wrong is not None
    return table.replaced(where, wrong)


def put(table: SheetTable, at: str, value: str) -> SheetTable:
    """The table with something else in one cell, an amount if it reads as one."""
    number = re.fullmatch(r"-?\d+\.\d\d", value)
    return table.replaced(place(table, at), Decimal(value) if number else value)


def exchange(table: SheetTable, at: str, to: str) -> SheetTable:
    """The table with the values of two cells exchanged; either may be blank."""
    one, other = place(table, at), place(table, to)
    return _moved(table, {one: other, other: one})


def exchange_rows(table: SheetTable, at: str, to: str) -> SheetTable:
    """The table with the amounts of two rows exchanged; labels and codes stay."""
    one, other = place(table, at), place(table, to)
    offset = other[1] - one[1]
    columns = _columns(table, one) if not offset else {one[1]}
    moves = {(one[0], column): (other[0], column + offset) for column in columns}
    return _moved(table, moves | {new: old for old, new in moves.items()})


def shift(table: SheetTable, at: str, to: str) -> SheetTable:
    """The table with the amounts of some rows one row further down; the last of them is lost."""
    first, last = place(table, at), place(table, to)
    rows = range(first[0], last[0])
    columns = _columns(table, first)
    others = {
        where: value
        for where, value in table.cells.items()
        if not (where[0] == first[0] and where[1] in columns)
    }
    return replace(table, cells={**others, **_down(table, rows, columns)})


def rotate(table: SheetTable, at: str, to: str, rows: int) -> SheetTable:
    """The table with the amounts of one column so many rows further down, the last ones above the first."""
    first, last = place(table, at), place(table, to)
    run = range(first[0], last[0] + 1)
    column = {row: table.cells.get((row, first[1])) for row in run}
    moved = {(run[(nth + rows) % len(run)], first[1]): column[row] for nth, row in enumerate(run)}
    kept = {where: value for where, value in table.cells.items() if where not in moved}
    return replace(table, cells=kept | {where: value for where, value in moved.items() if value is not None})


def move(table: SheetTable, at: str, rows: int) -> SheetTable:
    """The table with all amounts from a cell on so many rows further down; labels and codes stay."""
    first = place(table, at)[0]
    moved = {
        where for where, value in table.cells.items() if where[0] >= first and isinstance(value, Decimal)
    }
    others = {where: value for where, value in table.cells.items() if where not in moved}
    return replace(
        table,
        cells=others | {(row + rows, column): table.cells[row, column] for row, column in moved},
        formats={},
    )


def _down(table: SheetTable, rows: range, columns: set[int]) -> dict[At, Value]:
    return {(row + 1, column): table.cells.get((row, column), "") for row in rows for column in columns}


def drop_row(table: SheetTable, at: str) -> SheetTable:
    """The table without a row; those below move up."""
    gone = place(table, at)[0]
    return _rows(table, lambda row: [] if row == gone else [row - (row > gone)])


def double_row(table: SheetTable, at: str) -> SheetTable:
    """The table with a row repeated."""
    twice = place(table, at)[0]
    return _rows(table, lambda row: [row, row + 1] if row == twice else [row + (row > twice)])


def clear_row(table: SheetTable, at: str) -> SheetTable:
    """The table with a row's amounts blank."""
    where = place(table, at)
    return _without(table, {(where[0], column) for column in _columns(table, where)})


def clear_column(table: SheetTable, at: str, column: str) -> SheetTable:
    """The table with a cell and a whole column of amounts blank."""
    number = ord(column) - ord("A") + 1
    amounts = {
        where for where, value in table.cells.items() if where[1] == number and isinstance(value, Decimal)
    }
    return _without(table, amounts | {place(table, at)})


def add(table: SheetTable, at: str, to: str, sign: int) -> SheetTable:
    """The table with another row's amount added to one (or subtracted from it)."""
    where = place(table, at)
    return table.replaced(where, _amount(table, where) + sign * _amount(table, place(table, to)))


def copy_row(table: SheetTable, at: str, other: SheetTable) -> SheetTable:
    """The table with the amounts of the same row of another table."""
    row, there = place(table, at)[0], place(other, at)[0]
    amounts = {
        (row, where[1]): value
        for where, value in other.cells.items()
        if where[0] == there and isinstance(value, Decimal)
    }
    return replace(table, cells={**table.cells, **amounts})


def reword(table: SheetTable, old: str, new: str) -> SheetTable:
    """The table with a text replaced in all its cells."""
    cells = {
        where: re.sub(old, new, value) if isinstance(value, str) else value
        for where, value in table.cells.items()
    }
    return replace(table, cells=cells)


def _amount(table: SheetTable, where: At) -> Decimal:
    value = table.cells[where]
    assert isinstance(value, Decimal)
    return value


def _columns(table: SheetTable, where: At) -> set[int]:
    """The columns of amounts from a cell on to the next label in its row."""
    row = where[0]
    labels = [column for (at, column), value in table.cells.items() if at == row and column > where[1]
              and isinstance(value, str)]  # fmt: skip
    amounts = {column for (_, column), value in table.cells.items() if isinstance(value, Decimal)}
    return {column for column in amounts if where[1] <= column < min(labels, default=99)}


def _moved(table: SheetTable, moves: dict[At, At]) -> SheetTable:
    cells = {where: value for where, value in table.cells.items() if where not in moves.values()}
    return replace(
        table, cells=cells | {new: table.cells[old] for old, new in moves.items() if old in table.cells}
    )


def _without(table: SheetTable, gone: set[At]) -> SheetTable:
    return replace(table, cells={where: value for where, value in table.cells.items() if where not in gone})


def _rows(table: SheetTable, moved: Callable[[int], list[int]]) -> SheetTable:
    cells = {(to, where[1]): value for where, value in table.cells.items() for to in moved(where[0])}
    return replace(table, cells=cells, merges=(), formats={})
