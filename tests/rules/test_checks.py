"""Every check of the pack has cases as data, in cases/: the outcome, and the ledgers that must give it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from converter import messages
from converter.figures.finding import Outcome, Severity
from converter.rules.checks.availability import Availability
from converter.rules.checks.compiled import compile_checks
from converter.rules.checks.judging import results_of
from converter.rules.judge import Rules
from converter.rules.language.compiler import Compiler
from converter.rules.language.formulas import compile_formulas, compute
from converter.rules.language.lookups import ledger_lookup
from tests.data import data_of
from tests.rules.ledgers import PACK, ledger

COMPILER = Compiler(PACK)
FORMULAS = compile_formulas(PACK, COMPILER)
AVAILABILITY = Availability(PACK, FORMULAS)
COMPILED = {check.code: check for check in compile_checks(PACK.checks, COMPILER)}
FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
CASES = {code: cases for file in FILES for code, cases in data_of(file).items()}
ALWAYS = {Outcome.HOLDS, Outcome.DIFFERS, Outcome.NOT_EVALUABLE, Outcome.NOT_APPLICABLE}


def _ledgers(code: str, outcome: str) -> list[dict[str, Any]]:
    found = CASES[code][outcome]
    return found if isinstance(found, list) else [found]


def _cases() -> Iterator[Any]:
    for code, cases in CASES.items():
        for outcome in cases:
            for number, amounts in enumerate(_ledgers(code, outcome), 1):
                yield pytest.param(code, outcome, amounts, id=f"{code}-{outcome}-{number}")


def _outcomes(code: str, amounts: Mapping[str, object]) -> set[Outcome]:
    filed = ledger(amounts)
    found = filed.with_figures(compute(FORMULAS, filed).figures)
    return {
        result.outcome for result in results_of(COMPILED[code], found, ledger_lookup(found), AVAILABILITY)
    }


@pytest.mark.parametrize(("code", "outcome", "amounts"), list(_cases()))
def test_a_check_has_the_outcome_of_its_case(code: str, outcome: str, amounts: dict[str, object]) -> None:
    assert _outcomes(code, amounts) == {Outcome(outcome)}


def test_every_check_has_cases_and_every_case_a_check() -> None:
    assert sorted(CASES) == sorted(PACK.checks)
    assert sum(len(data_of(file)) for file in FILES) == len(CASES)


def test_every_group_of_coded_rows_is_summed_up() -> None:
    blocks = (block for form in PACK.forms.values() for block in form.blocks)
    coded = {
        block.detail_rows.group for block in blocks if block.detail_rows and block.detail_rows.by == "code"
    }
    assert coded == {check.hierarchy for check in PACK.checks.values()} - {""}


@pytest.mark.parametrize("code", CASES)
def test_every_outcome_has_a_case(code: str) -> None:
    assert set(map(Outcome, CASES[code])) >= ALWAYS


def _equalities() -> Iterator[tuple[str, str]]:
    for code, check in PACK.checks.items():
        if "<" not in check.equation and ">" not in check.equation and not check.within:
            yield from ((code, name) for name in _ledgers(code, "holds")[0])


@pytest.mark.parametrize(("code", "name"), list(_equalities()))
def test_every_figure_of_an_equality_counts(code: str, name: str) -> None:
    """Of amounts that agree no single one can change without a difference being seen."""
    amounts = _ledgers(code, "holds")[0]
    assert Outcome.DIFFERS in _outcomes(code, amounts | {name: amounts[name] + 1})


@pytest.mark.parametrize("code", CASES)
def test_cases_use_every_figure_the_check_names(code: str) -> None:
    rule, given = COMPILED[code], {name.rpartition("@")[0] or name for name in _ledgers(code, "holds")[0]}
    columns = {name.rpartition(".")[2] for name in given}
    equation = rule.equation
    for name in (*equation.names, *equation.groups) if equation else ():
        assert name.id in given or name.basis in columns
    assert {name.id for amount in rule.sums for name in amount.names} <= given
    for form in rule.check.forms:
        assert f"{rule.check.agree}@{form}" in _ledgers(code, "holds")[0]


def test_a_blank_reading_does_not_hide_that_the_others_differ() -> None:
    amounts = {
        "三公经费.决算@三公经费决算表": None,
        "三公经费.决算@机构运行信息表": 500,
        "三公经费.决算@基础数据表": 510,
    }
    assert _outcomes("三公决算与基础数据表", amounts) == {Outcome.NOT_EVALUABLE, Outcome.DIFFERS}


def _message(code: str, amounts: Mapping[str, object]) -> str:
    [finding] = [found for found in Rules(PACK).judge(ledger(amounts)).findings if found.code == code]
    return finding.message


def test_what_could_not_be_evaluated_names_the_blank_cell() -> None:
    message = _message(
        "基本支出构成",
        {
            "基本支出.决算@一般公共预算支出决算表": 100,
            "人员经费.决算@基本支出决算表": 70,
            "日常公用经费.决算@基本支出决算表": None,
        },
    )
    assert message == (
        "基本支出应等于人员经费合计与公用经费合计之和："
        "缺少 《基本支出决算表》的日常公用经费（决算），未核对。"
        "见 决算.xlsx，工作表“基本支出决算表”：C3 日常公用经费（决算） 空白"
    )


def test_a_missing_row_is_named() -> None:
    message = _message(
        "收支总计相等", {"收入总计.决算@收入支出决算总表": 100, "本年支出.决算@收入支出决算总表": 70}
    )
    assert message == "收入总计应等于支出总计：缺少 《收入支出决算总表》的支出总计（决算），未核对。"


def test_missing_detail_lines_are_named() -> None:
    assert "缺少 收入项目（决算）" in _message("本年收入合计", {"本年收入.决算@收入支出决算总表": 100})


def test_a_blank_parent_names_its_code() -> None:
    message = _message("收入决算类款项", {"收入决算[201].本年收入": None, "收入决算[20101].本年收入": 5})
    assert "（201 201）：缺少 201（本年收入）" in message
    assert "C1 201（本年收入） 空白" in message


def test_a_missing_measure_is_traced_to_the_blank_cell_behind_it() -> None:
    message = _message(
        "上年结转一致",
        {"基本支出.上年结转": 5, "项目支出.上年结转": None, "一般公共预算结转结余.年初": 9},
    )
    assert (
        "缺少 项目支出（上年结转），未核对。见 决算.xlsx，工作表“表”：C2 项目支出（上年结转） 空白" in message
    )


def test_a_measure_does_not_apply_where_one_of_its_tables_was_not_filed() -> None:
    """The available budget needs the supplement's carry-over, not only the budget book."""
    amounts = {"基本支出.年初预算": 5, "项目支出.年初预算": 5, "一般公共预算结转结余.年末": 9}
    found = ledger(amounts)
    found.forms -= {"预算收支"}
    found = found.with_figures(compute(FORMULAS, found).figures)
    [result] = results_of(COMPILED["执行差异与年末结转"], found, ledger_lookup(found), AVAILABILITY)
    assert result.outcome is Outcome.NOT_APPLICABLE


def test_where_one_of_two_tables_would_have_done_both_are_named() -> None:
    message = _message("三公经费未超预算", {"三公经费.决算": 5, "三公经费.年初预算": None})
    assert "缺少 三公经费（年初预算）或三公经费（预算）" in message


@pytest.mark.parametrize(
    ("figures", "corrected"),
    [
        (("三公经费.预算@基础数据表", "公务接待费.预算@基础数据表"), messages.checks.CORRECT_SUPPLEMENT),
        (("三公经费.决算@三公经费决算表", "三公经费.决算@基础数据表"), messages.checks.CORRECT_EITHER),
        (
            ("收入总计.决算@收入支出决算总表", "支出总计.决算@收入支出决算总表"),
            messages.checks.CORRECT_TABLES,
        ),
        # through measures: the carry-over is a sum of two cells of the supplement
        (
            ("基本支出.上年结转@预算收支", "一般公共预算结转结余.年初@财政拨款收支决算总表"),
            messages.checks.CORRECT_EITHER,
        ),
    ],
)
def test_what_to_correct_is_where_the_cells_are(figures: tuple[str, str], corrected: str) -> None:
    first, second = figures
    more = {
        "公务用车购置及运行维护费.预算@基础数据表": 0,
        "公务用车购置费.预算@基础数据表": 0,
        "公务用车运行维护费.预算@基础数据表": 0,
        "项目支出.上年结转@预算收支": 0,
    }
    found = Rules(PACK).judge(ledger({first: 70000, second: 50000} | more)).findings
    [finding] = [
        each for each in found if each.outcome is Outcome.DIFFERS and each.severity is Severity.ERROR
    ]
    assert finding.hint == corrected
