"""The rendered text of a report as blocks: headings and paragraphs told apart, headings and annexes numbered.

Of Markdown a template has these two only: text inside them is the pack's or a person's, and never Markdown.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from converter.narrative.blocks import Annex, Attachments, Block, Heading, Paragraph, Run
from converter.narrative.heading_numbers import HeadingNumbers
from converter.narrative.placeholders import Placeholders
from converter.pack import Words

_BLANKS = " \t"
_HEADING = re.compile(rf"(#{{1,6}})([{_BLANKS}].*)?")


class MarkdownReader:
    """Turns rendered text into blocks, numbered as a pack's words say."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def blocks(self, text: str, placeholders: Placeholders) -> tuple[Block, ...]:
        """Return the blocks of a text, with what the placeholders stand for in their stead."""
        return tuple(self._with_annexes(list(self._parsed(text, placeholders))))

    def _parsed(self, text: str, placeholders: Placeholders) -> Iterator[Block]:
        numbers = HeadingNumbers(self._words.headings)
        for level, line in _parted(text):
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


def _parted(text: str) -> Iterator[tuple[int, str]]:
    """Yield the headings and paragraphs of a text, each as one line, with its level, 0 for a paragraph.

    A heading is a line that begins with # signs and a blank; it may end with a blank and such signs. A
    paragraph ends before one, or before a blank line.
    """
    paragraph: list[str] = []
    for line in [*text.split("\n"), ""]:
        bare = line.strip(_BLANKS)
        heading = _HEADING.fullmatch(bare)
        if paragraph and (heading or not bare):
            yield 0, "".join(paragraph).strip()
            paragraph.clear()
        if heading:
            words = heading[2] or ""
            unclosed = words.rstrip("#")
            yield len(heading[1]), (unclosed if unclosed.endswith((" ", "\t")) else words).strip()
        elif bare:
            paragraph.append(line)
