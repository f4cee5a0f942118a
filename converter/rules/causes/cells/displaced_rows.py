"""Rows whose amounts are those of other codes in another table of the workbook: shifted, or exchanged.

The sums above such rows hold, so no equation speaks of them; that a code has the amount which its neighbour
has in the other table does. Only the first column is compared, the whole of a row. Which of two tables is
wrong a third one tells, where the pack says how the two are related.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from converter.diagnosis import Slip
from converter.figures import ZERO, CellOrigin, Figure, Ledger, item_of, value_of
from converter.rules.causes.equations import WrongCell
from converter.rules.causes.positions import STEPS
from converter.rules.checks.result import CheckResult
from converter.rules.language.lookups import nested

FEWEST_DIGITS = 8
"""Of amounts found beside their code: so many digits do not agree by chance."""

Details = Mapping[str, Figure]
"""The amounts of the rows that are no sums of others, by code, in the order of their sheet."""

CodePair = tuple[Figure, Figure]
"""What two tables hold for one code."""

TableRow = tuple[str, str, int]
"""File, sheet and row."""


class DisplacedRows(Struct, frozen=True):
    """Amounts of a table in wrong rows, each with what the other table holds for the row, and the results
    this explains.

    `other` is the first of these in the other table; `is_either` tells that it may as well be that one.
    """

    slip: Slip
    cells: tuple[WrongCell, ...]
    other: CellOrigin
    is_either: bool
    results: tuple[CheckResult, ...] = ()

    def makes_wrong(self, cell: CellOrigin) -> bool:
        """Whether a cell is in one of the rows."""
        return _place(cell) in self.places

    @property
    def places(self) -> frozenset[TableRow]:
        """The rows in which wrong amounts stand."""
        return frozenset(_place(wrong.figure.cell) for wrong in self.cells if wrong.figure.cell)


def find_displaced_rows(results: Sequence[CheckResult], ledger: Ledger) -> list[DisplacedRows]:
    """Return what stands in wrong rows, each row once."""
    tables = {group: details for group in ledger.detail_rows if (details := _details(group, ledger))}
    related = {
        frozenset(column.partition(".")[0] for column in result.check.within)
        for result in results
        if result.check.within
    }
    found: list[DisplacedRows] = []
    known: set[TableRow] = set()
    for one, other in sorted(combinations(tables, 2), key=lambda pair: frozenset(pair) not in related):
        judges = [table for name, table in tables.items() if name not in (one, other)]
        runs: dict[Slip, list[CodePair]] = {}
        for slip, run in _runs(tables[one], tables[other]):
            runs.setdefault(slip, []).extend(pair for pair in run if pair not in runs.get(slip, ()))
        for slip, run in runs.items():
            places = {_place(figure.cell) for pair in run for figure in pair if figure.cell}
            if known.isdisjoint(places):
                known |= places
                cause = _cause(slip, run, judges if {one, other} in related else ())
                found.append(_with_results(cause, results))
    return found


def _details(group: str, ledger: Ledger) -> Details:
    rows = ledger.detail_rows[group]
    above = nested(rows).below
    firsts = {row.key: next(iter(row.figures.values()), None) for row in rows if row.key not in above}
    return {key: figure for key, figure in firsts.items() if key.isdigit() and figure and figure.cell}


def _runs(one: Details, other: Details) -> Iterator[tuple[Slip, list[CodePair]]]:
    """Yield the rows of one table that are out of place against another, run by run."""
    pairs = [(mine, other[code]) for code, mine in one.items() if code in other]
    apart = [at for at, pair in enumerate(pairs) if not _agree(*pair)]
    if len(apart) < 2 or not _in_one_file(*pairs[0]):
        return
    for step in STEPS:
        came = [
            at for at in apart if 0 <= at - step < len(pairs) and _agree(pairs[at][0], pairs[at - step][1])
        ]
        for run in _consecutive(came):
            if len(run) > 1 and _are_many(pairs[at][0] for at in run):
                lost = range(run[0] - step, run[0]) if step > 0 else range(run[-1] + 1, run[-1] + 1 - step)
                yield Slip.SHIFTED, [pairs[at] for at in sorted({*run, *lost}.intersection(apart))]
    seen: dict[tuple[Decimal | None, Decimal | None], CodePair] = {}
    for mine, theirs in (pairs[at] for at in apart):
        exchanged = seen.get((theirs.value, mine.value))
        if exchanged and _are_many((mine, theirs)):
            yield Slip.ROWS, [exchanged, (mine, theirs)]
        seen[mine.value, theirs.value] = mine, theirs


def _agree(one: Figure, other: Figure) -> bool:
    return value_of(one).agrees_with(value_of(other))


def _in_one_file(one: Figure, other: Figure) -> bool:
    return bool(one.cell and other.cell and one.cell.file == other.cell.file)


def _consecutive(numbers: Iterable[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _are_many(figures: Iterable[Figure]) -> bool:
    """Whether the amounts have more digits than agree by chance; one that comes twice says nothing more."""
    amounts = {figure.value for figure in figures if figure.value}
    return sum(len(amount.normalize().as_tuple().digits) for amount in amounts) >= FEWEST_DIGITS


def _cause(slip: Slip, run: Sequence[CodePair], judges: Sequence[Details]) -> DisplacedRows:
    """Return what is wrong: the table that no other of the `judges` sides with, else either."""
    sides = [_sides_with(run, judges, at) for at in (0, 1)]
    if sides[0] > sides[1] == 0:
        run = [(theirs, mine) for mine, theirs in run]
    cells = tuple(WrongCell(mine, theirs.value or ZERO) for mine, theirs in run)
    first = run[0][1].cell
    assert first is not None
    return DisplacedRows(slip, cells, first, is_either=(sides[0] > 0) == (sides[1] > 0))


def _sides_with(run: Sequence[CodePair], judges: Sequence[Details], at: int) -> int:
    """Return how many amounts of one of two tables others hold for the very codes as well."""
    mine = {item_of(pair[at].id).partition("[")[2].rstrip("]"): pair[at] for pair in run}
    return sum(
        _agree(figure, judge[code]) for judge in judges for code, figure in mine.items() if code in judge
    )


def _with_results(cause: DisplacedRows, results: Iterable[CheckResult]) -> DisplacedRows:
    explained = (
        result
        for result in results
        if result.differs and any(figure.cell and cause.makes_wrong(figure.cell) for figure in result.used)
    )
    return replace(cause, results=tuple(explained))


def _place(cell: CellOrigin) -> TableRow:
    return cell.file, cell.sheet, cell.at[0]
