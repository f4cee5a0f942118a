"""Word verdicts as findings: what does not hold, where, by how much, and what to do."""

from converter import messages
from converter.figures import Finding, Outcome, Severity
from converter.rules.checks.checks import CheckResult
from converter.rules.language.terms import Lack, Name
from converter.rules.wording.phrases import ZERO, Phrases, cells, named, where


class CheckWording:
    """Turns verdicts into findings, amounts printed as on the sheets they came from."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases

    def finding(self, verdict: CheckResult) -> Finding | None:
        """Return the finding, or None for a check that holds or does not apply."""
        if verdict.outcome in (Outcome.HOLDS, Outcome.NOT_APPLICABLE):
            return None
        if verdict.outcome is Outcome.NOT_EVALUABLE:
            return self._not_evaluable(verdict)
        return self._differs(verdict)

    def _differs(self, verdict: CheckResult) -> Finding:
        first, unit = verdict.used[0], self._phrases.finest(verdict.used)
        sides, text = (verdict.left, verdict.right), self._phrases.amounts.text
        left, right = (text(side.amount or ZERO, first, unit) for side in sides)
        gap = abs((verdict.left.amount or ZERO) - (verdict.right.amount or ZERO))
        rounding = verdict.outcome is Outcome.ROUNDING
        said = (messages.checks.ROUNDING if rounding else messages.checks.DIFFERS).format(
            because=verdict.check.because,
            where=where(verdict),
            left=left,
            right=right,
            gap=text(gap, first, unit),
            places=self._phrases.places(verdict.used),
        )
        return Finding(
            code=verdict.code,
            severity=Severity.NOTE if rounding else verdict.check.severity,
            outcome=verdict.outcome,
            message=said,
            cells=cells(verdict.used),
            expected=right,
            actual=left,
            hint=messages.checks.HINT_ROUNDING
            if rounding
            else verdict.check.hint or messages.checks.HINT_DIFFERS,
        )

    def _not_evaluable(self, verdict: CheckResult) -> Finding:
        lacking = (
            messages.checks.AND.join(dict.fromkeys(map(_lacking, verdict.missing)))
            or messages.checks.NO_DIVISOR
        )
        blank = tuple(figure for figure in verdict.used if figure.value is None)
        said = messages.checks.NOT_EVALUABLE.format(
            because=verdict.check.because,
            where=where(verdict),
            lacking=lacking,
            places=self._phrases.places(blank),
        )
        return Finding(verdict.code, Severity.NOTE, verdict.outcome, said, cells(blank))


def _lacking(lack: Lack) -> str:
    return messages.checks.OR.join(map(_words, lack))


def _words(name: Name) -> str:
    words = named(name.item, name.basis) if name.item else name.basis
    return messages.checks.OF_FORM.format(form=name.form, figure=words) if name.form else words
