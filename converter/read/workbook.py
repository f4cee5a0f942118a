"""Read one workbook: recognise its forms and lift their figures."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from converter import messages
from converter.figures import CellOrigin, Figure, Finding, Line, Outcome, Severity, Text
from converter.pack import Pack
from converter.read.books import Grid, grids
from converter.read.cells import amount, words
from converter.read.filing import Filing, FormReading
from converter.read.head import Head, read_head
from converter.read.headers import Table, find_table
from converter.read.lift import Lifter, Sheet, lift
from converter.read.vocabulary import Part, Vocabulary

SOME_AMOUNTS = 3  # a sheet with at least so many numbers is a table of some kind


class Reader:
    """Reads workbooks by one pack. Built once per pack and worker."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._vocabulary = Vocabulary(pack)

    def read(self, path: Path, file: str) -> Filing:
        """Return what the workbook holds; `file` is its name in origins. ReadError if it cannot be read."""
        filing = Filing(path, file)
        heads = []
        for grid in grids(path):
            head = read_head(grid, self._vocabulary)
            heads.append(head)
            self._take(grid, head, filing)
        filing.department = self._most_named(heads, filing)
        filing.year = _most([head.year for head in heads if head.form] or [head.year for head in heads])
        filing.year = filing.year or self._vocabulary.year(path.name)
        return filing

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
        sheet = Sheet(grid, filing.file, head.form or "", head.year, head.unit, form.blank_is_nil, self._vocabulary)
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

    def _most_named(self, heads: list[Head], filing: Filing) -> str:
        stated = [text.value for reading in filing.forms for key, text in reading.texts.items()
                  if key == self._pack.meta.texts.department]  # fmt: skip
        return _most(stated) or _most([head.department for head in heads])


def _most(values: list[str] | list[int]) -> str | int | None:
    named = Counter(value for value in values if value)
    return named.most_common(1)[0][0] if named else None


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
