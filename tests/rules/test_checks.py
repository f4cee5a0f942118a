"""Every check of the pack has cases as data: holds, differs, does not apply; special outcomes below."""

from pathlib import Path

import pytest
import yaml

from converter.figures import Outcome
from converter.pack import load_pack
from converter.rules import checks, measures
from converter.rules.compiling import Compiler
from converter.rules.filed import Filed
from tests.rules.ledgers import ledger

PACK = load_pack()
COMPILER = Compiler(PACK)
FORMULAS = measures.formulas(PACK, COMPILER)
RULES = {rule.code: rule for rule in checks.rules(PACK, COMPILER)}
FILED = Filed(PACK, FORMULAS)
FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
CASES = {code: cases for file in FILES for code, cases in yaml.safe_load(file.read_text("utf-8")).items()}


def _outcomes(code: str, amounts: dict[str, object], forms: set[str], error: str = "0") -> set[str]:
    found = ledger(amounts, forms, error)
    measures.compute(FORMULAS, found)
    return {verdict.outcome.value for verdict in checks.judge(RULES[code], found, FILED)}


@pytest.mark.parametrize("outcome", ["holds", "differs", "does-not-apply"])
@pytest.mark.parametrize("code", CASES)
def test_case(code: str, outcome: str) -> None:
    amounts = CASES[code][outcome]
    assert outcome in _outcomes(code, amounts, set(PACK.forms) if amounts else set())


def test_every_check_has_cases_and_every_case_a_check() -> None:
    assert sorted(CASES) == sorted(PACK.checks)
    assert len(PACK.checks) >= 40


BASIC = "基本支出.决算@一般公共预算支出决算表"
STAFF, OFFICE = "人员经费.决算@基本支出决算表", "日常公用经费.决算@基本支出决算表"


def test_a_difference_that_rounding_allows_is_a_remainder() -> None:
    # Printed in 万元 with two decimals, each amount may be off by 50 yuan.
    amounts = {BASIC: 39_153_600, STAFF: 30_861_900, OFFICE: 8_291_800}
    assert _outcomes("基本支出构成", amounts, set(PACK.forms), "50") == {Outcome.ROUNDING}
    amounts[OFFICE] = 8_292_000
    assert _outcomes("基本支出构成", amounts, set(PACK.forms), "50") == {Outcome.DIFFERS}


def test_a_blank_cell_of_a_filed_table_can_not_be_evaluated() -> None:
    amounts = {BASIC: 100, STAFF: 70, OFFICE: None}
    assert _outcomes("基本支出构成", amounts, set(PACK.forms)) == {Outcome.NOT_EVALUABLE}


def test_a_check_whose_table_was_not_filed_does_not_apply() -> None:
    assert _outcomes("基本支出构成", {BASIC: 100}, {"一般公共预算支出决算表"}) == {Outcome.NOT_APPLICABLE}


def test_last_years_figures_need_last_years_table() -> None:
    amounts = {"财政拨款结转结余.年初": 100}
    assert _outcomes("财政拨款结转衔接", amounts, set(PACK.forms)) == {Outcome.NOT_EVALUABLE}
    found = ledger(amounts, set(PACK.forms))
    found.prior_forms.clear()
    [verdict] = checks.judge(RULES["财政拨款结转衔接"], found, FILED)
    assert verdict.outcome is Outcome.NOT_APPLICABLE
