"""What the rows of a table are of, in the words that describe to people where a cell stands."""

import re
from collections import Counter
from itertools import chain

from converter.document.contents import Tabular
from converter.verify.claims.normal_text import normal_text

LONGEST_LABEL = 20  # characters of a row's that describes a place
_NAME = re.compile(r"(?![-+]?\d[\d.,]*+[^\W\d_]{0,2}+$).*[^\W\d_]")  # not a number, with or without a unit
_NONE = (-1, "")


class RowLabels:
    """The labels of one table's rows; there are none where its rows are not there, as in a draft."""

    def __init__(self, table: Tabular) -> None:
        self._rows = [
            [(column, cell.text) for column, cell in enumerate(row) if cell.text] for row in table.rows
        ]
        self._names = [[cell for cell in row if _NAME.match(normal_text(cell[1]))] for row in self._rows]
        self._times = Counter(chain.from_iterable(self._rows))

    def before(self, row: int, column: int) -> str:
        """Return the words in front of a cell that say what its row is of; where several rows have the same
        or none, also the nearest cell of the row whose text no other of its column has, a code or an amount.
        """
        if row >= len(self._rows):
            return ""
        names = [cell for cell in self._names[row] if cell[0] < column]
        label = names[-1] if names and len(normal_text(names[-1][1])) <= LONGEST_LABEL else _NONE
        unique = label if self._times[label] == 1 else self._only_one(row, column) or label
        return " ".join(filter(None, map(normal_text, dict.fromkeys((label[1], unique[1])))))

    def _only_one(self, row: int, column: int) -> tuple[int, str] | None:
        """Return the cell of a row that no other row has, of those before a column the nearest."""
        before = (cell for cell in reversed(self._rows[row]) if cell[0] < column)
        behind = (cell for cell in self._rows[row] if cell[0] > column)
        alone = (cell for cell in chain(before, behind) if self._times[cell] == 1)
        return next((cell for cell in alone if len(cell[1]) <= LONGEST_LABEL), None)
