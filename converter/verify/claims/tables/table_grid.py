"""The plan of a table: its header, its labels, its columns of numbers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from converter.document.contents import Merge
from converter.verify.claims.claim import Claim
from converter.verify.claims.normal_text import normal_text

LABEL_SEPARATOR = "/"
LEVEL_DIGITS = 2  # of a code below its first level: 01 for the first


class TableBlock(Struct, frozen=True):
    """Columns of labels and the columns of numbers that follow them. Two may stand side by side."""

    label_columns: tuple[int, ...]
    number_columns: tuple[int, ...]


class TableGrid(Struct, frozen=True, eq=False, dict=True):
    """A table of a report: its cells' texts, how far merged ones reach, and the cells that are a number.

    `no_amounts` matches headers of columns whose numbers are none: codes, and what counts rows. A piece of a
    table `is_open_above` or `is_open_below`, where other pieces may go on.
    """

    content: int
    texts: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...]
    numbers: Mapping[tuple[int, int], Claim]
    no_amounts: re.Pattern[str]
    is_open_above: bool = False
    is_open_below: bool = False

    def labelled(self) -> "TableGrid":
        """Return the same table, each number labelled by its row and column."""
        numbers = dict(self.numbers)
        for block in self.blocks:
            headers = {column: self.last_header(column) for column in block.number_columns}
            labels = {row: self.label(row, block) for row in self.body}
            for (row, column), claim in self.numbers.items():
                if column in headers and row in labels:
                    words = (labels[row], headers[column])
                    numbers[row, column] = replace(claim, label=LABEL_SEPARATOR.join(filter(None, words)))
        return replace(self, numbers=numbers)

    @cached_property
    def header_rows(self) -> int:
        """How many rows stand above the first with a number; a row that counts the columns is one of them."""
        for row in range(len(self.texts)):
            found = [self.numbers[row, column] for column in self._columns if (row, column) in self.numbers]
            if found and not _counts_columns(found):
                return row
        return len(self.texts)

    @property
    def amounts(self) -> Iterator[Claim]:
        """The numbers of the body; those that count rows and columns, and codes, are none."""
        columns = {column for block in self.blocks for column in block.number_columns}
        for (row, column), claim in self.numbers.items():
            if row >= self.header_rows and column in columns:
                yield claim

    @property
    def body(self) -> range:
        """The rows below the header."""
        return range(self.header_rows, len(self.texts))

    @cached_property
    def blocks(self) -> tuple[TableBlock, ...]:
        """The blocks from the left; columns without numbers in the body, or that count rows, are labels.

        One that is blank in all of the body, among columns of numbers, is one of these: its amounts are nil.
        """
        in_columns: dict[int, list[Claim]] = {}
        for (row, column), claim in sorted(self.numbers.items(), key=lambda item: item[0]):
            if row >= self.header_rows:
                in_columns.setdefault(column, []).append(claim)
        filled = {
            column
            for column, claims in in_columns.items()
            if not _counts_rows(claims) and not self.no_amounts.search(self.header(column))
        }
        found: list[TableBlock] = []
        labels: list[int] = []
        numbers: list[int] = []
        for column in self._columns:
            if column in filled or (numbers and self._is_blank(column)):
                numbers.append(column)
                continue
            if numbers:
                found.append(TableBlock(tuple(labels), tuple(numbers)))
                labels, numbers = [], []
            labels.append(column)
        if numbers:
            found.append(TableBlock(tuple(labels), tuple(numbers)))
        return tuple(found)

    def _is_blank(self, column: int) -> bool:
        """Whether a column has a header and nothing below it."""
        return bool(self.header(column)) and not any(self._text(row, column) for row in self.body)

    def header(self, column: int) -> str:
        """Return all words of the header above a column, in normal form."""
        return "".join(self._text(row, column) for row in range(self.header_rows))

    def below_header(self, block: TableBlock) -> Iterator[int]:
        """Yield the rows of a block's body down to where its columns are headed by other words."""
        for row in self.body:
            columns = [column for column in block.number_columns if self._text(row, column)]
            if len(columns) > 1 and not any((row, column) in self.numbers for column in columns):
                return
            yield row

    def last_header(self, column: int) -> str:
        """Return the lowest words of the header above a column, in normal form."""
        texts = [self._text(row, column) for row in range(self.header_rows)]
        return next((text for text in reversed(texts) if text and not text.isdigit()), "")

    def label(self, row: int, block: TableBlock) -> str:
        """Return the words that a row of a block begins with, in normal form, without its code."""
        texts = (self._text(row, column) for column in block.label_columns)
        return "".join(dict.fromkeys(text for text in texts if text and not text.isdigit()))

    def code(self, row: int, block: TableBlock) -> str:
        """Return the digits of a row's code, '' if it has none; in several columns, the levels below the
        first have two each, though a zero may be missing.
        """
        first, *below = [
            text for column in block.label_columns if (text := self._text(row, column)).isdigit()
        ] or [""]
        return "".join((first, *(text.zfill(LEVEL_DIGITS) for text in below)))

    @cached_property
    def _columns(self) -> range:
        return range(max(map(len, self.texts), default=0))

    @cached_property
    def _merged_into(self) -> dict[tuple[int, int], tuple[int, int]]:
        return {
            (row, column): (top, left)
            for top, left, bottom, right in self.merges
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        }

    def _text(self, row: int, column: int) -> str:
        row, column = self._merged_into.get((row, column), (row, column))
        cells = self.texts[row]
        return normal_text(cells[column]) if column < len(cells) else ""


def _counts_rows(column: Sequence[Claim]) -> bool:
    """Whether the numbers of a column go up by one from row to row."""
    counted = _counted(column)
    return len(counted) > 2 and all(after - before == 1 for before, after in pairwise(counted))


def _counts_columns(row: Sequence[Claim]) -> bool:
    """Whether the numbers of a row are 1, 2, 3 and so on."""
    counted = _counted(row)
    return len(counted) > 1 and counted == list(range(1, len(counted) + 1))


def _counted(claims: Sequence[Claim]) -> list[int]:
    """Return the numbers as they are printed if all are whole, else nothing."""
    printed = [claim.printed.strip() for claim in claims]
    return [int(number) for number in printed] if all(map(str.isdecimal, printed)) else []
