"""What became of one department in one run: in memory, in a worker's answer, and stored as JSON."""

from collections import Counter

from msgspec import Struct, field
from msgspec.structs import replace

from converter.conversion import InventoryItem, Part, Readiness, part_counts
from converter.figures import Figure, Finding
from converter.outbox.changes import Revision
from converter.pack import PackLabel


class HashedFile(Struct, frozen=True):
    """A file and the SHA-256 of its content: an input by its path below the submission, an output by its path
    below the outbox.
    """

    name: str
    digest: str


class RecognisedForm(Struct, frozen=True):
    """A form found in a file: on which sheet, the cell of its title, what its head says, and how many figures
    it gave.
    """

    form: str
    file: str
    sheet: str
    title: str
    unit: str
    year: int
    figures: int


class Outputs(Struct, frozen=True):
    """The files written for a department."""

    report: HashedFile
    checklist: HashedFile
    review_copy: HashedFile | None = None
    changes: HashedFile | None = None
    checklist_workbook: HashedFile | None = None
    marked_copies: tuple[HashedFile, ...] = ()
    page: HashedFile | None = None

    @property
    def files(self) -> tuple[HashedFile, ...]:
        """All there are, the report first."""
        files = (
            *(self.report, self.checklist, self.checklist_workbook),
            *(self.page, self.review_copy, self.changes),
        )
        return (*(file for file in files if file), *self.marked_copies)


class LongLists:
    """The lists that are nine tenths of a record, held in memory.

    `figures` are all that were read or computed except those of detail rows; these, three times as many, are
    `detail_figures`. `revisions` are what resubmissions changed, the latest first. `checks_held`
    are worded for departments that are only judged, and not stored.
    """

    def __init__(
        self,
        figures: tuple[Figure, ...] = (),
        detail_figures: tuple[Figure, ...] = (),
        revisions: tuple[Revision, ...] = (),
        checks_held: tuple[Finding, ...] = (),
    ) -> None:
        self._figures, self._detail_figures, self._revisions = figures, detail_figures, revisions
        self._checks_held = checks_held

    def read_figures(self) -> tuple[Figure, ...]:
        """Return the figures without those of detail rows."""
        return self._figures

    def read_detail_figures(self) -> tuple[Figure, ...]:
        """Return the figures of detail rows."""
        return self._detail_figures

    def read_revisions(self) -> tuple[Revision, ...]:
        """Return what resubmissions changed."""
        return self._revisions

    def read_checks_held(self) -> tuple[Finding, ...]:
        """Return the checks that held."""
        return self._checks_held


NO_LISTS = LongLists()


class Record(Struct, frozen=True, omit_defaults=True):
    """One department converted, or only judged, by a `pack`.

    `place` is the folder of the inbox it was filed in. `inputs` are the files that were read, `files` all of
    them. `score` and `grade` are as printed, '' where the scorecard is incomplete. `outputs` is None where
    nothing was written; `edited` are files that people had changed, by their path in the history. `edits` is
    how many of their changes the report has or leaves out, `beside` are documents of theirs in its folder
    that are no reports of ours. `said` is how many explanations its checklist has. `seconds` is the time
    spent at each stage. `revised` counts the resubmissions that changed something, `changes` the figures
    that the latest changed. `unchanged` if the record is of an earlier run, `rebuilt` if what was stored of
    the department was spoiled. `lists` is the rest of it: a record from the result store reads it from disk
    each time it is asked for. In a record's JSON it is left out.
    """

    department: str
    year: int
    readiness: Readiness
    place: str = ""
    inputs: tuple[HashedFile, ...] = ()
    forms: tuple[RecognisedForm, ...] = ()
    files: tuple[InventoryItem, ...] = ()
    findings: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()
    score: str = ""
    grade: str = ""
    outputs: Outputs | None = None
    edited: tuple[str, ...] = ()
    edits: int = 0
    beside: tuple[HashedFile, ...] = ()
    said: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    pack: PackLabel = PackLabel()
    revised: int = 0
    changes: int = 0
    unchanged: bool = False
    rebuilt: bool = False
    lists: LongLists = NO_LISTS

    @property
    def key(self) -> tuple[str, int]:
        """Department and year: two records with the same are about the same."""
        return self.department, self.year

    @property
    def counts(self) -> Counter[Part]:
        """How much stands in each part of the checklist."""
        return part_counts(self.findings, self.missing)

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return self.counts[Part.ERROR]

    @property
    def output_files(self) -> tuple[HashedFile, ...]:
        """All files written for the department, the report first."""
        return self.outputs.files if self.outputs else ()

    @property
    def folder(self) -> str:
        """The department's folder in the outbox, '' where nothing was written."""
        return self.report.rpartition("/")[0]

    @property
    def report(self) -> str:
        """The report's path below the outbox, '' where none was written."""
        return self.outputs.report.name if self.outputs else ""

    def without_lists(self) -> "Record":
        """Return the record without its long lists."""
        return replace(self, lists=NO_LISTS)

    def read_all_figures(self) -> tuple[Figure, ...]:
        """Return all figures, those of detail rows last."""
        return (*self.lists.read_figures(), *self.lists.read_detail_figures())
