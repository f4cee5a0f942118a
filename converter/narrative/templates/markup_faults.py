"""What in report.md looks like Markdown and would be printed as it stands: each with its line."""

import re
from collections.abc import Iterator

from converter import messages
from converter.chinese import FULL_WIDTH_BRACES

_HEADING = re.compile(r"(#+)(\s?)")
_MARKUP = re.compile(r"\s*(?:([-*+>])\s|(\|).*\|\s*$|.*?(\*\*|__|```))")
_BLOCK = re.compile(
    r"\{\{-?\s*(?:title|cover_line|cover_foot|new_page|prose|table|annex|missing|attachments|signature)\(.*\)\s*-?\}\}"
)
_COVER = re.compile(r"\bcover_(?:line|foot)\(")
_STATEMENT = re.compile(r"\{[%#].*?[%#]\}")
_SLOT = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_BRACE = re.compile(rf"[{{}}{FULL_WIDTH_BRACES}]")


def markup_faults(text: str, levels: int) -> Iterator[tuple[int, str]]:
    """Yield line and message of headings beyond the `levels` that are numbered, of what is no heading, and of
    braces that are round no slot.
    """
    without_slots = _SLOT.sub(lambda slot: "\n" * slot[0].count("\n"), text).split("\n")
    for number, (line, plain) in enumerate(zip(text.split("\n"), without_slots, strict=True), 1):
        if _BRACE.search(plain):
            yield number, messages.packs.TEMPLATE_BRACES
        elif heading := _HEADING.match(line):
            level = len(heading[1])
            if not heading[2] and line.strip("# "):
                yield number, messages.packs.TEMPLATE_HEADING_SPACE
            elif level > levels:
                yield number, messages.packs.TEMPLATE_LEVEL.format(most=levels, level=level)
        elif markup := _MARKUP.match(plain):
            sign = next(group for group in markup.groups() if group)
            yield number, messages.packs.TEMPLATE_MARKUP.format(sign=sign)


def open_covers(text: str) -> Iterator[tuple[int, str]]:
    """Yield line and message of the last line of a cover behind which no page begins."""
    lines = text.split("\n")
    covers = [number for number, line in enumerate(lines, 1) if _COVER.search(line)]
    if covers and not any("new_page(" in line for line in lines[covers[-1] :]):
        yield covers[-1], messages.packs.TEMPLATE_COVER_OPEN


def crowded_blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield line and message of every table or prose with other text in its paragraph, which is lost."""
    lines = ["", *(_STATEMENT.sub("", line).strip() for line in text.split("\n")), ""]
    for number in range(1, len(lines) - 1):
        above, line, below = lines[number - 1 : number + 2]
        if _BLOCK.search(line) and (above or below or not _BLOCK.fullmatch(line)):
            yield number, messages.packs.TEMPLATE_ALONE
