"""Why points were lost: by a formula's rule with its figure, in a person's words, or still to be said."""

from decimal import Decimal

from converter.figures.figure import Figure
from converter.figures.origin import Derived
from converter.narrative.blocks import TextRun
from converter.narrative.deductions import applied_runs, reason_runs
from converter.rules.scorecard.bands import Application
from converter.rules.scorecard.result import Score

RATE = Figure("公用经费.控制率", Decimal("1.0137"), "比率", Derived("甲 / 乙"))
APPLIED = Application("101.37%", "比100%高1.37个百分点，扣1分", "（每1个百分点扣1分）")


def _score(points: int, reason: str = "", applied: Application | None = None) -> Score:
    value = RATE if applied else None
    return Score("甲.得分", "甲", ("一", "二"), Decimal(8), "标准", Decimal(points), value, reason, applied)


def _lacking(name: str, text: str) -> TextRun:
    assert text == "甲.扣分原因"
    return TextRun(f"【请补充：{name}】", missing=name)


def test_a_rule_says_itself_why_and_its_figure_can_be_traced() -> None:
    score = _score(7, applied=APPLIED)
    figure = TextRun("101.37%", "公用经费.控制率", Decimal("1.0137"))
    assert applied_runs(score) == (figure, TextRun("比100%高1.37个百分点，扣1分"))
    assert reason_runs(score, "扣分原因", _lacking) == ()


def test_a_person_says_why() -> None:
    score = _score(7, reason="合同跨年")
    assert applied_runs(score) == ()
    assert reason_runs(score, "扣分原因", _lacking) == (TextRun("合同跨年"),)


def test_what_nobody_said_is_missing() -> None:
    assert reason_runs(_score(7), "扣分原因", _lacking) == (_lacking("甲扣分原因", "甲.扣分原因"),)


def test_full_points_need_no_reason() -> None:
    for score in (_score(8), _score(8, applied=APPLIED)):
        assert applied_runs(score) == reason_runs(score, "扣分原因", _lacking) == ()
