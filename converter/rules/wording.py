"""Word verdicts as findings: what is wrong, where, by how much, and what to do."""

from decimal import Decimal

from converter import messages
from converter.figures import CellOrigin, Figure, Finding, Outcome, Severity, basis_of, item_of, plain
from converter.pack import Pack
from converter.pack.amounts import Amounts
from converter.rules.causes import Cause
from converter.rules.checks import Verdict
from converter.rules.magnitude import Doubt
from converter.rules.terms import Lack, Name
from converter.rules.units import UnitSlip
from converter.rules.wholes import Mismatch

MOST_NAMED = 6
ZERO = Decimal(0)


class Wording:
    """Turns verdicts into findings, amounts printed as on the sheets they came from."""

    def __init__(self, pack: Pack) -> None:
        self._amounts, self._units = Amounts(pack), pack.units

    def finding(self, verdict: Verdict) -> Finding | None:
        """Return the finding, or None for a check that holds or does not apply."""
        if verdict.outcome in (Outcome.HOLDS, Outcome.NOT_APPLICABLE):
            return None
        if verdict.outcome is Outcome.NOT_EVALUABLE:
            return self._not_evaluable(verdict)
        return self._differs(verdict)

    def cause(self, cause: Cause) -> Finding:
        """Return one finding for a wrong cell, with the equations it breaks as its consequences."""
        figure, at = cause.figure, cause.figure.cell
        assert at is not None
        said = messages.CAUSE.format(
            file=at.file,
            sheet=at.sheet,
            cell=at.cell,
            name=_name(figure),
            actual=self._amounts.filed(figure),
            expected=(expected := self._amounts.text(cause.expected, figure, at.unit)),
            slip=messages.SLIPS[cause.slip] if cause.slip else "",
            count=len(cause.verdicts),
            becauses=messages.THEN.join(dict.fromkeys(map(_because, cause.verdicts))),
        )
        others = [figure for verdict in cause.verdicts for figure in verdict.used]
        return Finding(
            code=cause.verdicts[0].code,
            severity=Severity.ERROR,
            outcome=Outcome.DIFFERS,
            message=said,
            cells=(at, *(cell for cell in cells(tuple(others)) if cell != at)),
            expected=expected,
            actual=self._amounts.filed(figure),
            hint=messages.HINT_CAUSE,
        )

    def astray(self, points: Figure, full: Decimal) -> Finding:
        """Return the finding for a person's points that an indicator can't have."""
        most = self._amounts.text(full, points)
        return Finding(
            code=messages.SCORE_ASTRAY_CODE,
            severity=Severity.ERROR,
            outcome=Outcome.DIFFERS,
            message=messages.SCORE_ASTRAY.format(full=most, place=self._places((points,))),
            cells=cells((points,)),
            expected=most,
            actual=self._amounts.filed(points),
            hint=messages.HINT_DIFFERS,
        )

    def unit(self, slip: UnitSlip) -> Finding:
        """Return one finding for a sheet in a wrong unit, its broken equations as consequences."""
        at = slip.figure.cell
        assert at is not None
        said = messages.UNIT_SLIP.format(
            file=at.file,
            sheet=at.sheet,
            unit=at.unit,
            likely=slip.likely,
            times=plain(max(slip.factor, 1 / slip.factor)),
            count=len(slip.verdicts),
        )
        cells = (at._replace(cell=""),)
        return Finding(
            messages.UNIT_SLIP_CODE,
            Severity.ERROR,
            Outcome.DIFFERS,
            said,
            cells,
            hint=messages.UNIT_SLIP_HINT,
        )

    def doubt(self, doubt: Doubt) -> Finding:
        """Return the warning that a sheet's amounts are out of size with another's."""
        at = doubt.figure.cell
        assert at is not None
        file, sheet = doubt.other
        said = messages.UNIT_DOUBT.format(
            file=at.file,
            sheet=at.sheet,
            unit=at.unit,
            likely=doubt.likely,
            times=plain(max(doubt.factor, 1 / doubt.factor)),
            other_file=file,
            other_sheet=sheet,
        )
        cells = (at._replace(cell=""),)
        return Finding(
            messages.UNIT_SLIP_CODE,
            Severity.WARNING,
            Outcome.DIFFERS,
            said,
            cells,
            hint=messages.UNIT_SLIP_HINT,
        )

    def mismatch(self, mismatch: Mismatch) -> Finding:
        """Return one finding for a department that differs from the sum of its units throughout."""
        likely = messages.MISMATCH_LACKING if mismatch.lacking else ""
        if mismatch.left_out:
            likely = messages.MISMATCH_LEFT_OUT.format(unit=mismatch.left_out)
        said = messages.MISMATCH.format(
            because=mismatch.verdicts[0].check.because,
            compared=mismatch.compared,
            count=len(mismatch.verdicts),
            likely=likely,
            each=messages.THEN.join(map(self._compared, mismatch.verdicts)),
        )
        used = tuple(figure for verdict in mismatch.verdicts for figure in verdict.used)
        return Finding(
            mismatch.verdicts[0].code,
            Severity.ERROR,
            Outcome.DIFFERS,
            said,
            cells(used),
            hint=messages.MISMATCH_HINT,
        )

    def _compared(self, verdict: Verdict) -> str:
        first, unit = verdict.used[0], self._finest(verdict.used)
        return messages.COMPARED.format(
            name=_name(first),
            left=self._amounts.text(verdict.left.amount or ZERO, first, unit),
            right=self._amounts.text(verdict.right.amount or ZERO, first, unit),
        )

    def _differs(self, verdict: Verdict) -> Finding:
        first, unit = verdict.used[0], self._finest(verdict.used)
        left, right = (
            self._amounts.text(side.amount or ZERO, first, unit) for side in (verdict.left, verdict.right)
        )
        gap = abs((verdict.left.amount or ZERO) - (verdict.right.amount or ZERO))
        rounding = verdict.outcome is Outcome.ROUNDING
        said = (messages.ROUNDING if rounding else messages.DIFFERS).format(
            because=verdict.check.because,
            where=_where(verdict),
            left=left,
            right=right,
            gap=self._amounts.text(gap, first, unit),
            places=self._places(verdict.used),
        )
        return Finding(
            code=verdict.code,
            severity=Severity.NOTE if rounding else verdict.check.severity,
            outcome=verdict.outcome,
            message=said,
            cells=cells(verdict.used),
            expected=right,
            actual=left,
            hint=messages.HINT_ROUNDING if rounding else verdict.check.hint or messages.HINT_DIFFERS,
        )

    def _not_evaluable(self, verdict: Verdict) -> Finding:
        lacking = messages.AND.join(dict.fromkeys(map(_lacking, verdict.missing))) or messages.NO_DIVISOR
        blank = tuple(figure for figure in verdict.used if figure.value is None)
        said = messages.NOT_EVALUABLE.format(
            because=verdict.check.because,
            where=_where(verdict),
            lacking=lacking,
            places=self._places(blank),
        )
        return Finding(verdict.code, Severity.NOTE, verdict.outcome, said, cells(blank))

    def _places(self, figures: tuple[Figure, ...]) -> str:
        """Return where the figures stand, sheet by sheet; nil ones need no looking at."""
        sheets: dict[tuple[str, str], list[str]] = {}
        for figure in dict.fromkeys(figures):
            if figure.value != 0 or len(figures) == 2:
                at = figure.cell
                sheets.setdefault((at.file, at.sheet) if at else ("", ""), []).append(self._place(figure))
        return messages.THEN.join(_on_sheet(*place, named) for place, named in sheets.items())

    def _finest(self, figures: tuple[Figure, ...]) -> str:
        """Return the smallest unit among the figures' sheets: in it no difference is rounded away."""
        filed = {figure.cell.unit for figure in figures if figure.cell}
        return min(filed, key=lambda unit: self._units[unit].scale, default="")

    def _place(self, figure: Figure) -> str:
        name = _name(figure)
        amount = self._amounts.filed(figure) or messages.BLANK
        if figure.cell is None:
            return messages.COMPUTED.format(name=name, amount=amount, formula=figure.origin)
        return messages.IN_CELL.format(cell=figure.cell.cell, name=name, amount=amount)


def _name(figure: Figure) -> str:
    return _named(item_of(figure.id), basis_of(figure.id))


def _named(item: str, basis: str) -> str:
    """Return a figure's name in words; of a detail line, its code or label."""
    return messages.FIGURE.format(item=item.partition("[")[2].rstrip("]") or item, basis=basis)


def _where(verdict: Verdict) -> str:
    return messages.WHERE.format(where=verdict.where) if verdict.where else ""


def _because(verdict: Verdict) -> str:
    return verdict.check.because + _where(verdict)


def _on_sheet(file: str, sheet: str, named: list[str]) -> str:
    shown = messages.AND.join(named[:MOST_NAMED])
    if len(named) > MOST_NAMED:
        shown += messages.AND_MORE.format(count=len(named))
    return messages.ON_SHEET.format(file=file, sheet=sheet, figures=shown) if file else shown


def cells(figures: tuple[Figure, ...]) -> tuple[CellOrigin, ...]:
    """Return the source cells of the figures, each once."""
    return tuple(dict.fromkeys(figure.cell for figure in figures if figure.cell))


def _lacking(lack: Lack) -> str:
    return messages.OR.join(map(_words, lack))


def _words(name: Name) -> str:
    words = _named(name.item, name.basis) if name.item else name.basis
    return messages.OF_FORM.format(form=name.form, figure=words) if name.form else words
