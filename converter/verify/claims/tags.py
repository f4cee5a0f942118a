"""Held against what a report of ours carries of itself: each bookmark's figure, as it was when printed."""

import re
from collections.abc import Iterator

from converter import messages
from converter.document.read import MarkedText, Tabular
from converter.figures import Severity, Value
from converter.trace import Occurrence
from converter.verify.claims.claim import Claim, Role, Span
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.constraints.constraint import Constraint, ConstraintKind, constant
from converter.verify.report.checked import ReportFinding

_DIGIT = re.compile(r"[\d.,]")


class Tags:
    """The marks of a report's trail, each with where it stands today."""

    def __init__(self, report: SubmittedReport, claims: list[Claim]) -> None:
        self._report, self.trail = report, report.trail
        marks = {mark.bookmark: mark for mark in report.trail.occurrences}
        self.placed = {spot: marks[name] for name, spot in _spots(report) if name in marks}
        self._by_claim = {
            claim: mark for spot, mark in self.placed.items() for claim in claims if _meet(spot, claim.spot)
        }

    def of(self, claim: Claim) -> Occurrence | None:
        """Return the mark in which a claim stands."""
        return self._by_claim.get(claim)

    def ties(self) -> Iterator[Constraint]:
        """Yield a tie of every marked number with the amount it was printed from."""
        for claim, mark in self._by_claim.items():
            if mark.value is not None and claim.base:
                amount = claim.direction * abs(mark.value) if claim.direction else mark.value
                said = messages.verify.NAMED.format(name=mark.figure, said=mark.text)
                rate = claim.role in (Role.RATE, Role.SHARE)
                yield Constraint(
                    ConstraintKind.TAG, said, constant(claim, Value(amount)), claim, quotient=rate
                )

    def edited(self, known: set[Span]) -> Iterator[ReportFinding]:
        """Yield a remark for every marked text that is not what was printed; those at `known` spots apart."""
        for spot, mark in self.placed.items():
            changed = self._report.text(spot) != mark.text or self._grown(spot)
            if changed and not any(_meet(spot, each) for each in known):
                said = messages.verify.NAMED.format(name=mark.figure, said=mark.text)
                because = messages.verify.TIES["tag"].format(because=said)
                yield ReportFinding(
                    messages.verify.WRONG_CODE, Severity.ERROR, (spot,), self._report.where(spot),
                    self._report.text(self._wider(spot)), mark.text, because,
                )  # fmt: skip

    def _grown(self, spot: Span) -> bool:
        """Whether digits stand right before or behind a number's bookmark."""
        wider = self._report.text(self._wider(spot))
        return bool(_DIGIT.search(self._report.text(spot))) and wider != self._report.text(spot)

    def _wider(self, spot: Span) -> Span:
        """Return a spot with the digits that stand right at its edges."""
        whole = self._report.whole(spot)
        start, end = spot.start, spot.end
        while start and whole[start - 1].isdigit():
            start -= 1
        while end < len(whole) and whole[end].isdigit():
            end += 1
        return Span(spot.content, spot.row, spot.column, start, end)


def _meet(one: Span, other: Span) -> bool:
    same = (one.content, one.row, one.column) == (other.content, other.row, other.column)
    return same and one.start <= other.end and other.start <= one.end


def _spots(report: SubmittedReport) -> Iterator[tuple[str, Span]]:
    for index, content in enumerate(report.contents):
        if isinstance(content, Tabular):
            for row, cells in enumerate(content.rows):
                for column, cell in enumerate(cells):
                    yield from _marked(cell, index, row, column)
        else:
            yield from _marked(content.written, index, -1, -1)


def _marked(written: MarkedText, index: int, row: int, column: int) -> Iterator[tuple[str, Span]]:
    for name, (start, end) in written.marks.items():
        yield name, Span(index, row, column, start, end)
