"""A confirmed number of a disclosure, text or table, is noticed with any other value."""

from collections.abc import Iterator

import pytest

from converter.document.contents import BookmarkedText, Passage, Tabular
from converter.pack.loading import load_pack
from converter.trace import Trail
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.report.checked import CheckedNumber, CheckedReport, Status
from converter.verify.verifier import Verifier

VERIFIER = Verifier(load_pack())
TITLE = "2020年度某局部门决算"
TEXT = [
    "2020年度收、支总计8266.13万元，比上年增加466.08万元，增长5.98%，主要原因是项目增加。",
    "本年支出合计7150.55万元，其中：基本支出4150.55万元，占58.05%；项目支出3000.00万元，占41.95%。",
    "1.农林水支出（类）水利（款）行政运行（项）。年初预算为540.00万元，支出决算为528.66万元，完成年初预算的97.90%。",
    "2.农林水支出（类）水利（款）防汛（项）。年初预算为88.00万元，支出决算为102.54万元，完成年初预算的116.52%。",
    "财政拨款支出明细表",
    "单位：元",
]
TABLE = [
    ["项目", "年初预算", "支出决算"],
    ["行政运行", "5400000.00", "5286600.00"],
    ["防汛", "880000.00", "1025400.00"],
    ["合计", "6280000.00", "6312000.00"],
]


def _checked(text: list[str], table: list[list[str]]) -> CheckedReport:
    passages = [Passage(BookmarkedText(line, {}), 0) for line in (TITLE, *text)]
    tabular = Tabular(tuple(tuple(BookmarkedText(cell, {}) for cell in row) for row in table), ())
    return VERIFIER.check(SubmittedReport((*passages, tabular), Trail()), "")


def _others(printed: str) -> Iterator[str]:
    """Yield a number with its first digit, or its second, replaced."""
    places = [at for at, sign in enumerate(printed) if sign.isdigit()]
    for at in places[:2]:
        yield f"{printed[:at]}{(int(printed[at]) + 5) % 10}{printed[at + 1 :]}"


def _with(number: CheckedNumber, printed: str) -> CheckedReport:
    span, text, table = number.claim.span, list(TEXT), [list(row) for row in TABLE]
    if span.in_paragraph:
        line = text[span.content - 1]
        text[span.content - 1] = line[: span.start] + printed + line[span.end :]
    else:
        table[span.row][span.column] = printed
    return _checked(text, table)


NUMBERS = [number for number in _checked(TEXT, TABLE).numbers if number.claim.base_unit]


def test_all_is_confirmed_and_nothing_is_wrong() -> None:
    assert _checked(TEXT, TABLE).errors == 0
    assert {number.status for number in NUMBERS} == {Status.CONFIRMED}


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: f"{number.where} {number.claim.printed}")
def test_another_value_is_noticed(number: CheckedNumber) -> None:
    for printed in _others(number.claim.printed):
        assert _with(number, printed).errors, printed


def test_what_stands_below_numbered_headings_adds_up() -> None:
    text = [
        "2020年使用专项资金共16.43万元。",
        "（一）文体活动",
        "举办全民健身活动累计0.76万元。",
        "（二）设施维护",
        "场地、设施维护费用累计1.62万元。",
        "（三）赛事",
        "组队参加省运会14.05万元。",
    ]
    amounts = [number for number in _checked(text, TABLE).numbers if number.claim.unit == "万元"]
    assert len(amounts) == 4
    assert {number.status for number in amounts} == {Status.CONFIRMED}


def test_few_digits_are_confirmed_by_what_they_make_themselves() -> None:
    def statuses(rate: str) -> list[Status]:
        text = f"公务接待费支出0.65万元，比上年减少0.85万元，下降{rate}%，主要原因是接待批次减少。"
        return [number.status for number in _checked([text], []).numbers if number.claim.base_unit]

    assert statuses("56.67") == [Status.CONFIRMED] * 3
    assert statuses("56.66")[-1] is Status.ROUGH  # as may be, for amounts that were rounded


def test_what_is_only_exceeded_is_no_amount() -> None:
    text = "政府采购规模为21070.5亿元，首次突破2万亿元，比上年增加3765.2亿元，增长21.8%。"
    statuses = [number.status for number in _checked([text], []).numbers if number.claim.base_unit]
    assert statuses == [Status.CONFIRMED, Status.UNCHECKED, Status.CONFIRMED, Status.CONFIRMED]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        (
            "债务余额485217万元。其中，一般债务196342万元，专项债务288875万元；"
            "政府债券{}万元，其他形式的债务2103万元。",
            ["483114", "483411"],
        ),
        (
            "儿童福利项目3175万元。用于福利院改造1946万元，资助项目6个。安排助学资金{}万元。"
            "安排385万元开展关爱保护。按因素法分配231万元支持8个县。",
            ["613", "631"],
        ),
    ],
)
def test_what_comes_out_to_the_last_digit_is_confirmed(text: str, amounts: list[str]) -> None:
    for amount, status in zip(amounts, (Status.CONFIRMED, Status.UNCHECKED), strict=True):
        numbers = _checked([text.format(amount)], []).numbers
        assert [each.status for each in numbers if each.claim.printed == f"{amount}万元"] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "全县地方收入12.46亿元，上级补助收入30.28亿元，其中：返还性收入1.35亿元，转移支付28.93亿元，"
        "债券转贷收入5.62亿元，上年结转1.08亿元，收入总计49.44亿元。",
        "一般公共预算收入完成48216万元，居全省第6位。其中：税务部门完成31552万元，财政部门完成16664万元。"
        "税收占比为65.44%。",
        "总收入9824万元，其中：补助收入6120万元，镇级财政收入3704万元。人代会批准的收入为3250万元，"
        "实际完成年初预算的113.97%。",
        "收入比上年增加50.36万元，主要原因是：人员经费增加84.11万元，公用经费减少20.25万元。"
        "使用结余6.2万元，项目经费减少19.7万元。",
    ],
)
def test_numbers_show_what_names_do_not(text: str) -> None:
    numbers = [each for each in _checked([text], []).numbers if each.claim.base_unit]
    assert {each.status for each in numbers} == {Status.CONFIRMED}
