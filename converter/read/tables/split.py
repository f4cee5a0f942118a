"""Part a sheet that holds several tables, one below or beside the other, into a grid for each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, pairwise

from converter.figures import address
from converter.read.files.cells import words
from converter.read.files.grids import Grid
from converter.read.labels.vocabulary import Vocabulary
from converter.read.tables.title_block import TitleBlock, read_head

HEADER_WITHIN = 8  # so many rows below its title a table's header begins at the latest


@dataclass(frozen=True, slots=True)
class _Title:
    """A cell that reads like the title of a table; `form` is None where the table is not known."""

    row: int
    column: int
    form: str | None


@dataclass(frozen=True, slots=True)
class _Span:
    """Rows and columns of a grid (first, past the last) that make a table, and what its head says."""

    top: int
    bottom: int
    left: int
    right: int
    head: TitleBlock

    def goes_on_with(self, below: "_Span") -> bool:
        """Tell whether the table below is this one's next page."""
        ours, other = self.head, below.head
        same = (ours.form, ours.year, ours.department) == (other.form, other.year, other.department)
        return bool(ours.form) and same and (self.left, self.right) == (below.left, below.right)

    def with_page(self, below: "_Span") -> "_Span":
        """Return this table with its next page."""
        units = tuple(dict.fromkeys((*self.head.units, *below.head.units)))
        unit = self.head.unit if len(units) < 2 else ""
        return replace(self, bottom=below.bottom, head=replace(self.head, unit=unit, units=units))


def split_sheet(
    grid: Grid, head: TitleBlock, vocabulary: Vocabulary, body: str
) -> list[tuple[Grid, TitleBlock]]:
    """Return the tables of a sheet: of each a grid with all other cells blank, and its head.

    A table that repeats the title of the one before, for the same year and department, goes on
    with it. What a head leaves unsaid is taken from the table before.
    """
    named = list(_titles(grid, vocabulary, head.department or body))
    titles = _heading_tables(grid, named, vocabulary)
    if not titles or (len(titles) == 1 and titles[0].row == head.row):
        return [(grid, head)]
    listed = max((title.row for title in named if title.row < titles[0].row), default=-1)
    spans: list[_Span] = []
    for span in _spans(grid, titles, listed, vocabulary, body):
        if spans:
            span = replace(span, head=span.head.within(spans[-1].head))
            if spans[-1].goes_on_with(span):
                spans[-1] = spans[-1].with_page(span)
                continue
        spans.append(span)
    if len(spans) == 1 and not spans[0].top:
        return [(grid, spans[0].head)]
    return [(_only(grid, span.top, span.bottom, span.left, span.right), span.head) for span in spans]


def _titles(grid: Grid, vocabulary: Vocabulary, department: str) -> Iterator[_Title]:
    """Yield the titles from the top down; one that is not known must stand alone in its row."""
    titles = vocabulary.titles
    able = {
        cell for cell in set(chain.from_iterable(grid.rows)) if isinstance(cell, str) and titles.may_be(cell)
    }
    for row, cells in enumerate(grid.rows):
        if able.isdisjoint(cells) or row in grid.unseen.rows:
            continue
        for column, cell in enumerate(cells):
            if cell not in able:
                continue
            form = vocabulary.form(cell, department)
            if form is not None or (titles.looks(cell) and all(each in ("", cell) for each in cells)):
                yield _Title(row, column, form)


def _heading_tables(grid: Grid, titles: list[_Title], vocabulary: Vocabulary) -> list[_Title]:
    """Return the titles that a header follows, after one for a table that stands above them all."""
    rows = [*(title.row for title in titles), len(grid.rows)]
    ends = [next(row for row in rows if row > title.row) for title in titles[:-1]] + rows[-1:]
    found = [title for title, end in zip(titles, ends, strict=False) if _header(grid, title, end, vocabulary)]
    if found and _header(grid, _Title(-1, 0, None), found[0].row, vocabulary):
        found.insert(0, _Title(-1, 0, None))
    return found


def _header(grid: Grid, title: _Title, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether the rows below a title, to before `end`, have a header or say that there is no data."""
    known = vocabulary.head_words.get(title.form or "", frozenset())
    keys = vocabulary.keys
    for cells in grid.rows[title.row + 1 : min(end, title.row + 1 + HEADER_WITHIN)]:
        texts = [text for text in map(words, cells) if text]
        names = {vocabulary.canonical(text) for text in texts}
        if not names.isdisjoint(keys) or len(names & known) > 1:
            return True
        if any(map(vocabulary.says_empty, texts)):
            return True
    return False


def _spans(
    grid: Grid, titles: list[_Title], listed: int, vocabulary: Vocabulary, body: str
) -> Iterator[_Span]:
    """Yield what lies under each title; above the first a list of titles may end in row `listed`."""
    rows = [list(several) for _, several in groupby(titles, key=lambda title: title.row)]
    start = _top(grid, rows[0][0].row, listed, vocabulary) if listed >= 0 else 0
    tops = [start, *(_top(grid, below[0].row, above[0].row, vocabulary) for above, below in pairwise(rows))]
    width = max(map(len, grid.rows))
    for beside, top, bottom in zip(rows, tops, [*tops[1:], len(grid.rows)], strict=True):
        edges = _edges(grid, beside, top, bottom)
        tangled = len(edges) < len(beside)
        for title, (left, right) in zip(beside, pairwise([*edges, width]), strict=False):
            head = read_head(_only(grid, top, bottom, left, right), vocabulary, body)
            if title.row >= 0 and (title.form is None or tangled):
                where = address(title.row, title.column)
                head = replace(head, form=None, row=title.row, title=where, tangled=tangled)
            yield _Span(top, bottom, left, right, head)


def _top(grid: Grid, row: int, above: int, vocabulary: Vocabulary) -> int:
    """Return the first of the lines over a title that belong to its head."""
    while row - 1 > above and _is_head_line(grid.rows[row - 1], vocabulary):
        row -= 1
    return row


def _is_head_line(cells: Sequence[object], vocabulary: Vocabulary) -> bool:
    texts = [cell for cell in cells if cell != ""]
    return bool(texts) and all(isinstance(text, str) and vocabulary.is_head_line(text) for text in texts)


def _edges(grid: Grid, beside: list[_Title], top: int, bottom: int) -> list[int]:
    """Return the first column of each table beside another; fewer where they can't be told apart."""
    edges = [0]
    for before, after in pairwise(beside):
        blank = (
            column
            for column in range(after.column - 1, before.column, -1)
            if all(grid.cell(row, column) == "" for row in range(top, bottom))
        )
        merged = any(merge[:2] == (after.row, after.column) != merge[2:] for merge in grid.merges or ())
        if (edge := next(blank, after.column - 1 if merged else -1)) >= 0:
            edges.append(edge + 1)
    return edges


def _only(grid: Grid, top: int, bottom: int, left: int, right: int) -> Grid:
    """Return a grid in which all is blank but the cells within these rows and columns."""
    blank: list[object] = [""] * left
    rows = [
        blank + row[left:right] if top <= nth < bottom else [] for nth, row in enumerate(grid.rows[:bottom])
    ]
    merges = grid.merges and [
        each for each in grid.merges if top <= each[0] < bottom and left <= each[1] < right
    ]
    within = grid.uncomputed and grid.uncomputed & {
        address(row, column) for row in range(top, bottom) for column in range(left, right)
    }
    return replace(
        grid,
        rows=rows,
        merges=merges,
        uncomputed=within,
        stale=tuple(each for each in grid.stale if each.cell in within),
        unseen=grid.unseen.within(range(top, bottom), range(left, right)),
    )
