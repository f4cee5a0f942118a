"""Methods of scoring, each used on a single indicator: its points, target and what was attained."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from converter.figures.rounding import exact_text
from converter.pack.shapes.scorecard import (
    Band,
    Indicator,
    Reached,
    ScoringRule,
    StepRounding,
    Steps,
    TargetRule,
)
from converter.rules.judge import Rules
from converter.rules.scorecard.points import application, level_words, points_for
from converter.rules.scorecard.targets import Attained
from tests.data import data_of
from tests.rules.ledgers import PACK, ledger

CASES = data_of(Path(__file__).parent / "methods.yaml")
HALF = Decimal("0.5")
METHODS: dict[str, ScoringRule] = {
    **PACK.scorecard.methods,
    "各档": ScoringRule(
        bands=(
            Band(at_least=Decimal(1), share=Decimal(1)),
            Band(at_least=Decimal("0.8"), share=Decimal("0.7")),
            Band(share=HALF),
        )
    ),
    "各步": ScoringRule(
        steps=Steps(
            limit=Decimal(1), below=True, step=Decimal("0.01"), deduct=HALF, rounding=StepRounding.FLOOR
        )
    ),
    "比率": ScoringRule(rate=True),
    "即得分": ScoringRule(earned=True),
}
AMOUNT = st.decimals(min_value=-1000, max_value=1000, places=2)


@pytest.mark.parametrize(("method", "full", "target", "value", "points", "words"), CASES)
def test_a_method_gives_points_for_one_indicator(
    method: str, full: object, target: object, value: object, points: object, words: str
) -> None:
    judged = Attained(Decimal(str(value)), None if target is None else Decimal(str(target)))
    rule, worth = METHODS[method], Decimal(str(full))
    assert points_for(rule, worth, judged, 2) == (None if points == "无" else Decimal(str(points)))
    assert str(application(rule, worth, judged, exact_text, 2) or "") == words


@given(AMOUNT, AMOUNT, st.sampled_from(Reached))
def test_points_are_never_below_nought_nor_above_all(
    value: Decimal, target: Decimal, reached: Reached
) -> None:
    rule = ScoringRule(target_rule=TargetRule(reached=reached))
    points = points_for(rule, Decimal(10), Attained(value, target), 2)
    assert 0 <= points <= 10 if points is not None else target < 0


@given(AMOUNT, AMOUNT, AMOUNT)
def test_more_of_what_is_wanted_never_costs_points(one: Decimal, other: Decimal, target: Decimal) -> None:
    rule, less, more = METHODS["正向"], *sorted((one, other))
    points = [points_for(rule, Decimal(10), Attained(value, abs(target)), 2) for value in (less, more)]
    assert points == sorted(points)  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("sign", "method"),
    [("≥", "正向"), (" ＞＝", "正向"), ("＜", "反向"), ("＝", "等于"), ("定性指标", "定性"), ("约", "")],
)
def test_a_method_is_found_by_its_sign_in_any_width(sign: str, method: str) -> None:
    assert PACK.scorecard.method_for(sign) == method


def test_what_a_level_may_earn() -> None:
    levels = PACK.scorecard.methods["定性"].levels
    assert level_words(levels, Decimal(8), Decimal(6)) == "，为满分的75%，属“部分达成”"


def test_an_indicator_takes_its_method_target_and_the_condition_for_none() -> None:
    card = PACK.scorecard
    indicator = Indicator(
        groups=("产出", "数量"), points=Decimal(100), formula="人员.在职", target="人员.编制", method="反向",
        none_when="人员.编制 == 0", explain="", standard="",
    )  # fmt: skip
    pack = replace(PACK, scorecard=replace(card, indicators={"在职": indicator}))
    rules = Rules(pack)
    [score] = rules.judge(ledger({"人员.在职": "120人", "人员.编制": "100人"})).scorecard.scores
    assert (score.points, score.applied and score.applied.value) == (80, "120人")
    [none] = rules.judge(ledger({"人员.在职": "120人", "人员.编制": 0})).scorecard.scores
    assert (none.points, str(none.applied)) == (0, "按评分标准不得分")
    [unknown] = rules.judge(ledger({"人员.在职": "120人"})).scorecard.scores
    assert (unknown.points, unknown.lacking) == (None, (("人员.编制",),))
