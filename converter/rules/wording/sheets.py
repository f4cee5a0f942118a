"""Word findings about whole sheets: a wrong unit, last year's, sums over budget units that do not agree."""

from msgspec.structs import replace

from converter import messages
from converter.figures import CellOrigin, Figure, Finding, Outcome, Severity, exact_text, place_words
from converter.messages import Message
from converter.rules.causes.budget_units import BudgetUnitMismatch
from converter.rules.causes.cells.displaced_rows import DisplacedRows
from converter.rules.causes.cells.missing_rows import MissingRow
from converter.rules.causes.sheets.disjointed_sheets import DisjointedSheet
from converter.rules.causes.sheets.last_year_sheets import LastYearSheet
from converter.rules.causes.sheets.magnitude import MagnitudeDoubt
from converter.rules.causes.sheets.wrong_unit_books import WrongUnitBook
from converter.rules.causes.sheets.wrong_units import WrongUnit
from converter.rules.causes.sheets.wrong_year_books import Misplaced, WrongYearBook
from converter.rules.checks.result import CheckResult
from converter.rules.wording.phrases import Phrases, cells, name_of, named_sheets, statements

_OF_YEARS = {
    Misplaced.THIS_YEARS: messages.checks.LAST_YEARS_BOOK,
    Misplaced.LAST_YEARS: messages.checks.THIS_YEARS_BOOK,
    Misplaced.EITHER: messages.checks.ONE_OF_TWO_BOOKS,
}


class SheetWording:
    """Turns what is wrong with a sheet throughout into one finding."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases

    def wrong_unit(self, wrong: WrongUnit) -> Finding:
        """Return one finding for a sheet in a wrong unit, its broken equations as consequences."""
        return _about_unit(wrong, messages.checks.WRONG_UNIT, Severity.ERROR, count=len(wrong.results))

    def wrong_unit_book(self, wrong: WrongUnitBook) -> Finding:
        """Return one finding for a workbook in a wrong unit throughout."""
        unit = _sheet_of(wrong.figure).unit
        return Finding.worded(
            messages.checks.WRONG_UNIT_BOOK,
            Severity.ERROR,
            Outcome.DIFFERS,
            tuple(CellOrigin(sheet.file, sheet.sheet, "", unit=unit) for sheet in wrong.sheets),
            file=wrong.sheets[0].file,
            count=len(wrong.sheets),
            unit=unit,
            likely=wrong.likely,
            times=exact_text(max(wrong.factor, 1 / wrong.factor)),
            broken=len(wrong.results),
            sheets=named_sheets(wrong.sheets),
        )

    def magnitude(self, doubt: MagnitudeDoubt) -> Finding:
        """Return the warning that a sheet's amounts are out of size with another's."""
        file, sheet = doubt.other.file, doubt.other.sheet
        words = messages.checks.OUT_OF_SIZE
        return _about_unit(doubt, words, Severity.WARNING, other_file=file, other_sheet=sheet)

    def wrong_year_book(self, book: WrongYearBook) -> Finding:
        """Return one finding for a workbook that is another year's."""
        return Finding.worded(
            _OF_YEARS[book.misplaced],
            Severity.ERROR,
            Outcome.DIFFERS,
            tuple(CellOrigin(sheet.file, sheet.sheet, "") for sheet in book.sheets),
            file=book.file,
            other=book.other,
            equal=book.equal,
            compared=book.compared,
            count=len(book.results),
            sheets=named_sheets(book.sheets),
        )

    def last_year(self, sheet: LastYearSheet) -> Finding:
        """Return one finding for a sheet that is last year's, or the budget's, with what other sheets ask for
        instead.
        """
        whole, source = _sheet_of(sheet.cells[0].figure), sheet.source
        return Finding.worded(
            messages.checks.BUDGETED_SHEET if source else messages.checks.LAST_YEAR_SHEET,
            Severity.ERROR,
            Outcome.DIFFERS,
            (whole, *cells(wrong.figure for wrong in sheet.cells)),
            file=whole.file,
            sheet=whole.sheet,
            equal=sheet.equal,
            compared=sheet.compared,
            source=place_words(CellOrigin(source.file, source.sheet, "")) if source else "",
            amounts=self._phrases.amended(sheet.cells),
            count=len(sheet.results),
            statements=statements(sheet.results),
        )

    def disjointed(self, sheet: DisjointedSheet) -> Finding:
        """Return one finding for a sheet whose amounts stand in wrong rows or columns."""
        whole, first = _sheet_of(sheet.figure), sheet.figure.cell
        assert first is not None
        slip = messages.diagnosis.IN_TABLES[sheet.slip].format() if sheet.slip else ""
        return Finding.worded(
            messages.checks.DISJOINTED_SHEET,
            Severity.ERROR,
            Outcome.DIFFERS,
            (whole, first),
            file=whole.file,
            sheet=whole.sheet,
            cell=first.cell,
            slip=messages.checks.SLIP.format(slip=slip) if slip else "",
            count=len(sheet.results),
            statements=statements(sheet.results),
        )

    def displaced(self, rows: DisplacedRows) -> Finding:
        """Return one finding for amounts that stand in wrong rows of a sheet."""
        first = rows.cells[0].figure.cell
        assert first is not None
        return Finding.worded(
            messages.checks.DISPLACED_ROWS,
            Severity.ERROR,
            Outcome.DIFFERS,
            (*cells(wrong.figure for wrong in rows.cells), *([rows.other] if rows.is_either else [])),
            file=first.file,
            sheet=first.sheet,
            cell=first.cell,
            count=len(rows.cells),
            other_file=rows.other.file,
            other=rows.other.sheet,
            slip=messages.diagnosis.IN_TABLES[rows.slip].format(),
            amounts=self._phrases.amended(rows.cells),
            either=messages.checks.OR_THE_OTHER if rows.is_either else "",
        )

    def missing_row(self, missing_row: MissingRow) -> Finding:
        """Return one finding for a row that is missing below a sum."""
        first, words = missing_row.results[0], messages.checks.MISSING_ROW
        cell, other = first.used[0].cell, missing_row.figure.cell
        assert cell is not None
        assert other is not None
        text = words.text.format(
            file=cell.file,
            sheet=cell.sheet,
            cell=cell.cell,
            above=first.where,
            code=missing_row.row.key,
            name=missing_row.row.name,
            other=place_words(other),
            amount=self._phrases.amounts.filed(missing_row.figure),
            count=len(missing_row.results),
            statements=statements(missing_row.results),
        )
        sums = cells(result.used[0] for result in missing_row.results)
        return Finding(first.code, Severity.ERROR, Outcome.DIFFERS, text, (*sums, other), hint=words.hint)

    def mismatch(self, mismatch: BudgetUnitMismatch) -> Finding:
        """Return one finding for a department that differs from the sum of its budget units throughout."""
        words, first = messages.checks.BUDGET_UNIT_MISMATCH, mismatch.results[0]
        likely = messages.checks.UNIT_LACKING if mismatch.lacking else ""
        if mismatch.absent:
            likely = messages.checks.UNIT_NOT_INCLUDED.format(unit=mismatch.absent)
        text = words.text.format(
            rule=first.check.rule,
            compared=mismatch.compared,
            count=len(mismatch.results),
            likely=likely,
            amounts=messages.phrases.THEN.join(map(self._amounts, mismatch.results)),
        )
        places = cells(figure for result in mismatch.results for figure in result.used)
        return Finding(first.code, Severity.ERROR, Outcome.DIFFERS, text, places, hint=words.hint)

    def _amounts(self, result: CheckResult) -> str:
        sides = self._phrases.sides(result)
        return messages.checks.DEPARTMENT_AND_UNITS.format(
            name=name_of(result.used[0]), left=sides.left, right=sides.right
        )


def _about_unit(
    wrong: WrongUnit | MagnitudeDoubt, words: Message, severity: Severity, **more: object
) -> Finding:
    """Return the finding that a sheet seems to be in another unit than it says."""
    sheet = _sheet_of(wrong.figure)
    return Finding.worded(
        words,
        severity,
        Outcome.DIFFERS,
        (sheet,),
        file=sheet.file,
        sheet=sheet.sheet,
        unit=sheet.unit,
        likely=wrong.likely,
        times=exact_text(max(wrong.factor, 1 / wrong.factor)),
        **more,
    )


def _sheet_of(figure: Figure) -> CellOrigin:
    """Return the whole sheet a figure was filed on."""
    assert figure.cell is not None
    return replace(figure.cell, cell="")
