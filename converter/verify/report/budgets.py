"""Findings on statements that a budget was not exceeded."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from converter import messages
from converter.diagnosis import over_budget
from converter.figures import Severity
from converter.verify.claims.claim import Claim, paragraph_span
from converter.verify.claims.names import Names
from converter.verify.claims.normal_text import NormalText
from converter.verify.claims.patterns import Patterns
from converter.verify.constraints.reading import ReportReading
from converter.verify.report.checked import ReportFinding, finding_at

MOST_CHARACTERS_BEFORE = 2_000  # characters before a statement, in which that stands which it is about


def exceeded_budgets(
    reading: ReportReading, names: Names, doubted: frozenset[str] = frozenset()
) -> Iterator[ReportFinding]:
    """Yield a finding for each item said not to exceed its budget that does, once a paragraph.

    `names` are those of money; the `doubted` figures convince nobody.
    """
    patterns = reading.patterns

    for content, text in reading.report.normal_texts:
        reported = set[str]()
        for statement in patterns.not_over.finditer(text.text):
            span = paragraph_span(content, text.source_bounds(*statement.span()))
            before = reading.inside(content, max(span.start - MOST_CHARACTERS_BEFORE, 0), span.start)
            before = [claim for claim in before if claim.known and not claim.in_explanation]
            for item in dict.fromkeys(_items(text, statement, before, patterns, names)):
                over = over_budget(item, patterns.sentences.over, reading.index.find)
                if over and item not in reported and doubted.isdisjoint((over.spent.id, over.budget.id)):
                    reported.add(item)
                    yield finding_at(
                        reading.report, span, messages.verify.OVER_CODE, over.text, Severity.ERROR
                    )


def _items(
    text: NormalText, statement: re.Match[str], before: list[Claim], patterns: Patterns, names: Names
) -> list[str]:
    """Return the items a statement is about, of the claims before it in the paragraph.

    These are all items if it says so, else those of its sentence, else the one its sentence names, else the
    last one.
    """
    begin, _ = text.sentences[bisect_right(text.sentences, (statement.start(), len(text.text))) - 1]
    words = text.text[begin : statement.start()]
    if patterns.every.search(words):
        return [claim.item for claim in before]
    first, _ = text.source_bounds(begin, statement.end())
    if in_sentence := [claim.item for claim in before if claim.span.start >= first]:
        return in_sentence
    if named := names.last(words):
        return [named.item]
    return [claim.item for claim in before[-1:]]
