"""Lists: sums over rows and groups, checks row by row, and what several forms say of one row."""

from decimal import Decimal
from pathlib import Path

import pytest

from converter.figures import CellOrigin, Figure, ListRow, Text
from converter.figures.ledger import Ledger
from converter.pack.files.layers import BUILT_IN
from converter.pack.loading import load_pack
from converter.rules.judge import Assessment, Rules
from tests.data import data_of

POINTS = data_of(Path(__file__).parent / "list_points.yaml")
RULES = Rules(load_pack(BUILT_IN / "hunan-2021"))
REASON = "偏差原因分析及改进措施"


def _row(of: str, group: str, name: str, form: str, words: dict[str, str] | None = None) -> ListRow:
    cell = CellOrigin("补充资料.xlsx", form, "C5", name, "", form)
    return ListRow(of, group, name, cell, {key: Text(text, cell) for key, text in (words or {}).items()})


def _ledger(*rows: tuple[ListRow, dict[str, str | None]]) -> Ledger:
    ledger = Ledger("某局", 2023)
    for at, (row, amounts) in enumerate(rows, 5):
        for column, amount in amounts.items():
            value = None if amount is None else Decimal(amount)
            unit = "分" if column in ("分值", "得分") else "元"
            place = f"{'H' if column == '得分' else 'G'}{at}"
            cell = CellOrigin(row.cell.file, row.cell.sheet, place, amount or "", unit, row.cell.form)
            ledger.enter(Figure(f"{row.id}.{column}", value, unit, cell))
    by_form: dict[str, list[ListRow]] = {}
    for row, _ in rows:
        by_form.setdefault(row.cell.form, []).append(row)
    for given in by_form.values():
        ledger.enter_list(given)
    return ledger


def _said(assessment: Assessment) -> list[str]:
    return [finding.code for finding in assessment.findings]


def _value(assessment: Assessment, figure_id: str) -> Decimal | None:
    return next((figure.value for figure in assessment.figures if figure.id == figure_id), None)


OWN = "整体绩效指标"


def test_points_are_added_up_and_held_against_the_full_marks() -> None:
    rows = [
        (_row(OWN, "", "甲", OWN), {"分值": "50", "得分": "50"}),
        (_row(OWN, "", "乙", OWN, {REASON: "推迟"}), {"分值": "40", "得分": "38.5"}),
    ]
    judged = RULES.judge(_ledger(*rows))
    assert _value(judged, "年度资金.绩效指标得分") == Decimal("88.5")
    assert _said(judged) == []
    assert _said(RULES.judge(_ledger(rows[0]))) == ["整体指标分值合计"]


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ({"产出指标": 50, "效益指标": 30, "满意度指标": 10}, []),
        ({"产出指标": 60, "效益指标": 30}, ["产出指标分值", "满意度指标分值"]),
        ({"产出指标": 40, "成本指标": 20, "效益指标": 20, "满意度指标": 10}, []),
        ({"产出指标（50分）": 50, "效益指标（40分）": 40}, ["效益指标分值", "满意度指标分值"]),
    ],
)
def test_points_are_added_up_by_the_first_level(points: dict[str, int], said: list[str]) -> None:
    rows = [(_row("项目", "", "甲项目", "项目"), dict[str, str | None]())] + [
        (_row(of, group, name, of, {"一级指标": name}), {"分值": str(full), "得分": str(full)})
        for of, group in ((OWN, ""), ("项目绩效指标", "甲项目"))
        for name, full in points.items()
    ]
    found = [code for code in _said(RULES.judge(_ledger(*rows))) if code.endswith("指标分值")]
    assert found == [*(f"整体{code}" for code in said), *(f"项目{code}" for code in said)]


def test_there_is_no_sum_while_a_row_has_no_points() -> None:
    blank = (_row(OWN, "", "乙", OWN), {"分值": "40", "得分": None})
    judged = RULES.judge(_ledger((_row(OWN, "", "甲", OWN), {"分值": "50", "得分": "50"}), blank))
    assert _value(judged, "年度资金.绩效指标得分") is None
    assert judged.lacking["年度资金.绩效指标得分"] == (("整体绩效指标[乙].得分",),)


def test_every_row_is_judged() -> None:
    rows = [
        (_row(OWN, "", "甲", OWN), {"分值": "50", "得分": "51"}),
        (_row(OWN, "", "乙", OWN), {"分值": "40", "得分": "38.5"}),
    ]
    judged = RULES.judge(_ledger(*rows))
    assert _said(judged) == ["整体指标得分不超分值", "整体指标未得满分的原因"]
    assert [finding.message for finding in judged.findings if "甲" in finding.message]
    assert REASON in judged.findings[1].message


def test_what_belongs_to_a_row_of_another_list_is_added_up_for_it() -> None:
    rows = [(_row("项目", "", name, "项目"), dict[str, str | None]()) for name in ("甲项目", "乙项目")] + [
        (_row("项目资金", "甲项目", "当年", "项目资金"), {"全年预算数": "300", "全年执行数": "100"}),
        (_row("项目资金", "甲项目", "上年", "项目资金"), {"全年预算数": "0", "全年执行数": "0"}),
        (_row("项目资金", "乙项目", "当年", "项目资金"), {"全年预算数": "80", "全年执行数": "80"}),
    ]
    judged = RULES.judge(_ledger(*rows))
    assert _value(judged, "项目[甲项目].执行率") == Decimal(100) / 300
    assert _value(judged, "项目[甲项目].执行得分") == Decimal("3.33")
    assert _value(judged, "项目[乙项目].执行得分") == Decimal(10)


def test_what_the_budget_says_otherwise_is_named_and_fills_what_is_blank() -> None:
    goals = "整体支出绩效目标表"
    rows = [
        (_row(OWN, "", "甲", OWN, {"年度指标值": "≥90%"}), {"分值": "90", "得分": "90"}),
        (_row(OWN, "", "甲", goals, {"年度指标值": "≥95%", "一级指标": "履职指标"}), {"分值": "80"}),
        (_row(OWN, "", "丙", goals, {"年度指标值": "1"}), {"分值": "10"}),
    ]
    ledger = _ledger(*rows)
    [row] = ledger.rows_of(OWN)
    assert {name: text.value for name, text in row.texts.items()} == {
        "年度指标值": "≥90%",
        "一级指标": "履职指标",
    }
    judged = RULES.judge(ledger)
    assert _said(judged) == ["目标不一致", "目标未自评", "目标不一致"]
    assert "“≥90%”" in judged.findings[0].message
    assert "丙" in judged.findings[1].message


@pytest.mark.parametrize(
    ("own", "of_budget", "alike"),
    [("≥100人", "100", True), ("≥ 95%", "≥95％", True), ("≥100人", "≥90人", False), ("3个月2次", "2", False)],
)
def test_one_number_in_two_wordings_is_one(own: str, of_budget: str, alike: bool) -> None:
    forms = {OWN: own, "整体支出绩效目标表": of_budget}
    rows = [(_row(OWN, "", "甲", form, {"年度指标值": text}), {"分值": "90"}) for form, text in forms.items()]
    assert ("目标不一致" in _said(RULES.judge(_ledger(*rows)))) is not alike


def _scored(sign: str, target: str, value: str, points: str | None, full: str = "90") -> Assessment:
    words = {"指标性质": sign, "年度指标值": target, "实际完成值": value, REASON: "原因"}
    given = {name: text for name, text in words.items() if text}
    return RULES.judge(_ledger((_row(OWN, "", "甲", OWN, given), {"分值": full, "得分": points})))


@pytest.mark.parametrize("name", POINTS)
def test_points_are_held_against_what_the_method_gives(name: str) -> None:
    case = POINTS[name]
    judged = _scored(case["sign"], str(case["target"]), str(case["value"]), str(case["points"]))
    wanted = [] if case.get("due") is None else ["得分不符"]
    assert [code for code in _said(judged) if code == "得分不符"] == wanted
    if wanted:
        [finding] = [finding for finding in judged.findings if finding.code == "得分不符"]
        assert case["due"] in finding.message


def test_points_left_blank_are_those_of_the_method_and_a_note_says_so() -> None:
    judged = _scored("≥", "60次", "58次", None)
    assert _value(judged, "整体绩效指标[甲].得分") == Decimal(87)
    assert _value(judged, "年度资金.绩效指标得分") == Decimal(87)
    assert _said(judged) == ["得分由程序计算"]
    assert _value(_scored("定性", "到位", "到位", None), "整体绩效指标[甲].得分") is None


def test_a_row_of_a_project_that_is_not_listed_is_named() -> None:
    rows = [
        (_row("项目", "", "甲项目", "项目"), dict[str, str | None]()),
        (_row("项目资金", "乙项目", "当年", "项目资金"), {"全年预算数": "80", "全年执行数": "80"}),
    ]
    assert "项目不明" in _said(RULES.judge(_ledger(*rows)))


def test_the_rows_that_say_a_word_are_added_up() -> None:
    rules = Rules(load_pack(BUILT_IN / "national-selfeval"))
    rows = [
        (_row("绩效指标", "", name, "绩效指标", {"一级指标": first}), {"分值": full, "得分": points})
        for name, first, full, points in (
            ("甲", "产出指标", "30", "30"),
            ("乙", "产出指标（50分）", "20", "18.5"),
            ("丙", "效益指标", "30", "30"),
        )
    ]
    judged = rules.judge(_ledger(*rows))
    assert _value(judged, "产出.指标得分") == Decimal("48.5")
    assert _value(judged, "效益.指标得分") == 30
    assert _value(judged, "满意度.指标得分") is None
    scores = {score.name: score.points for score in judged.scorecard.scores}
    assert scores == {"预算执行率": None, "产出指标": Decimal("48.5"), "效益指标": 30, "满意度指标": None}


def test_goals_published_of_projects_are_no_error_where_no_projects_are_listed() -> None:
    published = (_row("项目绩效指标", "乙项目", "完成率", "项目支出绩效目标表"), dict[str, str | None]())
    other = (_row("项目绩效指标", "丙项目", "完成率", "项目支出绩效目标表"), dict[str, str | None]())
    listed = (_row("项目", "", "甲项目", "项目"), dict[str, str | None]())
    entered = (_row("项目绩效指标", "乙项目", "合格率", "项目绩效指标"), dict[str, str | None]())
    judged = RULES.judge(_ledger(published, other))
    assert [
        each.message for each in judged.findings if each.code == "项目未列出" and "2 个项目" in each.message
    ]
    assert "项目不明" not in _said(judged)
    assert _said(RULES.judge(_ledger(published, listed))).count("项目不明") == 1
    assert _said(RULES.judge(_ledger(published, entered))).count("项目不明") == 1
