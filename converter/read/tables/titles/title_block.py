"""The title block above a table: its title, year, unit and department."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.figures import address
from converter.read.files.cells import digits
from converter.read.files.grid import Grid
from converter.read.labels.titles import TableTitle
from converter.read.labels.vocabulary import Vocabulary
from converter.read.tables.titles.stated_years import (
    NO_YEARS,
    StatedYear,
    StatedYears,
    rows_above_header,
    stated_years,
)
from converter.read.tables.titles.words_around import PlacedWords, words_above, words_below

MOST_ROWS_OF_TITLES = 4  # a line with the department and the year above a title is among so many rows
CONTENTS = 3  # so many titles on one sheet are a table of contents
COUNTED = 2  # so many numbers beside a title make its row one of a list


class StatedUnit(Struct, frozen=True, gc=False):
    """A unit of measure that a cell states, and its address, '' if it is not known."""

    unit: str
    cell: str


class TitleBlock(Struct, frozen=True):
    """The lines above a table. `form` is None where no title was recognised, '' for a form not read.

    `open_title` is a title that may mean several forms, or one if its table bears it out; `form` is then the
    likeliest. `is_contents` of a list of tables.
    `row` is the title's row (-1 if the title is only in the sheet's name); `title` its address.
    `years` are those the title names; without any, those of the other rows above the header, or in the
    sheet's name; of a cover, the first it names. `stated` are the cells with years: of the title, above the
    header, and in the heads of columns.
    `units` are the different units stated. `year` is 0 and `unit` '' unless there is but one.
    `unit_at` is the cell that states the first. `contradicting` are cells whose units contradict each other.
    `tangled`: there is another table beside this one, and where it begins is not clear.
    """

    form: str | None
    row: int
    title: str
    year: int
    unit: str
    department: str
    units: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    stated: StatedYears = NO_YEARS
    department_at: str = ""
    tangled: bool = False
    unit_at: str = ""
    contradicting: tuple[StatedUnit, ...] = ()
    open_title: TableTitle | None = None
    is_contents: bool = False

    @property
    def head_years(self) -> tuple[int, ...]:
        """The different years stated above the header, in the title or elsewhere."""
        return tuple(dict.fromkeys((*self.years, *(stated.year for stated in self.stated.above))))

    def within(self, above: "TitleBlock") -> "TitleBlock":
        """Return this block with what it leaves unsaid taken from that of the table before it."""
        return replace(
            self,
            year=self.year or (0 if self.years or self.stated.columns else above.year),
            unit=self.unit or ("" if self.units else above.unit),
            department=self.department or above.department,
        )


class TopRows(Struct, frozen=True):
    """The words in the first rows of a sheet, each with row and column; their department, its cell."""

    grid: Grid
    texts: list[PlacedWords]
    department: str
    department_at: str


def read_top_rows(grid: Grid, vocabulary: Vocabulary) -> TopRows:
    """Return the first rows of a sheet that can be seen."""
    texts = list(words_above(grid, vocabulary))
    department, cell = _department(grid, texts, vocabulary)
    return TopRows(grid, texts, department, cell)


def read_title_block(top: TopRows, vocabulary: Vocabulary, department: str = "") -> TitleBlock:
    """Return what the first rows of a sheet, or else its name, say about it.

    `department` is the one whose name titles may begin with, unless the sheet states its own.
    """
    grid = top.grid
    found = _titles(top.texts, vocabulary, top.department or department)
    title, row, column = found[0] if found else (vocabulary.title_lines.title(grid.name, department), -1, -1)
    is_contents = len({title.likeliest for title, _, _ in found}) >= CONTENTS or _are_counted(grid, found)
    form = "" if is_contents else title.likeliest if title else None
    stated = dict(_units(top, form, (row, column), vocabulary))
    units = tuple(reversed(stated))
    years, cells = _years(top, form, (row, column), vocabulary)
    return TitleBlock(
        form=form,
        row=row,
        title=address(row, column) if row >= 0 else "",
        year=years[0] if len(years) == 1 else 0,
        unit=units[0] if len(units) == 1 else "",
        department=top.department,
        units=units,
        unit_at=stated[units[0]] if units else "",
        years=years,
        stated=cells,
        department_at=top.department_at,
        open_title=title if title and title.is_open and not is_contents else None,
        is_contents=is_contents,
    )


def _units(
    top: TopRows, form: str | None, title: tuple[int, int], vocabulary: Vocabulary
) -> Iterator[tuple[str, str]]:
    """Yield the units stated in the first rows of a sheet or in notes below it, each with its cell, from the
    last one up: behind a word for it, or alone in a cell above the header of the table.
    """
    above = -1
    for row, column, text in reversed((*top.texts, *words_below(top.grid, vocabulary))):
        if vocabulary.is_heading(text):
            continue
        units = vocabulary.title_lines.units(text)
        if not units and form and (alone := vocabulary.money_alone(text)):
            if above < 0:
                above = len(rows_above_header(top.grid, title, form, vocabulary))
            units = (alone,) if title[0] < row < above else ()
        for unit in reversed(units):
            yield unit, address(row, column)


def _are_counted(grid: Grid, found: Sequence[tuple[TableTitle, int, int]]) -> bool:
    """Whether all titles stand in rows that go on with numbers: rows of a list that counts by table."""
    return bool(found) and all(
        sum(1 for cell in grid.rows[row][column + 1 :] if cell not in ("", None) and digits(cell)) >= COUNTED
        for _, row, column in found
    )


def _years(
    top: TopRows, form: str | None, title: tuple[int, int], vocabulary: Vocabulary
) -> tuple[tuple[int, ...], StatedYears]:
    """Return the years a sheet is for, by its title, the other rows above the header or its name; and the
    cells that say so.
    """
    grid, years_of = top.grid, vocabulary.title_lines.years
    stated = stated_years(grid, title, form, vocabulary) if form else _on_cover(top, vocabulary)
    text = str(grid.cell(*title)) if title[0] >= 0 else ""
    if titled := years_of(text):
        cells = tuple(StatedYear(year, address(*title), text) for year in titled)
        return titled, replace(stated, above=cells + stated.above)
    if stated.above:
        return tuple(dict.fromkeys(cell.year for cell in stated.above)), stated
    named = years_of(grid.name)
    return named, replace(stated, above=tuple(StatedYear(year, "", grid.name) for year in named))


def _on_cover(top: TopRows, vocabulary: Vocabulary) -> StatedYears:
    """Return the first cell of a sheet that is no form to name a year, as a cover does."""
    for row, column, text in top.texts:
        if years := vocabulary.title_lines.years(text):
            return StatedYears((StatedYear(years[0], address(row, column), text),), ())
    return NO_YEARS


def _titles(
    texts: list[PlacedWords], vocabulary: Vocabulary, department: str
) -> list[tuple[TableTitle, int, int]]:
    """Return the titles in the first rows of a sheet, each with row and column."""
    titles = vocabulary.title_lines.titled((text for _, _, text in texts), department)
    return [(titles[text], row, column) for row, column, text in texts if text in titles]


def _department(grid: Grid, texts: list[PlacedWords], vocabulary: Vocabulary) -> tuple[str, str]:
    """Return the department that the first rows of a sheet state, and the cell; that before a title last."""
    names = vocabulary.department_names
    for row, column, text in texts:
        if name := vocabulary.title_lines.department(text):
            return names.official(name), address(row, column)
    for row, column, text in texts:
        if row <= MOST_ROWS_OF_TITLES and (name := names.before_title(text)):
            return name, address(row, column)
    return "", ""
