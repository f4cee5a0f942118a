"""A Word file written by a person, as an ordered list of sections."""

from collections.abc import Iterator

from msgspec import Struct

from converter.document.format import PARAGRAPH, Levels, text_of
from converter.document.read.heading_numbers import numbered_heading, without_number
from converter.document.read.package import WordParts, unreadable, word_parts


class Section(Struct, frozen=True):
    """A heading and the prose up to the next heading of any level.

    `line` is the heading as written, `title` the same without its number. Level 0, without title,
    is what comes before the first heading.
    """

    level: int
    title: str
    line: str
    paragraphs: tuple[str, ...]


class Outline(Struct, frozen=True):
    """The sections of a document in order; tables, text boxes and deleted text are left out."""

    sections: tuple[Section, ...]


def read_outline(data: bytes) -> Outline:
    """Return the outline of a .docx; DocumentError if it is none.

    Headings are known by their number in the text, by style or outline level, or by automatic number.
    """
    with unreadable():
        lines = list(_lines(word_parts(data)))
    drafts: list[tuple[int, str, list[str]]] = [(0, "", [])]
    for level, line in lines:
        if level:
            drafts.append((level, line, []))
        else:
            drafts[-1][2].append(line)
    sections = (Section(level, without_number(line), line, tuple(prose)) for level, line, prose in drafts)
    return Outline(tuple(section for section in sections if section.level or section.paragraphs))


def _lines(parts: WordParts) -> Iterator[tuple[int, str]]:
    """Yield each line that is not blank, with its level as a heading or 0; line breaks part lines."""
    levels = Levels(parts.styles, parts.numbering)
    for paragraph in levels.contents(parts.body):
        if paragraph.tag != PARAGRAPH:
            continue
        lines = [line.strip() for line in text_of(paragraph).split("\n") if line.strip()]
        styled = levels.of(paragraph) if len(lines) == 1 else 0
        for line in lines:
            heading = numbered_heading(line)
            yield (heading.level if heading else styled), line
