"""Parts that stand in numbered paragraphs below their whole, or above their total, whatever they are called.

Those without numbers that end in a semicolon, and the one behind them, are a list as well.
Paragraphs that are numbered in another style between them tell of their parts. A numbered heading has the
amounts of the paragraph below it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from converter.chinese import FULL_STOP
from converter.pack import Sentences
from converter.verify.claims.claim import Claim
from converter.verify.claims.normal_text import NormalText
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.sentences.numbering import UNNUMBERED, number_style
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.constraints.constraint import Constraint
from converter.verify.constraints.parts.placed_amounts import PlacedAmount, is_total, likeliest, parts_of

MOST_WHOLES = 3  # amounts of the paragraph before a list that may be its whole
HEADING = "#"  # marks the style of headings: what is numbered alike below them may be parts


class _Level(Struct, eq=False):
    """Paragraphs numbered in one style: the amounts of each, and those of the one before them; `is_announced`
    if that one says that they follow, or is numbered, too."""

    style: str
    wholes: Sequence[Claim]
    is_announced: bool
    rows: list[list[Claim]]

    def parts(self, whole: Claim) -> list[Claim]:
        """Return the first amount of each, in the unit of a whole."""
        alike = ([each for each in row if each.base_unit == whole.base_unit] or row for row in self.rows)
        return [row[0] for row in alike if row]

    def constraints(self, sentences: Sentences) -> Iterator[Constraint]:
        """Yield that the first amounts add up to one of the wholes, and those on its basis to each."""
        lists = [parts_of(whole, self.parts(whole), sentences) for whole in self.wholes]
        yield from likeliest(lists, is_said=self.is_announced)
        for whole in self.wholes:
            alike = [next((each for each in row if each.basis == whole.basis), None) for row in self.rows]
            parts, firsts = [each for each in alike if each], self.parts(whole)
            if len(parts) == len(firsts) and parts != firsts:
                yield from likeliest([parts_of(whole, parts, sentences)], is_said=self.is_announced)


def numbered_parts(
    placed: Mapping[int, Sequence[PlacedAmount]], report: SubmittedReport, patterns: Patterns
) -> Iterator[Constraint]:
    """Yield that the first amounts of numbered paragraphs add up to one before them, or to a total below."""
    levels: list[_Level] = []
    before: list[Claim] = []
    is_announced = goes_on = False
    below: list[Claim] | None = None  # the row of the heading above
    for content, text in _from_first_to_last(placed, report.normal_texts):
        amounts = [each for each in placed.get(content, ()) if not each.is_measure]
        number = number_style(text.text)
        if below is not None and amounts and not number:
            below += [each.claim for each in amounts]
            before = below[:MOST_WHOLES]
            below, is_announced = None, bool(patterns.parts_below.search(text.text))
            continue
        is_heading = bool(number) and _is_heading(text.text, amounts)
        style = number or (UNNUMBERED if goes_on or text.text.endswith(";") else "")
        style += HEADING if is_heading else ""
        goes_on = text.text.endswith(";")
        while (
            levels and (amounts or is_heading) and style != levels[-1].style and not _is_deeper(style, levels)
        ):
            level = levels.pop()
            total = amounts[0].claim if amounts else None
            if total and not style and is_total(amounts[0].before, patterns):
                yield from likeliest([parts_of(total, level.parts(total), patterns.sentences)], is_said=True)
            yield from level.constraints(patterns.sentences)
        if style and (amounts or is_heading):
            if not levels or levels[-1].style != style:
                levels.append(_Level(style, before, is_announced and not is_heading, []))
            levels[-1].rows.append([each.claim for each in amounts])
            below = levels[-1].rows[-1] if is_heading else None
        if text.text and not is_heading:
            before = [each.claim for each in amounts[:MOST_WHOLES]]
            is_announced = bool(style) or bool(patterns.parts_below.search(text.text))
            before = before[:1] if style else before
    while levels:
        yield from levels.pop().constraints(patterns.sentences)


def _from_first_to_last(
    placed: Mapping[int, Sequence[PlacedAmount]], texts: Sequence[tuple[int, NormalText]]
) -> Sequence[tuple[int, NormalText]]:
    """Return the paragraphs from the first with amounts, and what stands above that, to the last."""
    if not placed:
        return ()
    start = bisect_left(texts, min(placed), key=lambda text: text[0])
    end = bisect_right(texts, max(placed), key=lambda text: text[0])
    above = (at for at in reversed(range(start)) if texts[at][1].text)
    return texts[next(above, start) : end]


def _is_deeper(style: str, levels: Sequence[_Level]) -> bool:
    """Whether a style is a new one below those of the levels."""
    return bool(style) and all(level.style != style for level in levels)


def _is_heading(text: str, amounts: Sequence[PlacedAmount]) -> bool:
    """Whether a numbered paragraph is a heading: no sentence, and no amount but of things counted."""
    is_sentence = text.endswith((FULL_STOP, ".", ";"))
    return not is_sentence and not any(each.claim.value.error for each in amounts)
