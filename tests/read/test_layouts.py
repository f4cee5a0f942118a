"""Laws of layout: a table turned, by budget unit, or with a covered tail gives what the plain one gives."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from converter.read import Grid
from tests.read.rows import READER

Rows = list[list[object]]
ITEMS = {
    "合计": "三公经费",
    "因公出国（境）费": "因公出国境费",
    "公务用车购置及运行费": "公务用车购置及运行维护费",
    "公务用车购置费": "公务用车购置费",
    "公务用车运行费": "公务用车运行维护费",
    "公务接待费": "公务接待费",
}
BASES = {"预算数": "预算", "决算数": "决算"}
FORM = "三公经费决算表"
AMOUNT = st.integers(3000, 10**9)  # small numbers in order number the columns, 20xx are years
AMOUNTS = st.lists(AMOUNT, min_size=12, max_size=12, unique=True)
HEADS = st.permutations([(basis, item) for basis in BASES for item in ITEMS])


def _read(rows: Rows, merges: list[tuple[int, int, int, int]], form: str = FORM) -> dict[str, Decimal | None]:
    figures = READER.figures_of_table(Grid("", rows, merges), form, "元", 2022)
    assert len({figure.id for figure in figures}) == len(figures)
    return {figure.id: figure.value for figure in figures}


def _expected(heads: list[tuple[str, str]], amounts: list[int]) -> dict[str, Decimal]:
    return {
        f"{ITEMS[item]}.{BASES[basis]}": Decimal(amount)
        for (basis, item), amount in zip(heads, amounts, strict=True)
    }


def _header(heads: list[tuple[str, str]]) -> Rows:
    return [[basis for basis, _ in heads], [item for _, item in heads]]


def _turned(rows: Rows) -> Rows:
    return [list(column) for column in zip(*rows, strict=True)]


@given(HEADS, AMOUNTS)
def test_a_turned_table_is_read_alike(heads: list[tuple[str, str]], amounts: list[int]) -> None:
    rows = [*_header(heads), list(amounts)]
    assert _read(rows, []) == _expected(heads, amounts)
    assert _read(_turned(rows), []) == _expected(heads, amounts)


@given(st.permutations(list(ITEMS)), AMOUNTS, st.booleans())
def test_items_or_bases_as_rows(items: list[str], amounts: list[int], turned: bool) -> None:
    heads = [(basis, item) for basis in BASES for item in items]
    halves = [amounts[:6], amounts[6:]]
    rows: Rows = [["项目", *items], *([basis, *half] for basis, half in zip(BASES, halves, strict=True))]
    assert _read(_turned(rows) if turned else rows, []) == _expected(heads, amounts)


@given(HEADS, AMOUNTS, st.lists(AMOUNTS, min_size=1, max_size=3), st.booleans())
def test_a_row_for_each_budget_unit(
    heads: list[tuple[str, str]], amounts: list[int], units: list[list[int]], last: bool
) -> None:
    header: Rows = [[name, *row] for name, row in zip(["单位名称", None], _header(heads), strict=True)]
    total: Rows = [["合计", *amounts]]
    of_units: Rows = [[f"第{nth}分局", *row] for nth, row in enumerate(units)]
    rows = [*header, *of_units, *total] if last else [*header, *total, *of_units]
    assert _read([["" if cell is None else cell for cell in row] for row in rows], []) == _expected(
        heads, amounts
    )


@given(HEADS, st.lists(AMOUNTS, min_size=2, max_size=3, unique_by=tuple))
def test_budget_units_without_a_total_give_no_figure(
    heads: list[tuple[str, str]], units: list[list[int]]
) -> None:
    header: Rows = [[name, *row] for name, row in zip(["单位名称", ""], _header(heads), strict=True)]
    assert _read([*header, *([f"第{nth}分局", *row] for nth, row in enumerate(units))], []) == {}


@given(st.lists(AMOUNT, min_size=5, max_size=5), st.integers(0, 3), st.sampled_from(["元", "（元）", ""]))
def test_the_label_of_a_tail_covers_the_columns_before_its_amount(
    amounts: list[int], label: int, unit: str
) -> None:
    all_staff, operation = amounts[3:]
    codes = zip(("301", "302", "310"), ("工资福利支出", "商品和服务支出", "资本性支出"), strict=True)
    detail = [
        part for (code, name), amount in zip(codes, amounts[:3], strict=True) for part in (code, name, amount)
    ]
    head: Rows = [["科目编码", "科目名称", "决算数"] * 3, detail]
    plain = _read(
        [*head, ["人员经费合计", "", all_staff, "公用经费合计", "", operation, "", "", ""]],
        [],
        "基本支出决算表",
    )
    tail: list[object] = [
        "人员经费合计",
        "",
        all_staff,
        "公用经费合计",
        "",
        "",
        "",
        "",
        f"￥{operation:,}{unit}",
    ]
    covered = _read([*head, tail], [(2, 3 + label, 2, 7)], "基本支出决算表")
    assert covered == plain
    assert plain["日常公用经费.决算"] == operation
