"""A department judged, and its report finished: what everything else about it is made from."""

from typing import TYPE_CHECKING

from msgspec import Struct

from converter.conversion.inventory import InventoryItem
from converter.figures import Finding, Ledger
from converter.narrative import Report
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


class FinishedReport(Struct, frozen=True):
    """A report made: what was judged, the report's blocks, its bytes as .docx, its name, how ready it is."""

    judged: Judged
    report: Report
    document: bytes
    name: str
    readiness: str
