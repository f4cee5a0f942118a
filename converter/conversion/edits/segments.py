"""A report as a sequence of sentences and tables: in this form versions of it are compared and merged."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.chinese import FULL_STOP
from converter.document.contents import BookmarkedText, Content, Tabular
from converter.document.heading_numbers import heading_number
from converter.narrative.blocks import Block, Heading, unmarked
from converter.trace import (
    GeneratedLine,
    LineKind,
    Trail,
    generated_lines,
    marked,
    printed_text,
    without_values,
)

_SENTENCE = re.compile(f"[^{FULL_STOP}]*{FULL_STOP}|[^{FULL_STOP}]+$")
NUMBER = re.compile(r"\d[\d.,]*")
_TABLE = "\ue004"  # compares as a table, whatever is in it

TextRows = tuple[tuple[str, ...], ...]


class Segment(Struct, frozen=True):
    """A sentence, a line that is no paragraph, or a table.

    `text` has its figures marked; `rows` are a table's cells. `ends` says that its paragraph ends with it.
    `block` is the number of the block it is of in a report of ours, `of_people` if that is a heading in words
    of a person's own; `level` is that of a heading in Word, or 0.
    """

    kind: LineKind
    text: str = ""
    ends: bool = True
    rows: TextRows = ()
    block: int = -1
    of_people: bool = False
    level: int = 0

    @property
    def words(self) -> str:
        """The text as printed, without white space."""
        return "".join(printed_text(self.text).split())

    @property
    def by_words(self) -> str:
        """What a person's version is compared by: numbers do not count, nor does a heading's number."""
        return _TABLE if self.kind is LineKind.ROW else NUMBER.sub("#", _unnumbered(self.words, self.kind))

    @property
    def by_figures(self) -> str:
        """What a later version of the program's is compared by: which figures it prints, not their values."""
        if self.kind is LineKind.ROW:
            return _TABLE
        return self.kind + _unnumbered(without_values(self.text), self.kind)


def _unnumbered(text: str, kind: LineKind) -> str:
    number = heading_number(text) if kind is LineKind.HEADING else None
    return text[number.end :] if number else text


def segments_of_lines(lines: Iterable[GeneratedLine], block: int = -1) -> Iterator[Segment]:
    """Yield the segments of lines that the program wrote; a table right below another has other columns."""
    rows: list[tuple[str, ...]] = []
    for line in lines:
        cells = tuple(line.cells) if line.kind is LineKind.ROW else ()
        if rows and len(cells) != len(rows[0]):
            yield Segment(LineKind.ROW, rows=tuple(rows), block=block)
            rows = []
        if cells:
            rows.append(cells)
            continue
        if line.kind is LineKind.PARAGRAPH:
            yield from _sentences(line.text, block)
        else:
            yield Segment(line.kind, line.text, block=block)
    if rows:
        yield Segment(LineKind.ROW, rows=tuple(rows), block=block)


def segments_of_blocks(blocks: Sequence[Block]) -> list[Segment]:
    """Return the segments of a report as the program has made it now."""
    return [
        replace(segment, of_people=True) if _is_of_people(block) else segment
        for at, block in enumerate(blocks)
        for segment in segments_of_lines(generated_lines(block), at)
    ]


def _is_of_people(block: Block) -> bool:
    return isinstance(block, Heading) and all(run.written for run in block.runs)


def _sentences(line: str, block: int = -1, level: int = 0) -> Iterator[Segment]:
    found = _SENTENCE.findall(line.strip())
    for at, sentence in enumerate(found, 1):
        yield Segment(LineKind.PARAGRAPH, sentence, at == len(found), block=block, level=level)


def segments_of_document(contents: Iterable[Content], trail: Trail, base: Sequence[Segment]) -> list[Segment]:
    """Return the segments of a report as a person left it; `base` are those of the same as it was written.

    Its figures are known by their bookmarks, lines of another kind than paragraphs by their words.
    """
    figures = {occurrence.bookmark: occurrence.figure for occurrence in trail.occurrences}
    kinds = {segment.by_words: segment.kind for segment in base if segment.kind is not LineKind.PARAGRAPH}
    segments: list[Segment] = []
    for content in contents:
        if isinstance(content, Tabular):
            rows = tuple(tuple(_marked(cell, figures) for cell in row) for row in content.rows)
            segments.append(Segment(LineKind.ROW, rows=rows))
            continue
        written = _marked(content.written, figures)
        if known := _known(
            written.replace("\n", "").strip(), content.level, kinds
        ):  # a line that we broke in two
            segments.append(known)
            continue
        for line in map(str.strip, filter(str.strip, written.split("\n"))):
            known = _known(line, content.level, kinds)
            segments += [known] if known else _sentences(line, level=content.level)
    return segments


def _known(line: str, level: int, kinds: Mapping[str, LineKind]) -> Segment | None:
    """Return a line that is no paragraph, None if there is none with its words."""
    for kind in (LineKind.HEADING, LineKind.MISSING):
        known = kinds.get(Segment(kind, line).by_words)
        if known and (known is LineKind.HEADING) is (kind is LineKind.HEADING):
            return Segment(known, line, level=level)
    return None


def _marked(text: BookmarkedText, figures: Mapping[str, str]) -> str:
    """Return a text with the figures in bookmarks marked."""
    found: list[str] = []
    at = 0
    for name, (start, end) in sorted(text.bookmarks.items(), key=lambda mark: mark[1]):
        inside = text.text[start:end]
        if name in figures and start >= at and inside.strip() and "\n" not in inside:
            found += [unmarked(text.text[at:start]), marked(unmarked(inside), figures[name])]
            at = end
    return "".join([*found, unmarked(text.text[at:])])
