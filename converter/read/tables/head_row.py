"""What a row says as one over a table or in its header.

Departments fill in the same forms, so rows that hold the same are worked out once.
"""

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from msgspec import Struct

from converter.chinese import NOUGHTS
from converter.read.files.cells import Scalar, amount, digits, label_of
from converter.read.labels.vocabulary import Vocabulary
from converter.read.labels.years import is_only_year
from converter.read.tables.header_layout import year_of

MOST_REMEMBERED = 8192
WIDEST = 64  # columns of a row that is remembered
_INDEX = re.compile(r"(\d{1,2})(=[\d+\-()]+)?")
_NOUGHTS, _TEXT = frozenset(NOUGHTS), frozenset({str})


class HeadRow(Struct, frozen=True, dict=True, eq=False):
    """A row of a sheet for a year, 0 if none is known. What it says is worked out when first asked for."""

    vocabulary: Vocabulary
    year: int
    cells: tuple[Scalar, ...]

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The words of each cell in normal form, '' where there are none."""
        return tuple(map(label_of, self.cells))

    @cached_property
    def names(self) -> dict[int, str]:
        """The canonical names of the words by column."""
        canonical = self.vocabulary.canonical
        return {column: canonical(text, self.year) for column, text in enumerate(self.labels) if text}

    @cached_property
    def years(self) -> dict[int, int]:
        """The one year of account that a cell states, by column."""
        found = ((column, self._year(cell)) for column, cell in enumerate(self.cells) if cell != "")
        return {column: year for column, year in found if year}

    @cached_property
    def heads(self) -> frozenset[str]:
        """The names of words that are no mere years, also as they are for the year they state or the next."""
        canonical, found = self.vocabulary.canonical, set[str]()
        for column, text in enumerate(self.labels):
            if text and not is_only_year(text):
                year = self.years.get(column)
                found.update(canonical(text, base) for base in ((0, year, year + 1) if year else (0,)))
        return frozenset(found)

    @cached_property
    def holds_amount(self) -> bool:
        """Whether it holds a number that is no year, alone or with its unit, be it a rough one."""
        if any(amount(cell) is not None and not year_of(cell) for cell in self.cells):
            return True
        words = [text for text in self.labels if text]
        begun = (text for text in words if text[:1].isdecimal())
        if any(self.vocabulary.amounts.read(text) is not None for text in begun):
            return True
        return any(map(self.vocabulary.amounts.is_rough, words))

    @cached_property
    def is_index(self) -> bool:
        """Whether it only numbers the columns: 1, 2, 3=1+2, ... beside at most words such as its name."""
        numbers, named = [], False
        for cell in self.cells:
            text = digits(cell) or label_of(cell)
            if found := _INDEX.fullmatch(text):
                numbers.append(int(found[1]))
            elif text in self.vocabulary.key_skip:
                named = True
            elif cell != "" and text not in self.vocabulary.key_code:
                return False
        return bool(numbers) and (named or (len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))))

    @cached_property
    def asks_for_department(self) -> bool:
        """Whether a cell is the label of the department, which stands beside it, above a header."""
        stated = self.vocabulary.title_lines.department
        return any(isinstance(cell, str) and stated(cell) == "" for cell in self.cells)

    @cached_property
    def says_no_data(self) -> bool:
        """Whether a cell says that a table has no data on purpose."""
        return any(map(self.vocabulary.title_lines.says_no_data, filter(None, self.labels)))

    def names_any(self, known: frozenset[str]) -> bool:
        """Whether a cell is one of these words; a lone year, as above a header, is not enough."""
        if known.isdisjoint(self.names.values()):
            return False
        named = [self.labels[column] for column, name in self.names.items() if name in known]
        return len(named) > 1 or not is_only_year(named[0])

    def _year(self, cell: Scalar) -> int:
        if not isinstance(cell, str):
            return year_of(cell)
        return 0 if _NOUGHTS.isdisjoint(cell) else self.vocabulary.title_lines.year(cell)


def head_row(vocabulary: Vocabulary, cells: Sequence[Scalar], year: int = 0) -> HeadRow:
    """Return what the cells of a row say as a head, by the words of a pack.

    A row with a number is most likely one of data, which no other repeats, and is not remembered.
    """
    if len(cells) > WIDEST or not _TEXT.issuperset(map(type, cells)):
        return HeadRow(vocabulary, year, tuple(cells))
    return _remembered(vocabulary, year, tuple(cells))


@lru_cache(maxsize=MOST_REMEMBERED)
def _remembered(vocabulary: Vocabulary, year: int, cells: tuple[Scalar, ...]) -> HeadRow:
    return HeadRow(vocabulary, year, cells)
