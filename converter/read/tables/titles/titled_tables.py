"""The tables of a workbook, each with its title block."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from converter.read.files.grid import Grid
from converter.read.labels.vocabulary import Vocabulary
from converter.read.tables.titles.split import TitledGrid, split_sheet
from converter.read.tables.titles.title_block import read_title_block, read_top_rows

Named = TypeVar("Named", str, int)


def titled_tables(grids: Sequence[Grid], vocabulary: Vocabulary) -> list[TitledGrid]:
    """Return the sheets with their title blocks, those that hold several tables in parts.

    A title that is not recognised may begin with the department another sheet names.
    """
    tops = [read_top_rows(grid, vocabulary) for grid in grids]
    department = most_named((top.department for top in tops), "")
    tables: list[TitledGrid] = []
    for grid, top in zip(grids, tops, strict=True):
        title_block = read_title_block(top, vocabulary)
        if department and title_block.form is None:
            title_block = read_title_block(top, vocabulary, department)
        if grid.is_hidden:
            tables.append(TitledGrid(grid, title_block))
        else:
            tables += split_sheet(grid, title_block, vocabulary, department)
    return tables


def most_named(values: Iterable[Named], blank: Named) -> Named:
    """Return the value met most often, no blank; `blank` where there is none."""
    named = Counter(value for value in values if value)
    return named.most_common(1)[0][0] if named else blank
