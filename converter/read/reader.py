"""Read one workbook: recognise its forms, its department and its year, and extract their figures."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import cache, partial
from pathlib import Path, PurePath

from msgspec.structs import replace

from converter import messages
from converter.errors import ReadError
from converter.figures import Figure, Finding, Text
from converter.pack import FormKind, Pack
from converter.read.files.filed_file import FiledFile
from converter.read.files.grid import Grid
from converter.read.files.workbook import OpenedWorkbook, open_workbook
from converter.read.forms.coverage import coverage_of
from converter.read.forms.filing import Filing, FormReading, UnusedTable
from converter.read.forms.findings.formula_findings import about_computed
from converter.read.forms.findings.unused import passed_over
from converter.read.forms.form import extract_figures, extract_form, lacks_unit
from converter.read.forms.open_titles import form_meant
from converter.read.forms.table_coverage import coverage_by_table
from converter.read.identity.decision import Identifier
from converter.read.identity.documents import years_of_documents
from converter.read.identity.kinds import KindEvidence
from converter.read.identity.workbook import TitledWorkbook, WorkbookIdentity
from converter.read.labels.copy_names import CopyNames
from converter.read.labels.departments import ScopeWords
from converter.read.labels.vocabulary import Vocabulary
from converter.read.prefilled import filled_in
from converter.read.tables.blocks.locate import BlockTable, locate_blocks
from converter.read.tables.sheet import FormSheet
from converter.read.tables.stated_units import with_units
from converter.read.tables.titles.split import TitledGrid
from converter.read.tables.titles.title_block import TitleBlock
from converter.read.tables.titles.titled_tables import titled_tables


class Reader:
    """Reads workbooks by one pack. Built once per pack and worker; `password` opens those that ask."""

    def __init__(self, pack: Pack, password: str = "") -> None:
        self._pack, self._password = pack, password
        self._vocabulary = Vocabulary(pack)
        self.limits = pack.limits
        self.scope_words, self.copy_names = ScopeWords(pack.labels), CopyNames(pack.labels)
        self.department_names, self.names_file = self._vocabulary.department_names, pack.meta.names_file
        self._kinds = {name: form.kind for name, form in pack.forms.items()}
        self._identifier = Identifier(self._vocabulary, self._kind_of)
        self._naming_forms = {
            name
            for name, form in pack.forms.items()
            if any(block.texts and pack.meta.texts.department in block.rows for block in form.blocks)
        }

    def read(self, path: Path, file: str) -> Filing:
        """Return what a workbook by itself holds; `file` is its name in origins. ReadError if it cannot be
        read.
        """
        workbook = self.open(FiledFile(path, file))
        [identity] = self.identify([workbook])
        return self.extract(workbook, identity)

    def open(self, file: FiledFile) -> TitledWorkbook:
        """Return the tables of a workbook, nothing extracted except for whom and for when a supplement is.

        ReadError if it cannot be read.
        """
        workbook = self.sheets(file)
        filled = filled_in(workbook.grids, file.name)
        tables = titled_tables(filled.grids, self._vocabulary)
        texts = self._pack.meta.texts
        said = self._supplement_texts(tables, file.name)
        department, short, year = (said.get(name) for name in (texts.department, texts.short, texts.year))
        return TitledWorkbook(
            file,
            tuple(tables),
            self.department_names.official(department.value) if department else "",
            self.department_names.official(short.value) if short else "",
            self._vocabulary.title_lines.year(year.value) if year else 0,
            (*_about_formulas(file.name, workbook), *filled.findings),
        )

    def sheets(self, file: FiledFile) -> OpenedWorkbook:
        """Return the sheets of a workbook as they are filed; ReadError if it cannot be read."""
        return open_workbook(file, self._pack.limits, self._password)

    def identify(
        self,
        workbooks: Sequence[TitledWorkbook],
        folder: str = "",
        asked: int = 0,
        documents: Sequence[FiledFile] = (),
    ) -> list[WorkbookIdentity]:
        """Return for which department and years each of the workbooks is that were filed together.

        `folder` is the name of the one they lie in; `asked` the year a report is asked for, 0 if none is;
        `documents` are those of words beside them.
        """
        years_of = partial(years_of_documents, documents, self._vocabulary.title_lines, self.limits)
        return self._identifier.identify(workbooks, folder, asked, years_of)

    def extract(self, workbook: TitledWorkbook, identity: WorkbookIdentity) -> Filing:
        """Return what an opened workbook holds, read as one for the department and year of its identity.

        ReadError if it was refused.
        """
        if identity.refusal:
            raise ReadError(identity.refusal)
        file = workbook.source.name
        years = [hint.year if hint else 0 for hint in identity.years]
        kinds = KindEvidence(workbook, years, self._kind_of, self._vocabulary)
        readings = [
            self._reading(table, file, year, department, partial(kinds.kind, table))
            for table, year, department in zip(workbook.tables, years, identity.departments, strict=True)
        ]
        findings = [
            *workbook.findings,
            *identity.findings,
            *(reading for reading in readings if isinstance(reading, Finding)),
        ]
        forms = tuple(reading for reading in readings if isinstance(reading, FormReading))
        unused = tuple(reading for reading in readings if isinstance(reading, UnusedTable))
        return Filing(
            workbook.source,
            identity.department,
            identity.year,
            forms,
            tuple(findings),
            unused,
            workbook.short,
        )

    def figures_by_best_form(self, grid: Grid, unit: str, year: int, enough: Decimal) -> tuple[Figure, ...]:
        """Return the figures that the form finds which finds most in a table on no sheet. Those with more of
        their heads there are tried first; one that finds `enough` ends it.
        """
        names, heads = set(map(self._vocabulary.canonical, grid.texts)), self._vocabulary.header_words
        best: tuple[Figure, ...] = ()
        for form in sorted(heads, key=lambda form: len(heads[form] & names), reverse=True):
            best = max(best, self.figures_of_table(grid, form, unit, year), key=len)
            if best and len(best) >= enough:
                break
        return best

    def figures_of_table(self, grid: Grid, form: str, unit: str, year: int) -> tuple[Figure, ...]:
        """Return the figures of a table that is on no sheet, read as the form named. A blank cell is no
        figure.
        """
        sheet = FormSheet(grid, "", form, year, blank_is_nil=False, vocabulary=self._vocabulary)
        title_block = TitleBlock(form, -1, "", year, unit, "", (unit,) if unit else ())
        blocks = [located for located in locate_blocks(sheet, title_block) if located.may_give_figures]
        figures = extract_figures(sheet, unit, blocks, coverage_by_table(sheet, blocks))
        return tuple(figure for figure in figures if figure.value is not None)

    def forms_of_table(
        self, grid: Grid, file: str, year: int, kind: FormKind | None
    ) -> tuple[FormReading, ...]:
        """Return the forms that a table on no sheet holds, by its titles; none if none is known.

        `grid` begins with the lines above the table. It is of `year` and, where its title leaves that open,
        of a `kind`, unless the grid says otherwise; `file` is the name in origins.
        """
        readings = (
            self._reading(table, file, table.title_block.year or year, "", lambda: kind)
            for table in titled_tables([grid], self._vocabulary)
        )
        return tuple(reading for reading in readings if isinstance(reading, FormReading))

    def year_named(self, name: str) -> int:
        """Return the year of account that the name of a file is for, 0 if it names none or several."""
        return self._vocabulary.title_lines.year(PurePath(name).stem)

    def accounts_year_named(self, name: str) -> int | None:
        """Return the year of the final accounts that a file's name speaks of: 0 if it names no year, None if
        it speaks of none.
        """
        kinds = self._vocabulary.title_lines.titles.kinds(name)
        return self.year_named(name) if kinds == {FormKind.FINAL} else None

    def stated_unit(self, text: str) -> str:
        """Return the unit a line above a table states, the first if there are several, or ''."""
        return self._vocabulary.title_lines.unit(text)

    def _kind_of(self, form: str) -> FormKind | None:
        return self._kinds.get(form)

    def _supplement_texts(self, tables: Iterable[TitledGrid], file: str) -> dict[str, Text]:
        """Return the words on the sheet on which a supplement says whose it is, {} if there is none."""
        for table in tables:
            if table.title_block.form in self._naming_forms and not table.grid.is_hidden:
                sheet = self._sheet(table.grid, file, 0, table.title_block.form)
                blocks = locate_blocks(sheet, table.title_block)
                reading = self._extracted(sheet, FormKind.SUPPLEMENT, table.title_block, blocks)
                return reading.extraction.texts
        return {}

    def _reading(
        self,
        table: TitledGrid,
        file: str,
        year: int,
        department: str,
        kind_around: Callable[[], FormKind | None],
    ) -> FormReading | UnusedTable | Finding | None:
        """Return the form a table is; else why it is not read, None if it is no table."""
        grid, title_block = table.grid, replace(table.title_block, year=year, department=department)
        sheet_of = partial(self._sheet, grid, file, year)
        # of the forms that an open title may mean each is located once
        located = cache(lambda form: locate_blocks(sheet_of(form), title_block))
        if title_block.open_title and not grid.is_hidden:
            meant = form_meant(title_block.open_title, self._kinds, kind_around, located)
            title_block = replace(title_block, form=meant)
        form = title_block.form or ""
        sheet, kind = sheet_of(form), None if grid.is_hidden else self._kind_of(form)
        if kind and (year or not title_block.head_years):
            return self._extracted(sheet, kind, title_block, located(form))
        return passed_over(sheet, title_block)

    def _sheet(self, grid: Grid, file: str, year: int, form: str) -> FormSheet:
        """Return a grid as a sheet with that form."""
        known = self._pack.forms.get(form)
        return FormSheet(grid, file, form, year, known is not None and known.blank_is_nil, self._vocabulary)

    def _extracted(
        self, sheet: FormSheet, kind: FormKind, title_block: TitleBlock, blocks: Sequence[BlockTable]
    ) -> FormReading:
        title_block = with_units(title_block, blocks)
        tables = coverage_by_table(sheet, blocks)
        units: tuple[str, ...] = ()
        if lacks_unit(blocks, title_block) and not title_block.contradicting:
            units = title_block.units or self._vocabulary.money_units
        return FormReading(
            sheet.form,
            kind,
            sheet.file,
            sheet.grid.name,
            title_block,
            units,
            lambda title_block: extract_form(sheet, title_block, blocks, tables, kind),
            lambda: coverage_of(tables),
        )


def _about_formulas(file: str, workbook: OpenedWorkbook) -> tuple[Finding, ...]:
    """Return a note each on the cells that we computed, and those that LibreOffice did."""
    by_us = about_computed(messages.files.COMPUTED, file, workbook.computed)
    return by_us + about_computed(messages.files.RECALCULATED, file, workbook.recalculated)
