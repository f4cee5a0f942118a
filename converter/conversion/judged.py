"""A department judged: what its report, its checklist and its review copy are made from."""

from typing import TYPE_CHECKING

from msgspec import Struct

from converter.conversion.inventory import InventoryItem
from converter.figures import Finding, Ledger
from converter.rules import Assessment

if TYPE_CHECKING:
    from converter.conversion.edits import CarriedEdits
    from converter.conversion.explanations import Explanation


class Judged(Struct, frozen=True):
    """A department's ledger, everything found about it, what the rules say, what became of its files, of what
    people made of its report before, and what they said about findings.
    """

    ledger: Ledger
    findings: tuple[Finding, ...]
    assessment: Assessment
    inventory: tuple[InventoryItem, ...] = ()
    edits: "CarriedEdits | None" = None
    explanations: tuple["Explanation", ...] = ()
