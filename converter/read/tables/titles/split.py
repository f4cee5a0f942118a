"""Split a sheet that holds several tables, one below or beside the other, into a grid for each."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from msgspec import Struct
from msgspec.structs import replace

from converter.figures import address, position
from converter.read.files.cells import Scalar
from converter.read.files.grid import Grid
from converter.read.labels.vocabulary import Vocabulary
from converter.read.tables.head_row import head_row
from converter.read.tables.titles.title_block import TitleBlock, read_title_block, read_top_rows

HEADER_WITHIN = 8  # so many rows below its title a table's header begins at the latest
LONG_PREAMBLE = 6  # more rows with words than that above a title are no part of its table


class TitledGrid(Struct, frozen=True):
    """A grid that holds one table, and the title block of that table."""

    grid: Grid
    title_block: TitleBlock


class _Title(Struct, frozen=True, gc=False):
    """A cell that reads like the title of a table; `form` is None where the table is not known."""

    row: int
    column: int
    form: str | None


class _Span(Struct, frozen=True):
    """Rows and columns of a grid (first, past the last) that make a table, and its title block."""

    top: int
    bottom: int
    left: int
    right: int
    title_block: TitleBlock

    def goes_on_with(self, below: "_Span") -> bool:
        """Whether the table below is this one's next page."""
        ours, other = self.title_block, below.title_block
        same = (
            (ours.form, ours.open_title) == (other.form, other.open_title)
            and (ours.year, ours.department) == (other.year, other.department)
            and (self.left, self.right) == (below.left, below.right)
        )
        return bool(ours.form) and same

    def with_page(self, below: "_Span") -> "_Span":
        """Return this table with its next page."""
        ours = self.title_block
        units = tuple(dict.fromkeys((*ours.units, *below.title_block.units)))
        title_block = replace(ours, unit=ours.unit if len(units) < 2 else "", units=units)
        return replace(self, bottom=below.bottom, title_block=title_block)


def split_sheet(
    grid: Grid, title_block: TitleBlock, vocabulary: Vocabulary, department: str
) -> list[TitledGrid]:
    """Return the tables of a sheet, of each a grid with all other cells blank.

    `title_block` is the sheet's own, `department` the one its other sheets name. A table that repeats the
    title of the one before, for the same year and department, continues it. What a title block leaves
    unsaid is taken from the table before.
    """
    found = list(_titles(grid, vocabulary, title_block.department or department))
    titles = _heading_tables(grid, found, vocabulary)
    preamble = _preamble(grid, titles[0].row, vocabulary) if titles else 0
    if not titles or (len(titles) == 1 and titles[0].row == title_block.row and not preamble):
        return [TitledGrid(grid, title_block)]
    listed = max((title.row for title in found if _is_of_another(title, titles[0])), default=-1)
    start = _top(grid, titles[0].row, listed, vocabulary) if listed >= 0 else preamble
    spans = [_preamble_span(grid, preamble, vocabulary, department)] if preamble and listed < 0 else []
    for span in _spans(grid, titles, start, vocabulary, department):
        if spans:
            span = replace(span, title_block=span.title_block.within(spans[-1].title_block))
            if spans[-1].goes_on_with(span):
                spans[-1] = spans[-1].with_page(span)
                continue
        spans.append(span)
    if len(spans) == 1 and not spans[0].top:
        return [TitledGrid(grid, spans[0].title_block)]
    return [
        TitledGrid(_only(grid, span.top, span.bottom, span.left, span.right), span.title_block)
        for span in spans
    ]


def _titles(grid: Grid, vocabulary: Vocabulary, department: str) -> Iterator[_Title]:
    """Yield the titles from the top down; one that is not known must stand alone in its row, and is no
    heading of a block.
    """
    lines = vocabulary.title_lines
    texts = list(filter(lines.titles.may_be, grid.texts))
    known = lines.titled(texts, department)
    looks = filter(lines.titles.looks, texts)
    possible = known.keys() | {text for text in looks if not vocabulary.is_heading(text)}
    for row, cells in enumerate(grid.rows):
        if possible.isdisjoint(cells) or row in grid.hidden.rows:
            continue
        for column, cell in enumerate(cells):
            if isinstance(cell, str) and cell in possible:
                title = known.get(cell)
                if title or all(other in ("", cell) for other in cells):
                    yield _Title(row, column, title.likeliest if title else None)


def _heading_tables(grid: Grid, titles: list[_Title], vocabulary: Vocabulary) -> list[_Title]:
    """Return the titles that a header follows, after one for a table that stands above them all."""
    rows = [*(title.row for title in titles), len(grid.rows)]
    ends = [next(row for row in rows if row > title.row) for title in titles[:-1]] + rows[-1:]
    found = [title for title, end in zip(titles, ends, strict=False) if _header(grid, title, end, vocabulary)]
    if found and _header(grid, _Title(-1, 0, None), found[0].row, vocabulary):
        found.insert(0, _Title(-1, 0, None))
    return found


def _is_of_another(title: _Title, first: _Title) -> bool:
    """Whether a title above that of the first table is none of its own, as one of a list of tables."""
    return title.row < first.row and (title.form is None or title.form != first.form)


def _header(grid: Grid, title: _Title, end: int, vocabulary: Vocabulary) -> bool:
    """Whether the rows below a title, to before `end`, have a header or say that there is no data.

    The heading of a block is the header of a form: below a title that is not known it is none of its own.
    """
    known = vocabulary.header_words.get(title.form or "", frozenset())
    is_unknown = title.form is None and title.row >= 0
    keys = vocabulary.keys - vocabulary.anchors if is_unknown else vocabulary.keys
    for cells in grid.rows[title.row + 1 : min(end, title.row + 1 + HEADER_WITHIN)]:
        row = head_row(vocabulary, cells)
        names = row.names.values()
        if not keys.isdisjoint(names) or len(known.intersection(names)) > 1 or row.says_no_data:
            return True
    return False


def _preamble(grid: Grid, row: int, vocabulary: Vocabulary) -> int:
    """Return how many rows above a title are no part of its table, 0 if there are few."""
    top = _top(grid, row, -1, vocabulary)
    return top if sum(1 for cells in grid.rows[:top] if any(cells)) > LONG_PREAMBLE else 0


def _preamble_span(grid: Grid, bottom: int, vocabulary: Vocabulary, department: str) -> _Span:
    """Return the rows before the first table, which may say for whom and when all tables are."""
    width = max(map(len, grid.rows))
    top_rows = read_top_rows(_only(grid, 0, bottom, 0, width), vocabulary)
    block = read_title_block(top_rows, vocabulary, department)
    return _Span(0, bottom, 0, width, replace(block, form=None, open_title=None))


def _spans(
    grid: Grid, titles: list[_Title], start: int, vocabulary: Vocabulary, department: str
) -> Iterator[_Span]:
    """Yield what lies under each title, the first from row `start` on."""
    rows = [list(several) for _, several in groupby(titles, key=lambda title: title.row)]
    tops = [start, *(_top(grid, below[0].row, above[0].row, vocabulary) for above, below in pairwise(rows))]
    width = max(map(len, grid.rows))
    for beside, top, bottom in zip(rows, tops, [*tops[1:], len(grid.rows)], strict=True):
        edges = _edges(grid, beside, top, bottom)
        tangled = len(edges) < len(beside)
        for title, (left, right) in zip(beside, pairwise([*edges, width]), strict=False):
            top_rows = read_top_rows(_only(grid, top, bottom, left, right), vocabulary)
            block = read_title_block(top_rows, vocabulary, department)
            if title.row >= 0 and (title.form is None or tangled):
                cell = address(title.row, title.column)
                block = replace(block, form=None, open_title=None, row=title.row, title=cell, tangled=tangled)
            yield _Span(top, bottom, left, right, block)


def _top(grid: Grid, row: int, above: int, vocabulary: Vocabulary) -> int:
    """Return the first of the rows over a title that belong to its title block."""
    while row - 1 > above and _is_title_row(grid.rows[row - 1], vocabulary):
        row -= 1
    return row


def _is_title_row(cells: Sequence[object], vocabulary: Vocabulary) -> bool:
    texts = [cell for cell in cells if cell != ""]
    return bool(texts) and all(
        isinstance(text, str) and vocabulary.title_lines.is_title_line(text) for text in texts
    )


def _edges(grid: Grid, beside: list[_Title], top: int, bottom: int) -> list[int]:
    """Return the first column of each table beside another; fewer where no blank column parts them."""
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
    blank: list[Scalar] = [""] * left
    rows = [
        blank + row[left:right] if top <= nth < bottom else [] for nth, row in enumerate(grid.rows[:bottom])
    ]
    merges = grid.merges and [
        merge for merge in grid.merges if top <= merge[0] < bottom and left <= merge[1] < right
    ]
    within = {
        cell
        for cell in grid.uncomputed | grid.unchecked
        if top <= position(cell)[0] < bottom and left <= position(cell)[1] < right
    }
    return replace(
        grid,
        rows=rows,
        merges=merges,
        uncomputed=grid.uncomputed & within,
        stale=tuple(stale for stale in grid.stale if stale.cell in within),
        circular=grid.circular & within,
        unchecked=grid.unchecked & within,
        hidden=grid.hidden.within(range(top, bottom), range(left, right)),
    )
