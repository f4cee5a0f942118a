"""A department judged, converted, and its report finished: what everything else about it is made from."""

from typing import TYPE_CHECKING

from msgspec import Struct

from converter.conversion.inventory import InventoryItem
from converter.conversion.readiness import cells_in_doubt
from converter.figures import Finding, Ledger
from converter.inbox import Department
from converter.narrative.narrator import Report
from converter.read import FiledFile
from converter.rules import Assessment

if TYPE_CHECKING:
    from converter.conversion.edits import CarriedEdits
    from converter.conversion.explanations import Explanation


class Judged(Struct, frozen=True):
    """A department's ledger, everything found about it, what the rules say, what became of its files and of
    people's edits of its last report, and people's explanations of findings.
    """

    ledger: Ledger
    findings: tuple[Finding, ...]
    assessment: Assessment
    inventory: tuple[InventoryItem, ...] = ()
    edits: "CarriedEdits | None" = None
    explanations: tuple["Explanation", ...] = ()

    @property
    def doubtful_figures(self) -> frozenset[str]:
        """The figures that rest on a cell which is wrong, or may be."""
        return self.ledger.figures_from(cells_in_doubt(self.findings))


class FilesOfPeople(Struct, frozen=True):
    """What people left in a department's folder of the outbox since the last run.

    - `documents`: those that are not as we wrote them, and reports of ours that carry edits.
    - `below`: documents in folders within it, by their names; they are not read.
    - `checklists`: those in which people may have explained findings.
    - `former_names`: by which the department was known then.
    """

    documents: tuple[FiledFile, ...] = ()
    below: tuple[str, ...] = ()
    checklists: tuple[FiledFile, ...] = ()
    former_names: frozenset[str] = frozenset()


class Converted(Struct, frozen=True):
    """A department with what was judged of it and its report's blocks.

    `edited` are the earlier reports in which people's edits were found; they are no longer among its prose.
    """

    department: Department
    judged: Judged
    report: Report
    edited: tuple[FiledFile, ...] = ()


class FinishedReport(Struct, frozen=True):
    """A report made: what was judged, the report's blocks, its bytes as .docx, its name, how ready it is."""

    judged: Judged
    report: Report
    document: bytes
    name: str
    readiness: str
