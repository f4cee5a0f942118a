"""How a wrong number likely came about: a table of what a person would look for, the surest first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from converter.pack.sentences import Comparison, Sentences
from converter.rules.slips import Slip, of_digits
from converter.verify.account import Account, Taking
from converter.verify.claim import Claim, Role
from converter.verify.ties import rounded

UNITS_APART = tuple(Decimal(10) ** power for power in (3, 4, 8))


@dataclass(frozen=True, slots=True)
class Case:
    """A claim taken for wrong, what it should be, and the report it stands in."""

    claim: Claim
    expected: Decimal
    claims: tuple[Claim, ...]
    account: Account
    said: Sentences
    comparisons: tuple[Comparison, ...]

    def figure(self, item: str, basis: str) -> Decimal | None:
        """Return what a figure comes to near the claim."""
        found = self.account.figure(f"{item}.{basis}", Taking(self.claim))
        return found.value if found else None

    def is_printed(self, amount: Decimal | None) -> bool:
        """Whether an amount is the one printed, as far as its digits tell, its sign apart."""
        return amount is not None and rounded(abs(amount), self.claim) == abs(self.claim.amount) != 0


def likely(case: Case) -> str:
    """Return the name of the first cause that fits, '' if none does."""
    return next((name for name, fits in CAUSES.items() if fits(case)), "")


def _sign(case: Case) -> bool:
    return case.claim.amount == -case.expected != 0


def _unit(case: Case) -> bool:
    pair = (case.claim.amount, case.expected)
    return all(pair) and any(
        rounded(abs(a), case.claim) == rounded(abs(b * factor), case.claim)
        for factor in UNITS_APART
        for a, b in (pair, pair[::-1])
    )


def _by_this_year(case: Case) -> bool:
    """The change divided by this year's amount instead of that it is measured from."""
    claim = case.claim
    if claim.role is not Role.RATE:
        return False
    change = next((each.change for each in case.comparisons if each.rate == claim.basis), "")
    this = case.figure(claim.item, case.said.basis)
    moved, base = case.figure(claim.item, change), case.figure(claim.item, claim.against)
    if moved is None and this is not None and base is not None:
        moved = this - base
    return bool(this) and moved is not None and case.is_printed(moved / this)  # type: ignore[operator]


def _other_whole(case: Case) -> bool:
    """A share of, or a rate on, another amount of the report."""
    claim = case.claim
    if claim.role is not Role.SHARE:
        return False
    part = case.figure(claim.item, claim.against)
    money = (
        each for each in case.claims if each.role is Role.AMOUNT and each.amount and each.base != claim.base
    )
    return part is not None and any(case.is_printed(part / each.amount) for each in money)


def _amount_as_rate(case: Case) -> bool:
    number = case.claim.said.rstrip("%")
    money = (each for each in case.claims if each.base != case.claim.base and each.unit)
    return case.claim.said.endswith("%") and any(
        each.said.startswith(number) for each in money if number.strip("0.")
    )


def _last_year(case: Case) -> bool:
    claim = case.claim
    return case.is_printed(case.figure(claim.item, case.said.prior + claim.basis))


def _neighbour(case: Case) -> bool:
    claim = case.claim
    others = (
        each for each in case.claims if each.base == claim.base and each.item and each.item != claim.item
    )
    return any(abs(each.amount) == abs(claim.amount) != 0 for each in others)


def _scope(case: Case) -> bool:
    """The amount of the item of the same name on another footing."""
    claim = case.claim
    scopes = (pairs for pairs in case.said.within.values())
    alike = {b for pairs in scopes for a, b in pairs.items() if a == claim.item}
    return any(case.is_printed(case.figure(item, claim.basis)) for item in alike)


def _digits(kind: Slip) -> Callable[[Case], bool]:
    def fits(case: Case) -> bool:
        step = case.claim.step
        if not step:
            return False
        return of_digits(f"{abs(case.claim.amount / step):.0f}", f"{abs(case.expected / step):.0f}") is kind

    return fits


CAUSES: dict[str, Callable[[Case], bool]] = {
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


def zero_bases(claims: Iterable[Claim], account: Account, said: Sentences) -> list[Claim]:
    """Return the rates that are reckoned on nothing: what they are measured from is nil."""
    rates = (
        each for each in claims if each.role is Role.RATE and each.amount and each.against and not each.aside
    )
    return [claim for claim in rates if _base(claim, account, said) == 0]


def _base(claim: Claim, account: Account, said: Sentences) -> Decimal | None:
    """Return what a rate is measured from: printed, or what this year's amount less its change leaves."""
    printed = account.figure(f"{claim.item}.{claim.against}", Taking(claim))
    if printed is not None:
        return printed.value
    change = next((each.change for each in said.comparisons if each.rate == claim.basis), "")
    this, moved = (account.figure(f"{claim.item}.{basis}", Taking(claim)) for basis in (said.basis, change))
    if this is None or moved is None or this.value is None or moved.value is None:
        return None
    return this.value - moved.value
