"""Which paragraphs of a draft are read again: those in which people wrote what a figure is."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from converter.chinese import DAY, FULL_STOP, MONTH, YEAR
from converter.document.contents import Passage
from converter.pack import Pack
from converter.verify.claims.claim import Claim, Holder, Span, paragraph_span
from converter.verify.claims.draft import Draft
from converter.verify.claims.normal_text import normal_text
from converter.verify.claims.patterns import Patterns

_NAMING = re.compile(r"[^\W\d_]{2}")
_COUNTED = re.compile(rf"[0-9](?:%|(?![{YEAR}{MONTH}{DAY}])[^\W\d_])")
LEAST_NUMBERS_TO_READ = 3  # numbers, whatever of, that may make one another


class PassagesToRead:
    """Tells which paragraphs of a draft may say what a figure is: those in which people wrote a number in a
    unit of figures, words for one, or some numbers of whatever else.
    """

    def __init__(self, pack: Pack, patterns: Patterns) -> None:
        bases, number_units = pack.sentences.items, pack.sentences.number_units
        units = "|".join(pattern for pattern, unit in number_units.items() if pack.units[unit].base in bases)
        self._number = re.compile(rf"[0-9](?:{units})")
        self._points, self._ratio = pack.meta.score_unit, pack.ratio
        self._words = (patterns.same, patterns.nil)
        self._comparing, self._year = (
            (patterns.not_over, patterns.grade, patterns.told),
            patterns.any_year,
        )

    def of(self, draft: Draft, explains: Callable[[Span], bool]) -> Iterator[tuple[int, Passage]]:
        """Yield the paragraphs to read, each below the heading it stands under and the one above it.

        Numbers among figures that people wrote only to explain these are passed over: `explains` says so of
        the sentences in a stretch.
        """
        heading = above = yielded = -1
        for at, content in enumerate(draft.report.contents):
            if not isinstance(content, Passage):
                continue
            before = [each for each in (heading, above) if each > yielded]
            if content.level:
                heading, above = at, -1
                continue
            if self._is_to_read(draft, at) and not (
                at in draft.among_figures and all(map(explains, self._sentences(draft, at, content)))
            ):
                for each in dict.fromkeys((*before, at)):
                    yield each, draft.report.contents[each]  # type: ignore[misc]
                yielded = at
            above = at

    def _is_to_read(self, draft: Draft, at: int) -> bool:
        return at in draft.written and at not in draft.unfinished and self.may_state(draft.written[at])

    def _sentences(self, draft: Draft, at: int, passage: Passage) -> Iterator[Span]:
        """Yield the sentences of a paragraph in which people wrote what is to be read."""
        text = passage.written.text
        for stretch in draft.stretches(at):
            if self.may_state(normal_text(text[stretch.start : stretch.end])):
                start = text.rfind(FULL_STOP, 0, stretch.start) + 1
                end = text.find(FULL_STOP, stretch.end)
                yield paragraph_span(at, (start, end if end > 0 else len(text)))

    def may_state(self, words: str) -> bool:
        """Whether words in normal form may say a figure, by a number or without one."""
        if self._number.search(words) or any(each.search(words) for each in self._words):
            return True
        return len(_COUNTED.findall(words)) >= LEAST_NUMBERS_TO_READ

    def cells(self, draft: Draft) -> Iterator[tuple[Span, str]]:
        """Yield the cells whose texts may say an amount, and what it is of."""
        if self._number.search("\n".join([text for _, text in draft.cells])):
            for span, text in draft.cells:
                number = self._number.search(text)
                if number and _NAMING.search(text, 0, number.start()):
                    yield span, text

    def explains(self, claim: Claim) -> bool:
        """Whether a claim does nothing but explain: it is held to nothing, unless it tells points, or what
        parts add up to.
        """
        return claim.in_explanation and claim.unit != self._points and not _is_in_sum(claim)

    def holders_to_check(
        self, of_people: Mapping[Holder, Sequence[Claim]], words: Mapping[Holder, str]
    ) -> list[Holder]:
        """Return those in which something could contradict the claims that words of people make: not
        an explanation, nor the only number of what nobody knows, unless it is of another year or of what
        parts add up to, or another amount in its unit stands elsewhere.
        """
        amounts = {at: set(filter(None, map(self._stated, claims))) for at, claims in of_people.items()}
        units = Counter(unit for unit, _ in set().union(*amounts.values()))
        return [
            at
            for at, claims in of_people.items()
            if any(units[unit] > count for unit, count in Counter(unit for unit, _ in amounts[at]).items())
            or self._may_be_wrong(claims, words[at])
        ]

    def _stated(self, claim: Claim) -> tuple[str, Decimal] | None:
        """Return the unit and the size of an amount that a claim states; None if it is a percentage, or only
        explains.
        """
        is_loose = not claim.base_unit or claim.base_unit == self._ratio or self.explains(claim)
        return None if is_loose else (claim.base_unit, abs(claim.amount))

    def _may_be_wrong(self, claims: Sequence[Claim], words: str) -> bool:
        """Whether anything in the place itself, or in what we print, could contradict its claims."""
        if any(map(_is_in_sum, claims)) or len(claims) >= LEAST_NUMBERS_TO_READ:
            return True
        named = [claim for claim in claims if claim.item and not self.explains(claim)]
        return len(named) > 1 or any(claim.known or self._year.search(words) for claim in named)

    def are_compared(self, draft: Draft) -> bool:
        """Whether people wrote of a budget, a grade, a direction, a year beside figures: that must fit."""
        return any(
            words.search(text)
            for at, text in draft.written.items()
            for words in (*self._comparing, *((self._year,) if at in draft.among_figures else ()))
        )


def _is_in_sum(claim: Claim) -> bool:
    """Whether a claim is a part that is listed, or sums up what was."""
    return bool(claim.listing or claim.part_of or claim.sum_of)
