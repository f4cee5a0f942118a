"""Findings on grades that do not go with their scores."""

from collections.abc import Iterator

from msgspec.structs import replace

from converter import messages
from converter.figures import Severity
from converter.pack import Pack
from converter.verify.claims.claim import paragraph_span
from converter.verify.constraints.reading import ReportReading
from converter.verify.report.checked import ReportFinding, finding_at


def wrong_grades(reading: ReportReading, pack: Pack) -> Iterator[ReportFinding]:
    """Yield a finding for each grade that does not go with the score stated before it in its paragraph, or
    else with that of the report; not where the points before it are of something else.
    """
    message = messages.verify.GRADE
    of_report = reading.index.choose(pack.meta.score_total, None)
    if not of_report:
        return
    grades = sorted(pack.scorecard.grades, key=lambda grade: -grade.at_least)
    for content, text in reading.report.normal_texts:
        for grade in reading.patterns.grade.finditer(text.text):
            span = paragraph_span(content, text.source_bounds(*grade.span("grade")))
            before = reading.inside(content, 0, span.start)
            points = [each for each in before if each.base_unit == pack.meta.score_unit]
            scores = [each for each in points if f"{each.item}.{each.basis}" == pack.meta.score_total]
            score = (scores[-1] if scores else of_report).amount
            earned = next((each.name for each in grades if score >= each.at_least), "")
            if grade["grade"] != earned and (scores or not points):
                because = message.text.format(score=f"{score:f}", grade=earned)
                found = finding_at(reading.report, span, message.code, because, Severity.ERROR)
                yield replace(found, expected=earned)
