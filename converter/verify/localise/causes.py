"""How a wrong number likely came about: a table of what a person would look for, the surest first."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from converter.diagnosis import BY_CHANCE, Slip, of_digits
from converter.pack import Sentences
from converter.verify.claims.claim import Claim, Role
from converter.verify.constraints.claim_index import Assignment, ClaimIndex
from converter.verify.constraints.constraint import rounded

UNITS_APART = tuple(Decimal(10) ** power for power in (3, 4, 8))


@dataclass(frozen=True, slots=True)
class WrongClaim:
    """A claim taken for wrong, what it should be, and the report it stands in."""

    claim: Claim
    expected: Decimal
    claims: tuple[Claim, ...]
    account: ClaimIndex
    said: Sentences

    def figure(self, item: str, basis: str) -> Decimal | None:
        """Return what a figure comes to near the claim."""
        found = self.account.figure(f"{item}.{basis}", Assignment(self.claim))
        return found.value if found else None

    def is_printed(self, amount: Decimal | None) -> bool:
        """Whether an amount is the one printed, as far as its digits tell, its sign apart."""
        return amount is not None and rounded(abs(amount), self.claim) == abs(self.claim.amount) != 0


def likely(case: WrongClaim) -> str:
    """Return the name of the first cause that fits, '' if none does."""
    return next((name for name, fits in CAUSES.items() if fits(case)), "")


def telling(cause: str) -> int:
    """Return how much a cause tells: 2 if it hardly fits by chance, 1 if it may, 0 for none."""
    return 0 if not cause else 1 if cause in BY_CHANCE else 2


def _sign(case: WrongClaim) -> bool:
    return case.claim.amount == -case.expected != 0


def _unit(case: WrongClaim) -> bool:
    pair = (case.claim.amount, case.expected)
    return all(pair) and any(
        rounded(abs(a), case.claim) == rounded(abs(b * factor), case.claim)
        for factor in UNITS_APART
        for a, b in (pair, pair[::-1])
    )


def _by_this_year(case: WrongClaim) -> bool:
    """The change divided by this year's amount instead of that it is measured from."""
    claim = case.claim
    if claim.role is not Role.RATE:
        return False
    change = next((each.change for each in case.said.comparisons if each.rate == claim.basis), "")
    this = case.figure(claim.item, case.said.basis)
    moved, base = case.figure(claim.item, change), case.figure(claim.item, claim.against)
    if moved is None and this is not None and base is not None:
        moved = this - base
    return bool(this) and moved is not None and case.is_printed(moved / this)  # type: ignore[operator]


def _other_whole(case: WrongClaim) -> bool:
    """A share of, or a rate on, another amount of the report."""
    claim = case.claim
    if claim.role is not Role.SHARE:
        return False
    part = case.figure(claim.item, claim.against)
    money = (
        each for each in case.claims if each.role is Role.AMOUNT and each.amount and each.base != claim.base
    )
    return part is not None and any(case.is_printed(part / each.amount) for each in money)


def _amount_as_rate(case: WrongClaim) -> bool:
    number = case.claim.said.rstrip("%")
    money = (each for each in case.claims if each.base != case.claim.base and each.unit)
    return case.claim.said.endswith("%") and any(
        each.said.startswith(number) for each in money if number.strip("0.")
    )


def _last_year(case: WrongClaim) -> bool:
    claim = case.claim
    return case.is_printed(case.figure(claim.item, case.said.prior + claim.basis))


def _neighbour(case: WrongClaim) -> bool:
    claim = case.claim
    others = (
        each for each in case.claims if each.base == claim.base and each.item and each.item != claim.item
    )
    return any(abs(each.amount) == abs(claim.amount) != 0 for each in others)


def _scope(case: WrongClaim) -> bool:
    """The amount of the item of the same name on another footing."""
    claim = case.claim
    alike = {pairs[claim.item] for pairs in case.said.within.values() if claim.item in pairs}
    return any(case.is_printed(case.figure(item, claim.basis)) for item in alike)


def _digits(kind: Slip) -> Callable[[WrongClaim], bool]:
    def fits(case: WrongClaim) -> bool:
        step = case.claim.step
        if not step:
            return False
        return of_digits(f"{abs(case.claim.amount / step):.0f}", f"{abs(case.expected / step):.0f}") is kind

    return fits


CAUSES: dict[str, Callable[[WrongClaim], bool]] = {
    "sign": _sign,
    "unit": _unit,
    "this-year": _by_this_year,
    "scope": _scope,
    "other-whole": _other_whole,
    "amount-as-rate": _amount_as_rate,
    "last-year": _last_year,
    "neighbour": _neighbour,
    "transposed": _digits(Slip.TRANSPOSED),
    "digit": _digits(Slip.DIGIT),
    "length": _digits(Slip.LENGTH),
}
