"""What the page is made of: records that become named JSON, drawn by `template`; they count from 0."""

from collections.abc import Sequence

from msgspec import Struct, field

MOST_FINDINGS = 300  # on a page, the gravest first


class ShownMark(Struct, frozen=True, omit_defaults=True):
    """A number in the report: what became of it, the figure it prints (-1: none), notes on it."""

    status: str
    figure: int = -1
    notes: Sequence[int] = ()


class ShownNote(Struct, frozen=True):
    """A line about numbers, and the marks it speaks of."""

    text: str
    marks: Sequence[int] = ()


class ShownText(Struct, frozen=True, omit_defaults=True):
    """A paragraph, or a cell that covers so many columns and rows; `marks` are (mark, first character, the
    one after the last).
    """

    text: str
    role: str = ""
    marks: Sequence[tuple[int, int, int]] = ()
    columns: int = 1
    rows: int = 1


class ShownTable(Struct, frozen=True):
    """A table of the report: the cells that begin in each row."""

    table: Sequence[Sequence[ShownText]]


class ShownFigure(Struct, frozen=True, omit_defaults=True):
    """A figure on the trail: where it was read (`sheet` is -1 where that is not shown), or its formula."""

    name: str
    text: str
    place: str = ""
    sheet: int = -1
    cell: str = ""
    formula: str = ""
    applied: str = ""
    inputs: Sequence[int] = ()


class ShownCell(Struct, frozen=True):
    """A cell a finding is about, on a sheet that is shown (-1: on none); whether it may itself be wrong."""

    sheet: int
    cell: str
    place: str
    is_blamed: bool


class ShownFinding(Struct, frozen=True):
    """Something that was found, and the numbers and cells it is about; `tone` is that of its kind."""

    tone: str
    kind: str
    text: str
    hint: str
    marks: Sequence[int]
    cells: Sequence[ShownCell]


class ShownSheet(Struct, frozen=True, omit_defaults=True):
    """A filed sheet: its rows by their number from 0, merged areas as (first row, first column, last row,
    last column); `is_cut` if rows or columns were left out, `is_bare` if its numbers are shown as stored.
    """

    file: str
    name: str
    rows: Sequence[tuple[int, Sequence[str]]]
    merges: Sequence[tuple[int, int, int, int]]
    is_cut: bool
    is_bare: bool = False


class ShownStatus(Struct, frozen=True):
    """What a colour means, and how many numbers have it."""

    status: str
    word: str
    count: int


class SideBySide(Struct, frozen=True):
    """Everything on a page."""

    title: str
    about: str
    notices: Sequence[str]
    legend: Sequence[ShownStatus]
    contents: Sequence[ShownText | ShownTable]
    marks: Sequence[ShownMark]
    notes: Sequence[ShownNote] = ()
    figures: Sequence[ShownFigure] = ()
    findings: Sequence[ShownFinding] = ()
    missing: Sequence[str] = ()
    sheets: Sequence[ShownSheet] = field(default_factory=list)
