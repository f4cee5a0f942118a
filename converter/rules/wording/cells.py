"""Word findings about cells: one wrong amount, several in each other's places, points out of range."""

from decimal import Decimal

from converter import messages
from converter.figures import Figure, Finding, Outcome, Severity
from converter.rules.causes.cells.wrong_cells import WrongCells
from converter.rules.wording.phrases import Phrases, cells, name_of, statements


class CellWording:
    """Turns wrong cells into findings, with the equations they break as their consequences."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases, self._amounts = phrases, phrases.amounts

    def wrong_cells(self, cause: WrongCells) -> Finding:
        """Return one finding for all that a cause explains."""
        several = len(cause.cells) > 1 or bool(cause.instead)
        own = cells(wrong.figure for candidates in (cause.cells, *cause.instead) for wrong in candidates)
        others = cells(figure for result in cause.results for figure in result.used)
        first = cause.cells[0]
        return Finding(
            code=cause.results[0].code,
            severity=Severity.ERROR,
            outcome=Outcome.DIFFERS,
            message=self._several(cause) if several else self._single(cause),
            cells=(*own, *(cell for cell in others if cell not in own)),
            suspects=own,
            expected=self._phrases.expected(first),
            actual=self._amounts.filed(first.figure),
            hint=(messages.checks.MIXUP if several else messages.checks.WRONG_CELL).hint,
        )

    def out_of_range(self, points: Figure, full: Decimal) -> Finding:
        """Return the finding for a person's points that an indicator can't have."""
        words, most = messages.checks.POINTS_OUT_OF_RANGE, self._amounts.text(full, points)
        return Finding(
            code=words.code,
            severity=Severity.ERROR,
            outcome=Outcome.DIFFERS,
            message=words.text.format(full=most, place=self._phrases.places((points,))),
            cells=cells((points,)),
            expected=most,
            actual=self._amounts.filed(points),
            hint=words.hint,
        )

    def not_used(self, points: Figure) -> Finding:
        """Return the note on a person's points for an indicator that a formula scores."""
        places = self._phrases.places((points,))
        return Finding.worded(
            messages.checks.POINTS_NOT_USED, Severity.NOTE, Outcome.HOLDS, cells((points,)), place=places
        )

    def _single(self, cause: WrongCells) -> str:
        [wrong] = cause.cells
        cell = wrong.figure.cell
        assert cell
        return messages.checks.WRONG_CELL.text.format(
            file=cell.file,
            sheet=cell.sheet,
            cell=cell.cell,
            name=name_of(wrong.figure),
            actual=self._amounts.filed(wrong.figure),
            expected=self._phrases.expected(wrong),
            slip=messages.checks.SLIP.format(slip=self._slip(cause)) if cause.slip else "",
            count=len(cause.results),
            statements=statements(cause.results),
        )

    def _several(self, cause: WrongCells) -> str:
        """Word cells that are wrong together, or candidates of which one is."""
        cell = cause.cells[0].figure.cell
        assert cell
        words = messages.checks.ONE_LEFT_BLANK if cause.instead else messages.checks.MIXUP
        candidates = map(self._phrases.amended, (cause.cells, *cause.instead))
        return words.text.format(
            file=cell.file,
            sheet=cell.sheet,
            slip=self._slip(cause),
            amounts=messages.phrases.OR.join(candidates),
            count=len(cause.results),
            statements=statements(cause.results),
        )

    def _slip(self, cause: WrongCells) -> str:
        assert cause.slip
        part = self._phrases.place(cause.part) if cause.part else ""
        return messages.diagnosis.IN_TABLES[cause.slip].format(part=part, unit=cause.unit)
