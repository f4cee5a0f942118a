"""Numbers in cells: to which digit they are exact, which count, and those in brackets behind words."""

from collections.abc import Iterable, Iterator, Sequence, Set
from decimal import Decimal
from itertools import pairwise

from msgspec.structs import replace

from converter.figures import Value
from converter.verify.claims.claim import Claim
from converter.verify.claims.normal_text import normal_text
from converter.verify.claims.numbers import HALF

LONGEST_EXACT = 8  # digits of a number with decimals that surely had room for all of them
MOST_WHOLE = 20  # times as many numbers of a column as have its last digit: then those were rounded


def in_labels(
    texts: Sequence[Sequence[str]], cells: Iterable[tuple[list[Claim], bool]]
) -> Iterator[tuple[tuple[int, int], Claim]]:
    """Yield the only number of each cell of words, if it is all that stands in the brackets at its end."""
    for claims, is_one in cells:
        if not is_one and len(claims) == 1:
            row, column = claims[0].span.row, claims[0].span.column
            text, span = texts[row][column], claims[0].span
            before, behind = normal_text(text[: span.start]), normal_text(text[span.end :])
            if before.endswith("(") and behind == ")":
                yield (row, column), claims[0]


def as_exact_as_their_columns(claims: Sequence[Claim], rates: Set[int]) -> Iterator[Claim]:
    """Yield the claims with the last digit that their column shows: a whole number among cents is exact, but
    not where hardly any of the column has cents, nor among `rates`, which are quotients.
    """
    steps: dict[tuple[int, str], list[Decimal]] = {}
    for claim in claims:
        steps.setdefault((claim.span.column, claim.unit), []).append(claim.step)
    shown = {key: sorted(several)[len(several) // MOST_WHOLE] for key, several in steps.items()}
    for claim in claims:
        is_own = claim.span.column in rates or may_be_cut(claim.printed)
        step = claim.step if is_own else min(claim.step, shown[claim.span.column, claim.unit])
        yield replace(
            claim, step=step, value=Value(claim.amount, HALF * step if claim.value.error else Decimal(0))
        )


def decimals_printed(printed: str) -> int:
    """Return how many decimals a number is printed with, zeros at the end included."""
    return len(normal_text(printed).rstrip(")").partition(".")[2])


def may_be_cut(printed: str) -> bool:
    """Whether a number with decimals is so long that its cell may have had no room for all of them."""
    return bool(decimals_printed(printed)) and sum(map(str.isdigit, printed)) > LONGEST_EXACT


def counts_rows(column: Sequence[Claim]) -> bool:
    """Whether the numbers of a column go up by one from row to row."""
    counted = _counted(column)
    return len(counted) > 2 and all(after - before == 1 for before, after in pairwise(counted))


def counts_columns(row: Sequence[Claim], texts: Sequence[str]) -> bool:
    """Whether the numbers of a row are 1, 2, 3 and so on, but for columns that a formula stands in."""
    counted = _counted(row)
    if any("=" in text for text in texts):
        return counted[:1] == [1] and all(before < after for before, after in pairwise(counted))
    return len(counted) > 1 and counted == [*range(1, len(counted) + 1)]


def _counted(claims: Sequence[Claim]) -> list[int]:
    """Return the numbers as they are printed if all are whole, else nothing."""
    printed = [claim.printed.strip() for claim in claims]
    return [int(number) for number in printed] if all(map(str.isdecimal, printed)) else []
