"""What changes and rates are measured from, and those that are measured from nothing."""

from collections.abc import Iterable
from decimal import Decimal

from converter.pack import Sentences
from converter.verify.claims.claim import Claim, Role
from converter.verify.constraints.claim_index import Assignment, ClaimIndex


def base_of(claim: Claim, account: ClaimIndex, said: Sentences) -> Decimal | None:
    """Return what a change or rate is measured from: as printed, or this year's amount less the change."""
    printed = account.figure(f"{claim.item}.{claim.against}", Assignment(claim))
    if printed is not None:
        return printed.value
    change = next((each.change for each in said.comparisons if claim.basis in (each.rate, each.change)), "")
    this = account.figure(f"{claim.item}.{said.basis}", Assignment(claim))
    moved = claim.amount if claim.role is Role.CHANGE else None
    if claim.role is Role.RATE and (found := account.figure(f"{claim.item}.{change}", Assignment(claim))):
        moved = found.value
    if this is None or this.value is None or moved is None:
        return None
    return this.value - moved


def baseless(claims: Iterable[Claim], account: ClaimIndex, said: Sentences) -> list[Claim]:
    """Return the rates that are measured from nothing, of which there can be none."""
    rates = (
        each for each in claims if each.role is Role.RATE and each.amount and each.against and not each.aside
    )
    return [claim for claim in rates if base_of(claim, account, said) == 0]
