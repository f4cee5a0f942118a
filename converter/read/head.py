"""What stands above a table: its title, year, unit and department."""

from collections.abc import Iterator
from dataclasses import dataclass

from converter.read.books import Grid
from converter.read.cells import address, official_name
from converter.read.vocabulary import Vocabulary

HEAD_ROWS = 12
CONTENTS = 3  # so many titles on one sheet are a table of contents


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a sheet. `form` is None where no title was recognised, '' for a form not read.

    `row` is the title's row (-1 if only the sheet's name bears the title); `title` its address. The
    year is the title's own, since a header may name other years; a cover's is the first it names.
    `units` are the different units stated: `unit` is '' unless there is but one.
    """

    form: str | None
    row: int
    title: str
    year: int
    unit: str
    department: str
    units: tuple[str, ...] = ()


def read_head(grid: Grid, vocabulary: Vocabulary, body: str = "") -> Head:
    """Return what the first rows of a sheet, or else its name, say about it.

    `body` is the department whose name titles may begin with, unless the sheet states its own.
    """
    texts = list(_texts(grid))
    department = _department(grid, texts, vocabulary)
    form, row, column = _title(texts, vocabulary, grid.name, department or body)
    title = address(row, column) if row >= 0 else ""
    stated = [text for _, _, text in texts]
    units = tuple(dict.fromkeys(filter(None, map(vocabulary.unit, stated))))
    dated = [grid.cell(row, column)] if title else stated
    return Head(
        form=form,
        row=row,
        title=title,
        year=next((year for year in map(vocabulary.year, dated) if year), 0) or vocabulary.year(grid.name),
        unit=units[0] if len(units) == 1 else "",
        department=department,
        units=units,
    )


def _texts(grid: Grid) -> Iterator[tuple[int, int, str]]:
    seen = 0
    for row, cells in enumerate(grid.rows):
        filled = [(row, column, cell) for column, cell in enumerate(cells) if isinstance(cell, str) and cell]
        yield from filled
        seen += bool(filled)
        if seen >= HEAD_ROWS:
            return


def _title(
    texts: list[tuple[int, int, str]], vocabulary: Vocabulary, name: str, department: str
) -> tuple[str | None, int, int]:
    """Return the form a sheet bears and where its title is; several titles are a table of contents."""
    titled = [
        (form, row, column)
        for row, column, text in texts
        if (form := vocabulary.title(vocabulary.without(text, department))) is not None
    ]
    if len({form for form, _, _ in titled}) >= CONTENTS:
        return "", *titled[0][1:]
    return titled[0] if titled else (vocabulary.title(vocabulary.without(name, department)), -1, -1)


def _department(grid: Grid, texts: list[tuple[int, int, str]], vocabulary: Vocabulary) -> str:
    for row, column, text in texts:
        name = vocabulary.department(text)
        if name == "":
            beside = grid.cell(row, column + 1)
            name = beside if isinstance(beside, str) and not vocabulary.unit(beside) else ""
        if name:
            return official_name(name)
    return ""
