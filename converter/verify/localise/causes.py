"""How a wrong number may have come about: the causes a person would look for, the surest first."""

from collections.abc import Callable
from decimal import Decimal

from msgspec import Struct

from converter.diagnosis import BY_CHANCE, Slip, of_digits
from converter.verify.claims.claim import Claim, Role
from converter.verify.constraints.constraint import rounded
from converter.verify.constraints.reading import ReportReading
from converter.verify.localise.exact_slips import POINT_FACTORS

HALF_OR_MORE = Decimal("0.6")  # of the last digit: within it lie all amounts that round to what is printed
NEAR_STEPS = 2  # of the last digit: so near is what was rounded badly, not divided by another whole
WHOLE_PERCENT = Decimal("0.01")
DISTINCTIVE_DIGITS_OF_COPY = 3  # of two equal amounts: shorter ones may be equal by chance
_NEIGHBOUR = "neighbour"
WRONG_UNIT_FACTORS = tuple(Decimal(10) ** power for power in (3, 4, 8))


class Suspect(Struct, frozen=True, eq=False):
    """A claim suspected to be wrong, what it should be, and its report."""

    claim: Claim
    expected: Decimal
    reading: ReportReading

    def figure(self, item: str, basis: str) -> Decimal | None:
        """Return what a figure is near the claim."""
        found = self.reading.index.find(self.claim.extent.figure_id(item, basis), self.claim)
        return found.value if found else None

    def is_printed(self, amount: Decimal | None) -> bool:
        """Whether the claim shows an amount, rounded to its digits and whatever the sign."""
        return amount is not None and rounded(abs(amount), self.claim) == abs(self.claim.amount) != 0


def find_cause(suspect: Suspect) -> str:
    """Return the name of the first cause that fits, '' if none does."""
    return next((name for name, fits in CAUSES.items() if fits(suspect)), "")


def plausibility(suspect: Suspect, places: int) -> int:
    """Return how plausible it is that a number is wrong in so many places, from 0 to 4.

    2 points for a cause that hardly fits by chance, 1 for one that may, 0 for none; and 2 points if the
    report does not print the same number for its item in more than these places. A number that another item
    has, too, is taken for a copy only if it is wrong in one place; where one digit sets it right, it is 1 in
    all.
    """
    cause, claim = find_cause(suspect), suspect.claim
    if cause == _NEIGHBOUR and _is_one_digit_away(suspect):
        return 1
    if cause == _NEIGHBOUR and places > 1:
        cause = ""  # what changes with it is of another item, mostly
    times = suspect.reading.amounts.times(abs(claim.amount), claim.base_unit, claim.item) if claim.item else 0
    is_repeated = times > places and claim.significant_digits >= DISTINCTIVE_DIGITS_OF_COPY
    return (0 if not cause else 1 if cause in BY_CHANCE else 2) + (0 if is_repeated else 2)


def _wrong_sign(suspect: Suspect) -> bool:
    return suspect.claim.amount == -suspect.expected != 0


def _wrong_unit(suspect: Suspect) -> bool:
    claim, pair = suspect.claim, (suspect.claim.amount, suspect.expected)
    return all(pair) and any(
        rounded(abs(one), claim) == rounded(abs(other * factor), claim)
        for factor in WRONG_UNIT_FACTORS
        for one, other in (pair, pair[::-1])
    )


def _point_off(suspect: Suspect) -> bool:
    pair = sorted((abs(suspect.claim.amount), abs(suspect.expected)))
    return bool(pair[0]) and pair[1] / pair[0] in POINT_FACTORS


def _cut_off(suspect: Suspect) -> bool:
    """Whether a percentage has only the first digits of what it should be, with zeros in place of others."""
    claim, place = suspect.claim, suspect.claim.last_place
    is_cut = claim.base_unit == suspect.reading.patterns.ratio and claim.step < place <= WHOLE_PERCENT
    return is_cut and abs(suspect.expected) // place * place == abs(claim.amount) > 0


def _divided_by_this_year(suspect: Suspect) -> bool:
    """Whether a rate is the change divided by this year's amount, not by the one it is measured from."""
    claim, sentences = suspect.claim, suspect.reading.sentences
    if claim.role is not Role.RATE:
        return False
    change_basis = next((each.change for each in sentences.comparisons if each.rate == claim.basis), "")
    this_year = suspect.figure(claim.item, sentences.basis)
    change = suspect.figure(claim.item, change_basis)
    base = suspect.figure(claim.item, claim.reference_basis)
    if change is None and this_year is not None and base is not None:
        change = this_year - base
    if not this_year or change is None:
        return False
    return suspect.is_printed(change / this_year)


def _divided_by_another_whole(suspect: Suspect) -> bool:
    """Whether a share is the part divided by another amount of the report."""
    claim = suspect.claim
    if claim.role is not Role.SHARE:
        return False
    part = suspect.figure(claim.item, claim.reference_basis)
    if not part or not claim.amount or abs(claim.amount - suspect.expected) <= claim.step * NEAR_STEPS:
        return False
    size, half = abs(claim.amount), claim.step * HALF_OR_MORE
    least, most = abs(part) / (size + half), abs(part) / (size - half) if size > half else Decimal("Infinity")
    wholes = suspect.reading.amounts.between(least, most, other_than=claim.base_unit)
    return any(suspect.is_printed(part / whole) for whole in wholes)


def _amount_as_percentage(suspect: Suspect) -> bool:
    claim = suspect.claim
    number = claim.printed.rstrip("%")
    if not claim.printed.endswith("%") or not number.strip("0.") or claim.significant_digits < 2:
        return False
    return suspect.reading.amounts.begin_with(number, other_than=claim.base_unit)


def _last_years(suspect: Suspect) -> bool:
    claim = suspect.claim
    last_year = suspect.reading.sentences.prior + claim.basis
    return suspect.is_printed(suspect.figure(claim.item, last_year))


def _of_another_item(suspect: Suspect) -> bool:
    claim = suspect.claim
    items = suspect.reading.amounts.items(abs(claim.amount), claim.base_unit)
    return claim.significant_digits > 1 and bool(items - {claim.item})


def _of_another_scope(suspect: Suspect) -> bool:
    """Whether it is the amount of the item that has the same name in another scope."""
    claim = suspect.claim
    scopes = suspect.reading.sentences.within.values()
    namesakes = {items[claim.item] for items in scopes if claim.item in items}
    return any(suspect.is_printed(suspect.figure(item, claim.basis)) for item in namesakes)


def _is_one_digit_away(suspect: Suspect) -> bool:
    """Whether what a number lacks or has too much is what one digit makes, in it or in one of its parts."""
    apart = abs(suspect.claim.amount - suspect.expected).normalize()
    return len(apart.as_tuple().digits) == 1 and apart >= suspect.claim.step


def _digits(slip: Slip) -> Callable[[Suspect], bool]:
    """Return a check for a slip of digits, as they are printed."""

    def fits(suspect: Suspect) -> bool:
        step = suspect.claim.step
        if not step:
            return False
        printed, expected = abs(suspect.claim.amount / step), abs(suspect.expected / step)
        return of_digits(f"{printed:.0f}", f"{expected:.0f}") is slip

    return fits


CAUSES: dict[str, Callable[[Suspect], bool]] = {
    "sign": _wrong_sign,
    "unit": _wrong_unit,
    "point": _point_off,
    "truncated": _cut_off,
    "this-year": _divided_by_this_year,
    "scope": _of_another_scope,
    "other-whole": _divided_by_another_whole,
    "amount-as-rate": _amount_as_percentage,
    "last-year": _last_years,
    _NEIGHBOUR: _of_another_item,
    "transposed": _digits(Slip.TRANSPOSED),
    "digit": _digits(Slip.DIGIT),
    "length": _digits(Slip.LENGTH),
}
