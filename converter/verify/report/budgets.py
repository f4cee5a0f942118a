"""Remarks on statements of not having gone over a budget."""

import re
from collections.abc import Iterator

from converter import messages
from converter.diagnosis import over_budget
from converter.figures import Severity
from converter.verify.claims.claim import Claim, Span
from converter.verify.claims.names import Names
from converter.verify.claims.normal_text import NormalText
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.constraints.claim_index import Assignment, ClaimIndex
from converter.verify.report.checked import ReportFinding
from converter.verify.report.statements import remark


def budgets(
    report: SubmittedReport, claims: list[Claim], account: ClaimIndex, patterns: Patterns, names: Names
) -> Iterator[ReportFinding]:
    """Yield a remark for every item said not to be over its budget that is; `names` are those of money."""
    for index, source in report.passages():
        text = NormalText(source)
        for found in patterns.not_over.finditer(text.text):
            spot = Span(index, -1, -1, *text.span(*found.span()))
            told = [each for each in claims if each.spot.content == index and each.known and not each.aside]
            told = [each for each in told if each.spot.start < spot.start]
            for item in dict.fromkeys(_items(text, found, told, patterns, names)):
                if over := over_budget(
                    item, patterns.words.over, lambda each: account.figure(each, Assignment())
                ):
                    yield remark(report, spot, messages.verify.OVER_CODE, over.text, Severity.ERROR)


def _items(
    text: NormalText, found: re.Match[str], told: list[Claim], patterns: Patterns, names: Names
) -> list[str]:
    """Return what a statement is about: all that was told of if it says so, what its sentence tells of or
    names, or else what was told of last.
    """
    begin = next(start for start, end in text.sentences if start <= found.start() < end)
    before = text.text[begin : found.start()]
    if patterns.every.search(before):
        return [each.item for each in told]
    first, _ = text.span(begin, found.end())
    if own := [each.item for each in told if each.spot.start >= first]:
        return own
    if named := names.last(before):
        return [named.item]
    return [each.item for each in told[-1:]]
