"""Prose from a Word document filed with the tables: its sections under the names the pack gives them."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from converter.document.read import Section, read_outline
from converter.figures import CellOrigin, Text
from converter.pack import Pack

_OUTLINED = re.compile(r"^#+ +(.+?) *$", re.MULTILINE)


class AssignedSection(NamedTuple):
    """A section's lines, and the text of the pack they belong to, '' if to none."""

    name: str
    heading: str
    lines: tuple[str, ...]


def read_prose(document: Path, pack: Pack) -> dict[str, Text]:
    """Return the document's prose by text name; DocumentError if it is no Word document."""
    return texts(assigned_sections(document, pack), document)


def texts(sections: Iterator[AssignedSection], document: Path) -> dict[str, Text]:
    """Return the texts that sections make up."""
    found: dict[str, list[str]] = {}
    for each in sections:
        if each.name:
            found.setdefault(each.name, []).extend(each.lines)
    origin = CellOrigin(document.name, "", "")
    return {name: Text("\n".join(lines), origin) for name, lines in found.items() if lines}


def assigned_sections(document: Path, pack: Pack) -> Iterator[AssignedSection]:
    """Yield the document's sections; DocumentError if it is no Word document.

    A section that neither the pack's prose nor its outline knows belongs to the known one above it, with
    its own heading kept as a line. Marks of what is missing are left out.
    """
    names = {heading: name for name, several in pack.prose.items() for heading in several}
    outlined = dict.fromkeys(_OUTLINED.findall(pack.report), "") | names
    missing = re.compile(re.escape(pack.words.missing_text).replace(r"\{name\}", ".*"))
    owner = ""
    for section in read_outline(document.read_bytes()).sections:
        known = _known(section, outlined)
        own = known is None and section.level != 1 and bool(owner)
        if not own:
            owner = known or ""
        lines = (section.line, *section.paragraphs) if own else section.paragraphs
        kept = tuple(line for line in lines if not missing.fullmatch(line))
        yield AssignedSection(owner, section.title, kept)


def _known(section: Section, names: Mapping[str, str]) -> str | None:
    """Return the text name of a heading, None if it is unknown; a year before it does not matter."""
    for heading in sorted(names, key=len, reverse=True):
        if re.fullmatch(rf"(20\d\d\S{{0,2}})?{re.escape(heading)}", section.title):
            return names[heading]
    return None
