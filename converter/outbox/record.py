"""What is kept of one department's run: the same records in memory, in a worker's answer and as JSON."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from converter.conversion import Readiness, readiness_of
from converter.figures import Figure, Finding, Severity
from converter.outbox.changes import Revision


@dataclass(frozen=True, slots=True)
class Stored:
    """A file and the SHA-256 of its content: an input by its name in the bundle, an output by its path below
    the outbox.
    """

    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """A form found in a file: on which sheet, where its title stands, what its head says, how many figures
    it gave.
    """

    form: str
    file: str
    sheet: str
    title: str
    unit: str
    year: int
    figures: int


@dataclass(frozen=True, slots=True)
class Record:
    """One department converted or judged.

    `place` is the bundle of the inbox it was filed in. `figures` are all that were read or computed, but for
    those of detail lines: these, three times as many, are `lines`. `score` and `grade` are as printed, ''
    where the scorecard is incomplete. `outputs` is empty where nothing was written, else its first entry is
    the report; `edited` are files there that a person changed and that were left so. `seconds` tells each
    station's time. `revisions` are what resubmissions changed, the latest first, `revised` how many there
    were, `changes` how many figures the latest changed. A record that was kept reads its figures, lines and
    revisions from disk each time; `unchanged` if it is of an earlier run.
    """

    department: str
    year: int
    place: str = ""
    inputs: tuple[Stored, ...] = ()
    forms: tuple[Recognised, ...] = ()
    findings: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()
    figures: Sequence[Figure] = ()
    lines: Sequence[Figure] = ()
    score: str = ""
    grade: str = ""
    outputs: tuple[Stored, ...] = ()
    edited: tuple[str, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)
    revised: int = 0
    changes: int = 0
    revisions: Sequence[Revision] = ()
    unchanged: bool = False

    @property
    def all_figures(self) -> tuple[Figure, ...]:
        """The figures, detail lines included."""
        return (*self.figures, *self.lines)

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def readiness(self) -> Readiness:
        """How ready its report is."""
        return readiness_of(self.findings, self.missing)

    @property
    def report(self) -> str:
        """The report's path below the outbox, '' where none was written."""
        return self.outputs[0].name if self.outputs else ""
