"""A table that lines enclose, and how it goes on on the next page."""

from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from converter.chinese import TOTALS
from converter.figures import Merge

NEAR = 5.0  # points by which the edge of a column may differ from page to page
RowTexts = tuple[str, ...]


class RuledTable(Struct, frozen=True):
    """A table that lines enclose: where it stands on the page, its cells' texts row by row, its merges.

    `edges` are the left edges of its columns and the right one of the last, if they are known.
    """

    top: float
    bottom: float
    rows: tuple[RowTexts, ...]
    merges: tuple[Merge, ...] = ()
    edges: tuple[float, ...] = ()

    @property
    def title(self) -> str:
        """The one text of its first row that has any, wide and above a head; '' if there is none."""
        head = self._head_rows or len(self.rows)
        filled = [nth for nth in range(head) if any(self.rows[nth])]
        if not any(sum(map(bool, self.rows[nth])) > 1 for nth in filled[1:]):
            return ""
        columns = [column for column, text in enumerate(self.rows[filled[0]]) if text]
        is_title = len(columns) == 1 and self._is_wide(filled[0], columns[0])
        return self.rows[filled[0]][columns[0]] if is_title else ""

    @property
    def begins_within(self) -> bool:
        """Whether its first row is no head, but has a number or is the rest of one."""
        first = next(filter(any, self.rows), self.rows[0])
        return _has_number(first) or (not first[0] and not self.title)

    def continued_by(self, other: "RuledTable", *, is_named: bool) -> "RuledTable | None":
        """Return the table with one that follows at once, on the next page, if that goes on with it.

        That has the same columns, and the same head or none; `is_named` says that the lines above this table
        are repeated above it.
        """
        head = self._head_rows
        repeated = _repeated(self.rows, other.rows, head)
        is_headed = bool(repeated) and len(self.rows[0]) == len(other.rows[0])
        aligned = (self, other) if is_headed else _aligned(self, other)
        if aligned is None or _are_two(self.rows[head:], other.rows[repeated:]):
            return None
        if not repeated and (other.title or (is_named and not other.begins_within)):
            return None
        return aligned[0]._with_rows_of(aligned[1], repeated)

    @property
    def _head_rows(self) -> int:
        """How many rows stand above the first with a number."""
        return next((nth for nth, row in enumerate(self.rows) if _has_number(row)), 0)

    def _is_wide(self, row: int, column: int) -> bool:
        """Whether a cell takes half of the table's width; where that is unknown it may."""
        if not self.edges:
            return True
        ends = [right for top, left, _, right in self.merges if (top, left) == (row, column)]
        right = max(ends, default=column) + 1
        return 2 * (self.edges[right] - self.edges[column]) >= self.edges[-1] - self.edges[0]

    def _with_rows_of(self, other: "RuledTable", repeated: int) -> "RuledTable":
        """Return this table with the rows of its continuation but those of the head that are repeated."""
        rows, last = self.rows, self.rows[-1]
        if len(other.rows) > repeated and _goes_on(last, other.rows[repeated]):
            rest = other.rows[repeated]
            rows = (*rows[:-1], tuple(above + below for above, below in zip(last, rest, strict=True)))
            repeated += 1
        shift = len(rows) - repeated
        merges = (
            (top + shift, left, bottom + shift, right)
            for top, left, bottom, right in other.merges
            if top >= repeated
        )
        added = other.rows[repeated:]
        added = (self._without_labels(added[0]), *added[1:]) if added else ()
        return replace(self, rows=rows + added, merges=(*self.merges, *merges))

    def _without_labels(self, row: RowTexts) -> RowTexts:
        """Return the first row of a page without the labels of groups that it repeats and goes on with."""
        last = len(self.rows) - 1
        labels = {left: self.rows[top][left] for top, left, bottom, _ in self.merges if top < bottom == last}
        return tuple("" if text and labels.get(at) == text else text for at, text in enumerate(row))

    def _within(self, edges: tuple[float, ...]) -> "RuledTable":
        """Return the table in more columns, its own edges among theirs: its cells reach over several."""
        starts = [_nearest(edges, edge) for edge in self.edges]
        rows = []
        for row in self.rows:
            cells = [""] * (len(edges) - 1)
            for start, text in zip(starts, row, strict=False):
                cells[start] = text
            rows.append(tuple(cells))
        merged = {
            (row, column)
            for top, left, bottom, right in self.merges
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        }
        merges = [
            (top, starts[left], bottom, starts[right + 1] - 1) for top, left, bottom, right in self.merges
        ]
        merges += [
            (row, start, row, end - 1)
            for row in range(len(rows))
            for column, (start, end) in enumerate(pairwise(starts))
            if end - start > 1 and (row, column) not in merged
        ]
        return replace(self, rows=tuple(rows), merges=tuple(merges), edges=edges)


def may_be_a_row_of(table: RuledTable, edges: tuple[float, ...]) -> bool:
    """Whether cells side by side, told by their edges, stand in the columns of a table."""
    is_row = len(edges) > 2
    return is_row and (_are_same_columns(table.edges, edges) or _are_among(edges, table.edges))


def _are_same_columns(edges: tuple[float, ...], others: tuple[float, ...]) -> bool:
    """Whether columns stand where others do, by their edges: each less than half of the narrowest apart."""
    if not edges or len(edges) != len(others):
        return False
    half = min(right - left for left, right in pairwise(edges)) / 2
    return all(abs(edge - other) < half for edge, other in zip(edges, others, strict=True))


def _aligned(upper: RuledTable, lower: RuledTable) -> tuple[RuledTable, RuledTable] | None:
    """Return two tables in the same columns: cells of one may reach over several of the other's."""
    same_number = len(upper.rows[0]) == len(lower.rows[0])
    if not upper.edges or not lower.edges:
        return (upper, lower) if same_number else None
    if same_number:
        return (upper, lower) if _are_same_columns(upper.edges, lower.edges) else None
    if _are_among(lower.edges, upper.edges):
        return upper, lower._within(upper.edges)
    return (upper._within(lower.edges), lower) if _are_among(upper.edges, lower.edges) else None


def _are_among(edges: tuple[float, ...], others: tuple[float, ...]) -> bool:
    return len(edges) < len(others) and all(
        abs(edge - others[_nearest(others, edge)]) < NEAR for edge in edges
    )


def _nearest(edges: tuple[float, ...], edge: float) -> int:
    return min(range(len(edges)), key=lambda nth: abs(edges[nth] - edge))


def _repeated(rows: tuple[RowTexts, ...], below: tuple[RowTexts, ...], head: int) -> int:
    """Return how many rows a page begins with are those right above a table's body, or its first rows with
    numbers below them; a table without numbers has no body, so that any of its first rows count.
    """
    if not head:
        pairs = zip(rows, below, strict=False)
        return next((nth for nth, (row, other) in enumerate(pairs) if row != other), 0)
    longest = min(head, len(below))
    whole = next((count for count in range(longest, 0, -1) if rows[head - count : head] == below[:count]), 0)
    first = next((nth for nth in range(longest) if rows[nth] != below[nth]), longest)
    if not whole:
        return first if len(below) > first and _has_number(below[first]) else 0
    pairs = zip(rows[head:], below[whole:], strict=False)  # a total right below the head may be repeated too
    return whole + next((nth for nth, (row, other) in enumerate(pairs) if row != other), 0)


def _are_two(body: tuple[RowTexts, ...], other: tuple[RowTexts, ...]) -> bool:
    """Whether two bodies begin alike, or both end in a total, as those of two tables do."""
    if not body or not other:
        return False
    is_total = any(total in text for total in TOTALS for text in body[-1])
    first = _words(body[0])
    return (any(first) and first == _words(other[0])) or (
        is_total and len(body) > 1 and _words(body[-1]) == _words(other[-1])
    )


def _words(row: RowTexts) -> RowTexts:
    return tuple("" if _is_number(text) else text for text in row)


def _has_number(row: RowTexts) -> bool:
    """Whether a row has a number of a table's body: none that counts the columns or is a year above them."""
    numbers = [text for text in row if _is_number(text)]
    whole = [int(text) for text in numbers if text.isdecimal()]
    is_count = len(whole) > 1 and whole == list(range(1, len(whole) + 1))
    is_years = bool(whole) and all(year // 100 in (19, 20) for year in whole)
    return bool(numbers) and not (len(whole) == len(numbers) and (is_count or is_years))


def _is_number(text: str) -> bool:
    return bool(text) and text.replace(",", "").replace(".", "").lstrip("-").isdigit()


def _goes_on(row: RowTexts, below: RowTexts) -> bool:
    """Whether the first row of a page is the rest of the last one before: no row of its own, for it has
    nothing but ends of words and numbers below cells that are filled. Its first cell has nothing, or numbers
    have as many decimals as the others of the row with these ends, and only with them.
    """
    filled = [(above, rest) for above, rest in zip(row, below, strict=True) if rest]
    is_rest = bool(row[0]) and bool(filled) and all(above for above, _ in filled)
    if not is_rest or any("." in rest for _, rest in filled) or not any(map(str.isdigit, below)):
        return False
    return not below[0] or _has_broken_numbers(row, below)


def _has_broken_numbers(row: RowTexts, below: RowTexts) -> bool:
    numbers = [(text, rest) for text, rest in zip(row, below, strict=True) if _is_number(text)]
    before = {decimals(text) for text, _ in numbers}
    after = {decimals(text + rest) for text, rest in numbers}
    return len(after) == 1 < len(before) and all(not rest or rest.isdigit() for _, rest in numbers)


def decimals(number: str) -> int:
    """Return how many decimals a printed number has."""
    return len(number.rstrip("%").partition(".")[2])
