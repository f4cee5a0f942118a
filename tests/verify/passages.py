"""Paragraphs and tables as they are read: writing them into a file first would take ten times as long."""

from collections.abc import Iterable, Sequence

from converter.document.contents import BookmarkedText, Passage, Tabular
from converter.document.heading_numbers import numbered_heading
from converter.figures import Merge

TITLE = "2020年度某单位部门整体支出绩效评价报告"
TITLE_MARK = "# "


def passages(texts: Iterable[str]) -> tuple[Passage, ...]:
    """Return the title of a report and these paragraphs, the first of which may be another title; with the
    number of a heading they are headings.
    """
    lines = [*texts]
    titled = () if lines and lines[0].startswith(TITLE_MARK) else (TITLE,)
    return tuple(_passage(text.removeprefix(TITLE_MARK)) for text in (*titled, *lines))


def table(
    rows: Iterable[Sequence[str]], merges: Iterable[Merge] = (), *, is_open_below: bool = False
) -> Tabular:
    """Return a table of these texts."""
    cells = tuple(tuple(map(BookmarkedText, row)) for row in rows)
    return Tabular(cells, tuple(merges), is_open_below=is_open_below)


def _passage(text: str) -> Passage:
    heading = numbered_heading(text)
    return Passage(BookmarkedText(text), heading.level if heading else 0)
