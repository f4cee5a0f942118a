"""What is shown of every department besides the pack's figures: one list for the workbook and the page."""

from collections.abc import Callable

from msgspec import Struct

from converter import messages
from converter.conversion import Part, Readiness
from converter.overview.columns import Column
from converter.overview.rows import DepartmentRow
from converter.workbooks.write import CellValue, ColumnHead, Highlighted, Link, Tone, ValueKind, counted

TONES = {
    Readiness.READY: Tone.GOOD,
    Readiness.TO_SUPPLY: Tone.WARN,
    Readiness.PENDING: Tone.BAD,
    Readiness.FAILED: Tone.DIM,
    Readiness.NOT_FILED: Tone.DIM,
}


class DepartmentColumn(Struct, frozen=True):
    """A column of the workbook's first sheet and, if `on_page`, of the page's table.

    `key` names it in `messages.overview.HEADS` and `PAGE_HEADS` and in the page's data; `group` is the
    heading it stands under. `fact` is what the page shows of a row; the workbook shows the same unless
    `cell` gives something else. The page leaves an `optional` column out where it is empty for everyone,
    a `varied` one where it is the same.
    """

    key: str
    group: str
    kind: ValueKind
    fact: Callable[[DepartmentRow], str | int]
    cell: Callable[[DepartmentRow], CellValue] | None = None
    widest: int = 30
    on_page: bool = True
    optional: bool = False
    varied: bool = False

    def in_workbook(self) -> Column[DepartmentRow]:
        """Return the column as the workbook has it."""
        label, group = messages.overview.HEADS[self.key], messages.overview.GROUPS[self.group]
        if self.kind is ValueKind.COUNT:
            return Column(counted(label, group), self.cell or self.fact)
        return Column(ColumnHead(label, self.kind, group, widest=self.widest), self.cell or self.fact)


def _readiness(row: DepartmentRow) -> CellValue:
    return Highlighted(messages.overview.READINESS[row.readiness], TONES[row.readiness])


def _errors(row: DepartmentRow) -> int:
    return row.counts[Part.ERROR]


def _warnings(row: DepartmentRow) -> int:
    return row.counts[Part.WARNING]


def _explained(row: DepartmentRow) -> int:
    return row.counts[Part.EXPLAINED]


def _missing(row: DepartmentRow) -> int:
    return row.counts[Part.SUPPLY]


def _if_processed(count: Callable[[DepartmentRow], int]) -> Callable[[DepartmentRow], CellValue]:
    """Return a count that is blank for a department that was not processed."""
    return lambda row: count(row) if row.is_processed else None


def _report(row: DepartmentRow) -> CellValue:
    return Link(messages.overview.OPEN_REPORT, row.report) if row.report else ""


# The workbook shows the pack's figures between STATE and RESULT, the page after them.
# On the page the report and whole notes are in the details of a department.
WHO = (
    DepartmentColumn("name", "who", ValueKind.TEXT, lambda row: row.name),
    DepartmentColumn("level", "sort", ValueKind.WORD, lambda row: row.level, widest=10, optional=True),
    DepartmentColumn("kind", "sort", ValueKind.WORD, lambda row: row.kind, widest=10, optional=True),
    DepartmentColumn("year", "sort", ValueKind.WORD, lambda row: str(row.year or ""), widest=8, varied=True),
    DepartmentColumn("pack", "sort", ValueKind.TEXT, lambda row: str(row.pack), widest=24, varied=True),
)
STATE = (
    DepartmentColumn("readiness", "state", ValueKind.WORD, lambda row: row.readiness.value, _readiness),
    DepartmentColumn("errors", "state", ValueKind.COUNT, _errors, _if_processed(_errors)),
    DepartmentColumn("warnings", "state", ValueKind.COUNT, _warnings, _if_processed(_warnings)),
    DepartmentColumn("explained", "state", ValueKind.COUNT, _explained, _if_processed(_explained)),
    DepartmentColumn("missing", "state", ValueKind.COUNT, _missing, _if_processed(_missing)),
)
RESULT = (
    DepartmentColumn("grade", "result", ValueKind.WORD, lambda row: row.grade),
    DepartmentColumn("report", "result", ValueKind.WORD, lambda row: row.report, _report, on_page=False),
    DepartmentColumn(
        "notes", "result", ValueKind.TEXT, lambda row: messages.phrases.AND.join(row.remarks),
        lambda row: messages.overview.AND_THEN.join((*row.remarks, *row.notes)), widest=26, optional=True,
    ),
)  # fmt: skip
COLUMNS = (*WHO, *STATE, *RESULT)
