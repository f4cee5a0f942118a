"""A department judged: what its report, its checklist and its review copy are made from."""

from msgspec import Struct

from converter.conversion.inventory import InventoryItem
from converter.figures import Finding, Ledger
from converter.rules import Assessment


class Judged(Struct, frozen=True):
    """A department's ledger, everything found about it, what the rules say, and what became of its files."""

    ledger: Ledger
    findings: tuple[Finding, ...]
    assessment: Assessment
    inventory: tuple[InventoryItem, ...] = ()
