"""Sentences as people write them: the mistake in a wrong one is named, its right twin raises no alarm."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from converter.document.contents import ReadDocument
from converter.pack.loading import load_pack
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.report.checked import ReportFinding
from converter.verify.verifier import Verifier
from tests.data import data_of
from tests.verify.passages import passages, table

CASES: list[dict[str, Any]] = data_of(Path(__file__).parent / "sentences.yaml")
VERIFIER = Verifier(load_pack())


@cache
def _findings(sentence: str) -> list[ReportFinding]:
    findings = VERIFIER.check(_report(*sentence.split("\n")), "").findings
    return [finding for finding in findings if finding.severity != "note"]


def _report(*paragraphs: str) -> SubmittedReport:
    return VERIFIER.from_print(ReadDocument(passages(paragraphs)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["wrong"][:20])
def test_a_mistake_is_named(case: dict[str, Any]) -> None:
    found = _findings(case["wrong"])
    if "missed" in case:
        assert found == []
    else:
        assert any(case["says"] in finding.code + finding.cause for finding in found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["right"][:20])
def test_its_right_twin_raises_no_alarm(case: dict[str, Any]) -> None:
    assert _findings(case["right"]) == []


def test_precision_and_recall(record_property: Callable[[str, object], None]) -> None:
    found = sum(bool(_findings(case["wrong"])) for case in CASES)
    alarms = sum(bool(_findings(case["right"])) for case in CASES)
    record_property(
        "measured",
        f"labelled sentences: {len(CASES)} wrong, {len(CASES)} right; recall {found / len(CASES):.1%}, "
        f"precision {found / (found + alarms):.1%}, false alarms {alarms}",
    )
    assert len(CASES) >= 60
    assert alarms == 0


def test_a_reason_is_given_once_and_names_each_number_once() -> None:
    wrong = "财政拨款总支出5577.87万元，其中基本支出3915.36万元，项目支出1602.51万元。"
    right = "财政拨款总支出5517.87万元。"
    [finding] = VERIFIER.check(_report(wrong, right), "").findings
    assert finding.because == (
        "财政拨款支出应等于基本支出与项目支出之和"
        "（财政拨款支出（决算） 5577.87万元、基本支出（决算） 3915.36万元、项目支出（决算） 1602.51万元）；"
        "同一个数前后应当一致（财政拨款支出（决算） 5517.87万元）"
    )


def test_blanks_of_a_paragraph_or_table_are_one_finding() -> None:
    rows = [["项目", "上年", "本年"], ["会议费", "〔待补〕", "〔待补〕"], ["培训费", "2.10", "〔待补〕"]]
    text = passages(["设【请补充：内设机构】，有【请补充：人员情况】。"])
    found = VERIFIER.check(VERIFIER.from_print(ReadDocument((*text, table(rows)))), "").findings
    assert [(each.printed, len(each.spans)) for each in found] == [
        ("【请补充：内设机构】、【请补充：人员情况】", 2),
        ("〔待补〕", 3),
    ]
    assert found[1].because == "空格没有填写，这张表共 3 格：第 2 行第 2、3 栏；第 3 行第 3 栏"


def test_what_the_report_says_elsewhere_goes_before_a_likely_slip() -> None:
    split = "2020年财政拨款支出410.74万元，其中：基本支出313.98万元，项目支出97.66万元。"
    [found] = _findings(f"{split}\n2020年项目支出96.77万元。")
    assert (found.printed, found.expected) == ("97.66万元", "96.77万元")


def test_of_two_likely_slips_the_one_counts_with_which_a_rate_comes_out_to_its_digits() -> None:
    text = "2020年“三公”经费支出决算为1.69万元，较上年减少1.79万元，下降50.58%，原因是接待减少。"
    [found] = _findings(text)
    assert (found.printed, found.expected) == ("1.79万元", "1.73万元")


def test_first_parts_are_not_the_whole_but_for_rounding() -> None:
    parts = "养老机构建设408万元、社工站建设30万元、村级平台建设20万元、销售补助12万元、试点10万元"
    [found] = _findings(f"2020年下达县级福彩公益金472万元，用于社会福利项目。其中：{parts}。")
    assert (found.printed, found.expected) == ("408万元", "400万元")


def test_numbers_that_only_rounding_keeps_apart_are_one_finding() -> None:
    text = "2020年支出100.00万元，其中：基本支出33.33万元，占33.3%；项目支出66.66万元，占66.6%。"
    [found] = VERIFIER.check(_report(text), "").findings
    assert (found.severity, found.printed) == ("note", "33.33万元、33.3%、66.6%")
    assert len(found.spans) == 3


@pytest.mark.parametrize(
    ("excerpt", "year"),
    [
        ("2021年度收、支总计880.20万元。与2020年相比，各增加110.08万元。2020年9月原学校拆分。", 2021),
        ("本年收入4170.87万元，较2019年增加2159.45万元；2020年起并入一个单位。", 2020),
        ("较2019年增加2159.45万元，增长107.36%。", 2020),
        ("2020年支出100万元，比2019年增加7万元，原因是2019年新设，2019年4月起开支，2019年未列预算。", 2020),
    ],
)
def test_the_year_of_an_excerpt_is_not_the_one_it_compares_with(excerpt: str, year: int) -> None:
    assert VERIFIER.from_print(ReadDocument(passages([excerpt])[1:])).year == year


def test_a_sentence_that_comes_first_is_no_title() -> None:
    sentence = "2020年“三公”经费支出2.05万元。其中：公务接待费支出2.05万元，年初预算为2万元，差值为0.95万元。"
    report = VERIFIER.from_print(ReadDocument(passages([sentence])[1:]))
    assert any(finding.code == "数字有误" for finding in VERIFIER.check(report, "").findings)


def test_words_that_two_cells_share_are_judged_in_each() -> None:
    words = "财政拨款总支出5577.87万元，其中基本支出3915.36万元，项目支出1602.51万元。"
    report = VERIFIER.from_print(ReadDocument((table([["甲", words], ["乙", words]]),)))
    found = VERIFIER.check(report, "").findings
    assert [{span.row for span in finding.spans} for finding in found] == [{0}, {1}]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2020年支出300.00万元。一是教育支出120.00万元，比上年的100.00万元增长30%。", "教育"),
        (
            "2020年，全省公路建设支出500.00万元。其中，省级公路建设支出120.00万元，比上年的100.00万元增长30%。",
            "省级公路建设",
        ),
    ],
)
def test_a_name_is_told_without_its_number_and_its_level_once(text: str, name: str) -> None:
    [found] = _findings(text)
    named = re.search(r"（(\w+)（", found.because)
    assert named
    assert named[1].removesuffix("支出") == name


def test_of_many_numbers_those_are_named_first_that_a_slip_explains() -> None:
    amounts = (1762, 1477, 1111, 1088, 784, 765, 709, 187, 520)
    parts = "、".join(
        f"{name}县{amount}万元" for name, amount in zip("甲乙丙丁戊己庚辛壬", amounts, strict=True)
    )
    [finding] = _findings(f"全市共分配资金8803万元。其中，{parts}。")
    assert "187万元" in finding.printed
