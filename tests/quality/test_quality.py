"""How much of what goes wrong is found: recall of planted errors, false alarms, figures read.

The lines printed at the end of a test run are quoted in README's section on quality, which is held to them.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from converter.conversion.conversion import Conversion
from converter.figures.finding import Severity
from converter.inbox.departments import split_by_department
from converter.inbox.submissions import Submission
from converter.pack.loading import load_pack
from samples.filing import write
from samples.filing.budget import budget
from samples.filing.departments import CULTURE
from samples.filing.final_accounts import final_accounts
from samples.filing.invented import invent
from samples.filing.layout import random_layout
from tests.quality.clean_filing import CleanFiling
from tests.quality.planted import KINDS, matrix, plant, restore
from tests.quality.slips import SLIPS
from tests.read.expected import budget_figures, final_figures

YEAR = 2020  # the pack is for it
README = Path(__file__).parents[2] / "README.md"
Record = Callable[[str, object], None]


@pytest.fixture(scope="module")
def filing(tmp_path_factory: pytest.TempPathFactory) -> CleanFiling:
    return CleanFiling(CULTURE, tmp_path_factory.mktemp("filing") / "部门")


def _measure(filing: CleanFiling, cases: Iterable[tuple[str, dict[str, Any]]], what: str) -> str:
    """Return a line on how many cases were found; only those known to be `unseen` may be missed."""
    missed, with_cell, named, numbers = [], 0, 0, []
    for name, kind in cases:
        where = plant(filing, kind)
        findings = filing.findings()
        restore(filing, kind)
        numbers.append(len(findings))
        wanted = kind.get("finds")
        if not any(wanted in (None, finding.code) for finding in findings):
            missed.append(name)
            assert "unseen" in kind, f"{name}: {kind}"
        first = findings[0].cells[0] if findings and findings[0].cells else None
        with_cell += bool(where)
        named += bool(first and (first.file, first.sheet, first.cell) in where)
    count = len(numbers)
    caught, single = count - len(missed), numbers.count(1)
    return (
        f"{what}: {count}, found {caught} ({caught / count:.1%}), of {with_cell} with a cell at fault "
        f"the cell itself named first {named} ({named / with_cell:.1%}), one finding only {single} "
        f"({single / count:.1%}), findings each: median {median(numbers):g}, at most {max(numbers)}; "
        f"missed: {', '.join(missed) or 'none'}"
    )


def _tell(measured: str, record_property: Record) -> None:
    """Print what was measured, and hold README to it."""
    record_property("measured", measured)
    assert f"> {measured}" in README.read_text("utf-8")


def test_every_kind_of_planted_error_is_found(filing: CleanFiling, record_property: Record) -> None:
    assert filing.findings() == []
    assert len(KINDS) >= 60
    _tell(_measure(filing, KINDS.items(), "kinds of planted errors"), record_property)


def test_every_slip_is_found_in_every_table(filing: CleanFiling, record_property: Record) -> None:
    cases = [(f"{kind['table'][:4]} {kind['at']} {kind['do']}", kind) for kind in matrix(filing)]
    _tell(_measure(filing, cases, f"{len(SLIPS)} kinds of slips in cells of every table"), record_property)


def test_clean_filings_raise_no_alarm_and_every_figure_is_right(
    tmp_path: Path, record_property: Record
) -> None:
    conversion, right, wrong, missing, alarms = Conversion(load_pack()), 0, 0, 0, 0
    for seed in range(30):
        filed, folder = invent(seed, YEAR), tmp_path / str(seed)
        layout, kind = random_layout(seed), (".xlsx", ".xls", ".ods", ".et")[seed % 4]
        write.book(final_accounts(filed.accounts, layout), folder / f"{YEAR}年度部门决算公开表{kind}")
        write.book(budget(filed.accounts, filed.prior, layout), folder / f"{YEAR}年部门预算公开表{kind}")
        write.book(final_accounts(filed.prior, layout), folder / f"{YEAR - 1}年度部门决算公开表{kind}")
        submission = Submission("部门", tuple(sorted(folder.iterdir())))
        [department] = split_by_department(submission, conversion.reader).departments
        judged = conversion.judge(department)
        alarms += sum(finding.severity is Severity.ERROR for finding in judged.findings)
        expected: dict[str, Decimal] = final_figures(filed.accounts) | budget_figures(filed.accounts)
        for name, value in expected.items():
            figure = judged.ledger.figures.get(name)
            missing += figure is None or figure.value is None
            right += figure is not None and figure.value == value
            wrong += figure is not None and figure.value not in (None, value)
    assert (alarms, wrong, missing) == (0, 0, 0)
    found = f"figures right {right}, wrong {wrong}, missing {missing}"
    _tell(f"clean filings: 30, false alarms {alarms}; {found}", record_property)
