"""The text of report.md, made of named blocks that a later pack replaces one by one.

`{% block name %}` and `{% endblock %}` stand on lines of their own. A report.md of nothing but blocks
replaces those of the same names in the one below; any other is the whole report.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from converter import messages
from converter.pack.files.text import PackError, Position, read_text
from converter.pack.unknown import nearest

_OPENS = re.compile(r"\s*\{%-?\s*block\b\s*([^\s%-]*)\s*-?%\}\s*$")
_CLOSES = re.compile(r"\s*\{%-?\s*endblock(?:\s[^%]*)?-?%\}\s*$")
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


class _Line(Struct, frozen=True):
    """A line of a file; `block` is the named block it is in, '' outside."""

    text: str
    position: Position
    block: str = ""


class ReportText(Struct, frozen=True):
    """The text of a report's template; the block that each of its lines is in, and where it stands in the
    files of packs, the last of which is in the folder `root`.
    """

    text: str
    positions: tuple[Position, ...]
    blocks: tuple[str, ...]
    root: Path

    def error(self, line: int, message: str) -> PackError:
        """Return an error on a line of the text, counted from 1."""
        at = min(max(line, 1), len(self.positions)) - 1
        position, block = self.positions[at], self.blocks[at]
        if self.root not in position.file.parents:
            block = block and messages.packs.ITS_BLOCK.format(name=block)
            message += messages.packs.OF_BASE_REPORT.format(block=block)
        return PackError(position.file, position.line, message)


def read_report(files: Sequence[Path], root: Path) -> ReportText:
    """Return the report that some report.md state, the lowest pack's first; PackError at a wrong block.

    `root` is the folder of the last pack, whether or not it has one of them.
    """
    lines: list[_Line] = []
    for file in files:
        own = _lines(file)
        lines = _with_blocks(lines, own) if lines and _is_blocks_only(own) else own
    lines = lines or [_Line("", Position(files[-1], 1))]
    text = "\n".join(line.text for line in lines)
    return ReportText(text, tuple(line.position for line in lines), tuple(line.block for line in lines), root)


def block_names(file: Path) -> list[str] | None:
    """Return the blocks that a report.md replaces, none if it is a whole report; None if it says nothing."""
    lines = _lines(file)
    if _is_blocks_only(lines) and not any(line.block for line in lines):
        return None
    return list(dict.fromkeys(line.block for line in lines if line.block)) if _is_blocks_only(lines) else []


def _lines(file: Path) -> list[_Line]:
    """Return the lines of a file; where blocks begin and end there are empty ones."""
    found: list[_Line] = []
    block, opened, opened_at = "", set[str](), 0
    text = read_text(file)
    outside = _COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), text).split("\n")
    for number, (line, plain) in enumerate(zip(text.split("\n"), outside, strict=True), 1):
        at = Position(file, number)
        if opens := _OPENS.match(plain):
            if not opens[1]:
                raise PackError(file, number, messages.packs.BLOCK_WITHOUT_NAME)
            if block or opens[1] in opened:
                fault = messages.packs.BLOCK_NESTED if block else messages.packs.BLOCK_DOUBLED
                raise PackError(file, number, fault.format(name=opens[1]))
            block, opened_at = opens[1], number
            opened.add(block)
            found.append(_Line("", at, block))
        elif _CLOSES.match(plain):
            if not block:
                raise PackError(file, number, messages.packs.BLOCK_NOT_OPEN)
            block = ""
            found.append(_Line("", at))
        else:
            found.append(_Line(line, at, block))
    if block:
        raise PackError(file, opened_at, messages.packs.BLOCK_NOT_CLOSED.format(name=block))
    return found


def _is_blocks_only(lines: Iterable[_Line]) -> bool:
    outside = "\n".join(line.text for line in lines if not line.block)
    return not _COMMENT.sub("", outside).strip()


def _with_blocks(base: Sequence[_Line], own: Iterable[_Line]) -> list[_Line]:
    """Return the lines with those of each block of `own` in place of the block of that name."""
    blocks: dict[str, list[_Line]] = {}
    for line in own:
        if line.block:
            blocks.setdefault(line.block, []).append(line)
    names = {line.block for line in base if line.block}
    for name, lines in blocks.items():
        if name not in names:
            position = lines[0].position
            words = messages.packs.BLOCK_UNKNOWN.format(name=name) + nearest(name, names)
            raise PackError(position.file, position.line, words)
    found: list[_Line] = []
    for line in base:
        if line.block not in blocks:
            found.append(line)
        elif blocks[line.block]:
            found += blocks[line.block]
            blocks[line.block] = []
    return found
