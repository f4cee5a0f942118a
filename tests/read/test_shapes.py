"""The same figures from every shape: one quirk a case, named for it, and any mixture of them."""

import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.figures import Figure
from converter.pack import load_pack
from converter.read import Filing, Reader
from samples.filing import write
from samples.filing.accounts import Accounts
from samples.filing.budget import budget
from samples.filing.departments import SEED, load
from samples.filing.final_accounts import final_accounts
from samples.filing.invented import invent
from samples.filing.layout import NATIONAL, SHANGHAI, SHANGHAI_BUDGET, Layout, random_layout
from tests.read.expected import budget_figures, final_figures, spending_lines

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
    "other spellings": replace(NATIONAL, variant=1),
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
        for figure in reading.figures:
            found.setdefault(figure.id, set()).add(figure.value)
    return found


def _lines(filing: Filing, group: str, column: str) -> dict[str, Decimal | None]:
    lines = [line for reading in filing.forms for line in reading.lines if line.group == group]
    figures: dict[str, Figure] = {line.key: line.figures[column] for line in lines}
    return {key: figure.value for key, figure in figures.items()}


def _assert_same(filing: Filing, expected: dict[str, Decimal]) -> None:
    read = _values(filing)
    wrong = {key: (value, read.get(key)) for key, value in expected.items() if read.get(key) != {value}}
    assert wrong == {}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("quirk", QUIRKS)
def test_final_accounts(tmp_path: Path, quirk: str, kind: str) -> None:
    accounts = load(SEED).accounts
    filing = _read(tmp_path, accounts, QUIRKS[quirk], kind)
    _assert_same(filing, final_figures(accounts))
    assert _lines(filing, "支出决算", "本年支出") == spending_lines(accounts)
    assert (filing.department, filing.year) == (SEED, 2020)
    assert filing.findings == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("layout", [NATIONAL, SHANGHAI_BUDGET], ids=["national", "Shanghai"])
def test_budget(tmp_path: Path, layout: Layout, kind: str) -> None:
    filed = load(SEED)
    path = write.book(budget(filed.accounts, filed.prior, layout), tmp_path / f"2020年部门预算公开表{kind}")
    _assert_same(READER.read(path, path.name), budget_figures(filed.accounts))


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 100_000), st.integers(0, 1_000_000), st.sampled_from(KINDS))
def test_any_department_in_any_layout(department: int, layout: int, kind: str) -> None:
    filed = invent(department, 2021)
    with tempfile.TemporaryDirectory() as folder:
        filing = _read(Path(folder), filed.accounts, random_layout(layout), kind)
        _assert_same(filing, final_figures(filed.accounts))
        assert _lines(filing, "支出决算", "本年支出") == spending_lines(filed.accounts)
        path = write.book(
            budget(filed.accounts, filed.prior, random_layout(layout)), Path(folder) / f"b{kind}"
        )
        _assert_same(READER.read(path, path.name), budget_figures(filed.accounts))
