"""What is kept of one department's run: the same records in memory, in a worker's answer and as JSON."""

from dataclasses import dataclass, field

from converter.figures import Figure, Finding, Severity


@dataclass(frozen=True, slots=True)
class Failure:
    """A file or department that could not be processed, in one Chinese line.

    `place` is the bundle of the inbox it was filed in, '' where that is not known.
    """

    file: str
    message: str
    place: str = ""


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

    `place` is the bundle of the inbox it was filed in. `figures` are all that were read or computed, detail
    lines included. `score` and `grade` are as printed, '' where the scorecard is incomplete. `outputs` is
    empty where nothing was written, else its first entry is the report. `seconds` tells each station's time.
    """

    department: str
    year: int
    place: str = ""
    inputs: tuple[Stored, ...] = ()
    forms: tuple[Recognised, ...] = ()
    findings: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    score: str = ""
    grade: str = ""
    outputs: tuple[Stored, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def report(self) -> str:
        """The report's path below the outbox, '' where none was written."""
        return self.outputs[0].name if self.outputs else ""
