"""The sections of a department's Word document, under the names of the pack's texts they belong to."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, pairwise

from msgspec import Struct, field

from converter.chinese import FULL_STOP
from converter.conversion.prose.headings import ProseHeading, ProseHeadings
from converter.document.contents import Content, Passage, Tabular
from converter.document.heading_numbers import heading_number, numbered_heading
from converter.document.read import read_document
from converter.errors import DocumentError
from converter.figures import CellOrigin, Text
from converter.pack import Pack
from converter.read import FiledFile

TITLE_LINES, LONGEST_TITLE = 4, 60  # first lines that may be the title, and characters of one
LONGEST_LABEL = 12  # characters; what is longer in a table's cell, or has a full stop, is prose


class AssignedSection(Struct, frozen=True):
    """A section's lines, and the name of the pack's text they belong to, '' if to none.

    `heading` is its heading as written, '' for what stands before the first one and for a table by itself.
    """

    name: str
    heading: str
    lines: tuple[str, ...]
    is_table: bool = False


def texts_of(sections: Iterable[AssignedSection], document: FiledFile) -> dict[str, Text]:
    """Return the texts that sections of a document make up, by name."""
    lines_by_name: dict[str, list[str]] = {}
    for section in sections:
        if section.name:
            lines_by_name.setdefault(section.name, []).extend(section.lines)
    origin = CellOrigin(document.name, "", "")
    return {name: Text("\n".join(lines), origin) for name, lines in lines_by_name.items() if lines}


def year_of(
    sections: Sequence[AssignedSection], document: FiledFile, year_named: Callable[[str], int]
) -> int:
    """Return the year that a document is for by its title, or else by its name; 0 if neither tells one."""
    written = (line for section in sections for line in (section.heading, *section.lines) if line)
    first = [line for line in islice(written, TITLE_LINES) if FULL_STOP not in line]
    titles = (line for line in first if len(line) <= LONGEST_TITLE and not heading_number(line))
    return next(filter(None, map(year_named, titles)), 0) or year_named(document.name)


def assigned_sections(document: FiledFile, department: str, pack: Pack) -> list[AssignedSection]:
    """Return the document's sections in order; DocumentError if it is no Word document, or far too long.

    A section with an unknown heading belongs to the known one it stands below in the outline, its own heading
    as a line. Marks of what is missing are left out. A table is looked into where it lays out prose, below or
    beside a known heading; of any other only the fact that it is there is returned.
    """
    missing = re.compile(re.escape(pack.words.missing_text).replace(r"\{name\}", ".*"))
    outline = _Outline(ProseHeadings(pack, department))
    read = read_document(document.read_bytes())
    if read.characters > pack.limits.report_characters:
        raise DocumentError("longer than any report")
    for content in read.contents:
        outline.add(content)
    return [
        AssignedSection(
            draft.name,
            draft.heading,
            tuple(line for line in draft.lines if not missing.fullmatch(line)),
            draft.is_table,
        )
        for draft in outline.drafts
    ]


class _Draft(Struct):
    """A section to which lines are still added."""

    name: str
    heading: str = ""
    lines: list[str] = field(default_factory=list)
    is_table: bool = False


class _Level(Struct, frozen=True):
    """A heading above the line that is read: its rank, and the text that its section belongs to.

    One without a rank of its own is `below` the last that has one, and shares its rank. `styled` is the level
    of its style, 0 if it has none: what has that style and no number stands beside it.
    """

    rank: int
    below: bool
    name: str
    styled: int = 0


class _Outline:
    """Sorts lines into sections; `drafts` are the sections so far."""

    def __init__(self, headings: ProseHeadings) -> None:
        self._headings = headings
        self._above: list[_Level] = []
        self.drafts = [_Draft("")]

    def add(self, content: Content) -> None:
        """Add a paragraph or a table."""
        if isinstance(content, Passage):
            for line, level in _lines(content):
                self._add_line(line, level)
        else:
            current = self.drafts[-1]
            in_table = self._sections_in(content) or [_Draft("", is_table=True)]
            self.drafts += [*in_table, _Draft(current.name, current.heading)]

    def _add_line(self, line: str, styled: int) -> None:
        heading = self._headings.heading(line, styled)
        if heading is None:
            self.drafts[-1].lines.append(line)
        else:
            self._open(line, heading, styled)

    def _open(self, line: str, heading: ProseHeading, styled: int) -> None:
        """Begin the section of a heading."""
        beside = (nth for nth, level in enumerate(self._above) if level.styled >= heading.level > 0)
        self._above = self._above[: next(beside, None)]
        rank, below = heading.rank, not heading.rank
        if below:
            rank = self._above[-1].rank if self._above else 0
        self._above = [level for level in self._above if (level.rank, level.below) < (rank, below)]
        parent = self._above[-1].name if self._above else ""
        name = parent if heading.name is None else heading.name
        self._above.append(_Level(rank, below, name, styled))
        lines = [line] if heading.name is None and parent else [heading.text] if heading.text else []
        self.drafts.append(_Draft(name, line, lines))

    def _sections_in(self, table: Tabular) -> list[_Draft]:
        """Return the sections laid out in a table: known headings with prose in their own or the next cell.

        Where there are any, other rows with prose are sections of no text.
        """
        rows = [[lines for cell in row if (lines := _lines_in(cell.text))] for row in table.rows]
        cells = [(number, lines) for number, row in enumerate(rows) for lines in row]
        found: list[_Draft] = []
        used: set[int] = set()
        for (number, lines), (next_number, beside) in pairwise([*cells, (0, [""])]):
            heading = self._headings.heading(lines[0], 0)
            if heading is None or not heading.name:
                continue
            own = [*filter(None, [heading.text]), *lines[1:]]
            if text := own or _prose(beside):
                found.append(_Draft(heading.name, lines[0], text))
                used |= {number} if own else {number, next_number}
        others = (row for number, row in enumerate(rows) if number not in used and any(map(_prose, row)))
        return (
            [*found, *(_Draft("", row[0][0], [line for lines in row for line in lines]) for row in others)]
            if found
            else []
        )


def _lines_in(text: str) -> list[str]:
    """Return the lines of a text that are not blank."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def _prose(lines: list[str]) -> list[str]:
    """Return the lines of a cell if they are prose rather than a label or a number."""
    return lines if any(FULL_STOP in line or len(line) > LONGEST_LABEL for line in lines) else []


def _lines(passage: Passage) -> Iterator[tuple[str, int]]:
    """Yield a paragraph's lines that are not blank, with their level by number or style; breaks part them."""
    lines = _lines_in(passage.written.text)
    for line in lines:
        heading = numbered_heading(line)
        yield line, heading.level if heading else passage.level if len(lines) == 1 else 0
