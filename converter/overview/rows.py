"""A department in one row: what everyone looking at all of them sees of it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import PurePath, PurePosixPath

from msgspec import Struct, field

from converter import messages
from converter.conversion import Part, Readiness, cells_in_doubt, part_counts, part_of
from converter.errors import Failure
from converter.figures import Figure, Finding, resting_on
from converter.outbox import Record
from converter.pack import Pack, PackLabel, measure_digits

_IDLE = (Part.ROUNDING, Part.UNCHECKED)


class FigureValue(Struct, frozen=True):
    """A figure's value in its base unit (None where blank or unknown), and its cell or formula in words.

    `error` is how far the unrounded amount may be away. It is `doubtful` if it rests on a cell that may be
    wrong.
    """

    value: Decimal | None = None
    source: str = ""
    error: Decimal = Decimal(0)
    doubtful: bool = False


class RowFile(Struct, frozen=True, gc=False):
    """A filed file, what became of it ('' for a department that was not processed), the same in a phrase."""

    file: str
    use: str
    account: str


class DepartmentRow(Struct, frozen=True):
    """One department.

    `code`, `parent`, `level`, `kind` and `aliases` are the roster's, empty where it does not say. `figures`
    are by the labels of the pack's overview columns, `measures` in the order of `measure_ids`. `report` and
    `outputs` are paths below the outbox, with slashes. `year` is 0 where nothing could be read; `pack` is the
    one the report is by, `subject` what it is about, with the year. `findings` are those that somebody has to
    act on, `missing` names what else a person has to supply. `files` are all that were filed, `notes` whole
    sentences, `remarks` words for what is wrong about the filing.
    """

    name: str
    readiness: Readiness
    year: int = 0
    pack: PackLabel = PackLabel()
    subject: str = ""
    place: str = ""
    code: str = ""
    parent: str = ""
    level: str = ""
    kind: str = ""
    aliases: tuple[str, ...] = ()
    figures: Mapping[str, FigureValue] = field(default_factory=dict)
    measures: tuple[Decimal | None, ...] = ()
    score: Decimal | None = None
    grade: str = ""
    report: str = ""
    outputs: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()
    files: tuple[RowFile, ...] = ()
    notes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def is_processed(self) -> bool:
        """Whether its filing was read and judged."""
        return self.readiness not in (Readiness.FAILED, Readiness.NOT_FILED)

    @property
    def cohort(self) -> tuple[int, PackLabel]:
        """What those have in common that it can be compared with: the year, and the pack."""
        return self.year, self.pack

    @property
    def counts(self) -> Counter[Part]:
        """How much stands in each part of its checklist."""
        return part_counts(self.findings, self.missing)

    def findings_in(self, *parts: Part) -> list[Finding]:
        """Return the findings of some parts of the checklist."""
        return [finding for finding in self.findings if part_of(finding) in parts]

    def figure(self, label: str) -> FigureValue:
        """Return the figure of a column, an unknown one for a department that was not processed."""
        return self.figures.get(label, FigureValue())


def department_row(result: Record | Failure, pack: Pack) -> DepartmentRow:
    """Return the row of a department that was processed, or of what failed."""
    if isinstance(result, Failure):
        is_file = PurePath(result.file).suffix and result.place not in ("", messages.filing.LOOSE)
        name = result.place if is_file else result.file
        files = tuple(RowFile(file, "", account) for file, account in result.files)
        return DepartmentRow(name, Readiness.FAILED, place=result.place, files=files, notes=(result.message,))
    figures = {figure.id: figure for figure in result.lists.read_figures()}
    doubtful = resting_on(cells_in_doubt(result.findings), figures.values())
    return DepartmentRow(
        name=result.department,
        readiness=result.readiness,
        year=result.year,
        pack=result.pack,
        subject=messages.overview.SUBJECT.format(year=result.year, subject=pack.words.subject),
        place=result.place,
        figures={
            label: kept_value(figures.get(column.figure), doubtful=column.figure in doubtful)
            for label, column in pack.overview.columns.items()
        },
        measures=tuple(kept_value(figures.get(measure)).value for measure in measure_ids(pack)),
        score=Decimal(result.score) if result.score else None,
        grade=result.grade,
        report=result.report,
        outputs=tuple(output.name for output in result.output_files),
        findings=tuple(finding for finding in result.findings if part_of(finding) not in _IDLE),
        missing=result.missing,
        files=tuple(RowFile(item.file, item.use.value, item.account) for item in result.files),
        notes=tuple(_notes(result)),
    )


def kept_value(figure: Figure | None, *, doubtful: bool = False) -> FigureValue:
    """Return what a row keeps of a figure; an unknown one if it was neither read nor computed."""
    if figure is None:
        return FigureValue()
    cell = figure.cell
    source = f"{cell} = {cell.text or messages.phrases.BLANK}" if cell else str(figure.origin)
    return FigureValue(figure.value, source, figure.error, doubtful)


def measure_ids(pack: Pack) -> tuple[str, ...]:
    """Return the ids of the pack's measures, in its order."""
    return tuple(measure_digits(pack))


def _notes(record: Record) -> Iterator[str]:
    """Say which files a person had changed, and how much a resubmission did."""
    yield from (messages.runs.EDITED.format(file=file) for file in record.edited)
    if record.revised:
        changes = PurePosixPath(record.report).with_name(messages.runs.CHANGES_FILE)
        yield messages.runs.CHANGED.format(count=record.changes, file=changes)
