"""Read one workbook: recognise its forms and lift their figures."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from converter import messages
from converter.figures import CellOrigin, Figure, Finding, Line, Outcome, Severity, Text
from converter.pack import Pack
from converter.read.books import Grid, grids
from converter.read.cells import amount, plain, words
from converter.read.filing import Filing, FormReading
from converter.read.head import Head, read_head
from converter.read.headers import Table, find_table
from converter.read.lift import Lifter, Sheet, lift
from converter.read.vocabulary import Part, Vocabulary

Named = TypeVar("Named", str, int)
SOME_AMOUNTS = 3  # a sheet with at least so many numbers is a table of some kind


class Reader:
    """Reads workbooks by one pack. Built once per pack and worker."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._vocabulary = Vocabulary(pack)

    def read(self, path: Path, file: str) -> Filing:
        """Return what the workbook holds; `file` is its name in origins. ReadError if it cannot be read."""
        filing = Filing(path, file)
        sheets = [(grid, read_head(grid, self._vocabulary)) for grid in grids(path)]
        heads = [head for _, head in sheets]
        filing.year = self._year(heads, path)
        for grid, head in sheets:
            self._take(grid, head, filing)
        texts = self._pack.meta.texts
        filing.department = plain(_stated(filing, texts.department)) or _most((head.department for head in heads), "")
        filing.year = self._vocabulary.year(_stated(filing, texts.year)) or filing.year
        return filing

    def _year(self, heads: list[Head], path: Path) -> int:
        titled = _most((head.year for head in heads if head.form), 0)
        return titled or _most((head.year for head in heads), 0) or self._vocabulary.year(path.name)

    def _take(self, grid: Grid, head: Head, filing: Filing) -> None:
        if not head.form:
            if head.form is None and _looks_like_table(grid):
                filing.findings.append(_finding(messages.SHEET_UNKNOWN, grid, filing, Severity.NOTE))
            return
        reading, unitless = self._read_form(grid, head, filing)
        if unitless:
            filing.findings.append(_finding(messages.UNIT_UNKNOWN, grid, filing, Severity.ERROR))
        for cell in sorted(grid.uncomputed):
            filing.findings.append(_finding(messages.UNCOMPUTED, grid, filing, Severity.ERROR, cell))
        if reading.figures or reading.lines or reading.texts:
            filing.forms.append(reading)
        elif not unitless and _looks_like_table(grid):
            filing.findings.append(_finding(messages.HEADER_UNKNOWN, grid, filing, Severity.WARNING, head.title))

    def _read_form(self, grid: Grid, head: Head, filing: Filing) -> tuple[FormReading, bool]:
        """Return the form's reading, and whether amounts had to be left out for want of a unit."""
        form = self._pack.forms[head.form or ""]
        sheet = Sheet(grid, filing.file, head.form or "", head.year or filing.year, head.unit, form.blank_is_nil, self._vocabulary)
        figures: list[Figure] = []
        lines: list[Line] = []
        texts: dict[str, Text] = {}
        unitless = False
        for part, table in self._tables(sheet, head):
            unit = part.block.unit or head.unit
            if not unit and not part.block.texts:
                unitless = True
                continue
            for found in lift(part, sheet, table, Lifter(sheet, table, unit or next(iter(self._vocabulary.units)))):
                if isinstance(found, Figure):
                    figures.append(found)
                elif isinstance(found, Line):
                    lines.append(found)
                else:
                    texts[found[0]] = found[1]
        reading = FormReading(
            sheet.form, form.kind, filing.file, grid.name, head.title, head.unit, head.year, head.department,
            tuple(figures), tuple(lines), texts,
        )  # fmt: skip
        return reading, unitless

    def _tables(self, sheet: Sheet, head: Head) -> Iterator[tuple[Part, Table]]:
        """Yield every block of the form with the table it is to be found in."""
        parts = self._vocabulary.parts[sheet.form]
        anchors = {part.anchor: self._anchor_row(sheet, part.anchor) for part in parts if part.anchor}
        rows = sorted(row for row in anchors.values() if row is not None)
        plain_table = None
        for part in parts:
            start = anchors[part.anchor] if part.anchor else head.row + 1
            if start is None:
                continue
            stop = next((row for row in rows if row > start), len(sheet.grid.rows))
            if part.anchor or plain_table is None:
                plain_table = self._find(sheet, start, stop)
            if plain_table:
                yield part, plain_table

    def _find(self, sheet: Sheet, start: int, stop: int) -> Table | None:
        def name(text: str) -> str:
            return self._vocabulary.canonical(text, sheet.year)

        return find_table(sheet.grid, start, stop, sheet.form, self._vocabulary, name)

    def _anchor_row(self, sheet: Sheet, anchor: str) -> int | None:
        for index, row in enumerate(sheet.grid.rows):
            if any(self._vocabulary.canonical(words(cell)) == anchor for cell in row if isinstance(cell, str)):
                return index
        return None


def _stated(filing: Filing, name: str) -> str:
    """Return what the filing's own texts say under a name."""
    return next((reading.texts[name].value for reading in filing.forms if name in reading.texts), "")


def _most(values: Iterable[Named], blank: Named) -> Named:
    """Return the value met most often, blanks apart; `blank` where there is none."""
    named = Counter(value for value in values if value)
    return named.most_common(1)[0][0] if named else blank


def _looks_like_table(grid: Grid) -> bool:
    found = 0
    for row in grid.rows:
        found += sum(1 for cell in row if not isinstance(cell, str) and amount(cell) is not None)
        if found >= SOME_AMOUNTS:
            return True
    return False


def _finding(
    message: tuple[str, str, str], grid: Grid, filing: Filing, severity: Severity, cell: str = ""
) -> Finding:
    code, text, hint = message
    said = text.format(file=filing.file, sheet=grid.name, cell=cell)
    origin = CellOrigin(filing.file, grid.name, cell)
    return Finding(code, severity, Outcome.NOT_EVALUABLE, said, (origin,), hint=hint)
