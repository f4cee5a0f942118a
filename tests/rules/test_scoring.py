"""Points by formula, by a person, and in full where there is nothing to judge."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from converter.figures.figure import Figure
from converter.figures.finding import Severity
from converter.pack.amounts import Amounts
from converter.pack.shapes.scorecard import Indicator, StepRounding, Steps
from converter.rules.judge import Rules
from converter.rules.language.compiler import Compiler
from converter.rules.scorecard.points import points_for
from converter.rules.scorecard.result import ScoredCard
from converter.rules.scorecard.scoring import ScoringRules
from converter.rules.scorecard.targets import Attained
from tests.data import data_of
from tests.rules.ledgers import PACK, ledger

CARD = ScoringRules(PACK.scorecard, PACK.meta, Amounts(PACK), Compiler(PACK))
RULES = Rules(PACK)
INDICATORS = PACK.scorecard.indicators
HERE = Path(__file__).parent
TABLE = data_of(HERE / "scorecard.yaml")
CARDS = data_of(HERE / "cards.yaml")
RATIO = st.decimals(min_value=-1, max_value=3, places=4)
VALUES = [(name, value, points) for name, several in TABLE.items() for value, points in several.items()]
PEOPLE = {name: indicator.points for name, indicator in INDICATORS.items() if not indicator.formula}
SEED = {
    "人员.控制率": "0.9769", "三公经费.预算变动率": "-0.0774", "一般公共预算支出.预算完成率": "0.9912",
    "一般公共预算支出.预算控制率": "0.3908", "日常公用经费.控制率": "1.0137", "三公经费.控制率": "0.8061",
    "政府采购.执行率": "1", "楼堂馆所.批准面积": 0,
}  # fmt: skip


def _points(indicator: Indicator, value: Decimal) -> Decimal:
    points = points_for(indicator, indicator.points, Attained(value), 2)
    assert points is not None
    return points


@pytest.mark.parametrize(("name", "value", "points"), VALUES)
def test_the_points_of_a_value(name: str, value: str, points: float) -> None:
    assert _points(INDICATORS[name], Decimal(value)) == Decimal(str(points))


def test_every_formula_has_cases() -> None:
    assert set(TABLE) == {name for name, indicator in INDICATORS.items() if indicator.formula}


@pytest.mark.parametrize(
    ("value", "floor", "ceiling", "pro_rata"),
    [
        ("0.99", "10", "10", "10"),
        ("1", "10", "10", "10"),
        ("1.0001", "10", "9", "9.99"),
        ("1.0099", "10", "9", "9.01"),
        ("1.01", "9", "9", "9"),
        ("1.015", "9", "8", "8.5"),
        ("1.1", "0", "0", "0"),
        ("1.2", "0", "0", "0"),
    ],
)
@pytest.mark.parametrize("below", [False, True])
def test_a_started_step_counts_as_the_rule_says(
    value: str, floor: str, ceiling: str, pro_rata: str, below: bool
) -> None:
    judged = 2 - Decimal(value) if below else Decimal(value)
    for rounding, points in zip(StepRounding, (floor, ceiling, pro_rata), strict=True):
        steps = Steps(
            limit=Decimal(1), below=below, step=Decimal("0.01"), deduct=Decimal(1), rounding=rounding
        )
        indicator = Indicator(groups=("甲", "乙"), points=Decimal(10), steps=steps, explain="", standard="")
        assert _points(indicator, judged) == Decimal(points)


@given(st.sampled_from(sorted(TABLE)), RATIO, RATIO)
def test_a_worse_value_never_earns_more(name: str, one: Decimal, other: Decimal) -> None:
    indicator = INDICATORS[name]
    better, worse = sorted((one, other), reverse=bool(indicator.steps and indicator.steps.below))
    assert 0 <= _points(indicator, worse) <= _points(indicator, better) <= indicator.points


@pytest.mark.parametrize(
    ("case", "name", "points"),
    [(case, name, points) for case, data in CARDS.items() for name, points in data["points"].items()],
)
def test_points_from_figures(case: str, name: str, points: object) -> None:
    scores = {
        score.name: score.points for score in RULES.judge(ledger(CARDS[case]["given"])).scorecard.scores
    }
    assert scores[name] == (None if points == "无" else Decimal(str(points)))


@pytest.mark.parametrize("name", [n for n, i in INDICATORS.items() if i.full_when])
def test_every_condition_for_full_points_has_cases(name: str) -> None:
    """One in which it holds and one in which it does not."""
    given = {data["points"][name] for data in CARDS.values() if name in data["points"]}
    assert INDICATORS[name].points in given
    assert len(given) > 1


def test_the_seed_scores_94_from_its_figures() -> None:
    """39.08 % of additions cost five points, 829.17 of 818.00 for office costs one; no other costs any."""
    figures = data_of(HERE / "measures.yaml")["常德市人民政府办公室2020年"]
    budgets = {"三公经费.年初预算": "143.00万元", "三公经费.上年年初预算": "155.00万元"}
    more = {
        "楼堂馆所.批准面积": 0,
        "人员.编制": 130,
        "政府采购.预算": "30.00万元",
        "政府采购.决算": "30.00万元",
    }
    people = {f"{name}.自评得分": points for name, points in PEOPLE.items()}
    judgement = RULES.judge(ledger(figures["given"] | budgets | more | people))
    result = judgement.scorecard
    assert (result.total, result.grade) == (94, "优秀")
    lost = {score.name: score.lost for score in result.scores if score.lost}
    assert lost == {"预算控制率": 5, "公用经费控制率": 1}
    assert [problem.problem for problem in judgement.problems] == [
        "预算编制不够精准",
        "预算与决算之间存在差异",
        "公用经费支出超过预算安排",
    ]


def test_points_out_of_range_are_a_finding() -> None:
    found = RULES.judge(ledger(_all(PEOPLE) | {"行政效能.自评得分": "60分"}))
    [finding] = [finding for finding in found.findings if finding.code == "评分超出范围"]
    assert (finding.expected, finding.severity) == ("6分", Severity.ERROR)
    assert finding.message.startswith("自评得分应在 0 至 6分 之间，未采用。见 决算.xlsx")
    assert (found.scorecard.total, found.scorecard.grade) == (None, "")


def test_points_for_what_a_formula_scores_are_said_not_to_count() -> None:
    computed = {"人员.编制": 130, "人员.在职": 127, "在职人员控制率.自评得分": 3}
    undefined = {"政府采购.预算": 0, "政府采购.决算": 5, "政府采购执行率.自评得分": 3}
    found = RULES.judge(ledger(computed | undefined)).findings
    [finding] = [finding for finding in found if finding.code == "得分由程序计算"]
    assert "在职人员控制率（自评得分）" in finding.message


def _scored(amounts: dict[str, object]) -> ScoredCard:
    return CARD.score(ledger(amounts))


def _all(people: dict[str, Decimal]) -> dict[str, object]:
    return SEED | {f"{name}.自评得分": points for name, points in people.items()}


def test_the_seed_scores_94() -> None:
    result = _scored(_all(PEOPLE))
    assert (result.total, result.grade) == (94, "优秀")
    assert {score.name: score.lost for score in result.scores if score.lost} == {
        "预算控制率": 5,
        "公用经费控制率": 1,
    }


def test_full_points_add_up_to_100() -> None:
    assert sum(indicator.points for indicator in INDICATORS.values()) == 100


def test_without_a_persons_score_there_is_no_total() -> None:
    people = {name: points for name, points in PEOPLE.items() if name != "行政效能"}
    result = _scored(_all(people))
    assert (result.total, result.grade) == (None, "")


@pytest.mark.parametrize(("lost", "grade"), [("0", "优秀"), ("4", "优秀"), ("4.5", "良好")])
def test_a_grade_begins_at_its_least_score(lost: str, grade: str) -> None:
    people = PEOPLE | {"管理制度健全性": PEOPLE["管理制度健全性"] - Decimal(lost)}
    assert _scored(_all(people)).grade == grade


def test_scores_are_figures_with_their_inputs() -> None:
    figures = {figure.id: figure for figure in _scored(_all(PEOPLE)).figures}
    figure: Figure = figures["预算控制率.得分"]
    assert figure.origin.inputs == ("一般公共预算支出.预算控制率",)  # type: ignore[union-attr]


RATE = Indicator(
    groups=("过程", "预算执行"), points=Decimal(10), formula="甲", rate=True, explain="", standard=""
)


@pytest.mark.parametrize(
    ("value", "points"),
    [
        ("0.98437", "9.84"),
        ("0.98435", "9.84"),
        ("0.98449", "9.84"),
        ("0.9845", "9.85"),
        ("1.2", "10"),
        ("-0.1", "0"),
    ],
)
def test_a_rate_earns_its_share_of_the_points_rounded_and_no_more_than_all(value: str, points: str) -> None:
    assert _points(RATE, Decimal(value)) == Decimal(points)


def test_points_are_rounded_before_they_are_added() -> None:
    third = Steps(limit=Decimal(0), step=Decimal(3), deduct=Decimal(1), rounding=StepRounding.PRO_RATA)
    indicator = replace(RATE, rate=False, steps=third)
    assert _points(indicator, Decimal(1)) * 3 == Decimal("29.01")
