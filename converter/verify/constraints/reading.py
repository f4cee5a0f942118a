"""A submitted report as read: the report, its claims, what they are measured from, and which amounts it
prints.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct, field

from converter.figures import CellOrigin, Ledger
from converter.pack import Sentences
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.claims.tables.cell_names import NamedCell
from converter.verify.claims.tables.table_grid import TableGrid
from converter.verify.constraints.claim_index import ClaimIndex


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


class ReportReading(Struct, frozen=True, eq=False, dict=True):
    """A submitted report with its claims in reading order, their index, and the patterns of its year.

    `tables` are the plans of its tables, each of its sections, `cells` what is in them by the name of the
    item; `ledger` is what those of standard form give, `in_cells` the claims of these by the cells they were
    read from.
    """

    report: SubmittedReport
    claims: tuple[Claim, ...]
    index: ClaimIndex
    patterns: Patterns
    tables: tuple[tuple[TableGrid, ...], ...] = ()
    cells: Mapping[str, Sequence[NamedCell]] = field(default_factory=dict)
    ledger: Ledger | None = None
    in_cells: Mapping[CellOrigin, Claim] = field(default_factory=dict)

    @cached_property
    def by_content(self) -> dict[int, list[Claim]]:
        """Its claims by the content they are in, in order."""
        found: dict[int, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.span.content, []).append(claim)
        return found

    def inside(self, content: int, start: int, end: int) -> list[Claim]:
        """Return the claims that begin in a stretch of a paragraph."""
        claims = self.by_content.get(content, [])
        bounds = (bisect_left(claims, at, key=lambda claim: claim.span.start) for at in (start, end))
        return claims[slice(*bounds)]

    def count_of_this_year(self, claims: Iterable[Claim]) -> Counter[str]:
        """Return how many amounts of each item there are among claims, last year's left out."""
        return Counter(claim.item for claim in claims if self._is_amount_of_this_year(claim))

    def _is_amount_of_this_year(self, claim: Claim) -> bool:
        is_amount = claim.item and claim.role is Role.AMOUNT
        return bool(is_amount and (own := claim.own_basis) and not own.startswith(self.sentences.prior))

    @cached_property
    def amounts_of_this_year(self) -> list[Claim]:
        """The amounts of its own year."""
        return list(filter(self._is_amount_of_this_year, self.claims))

    @cached_property
    def changes(self) -> list[Claim]:
        """The changes it tells, and whatever words say of that it is more or less."""
        return [claim for claim in self.claims if claim.direction or claim.role is Role.CHANGE]

    @cached_property
    def of_this_year(self) -> Counter[str]:
        """How many amounts of each item it prints, last year's left out."""
        return self.count_of_this_year(self.claims)

    @cached_property
    def has_levels(self) -> bool:
        """Whether some of its numbers are of a level of government, a part of the year or one budget unit."""
        return any(claim.extent.level for claim in self.claims)

    @cached_property
    def is_of_government(self) -> bool:
        """Whether it is a government's report, by its title or by whom it speaks to."""
        lines = (text.strip() for _, text in self.report.passages())
        titled = self.patterns.of_government.search(self.report.cover)
        return bool(titled) or any(map(self.patterns.to_congress.search, lines))

    @cached_property
    def amounts(self) -> PrintedAmounts:
        """The amounts it prints, in order."""
        return PrintedAmounts(self.claims)

    @property
    def sentences(self) -> Sentences:
        """What the pack says of sentences."""
        return self.patterns.sentences

    def base_of(self, claim: Claim) -> Decimal | None:
        """Return the amount a change or rate is measured from, None if it cannot be known.

        It is the one printed, or else this year's amount less the change.
        """
        printed = self.index.find(claim.reference_id, claim)
        if printed is not None:
            return printed.value
        this_year = self.index.find(claim.figure_id(self.sentences.basis), claim)
        change = self._change(claim)
        if this_year is None or this_year.value is None or change is None:
            return None
        return this_year.value - change

    def _change(self, claim: Claim) -> Decimal | None:
        """Return the change that a claim is, or that goes with a rate."""
        if claim.role is Role.CHANGE:
            return claim.amount
        if claim.role is not Role.RATE:
            return None
        comparisons = self.sentences.comparisons
        basis = next((each.change for each in comparisons if claim.basis in (each.rate, each.change)), "")
        found = self.index.find(claim.figure_id(basis), claim)
        return found.value if found else None

    def rates_on_zero(self) -> list[Claim]:
        """Return the rates that are measured from zero; there is no such rate."""
        return [
            claim
            for claim in self.claims
            if claim.role in (Role.RATE, Role.COMPLETION)
            and claim.amount
            and claim.reference_basis
            and not claim.in_explanation
            and self._has_no_base(claim)
        ]

    def _has_no_base(self, claim: Claim) -> bool:
        """Whether a rate is measured from zero, or from what prints as zero and is too little for it."""
        if self.base_of(claim) != 0:
            return False
        base = self.index.find(claim.reference_id, claim)
        now = self.index.find(claim.figure_id(self.sentences.basis), claim)
        if not base or not base.error or now is None or now.value is None:
            return True
        return abs(now.value) - now.error > base.error * (1 + abs(claim.amount))
