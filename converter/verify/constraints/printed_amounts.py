"""Which amounts a report prints: asked for by their size, their digits, or what they are of."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from converter.verify.claims.claim import Claim, Role


class PrintedAmounts:
    """The amounts of a report's claims, in order by base unit, so that none needs to look at all others."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        sizes: dict[str, set[Decimal]] = {}
        printed: dict[str, set[str]] = {}
        self._items: dict[tuple[str, Decimal], Counter[str]] = {}
        for claim in claims:
            size = abs(claim.amount)
            if claim.role is Role.AMOUNT and size:
                sizes.setdefault(claim.base_unit, set()).add(size)
            if claim.unit:
                printed.setdefault(claim.base_unit, set()).add(claim.printed)
            if claim.item:
                self._items.setdefault((claim.base_unit, size), Counter())[claim.item] += 1
        self._sizes = {unit: sorted(found) for unit, found in sizes.items()}
        self._printed = {unit: sorted(found) for unit, found in printed.items()}

    def between(self, least: Decimal, most: Decimal, other_than: str) -> Iterator[Decimal]:
        """Yield the sizes, from `least` to `most`, of amounts in another base unit than one."""
        for unit, sizes in self._sizes.items():
            at = bisect_left(sizes, least) if unit != other_than else len(sizes)
            while at < len(sizes) and sizes[at] <= most:
                yield sizes[at]
                at += 1

    def begin_with(self, digits: str, other_than: str) -> bool:
        """Whether a number with a unit, in another base unit than one, is printed beginning with digits."""
        for unit, printed in self._printed.items():
            at = bisect_left(printed, digits)
            if unit != other_than and at < len(printed) and printed[at].startswith(digits):
                return True
        return False

    def items(self, size: Decimal, base_unit: str) -> frozenset[str]:
        """Return the items that have an amount, whatever its sign."""
        return frozenset(self._items.get((base_unit, size), ()))

    def times(self, size: Decimal, base_unit: str, item: str) -> int:
        """Return how often an amount is printed of an item, also where one name ends in the other."""
        found = self._items.get((base_unit, size), Counter())
        return sum(count for other, count in found.items() if other.endswith(item) or item.endswith(other))
