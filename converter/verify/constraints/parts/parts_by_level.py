"""Amounts of one level of government after the other, right behind an amount: they add up to it.

No word says that they are its parts; that each is of another level does.
"""

from collections.abc import Iterator, Mapping, Sequence

from converter.verify.claims.claim import Claim
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.sentences.segments import bracket_steps, last_clause
from converter.verify.constraints.constraint import Constraint
from converter.verify.constraints.parts.placed_amounts import PlacedAmount, likeliest, parts_of

LEAST_AMOUNTS = 3  # a whole, and two levels


def parts_by_level(placed: Mapping[int, Sequence[PlacedAmount]], patterns: Patterns) -> Iterator[Constraint]:
    """Yield that amounts of several levels add up to the one before them, where these are all there are."""
    for several in placed.values():
        amounts = [each for each in several if not each.is_measure]
        if len(amounts) >= LEAST_AMOUNTS:
            yield from _of_paragraph(amounts, patterns)


def _of_paragraph(amounts: Sequence[PlacedAmount], patterns: Patterns) -> Iterator[Constraint]:
    whole: Claim | None = None
    parts: dict[str, Claim] = {}
    depth = 0
    for each in amounts:
        closed, opened = bracket_steps(each.before)
        depth = max(depth - closed, 0) + opened
        if depth:
            continue  # a remark on the amount before it
        found = patterns.of_level.search(last_clause(each.before))
        level = found["level"] if found else ""
        if level and level not in parts and whole and whole.base_unit == each.claim.base_unit:
            parts[level] = each.claim
            continue
        yield from _summed(whole, parts, patterns, is_all=_is_apart(each, parts))
        whole, parts = (None if level else each.claim), {}
    yield from _summed(whole, parts, patterns, is_all=True)


def _is_apart(each: PlacedAmount, parts: dict[str, Claim]) -> bool:
    """Whether an amount begins something else than what the levels before it are of."""
    last = next(reversed(parts.values()), None)
    return last is None or ";" in each.before or each.claim.sentence != last.sentence


def _summed(
    whole: Claim | None, parts: Mapping[str, Claim], patterns: Patterns, *, is_all: bool
) -> Iterator[Constraint]:
    if whole and len(parts) > 1 and all(part.amount <= whole.amount for part in parts.values()):
        listed = parts_of(whole, list(parts.values()), patterns.sentences)
        yield from likeliest([listed], is_stated=is_all)
