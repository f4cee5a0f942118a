"""The plan of a table: its header, its labels, its columns of numbers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise, takewhile

from msgspec import Struct, field
from msgspec.structs import replace

from converter.verify.claims.claim import Claim
from converter.verify.claims.tables.cell_numbers import counts_columns, counts_rows
from converter.verify.claims.tables.table_texts import CellAt, TableTexts

LABEL_SEPARATOR = "/"
_NO_WORDS = re.compile(r"\d+|[^\w%]+")
LEVEL_DIGITS = 2  # of a code below its first level: 01 for the first


class TableBlock(Struct, frozen=True):
    """Columns of labels and the columns of numbers that follow them. Two may stand side by side."""

    label_columns: tuple[int, ...]
    number_columns: tuple[int, ...]


class TableGrid(Struct, frozen=True, eq=False, dict=True):
    """A table of a report, or some `rows` of it below heads of their own: its texts, and the cells that are a
    number.

    `no_amounts` matches headers of columns whose numbers are none: codes, and what counts rows. A piece of a
    table `is_open_above` or `is_open_below`, where other pieces may go on, or `is_open_beside`, where more of
    its columns stand in another one. New heads reach at least to the row `heads_end`. `in_labels` are the
    numbers in brackets that cells of words end with.
    """

    content: int
    texts: TableTexts
    numbers: Mapping[CellAt, Claim]
    no_amounts: re.Pattern[str]
    rows: range
    is_open_above: bool = False
    is_open_below: bool = False
    is_open_beside: bool = False
    heads_end: int = 0
    in_labels: Mapping[CellAt, Claim] = field(default_factory=dict)

    @cached_property
    def number_columns(self) -> list[int]:
        """The columns of numbers of all blocks."""
        return sorted(column for block in self.blocks for column in block.number_columns)

    def labelled(self) -> dict[CellAt, Claim]:
        """Return the numbers, each of the body labelled by its row and column."""
        numbers = dict(self.numbers)
        for block in self.blocks:
            headers = {column: self.last_header(column) for column in block.number_columns}
            labels = {row: self.label(row, block) for row in self.body}
            for (row, column), claim in self.numbers.items():
                if column in headers and row in labels:
                    words = (labels[row], headers[column])
                    numbers[row, column] = replace(claim, label=LABEL_SEPARATOR.join(filter(None, words)))
        return numbers

    @cached_property
    def first_of_body(self) -> int:
        """The row below the heads: the first with a number, but for one that counts the columns; below new
        heads the first with a label of its own.
        """
        for row in self.rows:
            if self.heads_end and row >= self.heads_end and self._has_own_label(row):
                return row
            found = [
                self.numbers[row, column] for column in self.texts.columns if (row, column) in self.numbers
            ]
            if found and not counts_columns(found, self.texts.printed[row]):
                return row
        return self.rows.stop

    @property
    def _header(self) -> range:
        return range(self.rows.start, self.first_of_body)

    @property
    def amounts(self) -> Iterator[Claim]:
        """The numbers of the body; those that count rows and columns, and codes, are none."""
        columns = {column for block in self.blocks for column in block.number_columns}
        for (row, column), claim in self.numbers.items():
            if row >= self.first_of_body and column in columns:
                yield claim

    @property
    def body(self) -> range:
        """The rows below the header."""
        return range(self.first_of_body, self.rows.stop)

    @cached_property
    def blocks(self) -> tuple[TableBlock, ...]:
        """The blocks from the left; columns without numbers in the body, or that count rows, are labels.

        One that is blank in all of the body, among columns of numbers, is one of these: its amounts are nil.
        """
        in_columns: dict[int, list[Claim]] = {}
        for (row, column), claim in sorted(self.numbers.items(), key=lambda item: item[0]):
            if row >= self.first_of_body:
                in_columns.setdefault(column, []).append(claim)
        filled = {
            column
            for column, claims in in_columns.items()
            if not counts_rows(claims) and not self.no_amounts.search(self.header(column))
        }
        found: list[TableBlock] = []
        labels: list[int] = []
        numbers: list[int] = []
        for column in self.texts.columns:
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
        return bool(self.header(column)) and not any(self.text(row, column) for row in self.body)

    def header(self, column: int) -> str:
        """Return all words of the header above a column, in normal form."""
        return "".join(self.text(row, column) for row in self._header)

    def below_header(self, block: TableBlock) -> Iterator[int]:
        """Yield the rows of a block's body down to where its columns are headed by other words."""
        for row in self.body:
            columns = [column for column in block.number_columns if self.text(row, column)]
            if len(columns) > 1 and not any((row, column) in self.numbers for column in columns):
                return
            yield row

    def last_header(self, column: int) -> str:
        """Return the lowest words of the header above a column, in normal form, but for dashes and numbers of
        columns; letters set below one another are one word.
        """
        return self._last_headers[column]

    @cached_property
    def _last_headers(self) -> list[str]:
        return [_last_words([self.text(*cell) for cell in heads]) for heads in self._heads]

    def head_words(self, column: int) -> str:
        """Return all words of the header above a column, from the top, in normal form."""
        return "".join(self.text(*cell) for cell in self.heads(column))

    def heads(self, column: int) -> tuple[CellAt, ...]:
        """Return the cells of the header that stand above a column or reach over it, from the top."""
        return self._heads[column]

    @cached_property
    def _heads(self) -> list[tuple[CellAt, ...]]:
        merged_into, header = self.texts.merged_into, self._header
        above = (
            [merged_into.get((row, column), (row, column)) for row in header] for column in self.texts.columns
        )
        return [tuple(dict.fromkeys(cell for cell in cells if self.text(*cell))) for cells in above]

    def label(self, row: int, block: TableBlock) -> str:
        """Return the words that a row of a block begins with, in normal form, without its code."""
        texts = (self.text(row, column) for column in block.label_columns)
        return "".join(dict.fromkeys(text for text in texts if text and not text.isdigit()))

    def begins(self, row: int, column: int) -> bool:
        """Whether a cell has words of its own, and not those of the merged one it is in or the one above."""
        is_own = self.texts.merged_into.get((row, column), (row, column)) == (row, column)
        above = self.text(row - 1, column) if row - 1 in self.body else ""
        return is_own and self.text(row, column) not in ("" if (row, column) in self.numbers else above, "")

    def codes(self, block: TableBlock) -> dict[int, str]:
        """Return the digits of each row's code, '' if it has none; in several columns, the levels below the
        first have two each, though a zero may be missing.

        Where a row has but the last of them, those before are of the row above.
        """
        columns = self._code_columns(block)
        found: dict[int, str] = {}
        above: dict[int, str] = {}
        for row in self.body:
            own = {at: text for at in columns if (text := self.text(row, at)).isdigit()}
            first = min(own, default=0)
            before = [at for at in columns if at < first]
            if own and before and all(at in above or not self.text(row, at) for at in before):
                own = {at: above[at] for at in before if at in above and not self.text(row, at)} | own
            above = own or above
            levels = [own[at] for at in sorted(own)] or [""]
            found[row] = "".join((levels[0], *(text.zfill(LEVEL_DIGITS) for text in levels[1:])))
        return found

    def _has_own_label(self, row: int) -> bool:
        """Whether a row begins as far left as the row of heads that the section begins with."""
        return _first_filled(self.texts.printed[row]) <= _first_filled(self.texts.printed[self.rows.start])

    def _code_columns(self, block: TableBlock) -> list[int]:
        """Return the label columns but those that number the rows, or give codes of another kind beside
        others: these are as long as codes of the first level.
        """
        found: list[int] = []
        for column in block.label_columns:
            beside = [row for row in self.body if any(self.text(row, at).isdigit() for at in found)]
            long = (
                text.isdigit() and len(text) > LEVEL_DIGITS
                for row in beside
                if (text := self.text(row, column))
            )
            if not self._numbers_rows(column) and not any(long):
                found.append(column)
        return found

    def _numbers_rows(self, column: int) -> bool:
        """Whether a column begins with 1 and goes up from row to row."""
        numbers = [int(text) for row in self.body if (text := self.text(row, column)).isdigit()]
        return numbers[:1] == [1] and all(before < after for before, after in pairwise(numbers))

    def text(self, row: int, column: int) -> str:
        """Return the words of a cell, or of the merged one that it is in, in normal form."""
        return self.texts.words[row][column]


def _last_words(above: Sequence[str]) -> str:
    """Return the last of some words above a column, or the letters that end them."""
    texts = [text for text in above if not _NO_WORDS.fullmatch(text) and "=" not in text]
    letters = len(texts) - sum(1 for _ in takewhile(lambda text: len(text) == 1, reversed(texts)))
    return "".join(texts[min(letters, len(texts) - 1) :]) if texts else ""


def _first_filled(texts: Sequence[str]) -> int:
    return next((at for at, text in enumerate(texts) if text), 0)
