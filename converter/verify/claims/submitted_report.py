"""A report opened for checking: its contents, its year, where everything stands, and every claim in it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from converter import messages
from converter.chinese import YEAR
from converter.document.read import Content, Passage, Tabular
from converter.trace import Trail
from converter.verify.claims.claim import Span

_YEAR = re.compile(rf"(?<!\d)(20\d\d)\s*{YEAR}")
_TITLE_LINES = 4
ABOVE = 3  # lines before a table that may state its title and unit


@dataclass(frozen=True, slots=True)
class SubmittedReport:
    """The contents of a report in order, and the trail it carries; an empty one if it carries none."""

    contents: tuple[Content, ...]
    trail: Trail

    @property
    def year(self) -> int:
        """The year its first lines name, or else the one it names most often; 0 if it names none."""
        texts = [text for _, text in self.passages()]
        for lines in (texts[:_TITLE_LINES], texts):
            if years := Counter(int(found) for line in lines for found in _YEAR.findall(line)):
                return years.most_common(1)[0][0]
        return 0

    @property
    def title(self) -> str:
        """Its first line."""
        return next((text.strip() for _, text in self.passages() if text.strip()), "")

    def names(self, department: str) -> bool:
        """Whether it is a department's, by its trail or else by its text."""
        return department in (self.trail.department or "".join(text for _, text in self.passages()))

    def passages(self) -> Iterator[tuple[int, str]]:
        """Yield the paragraphs with their numbers."""
        for index, content in enumerate(self.contents):
            if isinstance(content, Passage):
                yield index, content.written.text

    def tables(self) -> Iterator[tuple[int, Tabular, list[str]]]:
        """Yield the tables with their numbers and the lines right above."""
        above: list[str] = []
        for index, content in enumerate(self.contents):
            if isinstance(content, Tabular):
                yield index, content, above[-ABOVE:]
                above = []
            else:
                above.append(content.written.text)

    def where(self, spot: Span) -> str:
        """Return a place in words: its section, and the paragraph or cell."""
        heading = ""
        paragraph = table = 0
        for index, content in enumerate(self.contents[: spot.content + 1]):
            if isinstance(content, Tabular):
                table += 1
            elif content.level and index < spot.content:
                heading, paragraph = content.written.text.strip(), 0
            elif content.written.text.strip():
                paragraph += 1
        if spot.row >= 0:
            return messages.verify.IN_TABLE.format(table=table, row=spot.row + 1, column=spot.column + 1)
        return messages.verify.IN_PARAGRAPH.format(
            heading=heading or messages.verify.FRONT, paragraph=paragraph
        )

    def text(self, spot: Span) -> str:
        """Return the text that stands at a place."""
        return self.whole(spot)[spot.start : spot.end]

    def whole(self, spot: Span) -> str:
        """Return all text of the paragraph or cell a place is in."""
        content = self.contents[spot.content]
        if isinstance(content, Tabular):
            return content.rows[spot.row][spot.column].text
        return content.written.text
