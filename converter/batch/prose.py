"""Prose from a Word document filed with the tables: its sections under the names the pack gives them."""

import re
from collections.abc import Mapping
from pathlib import Path

from converter.document import Section, read_outline
from converter.figures import CellOrigin, Text


def read_prose(document: Path, headings: Mapping[str, tuple[str, ...]]) -> dict[str, Text]:
    """Return the document's prose by text name; DocumentError if it is no Word document.

    `headings` lists, for each name, the headings it may stand under. A section the pack does not
    know belongs to the known one above it, with its own heading kept as a line.
    """
    names = {heading: name for name, several in headings.items() for heading in several}
    found: dict[str, list[str]] = {}
    owner = ""
    for section in read_outline(document.read_bytes()).sections:
        known = _known(section, names)
        if known or section.level == 1:
            owner = known
        elif owner:
            found[owner].append(section.line)
        if owner:
            found.setdefault(owner, []).extend(section.paragraphs)
    origin = CellOrigin(document.name, "", "")
    return {name: Text("\n".join(lines), origin) for name, lines in found.items() if lines}


def _known(section: Section, names: Mapping[str, str]) -> str:
    """Return the text name of a heading; a year before it does not matter."""
    for heading in sorted(names, key=len, reverse=True):
        if re.fullmatch(rf"(20\d\d\S{{0,2}})?{re.escape(heading)}", section.title):
            return names[heading]
    return ""
