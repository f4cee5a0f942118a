"""Text without end takes time for its length only, counted in steps and characters, not seconds."""

import sys
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from converter.document.contents import BookmarkedText, Passage, Tabular
from converter.pack import load_pack
from converter.trace import Trail
from converter.verify.claims.normal_text import LONGEST_SENTENCE, NormalText
from converter.verify.claims.numbers import MOST_DIGITS_SHOWN, NumberFinder
from converter.verify.constraints.effort import Effort
from converter.verify.report.checked import Status
from converter.verify.submitted import SubmittedReport, Verifier, not_read_words
from tests.read.files.xlsx.steps import Steps

ENDLESS = ["1,", "123,456", "收入1万元", "收入，", "1", "1.", "收", "，1", "；", "1万元，比上年"]
DIGITS = ["1", ".1", "1,", "1,111", "-1", "1.1", "1" * 20 + "."]


@pytest.mark.parametrize("piece", ENDLESS)
def test_a_sentence_is_bounded_and_nothing_is_lost(piece: str) -> None:
    text = NormalText(piece * 5_000)
    bounds = text.sentences
    assert [start for start, _ in bounds[1:]] == [end for _, end in bounds[:-1]]
    assert (bounds[0][0], bounds[-1][1]) == (0, len(text.text))
    assert max(end - start for start, end in bounds) <= LONGEST_SENTENCE


def test_no_number_is_cut() -> None:
    text = NormalText("收入支出" * 200 + "123,456.78万元" * 100)
    pieces = [text.text[start:end] for start, end in text.sentences]
    assert not [piece for piece in pieces[1:] if piece[0].isdigit() and not piece.startswith("123,456.78")]


def test_digits_and_then_dots_are_passed_once() -> None:
    pattern = NumberFinder(load_pack())._pattern
    short, long = (Steps(pattern, "1" * size + ".1" * size).taken for size in (200, 800))
    assert long < 6 * short


@pytest.mark.parametrize("digits", DIGITS)
def test_a_number_is_found_in_steps_that_grow_with_the_text(digits: str) -> None:
    pattern = NumberFinder(load_pack())._pattern
    short, long = (Steps(pattern, digits * (size // len(digits))).taken for size in (400, 1_600))
    assert long < 6 * short + 1_000


def test_digits_beyond_all_amounts_are_no_number() -> None:
    finder = NumberFinder(load_pack())
    assert list(finder.find("9" * (MOST_DIGITS_SHOWN + 1))) == []
    assert [str(number.value.amount) for number in finder.find("9" * 12)] == ["9" * 12]


ITEMS = ("支出", "收入", "基本支出", "项目支出", "公用经费")


def _varied(at: int) -> str:
    part, rest = 100 + at * 37 % 89, 200 + at * 53 % 97
    wrong = at % 3 == 0
    return (
        f"2020年度{ITEMS[at % 5]}合计{part + rest + wrong}.50万元，其中基本支出{part}.00万元，"
        f"项目支出{rest}.50万元，比上年增加{at % 50}.3%，没有超预算。"
    )


KINDS = {
    "paragraphs alike": lambda size: [_varied(1)] * size,
    "paragraphs that contradict one another": lambda size: [_varied(at) for at in range(size)],
    "one paragraph": lambda size: ["".join(map(_varied, range(size)))],
    "one sentence": lambda size: ["；".join(_varied(at)[:-1] for at in range(size))],
}


def _report(paragraphs: list[str]) -> SubmittedReport:
    contents = tuple(Passage(BookmarkedText(text), 0) for text in paragraphs)
    return SubmittedReport(contents, Trail())


def _lines_run(function: Callable[[], object]) -> int:
    """Return how many lines of Python a function executes, those in comprehensions at each turn."""
    count = 0

    def trace(frame: object, event: str, argument: object) -> object:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function()
    finally:
        sys.settrace(before)
    return count


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return Verifier(load_pack())


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_four_times_as_long_takes_four_times_the_work(kind: str, verifier: Verifier) -> None:
    few, many = (_report(KINDS[kind](size)) for size in (15, 60))
    verifier.check(few, "")  # what is made once is made
    assert _lines_run(lambda: verifier.check(many, "")) < 5.5 * _lines_run(lambda: verifier.check(few, ""))


def test_what_is_too_long_is_read_up_to_there_and_the_rest_is_named() -> None:
    pack = load_pack()
    limits = replace(pack.limits, report_numbers=12)
    checked = Verifier(replace(pack, limits=limits)).check(_report(["支出12.5万元。"] * 20), "")
    assert len(checked.numbers) == 12
    assert not_read_words(checked) == "篇幅过大，此处以后的段落和表 8 处（“标题”第 12 段）"


def test_paragraphs_without_end_are_not_read_though_they_are_empty() -> None:
    short = _report(["支出12.5万元。", *[""] * 50_001]).within(load_pack().limits)
    assert len(short.contents) == 50_000
    assert [(part.kind, part.count) for part in short.unread] == [("rest", 2)]


def test_digits_without_end_in_a_cell_are_no_number(verifier: Verifier) -> None:
    cells = (
        ("项目", "决算数"),
        ("支出合计", "12.50"),
        ("基本支出", "9" * 9_000),
        ("项目支出", "0." + "0" * 9_000 + "1"),
    )
    table = Tabular(tuple(tuple(map(BookmarkedText, row)) for row in cells), ())
    checked = verifier.check(SubmittedReport((Passage(BookmarkedText("单位：万元"), 0), table), Trail()), "")
    assert [number.claim.printed for number in checked.numbers] == ["12.50"]


def test_where_the_effort_is_spent_the_rest_is_unchecked_and_named(
    verifier: Verifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Effort, "spend", lambda effort, steps: _spend_nothing(effort))
    checked = verifier.check(_report([_varied(0)] * 2), "")
    assert [finding.code for finding in checked.findings] == ["未全部核对"]
    assert {number.status for number in checked.numbers} == {Status.UNCHECKED}


def _spend_nothing(effort: Effort) -> bool:
    effort.is_spent = True
    return False
