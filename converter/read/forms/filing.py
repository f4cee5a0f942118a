"""What a workbook holds: its recognised forms, and for which department and year it is."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from converter.figures import DetailRow, Figure, Finding, ListRow, Text
from converter.pack import FormKind
from converter.read.files.filed_file import FiledFile
from converter.read.tables.titles.title_block import TitleBlock


class Unread(Struct, frozen=True, gc=False):
    """A label with amounts beside or below it that no block of the form asks for."""

    cell: str
    label: str


class NearMiss(Struct, frozen=True, gc=False):
    """A label that was expected and not found, and the unread label closest to it ('' if none is close)."""

    expected: str
    closest: str


class Coverage(Struct, frozen=True):
    """What of a form was not understood."""

    rows: tuple[Unread, ...]
    columns: tuple[Unread, ...]
    misses: tuple[NearMiss, ...]


class Extraction(Struct, frozen=True):
    """What the cells of a form gave, and what is wrong with them.

    `figures` are those of the form's named rows and columns and of its lists, `texts` the words filled in, by
    name. Of the figures in `elsewhere` a cell only says that they stand there.
    """

    figures: tuple[Figure, ...]
    detail_rows: tuple[DetailRow, ...]
    texts: dict[str, Text]
    findings: tuple[Finding, ...]
    list_rows: tuple[ListRow, ...] = ()
    elsewhere: tuple[Figure, ...] = ()

    @property
    def all_figures(self) -> tuple[Figure, ...]:
        """The figures, those of the detail rows too."""
        return (*self.figures, *(figure for row in self.detail_rows for figure in row.figures.values()))


class FormReading(Struct, frozen=True, dict=True):
    """One recognised form: its place, its title block, and what its cells give.

    Its cells are read when they are first asked for: those of last year's tables often never are. `units` is
    empty where the unit of the amounts is known. Else the amounts are left out of `extraction`, and `units`
    are those they may be in. `extract` and `cover` read the cells.
    """

    form: str
    kind: FormKind
    file: str
    sheet: str
    title_block: TitleBlock
    units: tuple[str, ...]
    extract: Callable[[TitleBlock], Extraction]
    cover: Callable[[], Coverage]

    @cached_property
    def extraction(self) -> Extraction:
        """What the cells give."""
        return self.extract(self.title_block)

    @property
    def coverage(self) -> Coverage:
        """What of the form was not understood."""
        return self.cover()

    def all_figures(self) -> tuple[Figure, ...]:
        """Return all figures that the cells give."""
        return self.extraction.all_figures

    def in_unit(self, unit: str) -> "FormReading":
        """Return the form as it reads with its amounts in one of its `units`."""
        return replace(self, title_block=replace(self.title_block, unit=unit), units=())


class DatedReading(Struct, frozen=True):
    """A form and the year it is for: what its title block says, or else its workbook; 0 if neither."""

    reading: FormReading
    year: int


class UnusedTable(Struct, frozen=True, gc=False):
    """A table whose title is known but that gives no figures.

    `cell` is where its title is, '' if that is the sheet's name. `forms` are those the title may mean, if its
    heads and rows bear out none of them; () for a table of which the pack has no form.
    """

    sheet: str
    cell: str
    title: str
    forms: tuple[str, ...]


class Filing(Struct, frozen=True):
    """One workbook: its forms, the department and year it is for ('' and 0 if it does not say).

    `findings` are those about the workbook and about sheets that are no form of the pack; `unused` the tables
    with amounts that are known but not used; `short` the department's short name, by a supplement.
    """

    source: FiledFile
    department: str
    year: int
    forms: tuple[FormReading, ...]
    findings: tuple[Finding, ...]
    unused: tuple[UnusedTable, ...] = ()
    short: str = ""

    @property
    def path(self) -> Path:
        """Where the workbook lies."""
        return self.source.path

    @property
    def file(self) -> str:
        """The workbook's name in origins."""
        return self.source.name

    def by_department(self) -> list["Filing"]:
        """Return a filing for every department its sheets name; sheets that name none go to the first."""
        named = list(dict.fromkeys(filter(None, (form.title_block.department for form in self.forms))))
        if len(named) < 2:
            return [self]
        first = self.department if self.department in named else named[0]
        forms: dict[str, list[FormReading]] = {name: [] for name in named}
        for form in self.forms:
            forms[form.title_block.department or first].append(form)
        return [
            replace(
                self,
                department=name,
                forms=tuple(own),
                findings=self.findings if name == first else (),
                unused=self.unused if name == first else (),
            )
            for name, own in forms.items()
        ]
