"""Word results of checks as findings: what does not hold, where, by how much, and what to do."""

from collections.abc import Iterable, Iterator, Sequence

from converter import messages
from converter.figures import Finding, Ledger, Outcome, Severity
from converter.rules.checks.result import CheckResult
from converter.rules.language.terms import Lack, Name
from converter.rules.wording.phrases import Phrases, cells, named, where


class CheckWording:
    """Turns results into findings, amounts printed as on the sheets they came from."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases

    def findings(self, results: Iterable[CheckResult], ledger: Ledger) -> Iterator[Finding]:
        """Yield the findings on results; there is none on a check that holds as far as sheets print, or does
        not apply. Codes with more in a part than in the whole are one finding.
        """
        silent = (Outcome.HOLDS, Outcome.NOT_APPLICABLE)
        larger: dict[str, list[CheckResult]] = {}
        for result in results:
            if result.check.within and result.differs:
                larger.setdefault(result.code, []).append(result)
            elif result.outcome not in silent and (found := self._finding(result, ledger)):
                yield found
        yield from (self._larger_parts(found, ledger) for found in larger.values())

    def _finding(self, result: CheckResult, ledger: Ledger) -> Finding | None:
        if result.outcome is Outcome.ROUNDING and not self._phrases.is_printed(result.gap, result.used):
            return None
        if result.check.asks:
            return self._asked(result)
        if result.outcome is Outcome.NOT_EVALUABLE:
            return self._not_evaluable(result)
        return self._differs(result, ledger)

    def held(self, result: CheckResult) -> Finding:
        """Return what a check that holds has shown."""
        sides = self._phrases.sides(result)
        return Finding(
            code=result.code,
            severity=Severity.NOTE,
            outcome=result.outcome,
            message=messages.checks.HELD.format(rule=result.check.rule, where=where(result)),
            cells=cells(result.used),
            expected=sides.right,
            actual=sides.left,
        )

    def _differs(self, result: CheckResult, ledger: Ledger) -> Finding:
        rounding = result.outcome is Outcome.ROUNDING
        explained = messages.checks.DIGITS_CUT if result.digits_cut else messages.checks.ROUNDING
        words = explained if rounding else messages.checks.DIFFERS
        sides = self._phrases.sides(result)
        text = words.text.format(
            rule=result.check.rule,
            where=where(result),
            left=sides.left,
            right=sides.right,
            gap=sides.gap,
            granularity=self._phrases.granularity(result.used),
            places=self._phrases.places(result.used),
        )
        return Finding(
            code=result.code,
            severity=Severity.NOTE if rounding else result.check.severity,
            outcome=result.outcome,
            message=text,
            cells=cells(result.used),
            expected=sides.right,
            actual=sides.left,
            hint=words.hint
            or result.check.hint
            or self._phrases.correction(ledger.cells_behind(result.used)),
        )

    def _larger_parts(self, results: Sequence[CheckResult], ledger: Ledger) -> Finding:
        """Return one finding on results of a check of parts that should be within their wholes."""
        first, *others = results
        if not others:
            return self._differs(first, ledger)
        used = [figure for result in results for figure in result.used]
        text = messages.checks.PARTS_LARGER.text.format(
            rule=first.check.rule, count=len(results), places=self._phrases.places(used)
        )
        hint = first.check.hint or self._phrases.correction(ledger.cells_behind(used))
        return Finding(first.code, first.check.severity, first.outcome, text, cells(used), hint=hint)

    def _asked(self, result: CheckResult) -> Finding:
        words, check = messages.checks.ASKED, result.check
        text = words.text.format(
            rule=check.rule,
            where=where(result),
            column=check.asks,
            places=self._phrases.places(result.used),
        )
        hint = check.hint or words.hint
        return Finding(result.code, check.severity, result.outcome, text, cells(result.used), hint=hint)

    def _not_evaluable(self, result: CheckResult) -> Finding:
        lacking = messages.phrases.AND.join(dict.fromkeys(map(_lacking, result.missing)))
        blank = tuple(figure for figure in result.used if figure.value is None)
        text = messages.checks.NOT_EVALUABLE.text.format(
            rule=result.check.rule,
            where=where(result),
            lacking=lacking or messages.checks.NO_DIVISOR,
            places=self._phrases.places(blank),
        )
        return Finding(result.code, Severity.NOTE, result.outcome, text, cells(blank))


def _lacking(lack: Lack) -> str:
    return messages.phrases.OR.join(map(_name, lack))


def _name(name: Name) -> str:
    words = named(name.item, name.basis) if name.item else name.basis
    return messages.checks.OF_FORM.format(form=name.form, figure=words) if name.form else words
