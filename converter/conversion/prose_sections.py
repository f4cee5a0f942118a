"""Prose from a Word document filed with the tables: its sections under the names the pack gives them."""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from converter.document.read import Section, read_outline
from converter.figures import CellOrigin, Text
from converter.pack import Pack
from converter.read import FiledFile

_OUTLINED = re.compile(r"^#+ +(.+?) *$", re.MULTILINE)


class AssignedSection(Struct, frozen=True):
    """A section's lines, and the name of the pack's text they belong to, '' if to none."""

    name: str
    heading: str
    lines: tuple[str, ...]


def read_prose(document: FiledFile, pack: Pack) -> dict[str, Text]:
    """Return the document's prose by text name; DocumentError if it is no Word document."""
    return texts_of(assigned_sections(document, pack), document)


def texts_of(sections: Iterable[AssignedSection], document: FiledFile) -> dict[str, Text]:
    """Return the texts that sections of a document make up, by name."""
    lines_by_name: dict[str, list[str]] = {}
    for section in sections:
        if section.name:
            lines_by_name.setdefault(section.name, []).extend(section.lines)
    origin = CellOrigin(document.name, "", "")
    return {name: Text("\n".join(lines), origin) for name, lines in lines_by_name.items() if lines}


def assigned_sections(document: FiledFile, pack: Pack) -> Iterator[AssignedSection]:
    """Yield the document's sections; DocumentError if it is no Word document.

    A section that neither the pack's prose nor its outline knows belongs to the known one above it, with
    its own heading as a line. Marks of what is missing are left out.
    """
    names = {heading: name for name, headings in pack.prose.items() for heading in headings}
    outlined = dict.fromkeys(_OUTLINED.findall(pack.report), "") | names
    missing = re.compile(re.escape(pack.words.missing_text).replace(r"\{name\}", ".*"))
    name = ""
    for section in read_outline(document.read_bytes()).sections:
        known = _known_name(section, outlined)
        continues = known is None and section.level != 1 and bool(name)
        if not continues:
            name = known or ""
        lines = (section.line, *section.paragraphs) if continues else section.paragraphs
        yield AssignedSection(
            name, section.title, tuple(line for line in lines if not missing.fullmatch(line))
        )


def _known_name(section: Section, names: Mapping[str, str]) -> str | None:
    """Return the text name of a heading, None if it is unknown; a year before it does not matter."""
    for heading in sorted(names, key=len, reverse=True):
        if re.fullmatch(rf"(20\d\d\S{{0,2}})?{re.escape(heading)}", section.title):
            return names[heading]
    return None
