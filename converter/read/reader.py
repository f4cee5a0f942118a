"""Read one workbook: recognise its forms, its department and its year."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from converter import messages
from converter.figures import Finding, Outcome, Severity
from converter.pack import FormKind, Pack
from converter.read.files.cells import official_name
from converter.read.files.grids import Grid, grids
from converter.read.forms.ambiguities import finding
from converter.read.forms.coverage import coverage_of
from converter.read.forms.filing import Filing, FormReading
from converter.read.forms.form import extract_form, looks_like_table
from converter.read.labels.scope import ScopeWords
from converter.read.labels.titles import named_year
from converter.read.labels.vocabulary import Vocabulary
from converter.read.tables.sheet import FormSheet
from converter.read.tables.split import split_sheet
from converter.read.tables.title_block import TitleBlock, read_head

Named = TypeVar("Named", str, int)


class Reader:
    """Reads workbooks by one pack. Built once per pack and worker; `password` opens those that ask."""

    def __init__(self, pack: Pack, password: str = "") -> None:
        self._pack, self._password = pack, password
        self._vocabulary = Vocabulary(pack)
        self.calibers = ScopeWords(pack.labels)

    def read(self, path: Path, file: str) -> Filing:
        """Return what the workbook holds; `file` is its name in origins. ReadError if it cannot be read."""
        filing = Filing(path, file)
        found, computed = grids(path, self._pack.limits, self._password)
        sheets = self._tables(found)
        if computed:
            filing.findings.append(_computed(file))
        heads = [head for grid, head in sheets if not grid.hidden]
        filing.year = self._year(heads, path)
        for grid, head in sheets:
            self._take(grid, head, filing)
        texts = self._pack.meta.texts
        filing.department = (
            official_name(_stated(filing, texts.department))
            or _most((head.department for head in heads if head.form), "")
            or _most((head.department for head in heads), "")
        )
        filing.year = named_year(_stated(filing, texts.year)) or filing.year
        return filing

    def _tables(self, found: list[Grid]) -> list[tuple[Grid, TitleBlock]]:
        """Return the sheets with their heads, those that hold several tables in parts.

        A title not recognised may begin with the department another sheet names.
        """
        heads = [read_head(grid, self._vocabulary) for grid in found]
        body = _most((head.department for head in heads), "")
        tables: list[tuple[Grid, TitleBlock]] = []
        for grid, head in zip(found, heads, strict=True):
            again = read_head(grid, self._vocabulary, body) if body and head.form is None else head
            tables += [(grid, again)] if grid.hidden else split_sheet(grid, again, self._vocabulary, body)
        return tables

    def _year(self, heads: list[TitleBlock], path: Path) -> int:
        titled = _most((head.year for head in heads if head.form), 0)
        return titled or _most((head.year for head in heads), 0) or named_year(path.stem)

    def _take(self, grid: Grid, head: TitleBlock, filing: Filing) -> None:
        form = None if grid.hidden else self._pack.forms.get(head.form or "")
        year = head.year or (filing.year if not head.years or filing.year in head.years else 0)
        sheet = FormSheet(
            grid, filing.file, head.form or "", year, form.blank_is_nil if form else False, self._vocabulary
        )
        if form and (year or not head.years):
            head = replace(head, year=year) if head.years else head
            lifting, surveying = partial(extract_form, sheet), partial(coverage_of, sheet, head)
            filing.forms.append(
                FormReading(sheet.form, form.kind, filing.file, grid.name, head, lifting, surveying)
            )
        elif (head.form is None or form or grid.hidden) and looks_like_table(sheet):
            filing.findings.append(_not_taken(sheet, head))


def _not_taken(sheet: FormSheet, head: TitleBlock) -> Finding:
    """Return why a sheet, or a table on it, with amounts is not read."""
    if sheet.grid.hidden:
        return finding(messages.reading.SHEET_HIDDEN, sheet, Severity.WARNING)
    if head.tangled:
        return finding(messages.reading.TABLES_TANGLED, sheet, Severity.WARNING, [head.title])
    if head.form is None and head.title:
        return finding(messages.reading.TABLE_UNKNOWN, sheet, Severity.NOTE, [head.title])
    if head.form is None:
        return finding(messages.reading.SHEET_UNKNOWN, sheet, Severity.NOTE)
    years = messages.phrases.AND.join(map(str, head.years))
    return finding(messages.reading.YEAR_UNKNOWN, sheet, Severity.WARNING, [head.title or head.form], years)


def _computed(file: str) -> Finding:
    code, said, hint = messages.reading.COMPUTED_ANEW
    return Finding(code, Severity.NOTE, Outcome.HOLDS, said.format(file=file), hint=hint)


def _stated(filing: Filing, name: str) -> str:
    """Return what the filing's own texts say under a name."""
    ours = (reading for reading in filing.forms if reading.kind is FormKind.SUPPLEMENT)
    return next((reading.texts[name].value for reading in ours if name in reading.texts), "")


def _most(values: Iterable[Named], blank: Named) -> Named:
    """Return the value met most often, blanks apart; `blank` where there is none."""
    named = Counter(value for value in values if value)
    return named.most_common(1)[0][0] if named else blank
