"""How much of what goes wrong is found: recall of planted errors, false alarms, figures lifted.

The lines printed at the end of a test run are quoted in README's section on quality.
"""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from converter.batch.cases import sort_out
from converter.batch.inbox import Bundle
from converter.batch.line import Line
from converter.figures import Finding, Severity
from converter.pack import load_pack
from converter.read.cells import address
from samples.filing import write
from samples.filing.budget import budget
from samples.filing.departments import SEED, load
from samples.filing.final_accounts import final_accounts
from samples.filing.invented import invent
from samples.filing.layout import random_layout
from samples.filing.sheet import SheetTable
from tests.quality.planted import KINDS, planted
from tests.read.expected import budget_figures, final_figures

LINE = Line(load_pack())
FILING = load(SEED)


def _errors(folder: Path) -> list[Finding]:
    [case], failures = sort_out(Bundle("部门", tuple(sorted(folder.iterdir()))), LINE.reader)
    assert failures == []
    return [finding for finding in LINE.judge(case).findings if finding.severity is Severity.ERROR]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is filed beside the table that is altered."""
    folder = tmp_path_factory.mktemp("filing")
    write.book(budget(FILING.accounts, FILING.prior), folder / "2020年部门预算公开表.xlsx")
    write.book(final_accounts(FILING.prior), folder / "2019年度部门决算公开表.xlsx")
    return folder


def _found(folder: Path, tables: list[SheetTable]) -> list[Finding]:
    write.book(tables, folder / "2020年度部门决算公开表.xlsx")
    return _errors(folder)


def test_planted_errors_are_found(folder: Path, record_property: Callable[[str, object], None]) -> None:
    cases = list(planted(FILING))
    assert len({case.name for case in cases}) >= 60
    missed, named, single = [], 0, 0
    for case in cases:
        findings = _found(folder, case.tables)
        cell = address(case.place[0] - 1, case.place[1] - 1)
        if not findings:
            missed.append(case.name)
        first = findings[0].cells[0] if findings and findings[0].cells else None
        named += bool(first and (first.sheet, first.cell) == (case.sheet, cell))
        single += len(findings) == 1
    caught = len(cases) - len(missed)
    record_property(
        "measured",
        f"planted errors: {len(cases)}, found {caught} ({caught / len(cases):.1%}), "
        f"the cell itself named first {named} ({named / len(cases):.1%}), "
        f"one finding only {single}; {len(KINDS)} kinds of slip; missed: {', '.join(missed) or 'none'}",
    )
    assert missed == []


def test_clean_filings_raise_no_alarm_and_every_figure_is_right(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    right = wrong = missing = alarms = 0
    for seed in range(30):
        filed, folder = invent(seed, 2021), tmp_path / str(seed)
        layout, kind = random_layout(seed), (".xlsx", ".xls", ".ods", ".et")[seed % 4]
        write.book(final_accounts(filed.accounts, layout), folder / f"2021年度部门决算公开表{kind}")
        write.book(budget(filed.accounts, filed.prior, layout), folder / f"2021年部门预算公开表{kind}")
        write.book(final_accounts(filed.prior, layout), folder / f"2020年度部门决算公开表{kind}")
        [case], _ = sort_out(Bundle("部门", tuple(sorted(folder.iterdir()))), LINE.reader)
        judged = LINE.judge(case)
        alarms += sum(finding.severity is Severity.ERROR for finding in judged.findings)
        expected: dict[str, Decimal] = final_figures(filed.accounts) | budget_figures(filed.accounts)
        for name, value in expected.items():
            figure = judged.ledger.figures.get(name)
            missing += figure is None or figure.value is None
            right += figure is not None and figure.value == value
            wrong += figure is not None and figure.value not in (None, value)
    record_property(
        "measured",
        f"clean filings: 30, false alarms {alarms}; figures right {right}, wrong {wrong}, missing {missing}",
    )
    assert (alarms, wrong, missing) == (0, 0, 0)
