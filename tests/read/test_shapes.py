"""The same figures from every shape: one quirk a case, named for it, and any mixture of them."""

import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.pack.loading import load_pack
from converter.read.forms.filing import Filing
from converter.read.reader import Reader
from samples.filing import write
from samples.filing.accounts import Accounts
from samples.filing.budget import budget
from samples.filing.departments import SEED, load
from samples.filing.final_accounts import final_accounts
from samples.filing.invented import invent
from samples.filing.layout import NATIONAL, SHANGHAI, SHANGHAI_BUDGET, Layout, random_shape
from tests.read.expected import Lines, budget_figures, budget_lines, detail_lines, final_figures

READER = Reader(load_pack())
KINDS = (".xlsx", ".xls", ".ods", ".et")
QUIRKS = {
    "national in 万元": NATIONAL,
    "in 元": replace(NATIONAL, unit="元", public_unit="元"),
    "in 千元": replace(NATIONAL, unit="千元"),
    "三公 in 万元 beside 元": replace(NATIONAL, unit="元", public_unit="万元"),
    "Shanghai": SHANGHAI,
    "shuffled sheets": replace(NATIONAL, shuffle=7),
    "tables start at C4": replace(NATIONAL, origin=(4, 3)),
    "text numbers with commas": replace(NATIONAL, numbers="commas"),
    "full-width digits": replace(NATIONAL, numbers="full"),
    "codes in three columns": replace(NATIONAL, code_columns=3),
    "三公 interleaved": replace(NATIONAL, public="pairs"),
    "基本支出 in two blocks": replace(NATIONAL, blocks=2),
    "new order": replace(NATIONAL, order="new"),
    "nil as 0": replace(NATIONAL, nil="0"),
    "nil as 0.00": replace(NATIONAL, nil="0.00"),
    "nil as dash": replace(NATIONAL, nil="-"),
    "nil as long dash": replace(NATIONAL, nil="—"),
    "labels spaced": replace(NATIONAL, spaced=True),
    "half-width marks": replace(NATIONAL, half_width=True),
    "names indented": replace(NATIONAL, indent=True),
    "total last": replace(NATIONAL, total_last=True),
    "year in titles": replace(NATIONAL, title="year"),
    "code and name in one cell": replace(NATIONAL, code_columns=0),
    "unit in the title's cell": replace(NATIONAL, unit="元", public_unit="万元", unit_in_title=True),
    "three tables on a sheet": replace(NATIONAL, per_sheet=3, unit="元", public_unit="万元"),
    "all tables on one sheet": replace(NATIONAL, per_sheet=9),
    "header repeated": replace(NATIONAL, page=4),
    "stacked and continued": replace(SHANGHAI, per_sheet=9, page=4, code_columns=0),
    "other spellings": replace(NATIONAL, variant=1),
}
BUDGET_QUIRKS = QUIRKS | {
    "Shanghai in 元": SHANGHAI_BUDGET,
    "Shanghai at C4": replace(SHANGHAI_BUDGET, origin=(4, 3)),
    "Shanghai spaced": replace(SHANGHAI_BUDGET, spaced=True, half_width=True),
}


def _read(folder: Path, accounts: Accounts, layout: Layout, kind: str, year: int = 0) -> Filing:
    path = write.book(
        final_accounts(accounts, layout), folder / f"{year or accounts.year}年度部门决算公开表{kind}"
    )
    return READER.read(path, path.name)


def _values(filing: Filing) -> dict[str, set[Decimal | None]]:
    """Return, for every id, the values of all its readings."""
    found: dict[str, set[Decimal | None]] = {}
    for reading in filing.forms:
        for figure in reading.extraction.figures:
            found.setdefault(figure.id, set()).add(figure.value)
    return found


def _lines(filing: Filing, group: str, column: str) -> dict[str, Decimal | None]:
    """Return the values of a column of detail lines that are not nil."""
    lines = [
        line for reading in filing.forms for line in reading.extraction.detail_rows if line.group == group
    ]
    assert len({line.key for line in lines}) == len(lines)
    return {line.key: value for line in lines if (value := line.figures[column].value) != 0}


def _assert_same(filing: Filing, expected: dict[str, Decimal], lines: Lines) -> None:
    read = _values(filing)
    wrong = {key: (value, read.get(key)) for key, value in expected.items() if read.get(key) != {value}}
    assert wrong == {}
    for (group, column), amounts in lines.items():
        assert _lines(filing, group, column) == amounts, (group, column)
    assert [finding.message for reading in filing.forms for finding in reading.extraction.findings] == []
    assert filing.findings == ()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("quirk", QUIRKS)
def test_final_accounts_of_every_shape_give_the_same_figures(tmp_path: Path, quirk: str, kind: str) -> None:
    accounts = load(SEED).accounts
    filing = _read(tmp_path, accounts, QUIRKS[quirk], kind)
    _assert_same(filing, final_figures(accounts), detail_lines(accounts))
    assert (filing.department, filing.year) == (SEED, 2020)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("quirk", BUDGET_QUIRKS)
def test_a_budget_of_every_shape_gives_the_same_figures(tmp_path: Path, quirk: str, kind: str) -> None:
    layout = BUDGET_QUIRKS[quirk]
    filed = load(SEED)
    path = write.book(budget(filed.accounts, filed.prior, layout), tmp_path / f"2020年部门预算公开表{kind}")
    filing = READER.read(path, path.name)
    _assert_same(filing, budget_figures(filed.accounts), budget_lines(filed.accounts))
    assert (filing.department, filing.year) == (SEED, 2020)


@settings(max_examples=20)
@given(st.integers(0, 100_000), st.integers(0, 1_000_000), st.sampled_from(KINDS))
def test_any_department_in_any_layout(department: int, layout: int, kind: str) -> None:
    filed = invent(department, 2021)
    with tempfile.TemporaryDirectory() as folder:
        filing = _read(Path(folder), filed.accounts, random_shape(layout), kind)
        _assert_same(filing, final_figures(filed.accounts), detail_lines(filed.accounts))
        path = write.book(
            budget(filed.accounts, filed.prior, random_shape(layout)), Path(folder) / f"b{kind}"
        )
        filing = READER.read(path, path.name)
        _assert_same(filing, budget_figures(filed.accounts), budget_lines(filed.accounts))
