"""Points by formula, by a person, and in full where there is nothing to judge."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from converter.figures import Figure, Result
from converter.pack.ruling import Indicator, Rounding, Steps
from converter.rules.compiling import Compiler
from converter.rules.scoring import Card, points_for
from tests.rules.ledgers import PACK, ledger

CARD = Card(PACK, Compiler(PACK))
TABLE = yaml.safe_load((Path(__file__).parent / "scorecard.yaml").read_text("utf-8"))
VALUES = [(name, value, points) for name, several in TABLE.items() for value, points in several.items()]
PEOPLE = {name: each.points for name, each in PACK.scorecard.indicators.items() if not each.formula}
SEED = {
    "人员.控制率": "0.9769", "三公经费.预算变动率": "-0.0774", "一般公共预算支出.预算完成率": "0.9912",
    "一般公共预算支出.预算控制率": "0.3908", "日常公用经费.控制率": "1.0137", "三公经费.控制率": "0.8061",
    "政府采购.执行率": "1",
}  # fmt: skip


@pytest.mark.parametrize(("name", "value", "points"), VALUES)
def test_points(name: str, value: str, points: float) -> None:
    assert points_for(PACK.scorecard.indicators[name], Decimal(value)) == Decimal(str(points))


def test_every_formula_has_cases() -> None:
    assert set(TABLE) == {name for name, each in PACK.scorecard.indicators.items() if each.formula}


@pytest.mark.parametrize(
    ("rounding", "points"), [(Rounding.FLOOR, "9"), (Rounding.CEILING, "8"), (Rounding.PRO_RATA, "8.5")]
)
def test_a_started_step_counts_as_the_rule_says(rounding: Rounding, points: str) -> None:
    steps = Steps(limit=Decimal(1), step=Decimal("0.01"), deduct=Decimal(1), rounding=rounding)
    indicator = Indicator(groups=("甲", "乙"), points=Decimal(10), steps=steps, explain="", standard="")
    assert points_for(indicator, Decimal("1.015")) == Decimal(points)


def _scored(given: dict[str, object]) -> Result:
    return CARD.score(ledger(given))


def _all(people: dict[str, Decimal]) -> dict[str, object]:
    return SEED | {f"{name}.自评得分": points for name, points in people.items()}


def test_the_seed_scores_94() -> None:
    result = _scored(_all(PEOPLE))
    assert (result.total, result.grade) == (94, "优秀")
    assert {each.name: each.lost for each in result.scores if each.lost} == {
        "预算控制率": 5,
        "公用经费控制率": 1,
    }


def test_full_points_add_up_to_100() -> None:
    assert sum(each.points for each in PACK.scorecard.indicators.values()) == 100


def test_without_a_persons_score_there_is_no_total() -> None:
    people = {name: points for name, points in PEOPLE.items() if name != "行政效能"}
    result = _scored(_all(people))
    assert (result.total, result.grade) == (None, "")


@pytest.mark.parametrize(("lost", "grade"), [("0", "优秀"), ("4", "优秀"), ("4.5", "良好")])
def test_grade_cut_offs(lost: str, grade: str) -> None:
    people = PEOPLE | {"管理制度健全性": PEOPLE["管理制度健全性"] - Decimal(lost)}
    assert _scored(_all(people)).grade == grade


def test_scores_are_figures_with_their_inputs() -> None:
    found = ledger(_all(PEOPLE))
    CARD.score(found)
    figure: Figure = found.figures["预算控制率.得分"]
    assert figure.origin.inputs == ("一般公共预算支出.预算控制率",)  # type: ignore[union-attr]
