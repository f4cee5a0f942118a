"""What stands above a table: its title, year, unit and department."""

from collections.abc import Iterator
from dataclasses import dataclass

from converter.read.books import Grid
from converter.read.cells import address, official_name
from converter.read.vocabulary import Vocabulary

HEAD_ROWS = 12


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a sheet. `form` is None where no title was recognised, '' for a form not read.

    `row` is the title's row (-1 if only the sheet's name bears the title); `title` its address. The
    year is the title's own, since a header may name other years; a cover's is the first it names.
    """

    form: str | None
    row: int
    title: str
    year: int
    unit: str
    department: str


def read_head(grid: Grid, vocabulary: Vocabulary) -> Head:
    """Return what the first rows of a sheet, or else its name, say about it."""
    texts = list(_texts(grid))
    form, row, column = _title(texts, vocabulary, grid.name)
    title = address(row, column) if row >= 0 else ""
    stated = [text for _, _, text in texts]
    dated = [grid.cell(row, column)] if title else stated
    return Head(
        form=form,
        row=row,
        title=title,
        year=next((year for year in map(vocabulary.year, dated) if year), 0) or vocabulary.year(grid.name),
        unit=next((unit for unit in map(vocabulary.unit, stated) if unit), ""),
        department=_department(grid, texts, vocabulary),
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
    texts: list[tuple[int, int, str]], vocabulary: Vocabulary, name: str
) -> tuple[str | None, int, int]:
    for row, column, text in texts:
        form = vocabulary.title(text)
        if form is not None:
            return form, row, column
    return vocabulary.title(name), -1, -1


def _department(grid: Grid, texts: list[tuple[int, int, str]], vocabulary: Vocabulary) -> str:
    for row, column, text in texts:
        name = vocabulary.department(text)
        if name == "":
            beside = grid.cell(row, column + 1)
            name = beside if isinstance(beside, str) and not vocabulary.unit(beside) else ""
        if name:
            return official_name(name)
    return ""
