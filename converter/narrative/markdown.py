"""The rendered text of a report as blocks: Markdown parsed, headings and annexes numbered.

Of Markdown reports have paragraphs, which blank lines part, and headings: text inside them is the pack's or a
person's, and never Markdown.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from converter.chinese import numeral
from converter.narrative.blocks import Annex, Attachments, Block, Heading, Paragraph, Run
from converter.narrative.placeholders import Placeholders
from converter.pack import Words

_BLANKS = " \t"
_HEADING = re.compile(rf"[{_BLANKS}]*(#{{1,6}})(?![^{_BLANKS}])(.*)")
_CLOSING = re.compile(rf"(?:^|[{_BLANKS}]+)#+$")  # hashes behind a heading, which say nothing


class MarkdownReader:
    """Turns rendered text into blocks, numbered as a pack's words say."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def blocks(self, text: str, placeholders: Placeholders) -> tuple[Block, ...]:
        """Return the blocks of a text, with what the placeholders stand for in their stead."""
        return tuple(self._with_annexes(list(self._parsed(text, placeholders))))

    def _parsed(self, text: str, placeholders: Placeholders) -> Iterator[Block]:
        numbers = HeadingNumbers(self._words.headings)
        for level, line in _paragraphs(text):
            if level:
                yield Heading(level, (Run(numbers.next(level)), *placeholders.runs(line)))
            elif blocks := placeholders.blocks(line):
                yield from blocks
            else:
                yield Paragraph(placeholders.runs(line))

    def _with_annexes(self, blocks: list[Block]) -> Iterator[Block]:
        """Yield the blocks with annexes numbered, and listed where a list is to be."""
        annexes = [block.title for block in blocks if isinstance(block, Annex)]
        number = 0
        for block in blocks:
            if isinstance(block, Annex):
                number += 1
                block = replace(block, mark=self._words.annex.format(number=number))
            elif isinstance(block, Attachments):
                block = self._list_of([*annexes, *block.titles])
            yield block

    def _list_of(self, titles: Iterable[str]) -> Attachments:
        numbered = (
            self._words.attachment.format(number=number, title=title)
            for number, title in enumerate(titles, 1)
        )
        return Attachments(self._words.attachments, tuple(numbered))


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs of a text, each in one line, and its headings with their level, 1 for the highest;
    that of a paragraph is 0.
    """
    lines = list[str]()
    for line in (*text.split("\n"), ""):
        heading = _HEADING.fullmatch(line)
        if lines and (heading or not line.strip(_BLANKS)):
            yield 0, "".join(lines).strip()
            lines.clear()
        if heading:
            yield len(heading[1]), _CLOSING.sub("", heading[2].strip(_BLANKS)).strip()
        elif line.strip(_BLANKS):
            lines.append(line)


class HeadingNumbers:
    """Numbers headings by level, in the pattern the pack gives for each level."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = patterns
        self._counts = [0] * len(patterns)

    def next(self, level: int) -> str:
        """Return the number for the next heading of `level` (1 is the highest)."""
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (len(self._counts) - level)
        count = self._counts[level - 1]
        return self._patterns[level - 1].format(words=numeral(count), number=count)
