"""Parts that stand in numbered paragraphs below their whole, or above their total, whatever they are called.

Those without numbers that end in a semicolon, and the one behind them, are a list as well.
Paragraphs that are numbered in another style between them tell of their parts, as do those that begin with
"of which". A numbered heading has the amounts of the paragraph below it; one that speaks of several "among"
something has them all as parts.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from converter.chinese import FULL_STOP
from converter.pack import Sentences
from converter.verify.claims.claim import Claim
from converter.verify.claims.normal_text import NormalText
from converter.verify.claims.numbering import UNNUMBERED, number_style
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.constraints.constraint import Constraint
from converter.verify.constraints.parts.placed_amounts import PlacedAmount, is_total, likeliest, parts_of

MOST_WHOLES = 3  # amounts of the paragraph before a list that may be its whole
SAME_WORDS = 2  # characters right before two amounts that show they tell the same
HEADING = "#"  # marks the style of headings: what is numbered alike below them may be parts


class _Level(Struct, eq=False):
    """Paragraphs numbered in one style: the amounts of each, and those of the one before them; `is_announced`
    if that one says that they follow, or is numbered, too. `told` are the words before the amounts below
    headings."""

    style: str
    wholes: Sequence[Claim]
    is_announced: bool
    rows: list[list[Claim]] = field(default_factory=list)
    told: set[str] = field(default_factory=set)

    @property
    def is_said(self) -> bool:
        """Whether words say that they follow: below headings, each in the same words."""
        return self.is_announced and len(self.told) <= 1

    def add(self, amounts: Sequence[PlacedAmount], patterns: Patterns) -> None:
        """Add a paragraph."""
        if amounts and patterns.among.search(amounts[0].before):
            self.rows += [[each.claim] for each in amounts if each is amounts[0] or ";" in each.before]
        else:
            self.rows.append([each.claim for each in amounts])

    def add_below(self, amounts: Sequence[PlacedAmount]) -> None:
        """Add the amounts below the last heading."""
        self.rows[-1] += [each.claim for each in amounts]
        self.told.add(amounts[0].before[-SAME_WORDS:])

    def parts(self, whole: Claim) -> list[Claim]:
        """Return the first amount of each, in the unit of a whole."""
        alike = ([each for each in row if each.base_unit == whole.base_unit] or row for row in self.rows)
        return [row[0] for row in alike if row]

    def constraints(self, sentences: Sentences) -> Iterator[Constraint]:
        """Yield that the first amounts add up to one of the wholes, and those on its basis to each."""
        lists = [parts_of(whole, self.parts(whole), sentences) for whole in self.wholes]
        yield from likeliest(lists, is_said=self.is_said)
        for whole in self.wholes:
            alike = [next((each for each in row if each.basis == whole.basis), None) for row in self.rows]
            parts, firsts = [each for each in alike if each], self.parts(whole)
            if len(parts) == len(firsts) and parts != firsts:
                yield from likeliest([parts_of(whole, parts, sentences)], is_said=self.is_said)


def numbered_parts(
    placed: Mapping[int, Sequence[PlacedAmount]], report: SubmittedReport, patterns: Patterns
) -> Iterator[Constraint]:
    """Yield that the first amounts of numbered paragraphs add up to one before them, or to a total below."""
    follower = _Follower(patterns)
    for content, text in _from_first_to_last(placed, report.normal_texts):
        amounts = [each for each in placed.get(content, ()) if not each.is_measure]
        if not follower.is_of_one_before(text.text, amounts):
            yield from follower.go_on(text.text, amounts)
    yield from follower.end()


class _Follower:
    """Follows the levels of a text, the innermost last."""

    def __init__(self, patterns: Patterns) -> None:
        self._patterns = patterns
        self._levels: list[_Level] = []
        self._before: list[Claim] = []  # amounts of the last paragraph with any
        self._is_announced = self._goes_on = self._is_below_heading = False

    def is_of_one_before(self, text: str, amounts: Sequence[PlacedAmount]) -> bool:
        """Whether a paragraph only tells the amounts of a heading above it, or parts of a row above it."""
        if not self._levels or not amounts:
            return False
        if not self._is_below_heading or number_style(text):
            return bool(self._patterns.parts.match(text))
        self._levels[-1].add_below(amounts)
        self._before = [each.claim for each in amounts[:MOST_WHOLES]]
        self._is_announced, self._is_below_heading = bool(self._patterns.parts_below.search(text)), False
        return True

    def go_on(self, text: str, amounts: Sequence[PlacedAmount]) -> Iterator[Constraint]:
        """Go on to a paragraph, and yield what the levels that end before it must keep to."""
        number = number_style(text)
        is_heading = bool(number) and _is_heading(text, amounts)
        style = number or (UNNUMBERED if self._goes_on or text.endswith(";") else "")
        style += HEADING if is_heading else ""
        self._goes_on = text.endswith(";")
        if amounts or is_heading:
            yield from self._close(style, amounts)
        if style and (amounts or is_heading):
            if not self._levels or self._levels[-1].style != style:
                self._levels.append(_Level(style, self._before, self._is_announced))
            self._levels[-1].add(amounts, self._patterns)
            self._is_below_heading = is_heading
        if text and not is_heading:
            announces = bool(self._patterns.parts_below.search(text))
            if amounts or not announces:
                self._before = [each.claim for each in amounts[: 1 if style else MOST_WHOLES]]
            self._is_announced = bool(style) or announces

    def _close(self, style: str, amounts: Sequence[PlacedAmount]) -> Iterator[Constraint]:
        """End the levels that a paragraph of a style is none of, or below."""
        sentences = self._patterns.sentences
        while self._levels and style != self._levels[-1].style and not self._is_deeper(style):
            level = self._levels.pop()
            total = amounts[0].claim if amounts else None
            if total and not style and is_total(amounts[0].before, self._patterns):
                yield from likeliest([parts_of(total, level.parts(total), sentences)], is_said=True)
            yield from level.constraints(sentences)

    def end(self) -> Iterator[Constraint]:
        """Yield what the levels that are left must keep to."""
        while self._levels:
            yield from self._levels.pop().constraints(self._patterns.sentences)

    def _is_deeper(self, style: str) -> bool:
        """Whether a style is a new one below those of the levels."""
        return bool(style) and all(level.style != style for level in self._levels)


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


def _is_heading(text: str, amounts: Sequence[PlacedAmount]) -> bool:
    """Whether a numbered paragraph is a heading: no sentence, and no amount but of things counted."""
    is_sentence = text.endswith((FULL_STOP, ".", ";"))
    return not is_sentence and not any(each.claim.value.error for each in amounts)
