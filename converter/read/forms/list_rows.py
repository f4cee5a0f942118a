"""Read a list: every row of a table that has a name, its figures and its words."""

import re
from collections.abc import Iterator, Mapping, Sequence

from converter import messages
from converter.figures import CellOrigin, Figure, Finding, ListRow, Severity, Text, address
from converter.pack import RowList
from converter.read.files.cells import label_of, normal_form
from converter.read.forms.extracted import ListRead
from converter.read.forms.extractor import Extractor
from converter.read.forms.findings.sheet_finding import sheet_finding
from converter.read.labels.compiled_blocks import fits
from converter.read.tables.blocks.locate import BlockTable
from converter.read.tables.sheet import FormSheet
from converter.read.tables.table import SheetTable, find_table

MOST_NAMED = 4  # so many cells are named


def read_list_rows(located: BlockTable, listed: RowList, sheet: FormSheet, stated: str) -> ListRead:
    """Return the rows of a list, and what of its table was not read; `stated` is the unit of the sheet."""
    reading = _ListReading(located, listed, sheet, stated)
    reading.read()
    return ListRead(tuple(reading.rows.values()), tuple(reading.figures), tuple(reading.findings))


class _ListReading:
    """Goes through one table; rows, figures and findings grow on the way."""

    def __init__(self, located: BlockTable, listed: RowList, sheet: FormSheet, stated: str) -> None:
        self._located, self._listed, self._sheet = located, listed, sheet
        self._table, self._total = _table(located, listed.row), sheet.vocabulary.total
        self.rows: dict[str, ListRow] = {}
        self.figures: list[Figure] = []
        self.findings: list[Finding] = []
        self._columns = dict(self._matched())
        self._extractors = dict(self._extractors_by_column(stated))

    def read(self) -> None:
        """Read the rows that have a name no row above them has, down to a total or the list's limit."""
        unnamed: list[str] = []
        for at, texts in self._filled():
            name = texts.get(self._listed.row)
            if name is None:
                unnamed.append(address(at, self._columns[self._listed.row]))
                continue
            row = self._row(texts, name)
            if len(self.rows) == self._listed.limit:
                self._note(messages.reading.LIST_TOO_LONG, [row.cell.cell], str(self._listed.limit))
                break
            if above := self.rows.get(row.id):
                self._note(messages.reading.LIST_ROWS_ALIKE, [above.cell.cell, row.cell.cell], name.value)
                continue
            self.rows[row.id] = row
            for column, extractor in self._extractors.items():
                self.figures.append(extractor.figure(f"{row.id}.{column}", at, self._columns[column]))
            self._fractions(texts)
        if unnamed:
            self._note(messages.reading.LIST_ROW_UNNAMED, unnamed[:MOST_NAMED], self._listed.row)

    def _fractions(self, texts: Mapping[str, Text]) -> None:
        """Note words that are a number below one: whether it shows as a percentage is not known."""
        for text in texts.values():
            raw = text.origin.raw
            if isinstance(raw, float) and 0 < abs(raw) < 1:
                self._note(messages.reading.LIST_FRACTION, [text.origin.cell], text.value, Severity.WARNING)

    def _row(self, texts: dict[str, Text], name: Text) -> ListRow:
        group = texts.get(self._listed.group)
        in_group = normal_form(group.value) if group else ""
        return ListRow(self._located.block.list_name, in_group, normal_form(name.value), name.origin, texts)

    def _filled(self) -> Iterator[tuple[int, dict[str, Text]]]:
        """Yield row and words of every line in which something is filled in, down to one that is a total."""
        above: dict[str, Text] = {}
        down = {name for name, column in self._listed.columns.items() if column.down}
        unfilled = re.compile(self._listed.unfilled or r"(?!)")
        for at in self._table.body if self._listed.row in self._columns else ():
            texts = {column: text for column, text in self._texts(at) if text.value}
            if any(label_of(text.value) in self._total for text in [*texts.values()][:1]):
                return
            name = texts.get(self._listed.row)
            if name and unfilled.fullmatch(normal_form(name.value)):
                continue
            above |= {column: text for column, text in texts.items() if column in down}
            if not down.issuperset(texts) or self._has_figure(at):
                yield at, above | texts

    def _texts(self, at: int) -> Iterator[tuple[str, Text]]:
        for column in self._listed.words:
            if column in self._columns:
                origin = self._origin(at, self._columns[column])
                yield column, Text(origin.text.replace("\r\n", "\n").replace("\r", "\n").strip(), origin)

    def _has_figure(self, at: int) -> bool:
        return any(self._sheet.grid.cell(at, self._columns[column]) != "" for column in self._extractors)

    def _origin(self, at: int, column: int) -> CellOrigin:
        raw = self._sheet.grid.cell(at, column)
        place = address(at, column)
        return CellOrigin(self._sheet.file, self._sheet.grid.name, place, raw, "", self._sheet.form)

    def _matched(self) -> Iterator[tuple[str, int]]:
        """Yield each column of the list with the one of the table. One of which there are several is noted,
        and on our own sheets one that is not there, or that is no column of the list.
        """
        paths, taken = self._table.paths, set[int]()
        for name, patterns in self._located.block.columns.items():
            fitting = [at for at, path in paths.items() if any(fits(each, path) for each in patterns)]
            shortest = min((len(paths[at]) for at in fitting), default=0)
            best = [at for at in fitting if len(paths[at]) == shortest]
            taken.update(best)
            if len(best) == 1:
                yield name, best[0]
            elif best:
                self._note(messages.reading.FIT_ALIKE, self._heads(best), name)
            elif self._located.block.is_ours and not self._listed.columns[name].optional:
                self._note(messages.reading.LIST_COLUMN_MISSING, [], name)
        if not self._located.block.is_ours:
            return
        if others := [at for at in paths if at not in taken and self._is_unread(paths, at)]:
            self._note(messages.reading.LIST_COLUMN_UNREAD, self._heads(others), "")

    def _is_unread(self, paths: Mapping[int, Sequence[str]], at: int) -> bool:
        """Whether a column holds something, and is not one of those to pass over."""
        is_passed = not self._sheet.vocabulary.key_skip.isdisjoint(paths[at])
        return not is_passed and any(self._sheet.grid.cell(row, at) != "" for row in self._table.body)

    def _heads(self, columns: Sequence[int]) -> list[str]:
        return [address(self._table.first - 1, at) for at in columns]

    def _extractors_by_column(self, stated: str) -> Iterator[tuple[str, Extractor]]:
        """Yield for each column of figures what reads it; amounts of money are in the unit `stated`."""
        vocabulary = self._sheet.vocabulary
        by_unit: dict[str, list[str]] = {}
        for column, unit in self._listed.figures.items():
            if column in self._columns:
                is_money = vocabulary.base[unit] == vocabulary.base[vocabulary.money_units[0]]
                by_unit.setdefault(stated if is_money else unit, []).append(column)
        for unit, columns in by_unit.items():
            at = [self._columns[column] for column in columns]
            extractor = Extractor(self._sheet, self._table, unit, at)
            yield from ((column, extractor) for column in columns)

    def _note(
        self,
        message: messages.Message,
        cells: Sequence[str],
        what: str,
        severity: Severity = Severity.ERROR,
    ) -> None:
        self.findings.append(sheet_finding(message, self._sheet, severity, cells, what))


def _table(located: BlockTable, named: str) -> SheetTable:
    """Return the table with the column that names rows: the one located, or one below the head that it has
    further down.
    """
    table, patterns = located.table, located.block.columns.get(named, ())
    if any(fits(pattern, path) for pattern in patterns for path in table.paths.values()):
        return table
    words = frozenset[str]().union(*(alternatives for pattern in patterns for alternatives in pattern))
    sheet = table.sheet
    for at in range(table.first, len(sheet.grid.rows)):
        if any(isinstance(cell, str) and cell and sheet.name(cell) in words for cell in sheet.grid.rows[at]):
            return find_table(sheet, at, len(sheet.grid.rows)) or table
    return table
