"""Which cells of a table with the rows of a list cover several rows."""

from collections.abc import Sequence

from converter.figures import ListRow
from converter.pack import RowList


def spans_of(rows: Sequence[ListRow], columns: Sequence[str], listed: RowList) -> list[list[int]]:
    """Return for each row how many rows the cell of each column covers, 0 where one above covers it.

    A column of words that go down has one cell for rows with the same words in it and in all such columns
    left of it.
    """
    down = [name for name in columns if name in listed.columns and listed.columns[name].down]

    def words(row: ListRow, column: str) -> list[str]:
        texts = [row.texts.get(name) for name in down[: down.index(column) + 1]]
        return [text.value if text else "" for text in texts]

    spans = [[1] * len(columns) for _ in rows]
    for place, column in enumerate(columns):
        first = 0
        for at in range(1, len(rows) if column in down else 0):
            if words(rows[at], column) == words(rows[first], column):
                spans[first][place], spans[at][place] = spans[first][place] + 1, 0
            else:
                first = at
    return spans
