"""A department's own prose as blocks: its paragraphs, and its own sub-headings with their numbers."""

import re
from collections.abc import Iterator

from converter.chinese import FULL_STOP, SEMICOLON
from converter.narrative.blocks import Block, Heading, Paragraph, TextRun, unmarked
from converter.pack import Pack

SUBHEADING_LEVEL = 2
LONGEST_HEADING = 60  # a longer numbered line is a paragraph that happens to be numbered


def paragraphs(text: str, subheading: re.Pattern[str]) -> Iterator[Block]:
    """Yield one block a line; numbering at a line's start is kept as written."""
    for line in text.splitlines():
        written = unmarked(line).strip()
        if not written:
            continue
        runs = (TextRun(written, written=True),)
        is_heading = subheading.match(written) and len(written) <= LONGEST_HEADING
        yield Heading(SUBHEADING_LEVEL, runs) if is_heading else Paragraph(runs)


def holds_place(name: str, text: str, pack: Pack) -> bool:
    """Whether words only hold the place of a text, or say that there is none of it where there must be."""
    if not re.search(pack.words.nothing, text):
        return bool(re.search(pack.words.holds_place, text))
    entries = (entry for sheet in pack.supplement.values() for entry in sheet.entries)
    return not any(entry.target == name and entry.may_be_none for entry in entries)


def inline(text: str) -> str:
    """Return prose fit to stand inside a sentence: one line, without a closing stop."""
    joined = "".join(part.strip() for part in unmarked(text).splitlines())
    return joined.rstrip(FULL_STOP + SEMICOLON + ";. ")
