"""Rounding is no error, and what is larger is one: by habits of rounding, and by sizes of errors."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from converter.conversion.conversion import Conversion
from converter.figures import position
from converter.figures.finding import Severity
from converter.inbox.departments import split_by_department
from converter.inbox.submissions import Submission
from converter.pack.loading import load_pack
from samples.filing import write
from samples.filing.departments import CULTURE
from samples.filing.sheet import At, SheetTable
from tests.quality.clean_filing import CleanFiling
from tests.quality.habits import HABITS, TEN_THOUSAND, YEAR, filed_by, findings_of

Record = Callable[[str, object], None]

CONVERSION = Conversion(load_pack())
SEEDS = (3,)
SIZES = (1, 2, 5, 30)
ALWAYS_FOUND = 30
"""Steps of the last digit: more than the parts of any sum of the sample may be rounded by together."""

CELLS_A_TABLE = 2


@pytest.mark.parametrize("habit", HABITS)
def test_a_habit_of_rounding_raises_no_error_and_hides_none(
    habit: str, tmp_path: Path, record_property: Record
) -> None:
    notes = 0
    for seed in SEEDS:
        folder = tmp_path / str(seed)
        books = filed_by(habit, seed, folder)
        findings = findings_of(folder, CONVERSION)
        assert [found.message for found in findings if found.severity is Severity.ERROR] == []
        notes += sum(found.severity is Severity.NOTE for found in findings)
    name = f"{YEAR}年度部门决算公开表"
    tables = [_off(table, habit) if table.name.startswith("GK03") else table for table in books[name]]
    write.book(tables, folder / f"{name}.xlsx")
    wrong = [found for found in findings_of(folder, CONVERSION) if found.severity is Severity.ERROR]
    assert [found.cells[0].sheet[:4] for found in wrong] == ["GK03"]
    record_property("measured", f"filed as {habit}: {len(SEEDS)}, errors 0, notes {notes}")


def _off(table: SheetTable, habit: str) -> SheetTable:
    """The table with its total off by a hundred steps of the habit."""
    unit, step, _ = HABITS[habit]
    at = min(table.formats)
    value = table.cells[at]
    assert isinstance(value, Decimal)
    return table.replaced(at, value + 100 * step / {"元": 1, "万元": 10000}[unit])


def test_errors_are_found_by_their_size(tmp_path: Path, record_property: Record) -> None:
    filing, found = CleanFiling(CULTURE, tmp_path / "部门"), dict.fromkeys(SIZES, 0)
    cells = list(_cells(filing))
    for table, at, step in cells:
        value = table.cells[at]
        assert isinstance(value, Decimal)
        for size in SIZES:
            filing.write("决算", table.replaced(at, value + size * step))
            found[size] += bool(filing.findings())
        filing.put_back("决算", table)
    sizes = ", ".join(f"{size} {count}" for size, count in found.items())
    record_property("measured", f"errors of so many steps of the last digit, of {len(cells)} each: {sizes}")
    assert {found[size] for size in SIZES if size >= ALWAYS_FOUND} == {len(cells)}


def _cells(filing: CleanFiling) -> Iterator[tuple[SheetTable, At, Decimal]]:
    """Yield some cells of each table of the accounts, with the smallest step of what they are printed to."""
    steps = _steps(filing)
    for table in filing.tables["决算"]:
        amounts = [at for at in sorted(table.formats) if (table.name, at) in steps and table.cells[at]]
        every = max(1, len(amounts) // CELLS_A_TABLE)
        yield from ((table, at, steps[table.name, at]) for at in amounts[::every][:CELLS_A_TABLE])


def _steps(filing: CleanFiling) -> dict[tuple[str, At], Decimal]:
    submission = Submission(filing.department, tuple(sorted(filing.folder.iterdir())))
    [department] = split_by_department(submission, filing.reader).departments
    ledger = filing.conversion.judge(department).ledger
    figures = [figure for readings in ledger.readings.values() for figure in readings.values()]
    figures += (
        figure for rows in ledger.detail_rows.values() for row in rows for figure in row.figures.values()
    )
    found = {}
    for figure in figures:
        if figure.cell and figure.error:
            row, column = position(figure.cell.cell)
            found[figure.cell.sheet, (row + 1, column + 1)] = 2 * figure.error / TEN_THOUSAND
    return found
