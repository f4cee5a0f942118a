"""The published report, without any workbook: its figures confirmed, and any changed digit seen."""

import os
from collections.abc import Callable
from copy import deepcopy

import pytest

from converter.pack.loading import load_pack
from converter.verify.claims.claim import Claim
from converter.verify.report.checked import CheckedReport, Status
from converter.verify.verifier import Verifier
from tests.verify.seed import TEXT, Part, document, parts

VERIFIER = Verifier(load_pack())
SUMS = {
    f"{item}.{basis}"
    for item in ("基本支出", "项目支出", "一般公共预算支出")
    for basis in ("可用指标", "执行差异")
} | {f"一般公共预算支出.{basis}" for basis in ("年初预算", "上年结转", "本年追加", "决算")} | {
    "财政拨款支出.决算", "三公经费.决算",
}  # fmt: skip
RATIOS = {"人员经费.占基本支出", "日常公用经费.占基本支出", "三公经费.增减率"}


def _checked(content: list[Part]) -> CheckedReport:
    return VERIFIER.check(VERIFIER.open(document(content)), "报告.docx")


@pytest.fixture(scope="module")
def content() -> list[Part]:
    if not TEXT.is_file() and not os.environ.get("CI"):
        pytest.skip("the reference text is not beside the checkout")
    return list(parts(TEXT.read_text("utf-8")))


def _figures(checked: CheckedReport) -> list[Claim]:
    return [number.claim for number in checked.numbers if number.status is Status.CONFIRMED]


def test_its_sums_ratios_and_score_are_confirmed(content: list[Part]) -> None:
    checked = _checked(content)
    assert checked.errors == 0, checked.findings
    assert {claim.id for claim in _figures(checked)} >= {*SUMS, *RATIOS, "综合评价.得分"}


def _changed(content: list[Part], claim: Claim, number: int) -> list[Part]:
    """Return the report with one digit of a figure changed; which one depends on the figure's number."""
    digits = [index for index, char in enumerate(claim.printed) if char.isdigit()]
    place = digits[number % len(digits)]
    printed = f"{claim.printed[:place]}{(int(claim.printed[place]) + 3) % 10}{claim.printed[place + 1 :]}"
    changed, span = deepcopy(content), claim.span
    part = changed[span.content]
    if isinstance(part, str):
        changed[span.content] = part[: span.start] + printed + part[span.end :]
    else:
        part[span.row][span.column] = printed
    return changed


def test_a_changed_digit_of_any_figure_is_seen(
    content: list[Part], record_property: Callable[[str, object], None]
) -> None:
    figures = _figures(_checked(content))
    seen, named, unseen = 0, 0, []
    for number, claim in enumerate(figures):
        findings = _checked(_changed(content, claim, number)).findings
        errors = [finding for finding in findings if finding.severity != "note"]
        places = [(span.content, span.row, span.column) for error in errors for span in error.spans]
        caught = (claim.span.content, claim.span.row, claim.span.column) in places
        seen += caught
        named += any(error.expected.lstrip("-") == claim.printed.lstrip("-") for error in errors)
        unseen += [] if caught else [f"{claim.id} {claim.printed}"]
    record_property(
        "measured",
        f"seed report without workbooks, one digit changed at each of {len(figures)} figures: seen {seen}"
        f" ({seen / len(figures):.1%}), the right value named {named}; seen by no identity: "
        f"{', '.join(unseen) or 'none'}",
    )
    assert seen >= 0.95 * len(figures)
