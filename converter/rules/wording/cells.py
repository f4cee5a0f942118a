"""Word findings about cells: one wrong amount, several in each other's places, a score out of range."""

from decimal import Decimal

from converter import messages
from converter.figures import Figure, Finding, Outcome, Severity
from converter.rules.causes.cells import Cause
from converter.rules.wording.phrases import Phrases, becauses, cells, name_of


class CellWording:
    """Turns causes into findings, with the equations they break as their consequences."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases, self._amounts = phrases, phrases.amounts

    def cause(self, cause: Cause) -> Finding:
        """Return one finding for all that a cause explains."""
        said = self._mixup(cause) if len(cause.wrong) > 1 else self._single(cause)
        own = cells(tuple(each.figure for each in cause.wrong))
        others = cells(tuple(figure for verdict in cause.verdicts for figure in verdict.used))
        first = cause.wrong[0]
        return Finding(
            code=cause.verdicts[0].code,
            severity=Severity.ERROR,
            outcome=Outcome.DIFFERS,
            message=said,
            cells=(*own, *(cell for cell in others if cell not in own)),
            expected=self._phrases.expected(first),
            actual=self._amounts.filed(first.figure),
            hint=messages.checks.HINT_MIXUP if len(cause.wrong) > 1 else messages.checks.HINT_CAUSE,
        )

    def out_of_range(self, points: Figure, full: Decimal) -> Finding:
        """Return the finding for a person's points that an indicator can't have."""
        most = self._amounts.text(full, points)
        return Finding(
            code=messages.checks.SCORE_ASTRAY_CODE,
            severity=Severity.ERROR,
            outcome=Outcome.DIFFERS,
            message=messages.checks.SCORE_ASTRAY.format(full=most, place=self._phrases.places((points,))),
            cells=cells((points,)),
            expected=most,
            actual=self._amounts.filed(points),
            hint=messages.checks.HINT_DIFFERS,
        )

    def _single(self, cause: Cause) -> str:
        [wrong] = cause.wrong
        at = wrong.figure.cell
        assert at
        return messages.checks.CAUSE.format(
            file=at.file,
            sheet=at.sheet,
            cell=at.cell,
            name=name_of(wrong.figure),
            actual=self._amounts.filed(wrong.figure),
            expected=self._phrases.expected(wrong),
            slip=self._slip(cause),
            count=len(cause.verdicts),
            becauses=becauses(cause.verdicts),
        )

    def _slip(self, cause: Cause) -> str:
        part = self._phrases.place(cause.part) if cause.part else ""
        return messages.checks.SLIPS[cause.slip].format(part=part) if cause.slip else ""

    def _mixup(self, cause: Cause) -> str:
        at = cause.wrong[0].figure.cell
        assert at
        assert cause.slip
        return messages.checks.MIXUP.format(
            file=at.file,
            sheet=at.sheet,
            slip=messages.checks.MIXUPS[cause.slip],
            amounts=self._phrases.amended(cause.wrong),
            count=len(cause.verdicts),
            becauses=becauses(cause.verdicts),
        )
