"""The words around the table of a sheet, cell by cell: in the first rows, and in the notes below."""

from collections.abc import Iterator
from itertools import pairwise

from converter.read.files.cells import Scalar, amount, normal_form
from converter.read.files.grid import Grid
from converter.read.labels.vocabulary import Vocabulary

MOST_ROWS = 12  # so many rows with words can belong to a title block, and so many last rows to the notes
PlacedWords = tuple[int, int, str]  # what a cell says, behind its row and column


def words_above(grid: Grid, vocabulary: Vocabulary) -> Iterator[PlacedWords]:
    """Yield the words in the first rows that can be seen, with row and column."""
    count = 0
    for row in range(len(grid.rows)):
        words = _words_in(grid, row, vocabulary)
        yield from words
        count += bool(words)
        if count >= MOST_ROWS:
            return


def words_below(grid: Grid, vocabulary: Vocabulary) -> Iterator[PlacedWords]:
    """Yield the words in the last rows that can be seen, behind all amounts."""
    end = len(grid.rows)
    last = next((row for row in reversed(range(end)) if any(map(_is_amount, grid.rows[row]))), end)
    for row in range(max(last + 1, end - MOST_ROWS), end):
        yield from _words_in(grid, row, vocabulary)


def _is_amount(cell: Scalar) -> bool:
    return cell != "" and amount(cell) is not None


def _words_in(grid: Grid, row: int, vocabulary: Vocabulary) -> list[PlacedWords]:
    """Return the words in a row, none if it can't be seen, each with row and column.

    A label and what it asks for in the next filled cell are one line.
    """
    if row in grid.hidden.rows:
        return []
    asks = vocabulary.title_lines.asks
    filled = [
        (row, column, cell) for column, cell in enumerate(grid.rows[row]) if isinstance(cell, str) and cell
    ]
    lines = [_line(cell, beside, vocabulary) if asks(cell[2]) else cell for cell, beside in pairwise(filled)]
    return lines + filled[-1:]


def _line(cell: PlacedWords, beside: PlacedWords, vocabulary: Vocabulary) -> PlacedWords:
    """Return what a cell says: with the next filled cell of its row, if it is the label of what stands there.

    Without a colon a label may head a column, and the next cell may be of another matter: then only an
    organisation answers it.
    """
    (row, column, text), (_, at, answer), lines = cell, beside, vocabulary.title_lines
    label = normal_form(text)
    if lines.asks_for_unit(text) and lines.unit(f"{label.removesuffix(':')}:{answer}"):
        is_answer = True
    elif lines.asks_for_department(text) and not lines.is_title_line(answer):
        near = at == column + 1 and label.endswith(":")
        is_answer = near or vocabulary.department_names.is_organisation(answer)
    else:
        is_answer = False
    return (row, column, f"{label.removesuffix(':')}:{answer}") if is_answer else cell
