"""The rendered text of a report as blocks: Markdown parsed, headings and annexes numbered."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from markdown_it import MarkdownIt
from msgspec.structs import replace

from converter.chinese import numeral
from converter.narrative.blocks import Annex, Attachments, Block, Heading, Paragraph, TextRun
from converter.narrative.placeholders import Placeholders
from converter.pack import Words


class MarkdownReader:
    """Turns rendered text into blocks, numbered as a pack's words say."""

    def __init__(self, words: Words) -> None:
        self._words = words
        # Blocks only: text inside them is the pack's or a person's, and never Markdown. Reports use little of
        # the language; a library reads it all the same, so that its documentation is a pack author's too.
        self._markdown = MarkdownIt("zero").enable("heading").disable(["inline", "text_join"])

    def blocks(self, text: str, placeholders: Placeholders) -> tuple[Block, ...]:
        """Return the blocks of a text, with what the placeholders stand for in their stead."""
        return tuple(self._with_annexes(list(self._parsed(text, placeholders))))

    def _parsed(self, text: str, placeholders: Placeholders) -> Iterator[Block]:
        numbers = HeadingNumbers(self._words.headings)
        for opening, inside in pairwise(self._markdown.parse(text)):
            if inside.type != "inline":
                continue
            line = inside.content.replace("\n", "")
            if opening.type == "heading_open":
                level = int(opening.tag[1:])
                yield Heading(level, (TextRun(numbers.next(level)), *placeholders.runs(line)))
            elif blocks := placeholders.blocks(line):
                yield from blocks
            else:
                yield Paragraph(placeholders.runs(line))

    def _with_annexes(self, blocks: list[Block]) -> Iterator[Block]:
        """Yield the blocks with annexes numbered, and listed where a list is to be; a single one bears no
        number.
        """
        titles = [block.title for block in blocks if isinstance(block, Annex)]
        titles += chain.from_iterable(block.titles for block in blocks if isinstance(block, Attachments))
        number = 0
        for block in blocks:
            if isinstance(block, Annex):
                number += 1
                block = replace(
                    block, mark=self._words.annex.format(number=number if len(titles) > 1 else "")
                )
            elif isinstance(block, Attachments):
                block = self._list_of(titles)
            yield block

    def _list_of(self, titles: Sequence[str]) -> Attachments:
        numbered = (
            self._words.attachment.format(number=number, title=title)
            for number, title in enumerate(titles, 1)
        )
        return Attachments(self._words.attachments, tuple(numbered if len(titles) > 1 else titles))


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
