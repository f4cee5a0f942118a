"""Paragraphs as they are read: to write them into a file first would take ten times the checking."""

from collections.abc import Iterable

from converter.document.contents import BookmarkedText, Passage
from converter.document.heading_numbers import numbered_heading

TITLE = "2020年度某单位部门整体支出绩效评价报告"
TITLE_MARK = "# "


def passages(texts: Iterable[str]) -> tuple[Passage, ...]:
    """Return the title of a report and these paragraphs, the first of which may be another title; with the
    number of a heading they are headings.
    """
    lines = [*texts]
    titled = () if lines and lines[0].startswith(TITLE_MARK) else (TITLE,)
    return tuple(_passage(text.removeprefix(TITLE_MARK)) for text in (*titled, *lines))


def _passage(text: str) -> Passage:
    heading = numbered_heading(text)
    return Passage(BookmarkedText(text), heading.level if heading else 0)
