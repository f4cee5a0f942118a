"""In which extent a text speaks: another year, a part of a year, one level of government of several."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from converter.chinese import YEAR
from converter.document.heading_numbers import heading_number
from converter.verify.claims.extent import Extent
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.sentences.state.paragraph import ParagraphState
from converter.verify.claims.sentences.state.text import Distinctions, TextState

_YEAR = re.compile(rf"20\d\d(?={YEAR})")
_END_OF_BRACKET = re.compile(r"^[^()]*+\)")


class ExtentReader:
    """Reads extents by one pack's words.

    A heading tells that of all below it; a sentence that of its numbers and, if it begins with it, of the
    sentences behind it in the paragraph.
    """

    def __init__(self, patterns: Patterns) -> None:
        self._patterns = patterns

    def distinctions(self, title: str, texts: Sequence[str], headings: Sequence[str]) -> Distinctions:
        """Return by what a text sets its numbers apart, by its title, its paragraphs and its headings."""
        has_years = len(set(_YEAR.findall(title))) > 1
        return Distinctions(
            years=has_years,
            periods=has_years or not self._patterns.extent_period.search(title),
            levels=any(map(self._patterns.extent_whole.search, texts)),
            budget_units=len({*filter(None, map(self.budget_unit, headings))}) > 1,
        )

    def read_heading(self, above: TextState, text: str, rank: int) -> None:
        """Take over what a heading of a rank says; what those of its rank and below have said ends. The title
        of a report that is annexed stands above all headings.
        """
        rank = 0 if self._patterns.extent_report.search(text) else rank
        above.extents.end(rank)
        extent = self._stated(above, text, above.extents.innermost, self._patterns.level_anywhere)
        if budget_unit := self.budget_unit(text) if above.distinguishes.budget_units else "":
            extent = replace(extent, level=budget_unit)
        if another := self._patterns.extent_year.search(text):
            extent = self._of_year(another["year"], extent.level)
        elif self._patterns.names_this_year.search(text):
            extent = Extent(level=extent.level)
        if above.distinguishes.periods and (period := self._patterns.extent_period.search(text)):
            extent = Extent((extent.year or f"{self._patterns.year}{YEAR}") + period[0], extent.level)
        above.extents.add(rank, extent)

    def budget_unit(self, text: str) -> str:
        """Return the budget unit that a numbered heading names, '' if it is of anything else."""
        number = heading_number(text)
        found = self._patterns.extent_budget_unit.fullmatch(text[number.end :] if number else "")
        return found[0] if found else ""

    def of_paragraph(self, above: TextState, text: str) -> Extent:
        """Return the extent that holds at the beginning of a paragraph: in a text of several years, that of
        the year it begins with, unless it speaks of the text's own as well.
        """
        extent = above.extents.innermost
        begins = self._patterns.extent_begins.search(text) if above.distinguishes.years else None
        if begins and int(begins["year"][:4]) == self._patterns.year:
            is_of_own = not extent.year or extent.year.startswith(begins["year"][:4])
            return extent if is_of_own else Extent(level=extent.level)
        is_of_another = begins and self._patterns.extent_year.search(text)
        return self._of_year(begins["year"], extent.level) if begins and is_of_another else extent

    def read_words(self, state: ParagraphState, segment: str) -> None:
        """Take over what the words before a number, or those behind the last one, say."""
        segment = _END_OF_BRACKET.sub("", segment) if ")" in segment else segment
        extent = self._stated(state.above, segment, state.sentence.extent, self._patterns.level)
        if less := self._patterns.extent_less.search(segment):
            extent = replace(extent, level=extent.level + less[0])
        if not state.sentence.has_numbers or not extent.level:
            state.extent = extent  # to tell of the whole ends what was stated before of less
        state.sentence.extent = extent

    def of_words(self, state: ParagraphState, words: str) -> Extent:
        """Return the extent of an item that words name."""
        return self._stated(state.above, words, state.sentence.extent, self._patterns.level_anywhere)

    def _stated(self, above: TextState, text: str, default: Extent, level: re.Pattern[str]) -> Extent:
        """Return the extent of which words tell the level, `default` if they tell none; in a text that does
        not tell of the whole as well, levels set nothing apart.
        """
        found = list(level.finditer(text)) if above.distinguishes.levels else []
        if not found:
            return default
        words = found[-1]["level"]
        return replace(default, level="" if self._patterns.extent_whole.search(words) else words)

    def _of_year(self, words: str, level: str) -> Extent:
        """Return the extent of a year: what the accounts of this year or the one before are called there and
        here differs.
        """
        year, own = int(words[:4]), self._patterns.sentences.basis
        last_years = self._patterns.sentences.prior + own
        called = {-1: (own, last_years), 1: (last_years, own)}.get(year - self._patterns.year, ("", ""))
        return Extent(words, level, *called)
