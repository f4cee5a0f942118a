"""Take numbers without a known unit as amounts where they stand like amounts of one unit.

Lines that end in such a number, one below the other, are a list: what it counts, its title says, or nobody.
Where the same word stands behind several numbers of a paragraph, each time at the end of a clause, it is
their unit. Such amounts are tied to one another only, never to those of a unit that is known.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec.structs import replace

from converter.chinese import COMMA, DAY, DOCUMENT_ENDING, ENUMERATION_COMMA, FULL_STOP, MONTH, ORDINAL, YEAR
from converter.figures import Value
from converter.verify.claims.claim import Claim
from converter.verify.claims.normal_text import NormalText, normal_text
from converter.verify.claims.numbers import HALF

UNKNOWN_UNIT = "?"  # the base unit of amounts whose unit no words tell
LONGEST_LINE = 60  # characters of one that is no sentence
MOST_BETWEEN_LINES = 3  # contents from one line of a list to the next
LEAST_LINES = 3  # of a list, and numbers with one word behind them: fewer add up to nothing
YEARS = range(1900, 2100)

_LABEL = re.compile(rf"(?=.*[^\W\d_]{{2}})[^{COMMA}{FULL_STOP};]*[^\d.]")
_WORD = re.compile(rf"[^\W\d_]{{1,3}}(?=[,{COMMA}{ENUMERATION_COMMA};{FULL_STOP}()]|$)")
_OF_DATES = frozenset((YEAR, MONTH, DAY, DOCUMENT_ENDING))

ReadText = Sequence[tuple[NormalText, Sequence[Claim]]]
"""The paragraphs of a text in order, with the numbers of each."""


def with_units(read: ReadText, unit_in_head: re.Pattern[str]) -> Iterator[Claim]:
    """Yield the numbers of a text, those that are amounts of a unit which is unknown with one; `unit_in_head`
    matches lines below which lists are amounts.
    """
    found: dict[Claim, Claim] = {}
    lines: dict[Claim, str] = {}
    last, head = 0, -MOST_BETWEEN_LINES
    is_headed = False
    for at, (text, claims) in enumerate(read):
        if unit_in_head.search(text.text):
            head = at
        bare = [claim for claim in claims if not claim.base_unit and claim.step]
        if bare and (label := _label(text, claims)):
            content = claims[-1].span.content
            if lines and content - last > MOST_BETWEEN_LINES:
                found |= _as_list(lines, is_headed=is_headed)
                lines = {}
            is_headed = at - head < MOST_BETWEEN_LINES if not lines else is_headed
            lines[claims[-1]], last = label, content
        elif len(bare) >= LEAST_LINES:
            found |= _by_words(text.source, bare)
    found |= _as_list(lines, is_headed=is_headed)
    yield from (found.get(claim, claim) for _, claims in read for claim in claims)


def _label(text: NormalText, claims: Sequence[Claim]) -> str:
    """Return the words of a line that ends in its only amount, '' if it is none of a list."""
    words, last = text.text, claims[-1]
    if len(words) > LONGEST_LINE or not words[-1:].isdigit() or any(claim.base_unit for claim in claims):
        return ""
    is_at_end = last.span.end == len(text.source.rstrip())
    is_year = last.step == 1 and last.amount in YEARS and "," not in last.printed
    label = _LABEL.fullmatch(normal_text(text.source[: last.span.start]))
    return label[0].rstrip(":") if is_at_end and not is_year and label else ""


def _as_list(lines: Mapping[Claim, str], *, is_headed: bool) -> dict[Claim, Claim]:
    """Return the amounts of lines below one another, if their head tells a unit or most are printed like
    amounts: each is as exact as any.
    """
    printed = [claim for claim in lines if claim.step < 1 or "," in claim.printed]
    if len(lines) < LEAST_LINES or (2 * len(printed) < len(lines) and not is_headed):
        return {}
    step = min(claim.step for claim in lines)
    return {
        claim: replace(_in_unit(claim, UNKNOWN_UNIT, step), label=label) for claim, label in lines.items()
    }


def _by_words(source: str, bare: Sequence[Claim]) -> dict[Claim, Claim]:
    """Return the numbers of a paragraph behind which one word stands, several times."""
    by_word: dict[str, list[Claim]] = {}
    for claim in bare:
        start, end = claim.span.start, claim.span.end
        word = _WORD.match(normal_text(source[end : end + LEAST_LINES + 2]))
        if word and word[0][0] not in _OF_DATES and source[start - 1 : start] != ORDINAL:
            by_word.setdefault(word[0], []).append(claim)
    several = {word: claims for word, claims in by_word.items() if len(claims) >= LEAST_LINES}
    return {claim: _in_unit(claim, word, claim.step) for word, claims in several.items() for claim in claims}


def _in_unit(claim: Claim, unit: str, step: Decimal) -> Claim:
    """Return a number as an amount in a unit; things are counted whole, one with decimals is rounded."""
    error = step * HALF if step < 1 or unit == UNKNOWN_UNIT else Decimal(0)
    return replace(claim, base_unit=unit, step=step, value=Value(claim.amount, error))
