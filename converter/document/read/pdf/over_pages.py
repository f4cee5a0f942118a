"""Tables that go on over pages: which of a page's first belong to the last of the page before."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.chinese import CONTINUED
from converter.document.read.pdf.lines import PrintedLine
from converter.document.read.pdf.margins import TextMargins
from converter.document.read.pdf.ruled import RuledTable
from converter.document.read.pdf.table import PrintedTable

_CONTINUED = re.compile(CONTINUED)


class PagePart(Struct, frozen=True):
    """A line or a table, the margins of its page, and the number of its last page.

    A table that goes on over pages has in `pages` that of each row. A table may be only a piece:
    `is_open_above` and `is_open_below` say that it seems to go on there, though not surely with the table
    next to it.
    """

    content: PrintedLine | PrintedTable | RuledTable
    margins: TextMargins
    page: int
    is_open_above: bool = False
    is_open_below: bool = False
    pages: tuple[int, ...] = ()

    @property
    def pages_of_rows(self) -> tuple[int, ...]:
        """The number of the page that each row of a table stands on."""
        rows = () if isinstance(self.content, PrintedLine) else self.content.rows
        return self.pages or (self.page,) * len(rows)


def tables_joined(parts: Sequence[PagePart]) -> Iterator[PagePart]:
    """Yield the parts in order, a table that goes on over pages as one.

    What a page repeats above and below its piece of the table, title and head, is left out.
    """
    last: PagePart | None = None
    above: list[str] = []
    between: list[PagePart] = []
    for nth, part in enumerate(parts):
        if isinstance(part.content, PrintedLine):
            between.append(part)
            continue
        gap = last and _Gap(last, above, between, part, parts[nth + 1 :])
        if last and gap and gap.may_go_on and (whole := gap.joined()):
            last, between = _joined(last, part, whole), []
            continue
        if last and gap and gap.seems_to_go_on:
            last, part = replace(last, is_open_below=True), replace(part, is_open_above=True)
        yield from (last, *between) if last else between
        last, above, between = part, [*_texts(between, part.page), *_head_of(part)], []
    yield from (last, *between) if last else between


def _joined(upper: PagePart, lower: PagePart, whole: PrintedTable | RuledTable) -> PagePart:
    """Return two parts as one table, `whole`; a row that the page's end cuts stands on the upper page."""
    above = upper.pages_of_rows
    pages = above + (lower.page,) * (len(whole.rows) - len(above))
    return replace(upper, content=whole, page=lower.page, pages=pages)


class _Gap:
    """What stands between two tables: lines below the upper one, a page's end, lines above the lower one.

    `above` is what stands above the upper one.
    """

    def __init__(
        self,
        upper: PagePart,
        above: list[str],
        between: Sequence[PagePart],
        lower: PagePart,
        rest: Sequence[PagePart],
    ) -> None:
        self._upper, self._lower, self._above = upper, lower, above
        below = _texts(between, upper.page) if lower.page != upper.page else []
        repeated = _texts(between, lower.page)
        self._named = [*repeated, *_head_of(lower)]
        self._is_near = lower.page - upper.page <= 1 and len(below) + len(repeated) == len(between)
        self._has_same_foot = below == _texts(rest[: len(below)], lower.page)
        self._is_repeated = not self._named or self._above[-len(self._named) :] == self._named

    @property
    def may_go_on(self) -> bool:
        """Whether nothing stands between but what the lower page repeats."""
        is_over = self._upper.page != self._lower.page
        return self._is_near and self._has_same_foot and (self._is_repeated if is_over else not self._named)

    @property
    def seems_to_go_on(self) -> bool:
        """Whether the lower table, not joined, has no title and no head of its own on its page."""
        lower = self._lower.content
        is_over = self._upper.page != self._lower.page
        return is_over and self.may_go_on and (not isinstance(lower, RuledTable) or lower.begins_within)

    def joined(self) -> PrintedTable | RuledTable | None:
        """Return the upper table with the lower one, None if that does not go on with it."""
        upper, lower = self._upper.content, self._lower.content
        if isinstance(upper, RuledTable) and isinstance(lower, RuledTable):
            return upper.continued_by(lower, is_named=bool(self._named))
        if isinstance(upper, PrintedTable) and isinstance(lower, PrintedTable):
            return upper.continued_by(lower)
        return None


def _head_of(part: PagePart) -> list[str]:
    """Return the lines of the head of a table without rules."""
    return [_said(line.text) for line in part.content.head] if isinstance(part.content, PrintedTable) else []


def _texts(parts: Sequence[PagePart], page: int) -> list[str]:
    return [
        _said(part.content.text)
        for part in parts
        if isinstance(part.content, PrintedLine) and part.page == page
    ]


def _said(line: str) -> str:
    """Return a line without the words that a table is continued."""
    return _CONTINUED.sub("", line)
