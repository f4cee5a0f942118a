"""Word findings about whole sheets: a wrong unit, amounts out of size, units that do not add up."""

from msgspec.structs import replace

from converter import messages
from converter.figures import Finding, Outcome, Severity, plain
from converter.rules.causes.last_year import LastYearSheet
from converter.rules.causes.magnitude import MagnitudeDoubt
from converter.rules.causes.subunits import SubunitMismatch
from converter.rules.causes.units import UnitSlip
from converter.rules.checks.checks import CheckResult
from converter.rules.wording.phrases import ZERO, Phrases, becauses, cells, name_of


class SheetWording:
    """Turns what is wrong with a sheet throughout into one finding."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases

    def unit(self, slip: UnitSlip) -> Finding:
        """Return one finding for a sheet in a wrong unit, its broken equations as consequences."""
        return _unit_finding(slip, Severity.ERROR, messages.checks.UNIT_SLIP, count=len(slip.verdicts))

    def stale(self, stale: LastYearSheet) -> Finding:
        """Return one finding for a sheet that is last year's, with what other sheets ask for instead."""
        at = stale.wrong[0].figure.cell
        assert at is not None
        said = messages.checks.OLD_SHEET.format(
            file=at.file,
            sheet=at.sheet,
            alike=stale.alike,
            compared=stale.compared,
            amounts=self._phrases.amended(stale.wrong),
            count=len(stale.verdicts),
            becauses=becauses(stale.verdicts),
        )
        return Finding(
            messages.checks.OLD_SHEET_CODE,
            Severity.ERROR,
            Outcome.DIFFERS,
            said,
            (replace(at, cell=""), *cells(tuple(each.figure for each in stale.wrong))),
            hint=messages.checks.OLD_SHEET_HINT,
        )

    def doubt(self, doubt: MagnitudeDoubt) -> Finding:
        """Return the warning that a sheet's amounts are out of size with another's."""
        other = doubt.other
        return _unit_finding(
            doubt,
            Severity.WARNING,
            messages.checks.UNIT_DOUBT,
            other_file=other.file,
            other_sheet=other.sheet,
        )

    def mismatch(self, mismatch: SubunitMismatch) -> Finding:
        """Return one finding for a department that differs from the sum of its units throughout."""
        likely = messages.checks.MISMATCH_LACKING if mismatch.lacking else ""
        if mismatch.left_out:
            likely = messages.checks.MISMATCH_LEFT_OUT.format(unit=mismatch.left_out)
        said = messages.checks.MISMATCH.format(
            because=mismatch.verdicts[0].check.because,
            compared=mismatch.compared,
            count=len(mismatch.verdicts),
            likely=likely,
            each=messages.checks.THEN.join(map(self._compared, mismatch.verdicts)),
        )
        used = tuple(figure for verdict in mismatch.verdicts for figure in verdict.used)
        return Finding(
            mismatch.verdicts[0].code,
            Severity.ERROR,
            Outcome.DIFFERS,
            said,
            cells(used),
            hint=messages.checks.MISMATCH_HINT,
        )

    def _compared(self, verdict: CheckResult) -> str:
        first, unit = verdict.used[0], self._phrases.finest(verdict.used)
        return messages.checks.COMPARED.format(
            name=name_of(first),
            left=self._phrases.amounts.text(verdict.left.amount or ZERO, first, unit),
            right=self._phrases.amounts.text(verdict.right.amount or ZERO, first, unit),
        )


def _unit_finding(
    wrong: UnitSlip | MagnitudeDoubt, severity: Severity, message: str, **more: object
) -> Finding:
    """Return the finding that a sheet seems to be in another unit than it says."""
    at = wrong.figure.cell
    assert at is not None
    times = plain(max(wrong.factor, 1 / wrong.factor))
    said = message.format(
        file=at.file, sheet=at.sheet, unit=at.unit, likely=wrong.likely, times=times, **more
    )
    cells = (replace(at, cell=""),)
    return Finding(
        messages.checks.UNIT_SLIP_CODE,
        severity,
        Outcome.DIFFERS,
        said,
        cells,
        hint=messages.checks.UNIT_SLIP_HINT,
    )
