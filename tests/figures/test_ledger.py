"""The ledger: which of several readings counts, and what a sum of figures is worth."""

from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from converter.figures.figure import Figure, Value, basis_of, item_of, total
from converter.figures.ledger import DetailRow, Ledger
from converter.figures.origin import CellOrigin, Derived

CELL = CellOrigin("甲.xlsx", "公开01", "C5", 1234567.1, "万元", "总表")


def _figure(value: str | None, form: str = "", error: str = "0") -> Figure:
    origin = CellOrigin("甲.xlsx", "表", "C1", "", "元", form) if form else Derived("", ())
    return Figure("甲.决算", None if value is None else Decimal(value), "元", origin, Decimal(error))


def _ledger(*figures: Figure) -> Ledger:
    found = Ledger("某部门", 2020)
    for figure in figures:
        found.enter(figure)
    return found


@pytest.mark.parametrize(
    ("entered", "counts"),
    [
        ([("1", "总表"), ("2", "分表")], "1"),
        ([(None, "总表"), ("2", "分表")], "2"),
        ([("0", "总表"), ("2", "分表")], "0"),
        ([("1", "总表"), (None, "分表")], "1"),
        ([(None, "总表"), (None, "分表")], None),
        ([(None, "总表"), ("2", "")], "2"),
    ],
)
def test_the_first_filled_reading_counts(entered: list[tuple[str | None, str]], counts: str | None) -> None:
    found = _ledger(*(_figure(value, form) for value, form in entered)).find("甲.决算")
    assert found is not None
    assert found.value == (None if counts is None else Decimal(counts))


@pytest.mark.parametrize(
    ("first", "second", "counts"),
    [
        (("5517.9", "0.05"), ("5517.87", "0.005"), "5517.87"),
        (("5517.87", "0.005"), ("5517.9", "0.05"), "5517.87"),
        (("5518.1", "0.05"), ("5517.87", "0.005"), "5518.1"),
        (("0.04", "0.05"), ("0", "0"), "0.04"),
    ],
)
def test_of_readings_that_agree_the_one_with_more_digits_counts(
    first: tuple[str, str], second: tuple[str, str], counts: str
) -> None:
    readings = [
        _figure(value, form, error) for form, (value, error) in zip("甲乙", (first, second), strict=True)
    ]
    found = _ledger(*readings).find("甲.决算")
    assert found is not None
    assert found.value == Decimal(counts)


def test_every_form_has_its_first_reading() -> None:
    found = _ledger(_figure(None, "总表"), _figure("2", "分表"), _figure("3", "分表"))
    assert [found.find("甲.决算", form) for form in ("总表", "分表", "无此表")] == [
        _figure(None, "总表"),
        _figure("2", "分表"),
        None,
    ]


def test_a_computed_figure_is_no_forms_reading() -> None:
    found = _ledger(_figure("2"))
    assert found.readings == {}
    assert found.find("乙.决算") is None


def test_detail_rows_stay_by_group_in_order() -> None:
    found = Ledger("某部门", 2020)
    lines = [
        DetailRow("支出", "201", "一", {}),
        DetailRow("收入", "201", "二", {}),
        DetailRow("支出", "208", "三", {}),
    ]
    found.enter_detail_rows(lines)
    assert found.detail_rows == {"支出": [lines[0], lines[2]], "收入": [lines[1]]}


AMOUNTS = st.none() | st.decimals(min_value=-(10**9), max_value=10**9, places=2)


@given(st.lists(st.tuples(AMOUNTS, st.integers(0, 50)), max_size=8))
def test_a_total_adds_what_is_there_and_its_errors(parts: list[tuple[Decimal | None, int]]) -> None:
    figures = [_figure(None if value is None else str(value), error=str(error)) for value, error in parts]
    filled = [(value, error) for value, error in parts if value is not None]
    expected = Value(sum(v for v, _ in filled), Decimal(sum(e for _, e in filled))) if filled else Value(None)
    assert total(figures) == expected


@given(st.text("甲乙丙.", min_size=1), st.text("甲乙丙", min_size=1))
def test_an_id_is_its_item_and_its_basis(item: str, basis: str) -> None:
    assert (item_of(f"{item}.{basis}"), basis_of(f"{item}.{basis}")) == (item, basis)


def test_a_cell_says_where_it_is_and_shows_what_stood_there() -> None:
    assert str(CELL) == "甲.xlsx!公开01!C5"
    assert CELL.text == "1234567.1"
    assert replace(CELL, raw=0.1 + 0.2).text == "0.3"
    assert replace(CELL, raw="—").text == "—"
    assert str(Derived("甲 / 乙", ("甲.数", "乙.数"))) == "甲 / 乙"


@pytest.mark.parametrize("origin", [CELL, Derived("甲 / 乙", ("甲.数", "乙.数"), "满分")])
def test_a_stored_figure_comes_back_as_it_was(origin: CellOrigin | Derived) -> None:
    figure = Figure("丙.决算", Decimal("0.10"), "元", origin, Decimal("0.005"))
    assert msgspec.json.decode(msgspec.json.encode(figure), type=Figure) == figure


@pytest.mark.parametrize("cell", ["C1", ""])
def test_what_a_cell_gave_and_what_was_computed_from_it_is_found(cell: str) -> None:
    doubted = replace(_figure("1", "表"), id="乙.决算")
    computed = replace(_figure("2"), id="丙.决算", origin=Derived("乙.决算 * 2", ("乙.决算",)))
    sound = replace(_figure("3", "表"), id="丁.决算", origin=replace(CELL, file="乙.xlsx"))
    ledger = _ledger(doubted, computed, sound)
    assert ledger.figures_from([CellOrigin("甲.xlsx", "表", cell)]) == {"乙.决算", "丙.决算"}
    assert not ledger.figures_from([CellOrigin("甲.xlsx", "表", "D9")])
