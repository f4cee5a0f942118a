"""Parts that stand in numbered paragraphs below their whole, or above their total, whatever they are called.

A list goes on where the next number of its style stands, whatever stands between: what is numbered in another
style tells of its parts. Numbered points within a paragraph are a list like numbered paragraphs; paragraphs
without numbers that end in a semicolon, and the one behind them, are one as well. A numbered heading has the
amounts of the paragraph below it; a paragraph that speaks of several "among" something has them all as parts.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct, field

from converter.chinese import FULL_STOP
from converter.pack import Sentences
from converter.verify.claims.claim import Claim
from converter.verify.claims.normal_text import NormalText
from converter.verify.claims.numbering import POINT_NUMBER, UNNUMBERED, Numbering, numbering
from converter.verify.claims.patterns import Patterns
from converter.verify.constraints.constraint import Constraint
from converter.verify.constraints.parts.part_list import PartList
from converter.verify.constraints.parts.placed_amounts import PlacedAmount, is_total, likeliest, parts_of
from converter.verify.constraints.reading import ReportReading

MOST_WHOLES_ABOVE = 3  # amounts of the paragraph before a list that may be its whole
CHARACTERS_OF_LEAD = 2  # characters right before two amounts that show they tell the same
HEADING = "#"  # marks the style of headings: what is numbered alike below them may be parts
LEAST_ODDS_OF_LIST = 2_000  # so many amounts a whole could be, for each digit of a list that no words state
LEAST_ODDS_OF_ONLY_LIST = 500  # the same where it is the only amount right before the list


class _Level(Struct, eq=False):
    """Paragraphs numbered in one style: the amounts of each, and what may be their whole; `is_announced`
    if what is before them says that they follow, or is numbered, too. `leads` are the words before the
    amounts below headings, `named` all amounts below each row by what they are called.
    """

    style: str
    wholes: Sequence[Claim]
    is_announced: bool
    rows: list[list[Claim]] = field(default_factory=list)
    leads: set[str] = field(default_factory=set)
    named: list[dict[str, Claim]] = field(default_factory=list)

    def add(self, amounts: Sequence[PlacedAmount], patterns: Patterns) -> None:
        """Add a paragraph."""
        if amounts and patterns.among.search(amounts[0].before):
            self.rows += [[each.claim] for each in amounts if each is amounts[0] or ";" in each.before]
        else:
            self.rows.append([each.claim for each in amounts])
        self.named.append({})

    def tell(self, amounts: Sequence[PlacedAmount]) -> None:
        """Add the amounts of a paragraph that tells more of the last row."""
        for each in amounts:
            self.named[-1].setdefault(each.claim.item, each.claim)

    def add_below(self, amounts: Sequence[PlacedAmount]) -> None:
        """Add the amounts below the last heading."""
        self.rows[-1] += [each.claim for each in amounts]
        self.tell(amounts)
        self.leads.add(amounts[0].before[-CHARACTERS_OF_LEAD:])

    def parts(self, whole: Claim) -> list[Claim]:
        """Return the first amount of each, in the unit of a whole."""
        alike = ([each for each in row if each.base_unit == whole.base_unit] or row for row in self.rows)
        return [row[0] for row in alike if row]

    def constraints(self, sentences: Sentences) -> Iterator[Constraint]:
        """Yield that the first amounts add up to a whole, or all do, of each unit; and those on its basis to
        each.
        """
        amounts = [each for row in self.rows for each in row]
        lists = [parts_of(whole, self.parts(whole), sentences) for whole in self.wholes]
        for unit in dict.fromkeys(whole.base_unit for whole in self.wholes):
            alike = [each for each in lists if each.whole.base_unit == unit]
            in_full = [parts_of(each.whole, amounts, sentences) for each in alike]
            if any(each.adds_up for each in alike) or not any(each.adds_up for each in in_full):
                yield from likeliest([each for each in alike if each.adds_up or self._is_stated(each)])
            else:
                yield from likeliest(in_full, is_stated=False)
        for whole in self.wholes:
            on_basis = [next((each for each in row if each.basis == whole.basis), None) for row in self.rows]
            parts, firsts = [each for each in on_basis if each], self.parts(whole)
            if len(parts) == len(firsts) and parts != firsts:
                yield from likeliest([parts_of(whole, parts, sentences)], is_stated=self._is_stated(lists[0]))

    def by_name(self, sentences: Sentences) -> Iterator[Constraint]:
        """Yield that what is stated of each row by one name adds up to a whole that is called so, too."""
        names = set.intersection(*map(set, self.named)) - {""} if len(self.named) > 1 else ()
        for whole in self.wholes:
            for name in (each for each in names if each in whole.item):
                parts = [each[name] for each in self.named]
                yield from likeliest([parts_of(whole, parts, sentences)])

    def _is_stated(self, listed: PartList) -> bool:
        """Whether words say that they follow, below headings each in the same words or but for a slip; or
        each is called like the whole; or they have so many digits that hardly any others are a slip away.
        """
        names = {each.item for each in (listed.whole, *listed.parts)}
        is_one_item = len(names) == 1 and "" not in names
        is_announced = self.is_announced and (len(self.leads) <= 1 or listed.has_slipped)
        least = LEAST_ODDS_OF_LIST if len(self.wholes) > 1 else LEAST_ODDS_OF_ONLY_LIST
        return is_announced or is_one_item or listed.odds >= least


def numbered_parts(
    placed: Mapping[int, Sequence[PlacedAmount]], reading: ReportReading
) -> Iterator[Constraint]:
    """Yield that the first amounts of numbered paragraphs add up to one before them, or to a total below."""
    follower = _Follower(reading.patterns)
    for content, text in _from_first_to_last(placed, reading.report.normal_texts):
        amounts = [each for each in placed.get(content, ()) if not each.is_measure]
        for stretch, several in _stretches(text, amounts):
            if not follower.is_of_one_before(stretch, several):
                yield from follower.go_on(stretch, several)
    yield from follower.end()


class _Follower:
    """Follows the levels of a text, the innermost last."""

    def __init__(self, patterns: Patterns) -> None:
        self._patterns = patterns
        self._levels: list[_Level] = []
        self._before: list[Claim] = []  # amounts of the last paragraph with any
        self._is_announced = self._goes_on = self._is_below_heading = False
        self._caption: _Level | None = None  # that the last paragraph would begin

    def is_of_one_before(self, text: str, amounts: Sequence[PlacedAmount]) -> bool:
        """Whether a paragraph only tells the amounts of a heading above it, or parts of a row above it."""
        if not self._levels or not amounts:
            return False
        if not self._is_below_heading or numbering(text).style:
            return bool(self._patterns.parts.match(text))
        self._caption = self._captioned(text, amounts)
        self._levels[-1].add_below(amounts)
        self._before = [each.claim for each in amounts[:MOST_WHOLES_ABOVE]]
        self._is_announced, self._is_below_heading = bool(self._patterns.parts_below.search(text)), False
        return True

    def go_on(self, text: str, amounts: Sequence[PlacedAmount]) -> Iterator[Constraint]:
        """Go on to a paragraph, and yield what the levels that end before it must keep to."""
        number = numbering(text)
        is_heading = bool(number.style) and _is_heading(text, amounts)
        before, self._caption = self._caption, self._captioned(text, amounts)
        is_row = self._goes_on or text.endswith(";") or self._is_row(before)
        style = number.style or (UNNUMBERED if is_row else "")
        number = Numbering(style + HEADING if is_heading else style, number.number)
        self._goes_on = text.endswith(";")
        if number.style and (amounts or is_heading):
            yield from self._close(number)
            if not self._levels or self._levels[-1].style != number.style:
                self._levels.append(before if before and style == UNNUMBERED else self._level(number.style))
            elif is_heading:
                self._before = [*self._levels[-1].wholes] or self._before  # below it they may be parted again
            self._levels[-1].add(amounts, self._patterns)
            self._is_below_heading = is_heading
        elif amounts and is_total(amounts[0].before, self._patterns):
            yield from self._totalled(amounts[0].claim)
        elif amounts and self._levels:
            self._levels[-1].tell(amounts)
        if text and not is_heading:
            announces = bool(self._patterns.parts_below.search(text)) or _is_caption(text, amounts)
            if amounts or not announces:
                self._before = [each.claim for each in amounts[: 1 if style else MOST_WHOLES_ABOVE]]
            self._is_announced = bool(style) or announces

    def _captioned(self, text: str, amounts: Sequence[PlacedAmount]) -> _Level | None:
        """Return the level that a line begins which has nothing but an amount and what it is of, if another
        follows; None if it is no such line.
        """
        is_row = _is_caption(text, amounts) and not numbering(text).style
        if not is_row or not amounts[0].claim.unit or is_total(amounts[0].before, self._patterns):
            return None
        level = self._level(UNNUMBERED)
        level.add(amounts, self._patterns)
        return level

    def _is_row(self, before: _Level | None) -> bool:
        """Whether a line goes on with such lines, of which one stands right `before` it, or is announced."""
        is_open = bool(self._levels) and self._levels[-1].style == UNNUMBERED
        return self._caption is not None and (before is not None or is_open or self._is_announced)

    def _level(self, style: str) -> _Level:
        return _Level(style, self._wholes(), self._is_announced)

    def _wholes(self) -> Sequence[Claim]:
        """Return what a list that begins may be of: amounts before it, or of what it is numbered below."""
        row = self._levels[-1].rows[-1] if self._levels else []
        return list(dict.fromkeys((*self._before, *row[:1])))

    def _close(self, number: Numbering) -> Iterator[Constraint]:
        """End the levels that a numbered paragraph is none of, or below."""
        at = next((at for at, level in enumerate(self._levels) if level.style == number.style), None)
        if at is not None:
            is_next = number.style == UNNUMBERED or number.number != 1
            yield from self.end(at + is_next)

    def _totalled(self, total: Claim) -> Iterator[Constraint]:
        """Yield that the levels add up to a total below them, and end them."""
        sentences = self._patterns.sentences
        lists = [parts_of(total, level.parts(total), sentences) for level in reversed(self._levels)]
        yield from likeliest(lists[:1], is_stated=True)
        yield from self.end()

    def end(self, after: int = 0) -> Iterator[Constraint]:
        """Yield what the levels must keep to that end, all after the first ones."""
        while len(self._levels) > after:
            level = self._levels.pop()
            yield from level.constraints(self._patterns.sentences)
            yield from level.by_name(self._patterns.sentences)


def _stretches(
    text: NormalText, amounts: Sequence[PlacedAmount]
) -> Iterator[tuple[str, Sequence[PlacedAmount]]]:
    """Yield a paragraph with its amounts, cut where its points are numbered."""
    cuts = [found.start() for found in POINT_NUMBER.finditer(text.text)] if len(amounts) > 1 else []
    starts = [text.source_bounds(cut, cut + 1)[0] for cut in cuts]
    firsts = [bisect_left(amounts, start, key=lambda each: each.claim.span.start) for start in starts]
    for bounds, (first, end) in zip(
        pairwise((0, *cuts, len(text.text))), pairwise((0, *firsts, len(amounts))), strict=True
    ):
        yield text.text[slice(*bounds)], amounts[first:end]


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


def _is_caption(text: str, amounts: Sequence[PlacedAmount]) -> bool:
    """Whether a paragraph is no sentence, but says what one amount is of."""
    return len(amounts) == 1 and text.endswith(amounts[0].claim.unit)
