"""Paragraphs as they are read: to write them into a file first would take ten times the checking."""

from collections.abc import Iterable

from converter.document.contents import BookmarkedText, Passage
from converter.document.heading_numbers import numbered_heading

TITLE = "2020年度某单位部门整体支出绩效评价报告"


def passages(texts: Iterable[str]) -> tuple[Passage, ...]:
    """Return the title of a report and these paragraphs; with the number of a heading they are headings."""
    return tuple(_passage(text) for text in (TITLE, *texts))


def _passage(text: str) -> Passage:
    heading = numbered_heading(text)
    return Passage(BookmarkedText(text), heading.level if heading else 0)
