"""A report opened for checking: its contents, its year, and where things are in it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from converter import messages
from converter.chinese import CLOSING_MARKS, COMPARED, COMPARED_WITH, FULL_STOP, TABLE, WITH_OR_AND, YEAR
from converter.document.contents import Content, Passage, Tabular, UnreadKind, UnreadPart
from converter.document.heading_numbers import heading_number
from converter.pack import Limits
from converter.trace import Trail
from converter.verify.claims.claim import Span
from converter.verify.claims.normal_text import NormalText, normal_text
from converter.verify.claims.row_labels import RowLabels

_NUMBER = re.compile(r"\d[\d.,]*")
_YEAR = re.compile(rf"(?<!\d)(20\d\d)\s*{YEAR}")
_COMPARED = rf"(?=20\d\d\s*{YEAR}[^{FULL_STOP}]{{0,12}}(?:{COMPARED}))"
_OWN_YEAR = re.compile(rf"(?<![\d{COMPARED_WITH}])(?<![{WITH_OR_AND}]{_COMPARED})(20\d\d)\s*{YEAR}")
_BARE_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
LONGEST_TITLE_LINE = 60  # signs of a report's: longer lines list its parts
TITLE_LINES = 4  # first lines that may name the year
COVER_LINES = 8  # first lines of a report with a cover: its title may take several of them
LEAST_CHARACTERS = 20  # characters that a paragraph or cell counts as, however short
LONGEST_TITLE_IN_PLACE = 40  # characters of a table's that describes a place
LINES_ABOVE = 6  # before a table: they may state its title and unit


class SubmittedReport(Struct, frozen=True, dict=True):
    """The contents of a report in order, and the trail it carries, an empty one if it carries none.

    A content is named by its index. `unread` is what else is in the file.
    """

    contents: tuple[Content, ...]
    trail: Trail
    unread: tuple[UnreadPart, ...] = ()

    @cached_property
    def year(self) -> int:
        """The year its title names most often, or else its first lines, or the whole; 0 if it names none.

        Of years named as often, it is the last. What is compared with a year is of the next one, if that is
        named, too, or no other is.
        """
        texts = [text for _, text in self.passages()]
        for lines in ([self.title_line], self.first_lines, texts):
            own = _years_in(lines, _OWN_YEAR)
            behind = Counter({year + 1: times for year, times in (_years_in(lines, _YEAR) - own).items()})
            named = Counter({year: own[year] + behind[year] for year in behind if year in own})
            if years := named or own or behind:
                return max(years, key=lambda year: (years[year], year))
            if lines is not texts and (bare := _BARE_YEAR.findall(lines[0] if lines else "")):
                return int(bare[0])
        return 0

    @cached_property
    def title(self) -> str:
        """Its first line."""
        return next((text.strip() for _, text in self.passages() if text.strip()), "")

    @cached_property
    def title_line(self) -> str:
        """The first of its first lines that names a year, not only to compare with it, and is no sentence, or
        else its title.
        """
        lines = self.first_lines
        return next((line for line in lines if _OWN_YEAR.search(line) and FULL_STOP not in line), self.title)

    @property
    def title_lines(self) -> tuple[str, ...]:
        """Those of its first lines that may be of its title."""
        return tuple(filter(_may_be_of_title, self.first_lines))

    @property
    def cover(self) -> str:
        """Its first lines that may be of its title in one, a cover's among them."""
        lines = (text.strip() for _, text in islice(self.passages(), COVER_LINES))
        return "".join(filter(_may_be_of_title, lines))

    @cached_property
    def first_lines(self) -> tuple[str, ...]:
        """Its first lines, those of its title among them."""
        return tuple(text.strip() for _, text in islice(self.passages(), TITLE_LINES))

    def within(self, limits: Limits) -> "SubmittedReport":
        """Return the report as far as it may be read; what follows is one of its unread parts."""
        characters = numbers = 0
        for index, content in enumerate(self.contents):
            for text in _texts(content):
                characters += max(len(text), LEAST_CHARACTERS)
                numbers += len(_NUMBER.findall(text))
            if characters > limits.report_characters or numbers > limits.report_numbers:
                unread = (part for part in self.unread if part.page or part.place < index)
                rest = UnreadPart(UnreadKind.REST, len(self.contents) - index, index - 1)
                return replace(self, contents=self.contents[:index], unread=(*unread, rest))
        return self

    def names(self, department: str) -> bool:
        """Whether it is the report of a department, by its trail or else by its text."""
        return department in (self.trail.department or self._running_text)

    @cached_property
    def _running_text(self) -> str:
        return "".join(text for _, text in self.passages())

    def passages(self) -> Iterator[tuple[int, str]]:
        """Yield the index and text of each paragraph."""
        for index, content in enumerate(self.contents):
            if isinstance(content, Passage):
                yield index, content.written.text

    @cached_property
    def normal_texts(self) -> tuple[tuple[int, NormalText], ...]:
        """The index of each paragraph, and its text in normal form."""
        return tuple((index, NormalText(text)) for index, text in self.passages())

    def written(self) -> Iterator[tuple[int, Passage]]:
        """Yield the index of each paragraph, and the paragraph."""
        for index, content in enumerate(self.contents):
            if isinstance(content, Passage):
                yield index, content

    def tables(self) -> Iterator[tuple[int, Tabular, list[str]]]:
        """Yield each table with its index and the lines right above it."""
        above: list[str] = []
        for index, content in enumerate(self.contents):
            if isinstance(content, Tabular):
                yield index, content, above[-LINES_ABOVE:]
                above = []
            else:
                above.append(content.written.text)

    def where(self, span: Span) -> str:
        """Return in words where a span stands: its page, if there are any, its section, and the paragraph or
        cell.
        """
        page, place = self._page(span), self._place(span)
        if page and span.in_paragraph and not self._places[span.content][0]:
            return messages.verify.ON_PAGE.format(page=page)
        return messages.verify.PLACE_ON_PAGE.format(page=page, place=place) if page else place

    def _page(self, span: Span) -> int:
        content = self.contents[span.content]
        if isinstance(content, Passage):
            return content.page
        return content.pages[span.row] if span.row < len(content.pages) else 0

    def _place(self, span: Span) -> str:
        heading, paragraph, table = self._places[span.content]
        content = self.contents[span.content]
        if isinstance(content, Tabular):
            return messages.verify.IN_TABLE.format(
                table=table,
                title=_quoted(self._titles.get(span.content, "")),
                row=span.row + 1,
                label=_quoted(self._labels[span.content].before(span.row, span.column)),
                column=span.column + 1,
            )
        return messages.verify.IN_PARAGRAPH.format(
            heading=heading or messages.verify.FRONT, paragraph=paragraph
        )

    @cached_property
    def _labels(self) -> dict[int, RowLabels]:
        """The labels of the rows of each table."""
        return {index: RowLabels(table) for index, table, _ in self.tables()}

    @cached_property
    def _titles(self) -> dict[int, str]:
        """The titles of the tables that have one: right above them, or alone in their first row."""
        found = {}
        for index, table, above in self.tables():
            first = [cell.text for cell in table.rows[0] if cell.text] if table.rows else []
            lines = [*above[-TITLE_LINES:], *(first if len(set(first)) == 1 else ())]
            titles = ("".join(line.split()) for line in reversed(lines))
            if title := next((line for line in titles if _is_title(line)), ""):
                found[index] = title
        return found

    @cached_property
    def _places(self) -> list[tuple[str, int, int]]:
        """The heading each content stands under, its number among the paragraphs there, that of its table."""
        found: list[tuple[str, int, int]] = []
        heading, paragraph, table = "", 0, 0
        for content in self.contents:
            text = "" if isinstance(content, Tabular) else content.written.text.strip()
            table += isinstance(content, Tabular)
            found.append((heading, paragraph + bool(text), table))
            if isinstance(content, Passage) and content.level:
                heading, paragraph = text, 0
            else:
                paragraph += bool(text)
        return found

    def text(self, span: Span) -> str:
        """Return the text of a span."""
        return self.text_around(span)[span.start : span.end]

    def between(self, one: Span, other: Span) -> str:
        """Return the text between two spans of one paragraph or cell, in normal form."""
        return normal_text(self.text_around(one)[one.end : other.start])

    def text_around(self, span: Span) -> str:
        """Return all text of the paragraph or cell a span is in."""
        content = self.contents[span.content]
        if isinstance(content, Tabular):
            return content.rows[span.row][span.column].text
        return content.written.text


def _years_in(lines: Iterable[str], pattern: re.Pattern[str]) -> Counter[int]:
    """Return how often lines name each year."""
    return Counter(int(found) for line in lines for found in pattern.findall(line))


def _texts(content: Content) -> Iterator[str]:
    if isinstance(content, Tabular):
        yield from (cell.text for row in content.rows for cell in row)
    else:
        yield content.written.text


def _may_be_of_title(line: str) -> bool:
    """Whether a line of a report's beginning is short, no sentence and no numbered heading."""
    return len(line) <= LONGEST_TITLE_LINE and FULL_STOP not in line and not heading_number(line)


def _is_title(line: str) -> bool:
    """Whether a line names a table."""
    return len(line) <= LONGEST_TITLE_IN_PLACE and line.rstrip(CLOSING_MARKS).endswith(TABLE)


def _quoted(words: str) -> str:
    return messages.verify.QUOTED.format(words=words) if words else ""
