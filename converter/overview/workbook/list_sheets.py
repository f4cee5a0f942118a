"""The sheets that list: findings, what is missing, hits by rule, who filed, and which files."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from converter import messages
from converter.conversion import FileUse, Part, explained_message, part_of
from converter.figures import CellOrigin, Finding, Severity
from converter.overview.builder import Overview
from converter.overview.columns import Column, sheet_of_items
from converter.overview.filing_status import FilingIssue
from converter.overview.rows import RowFile
from converter.overview.wording import filing_summary, first_named
from converter.workbooks.write import ColumnHead, Highlighted, Sheet, Tone, ValueKind, counted

HEADS = messages.overview.HEADS
TONES = {
    Part.ERROR: Tone.BAD,
    Part.WARNING: Tone.WARN,
    Part.EXPLAINED: Tone.GOOD,
    Part.NOTE: Tone.DIM,
}
USE_TONES: dict[str, Tone] = {
    FileUse.TABLES: Tone.GOOD,
    FileUse.PROSE: Tone.GOOD,
    FileUse.UNUSED: Tone.WARN,
    FileUse.UNREADABLE: Tone.BAD,
}
NOWHERE = CellOrigin("", "", "")


class DepartmentFinding(Struct, frozen=True):
    """A finding and the name of its department."""

    department: str
    finding: Finding

    @property
    def first_cell(self) -> CellOrigin:
        """The first cell it is about, NOWHERE if there is none."""
        return self.finding.cells[0] if self.finding.cells else NOWHERE

    @property
    def part(self) -> Part:
        """The part of the checklist it stands in."""
        return part_of(self.finding)


class MissingItem(Struct, frozen=True):
    """Something that a department still has to supply: forms not filed, or what is blank in its report."""

    department: str
    kind: str
    text: str
    hint: str


class DepartmentFile(Struct, frozen=True):
    """A filed file and the name of its department."""

    department: str
    file: RowFile


class RuleHits(Struct, frozen=True):
    """A rule that hit, and the names of the departments, one for every hit."""

    code: str
    severity: Severity
    hits: list[str]

    @property
    def departments(self) -> list[str]:
        """The departments hit, each once."""
        return list(dict.fromkeys(self.hits))


def findings(overview: Overview) -> Sheet:
    """Return the sheet of all findings, the gravest first, but those of what is to be supplied."""
    entries = [
        DepartmentFinding(row.name, finding)
        for row in overview.rows
        for finding in row.findings_in(Part.ERROR, Part.WARNING, Part.EXPLAINED, Part.NOTE)
    ]
    order = list(Part)
    columns: list[Column[DepartmentFinding]] = [
        Column(ColumnHead(HEADS["name"]), lambda entry: entry.department),
        Column(ColumnHead(HEADS["severity"], ValueKind.WORD), lambda entry: _severity(entry.part)),
        Column(ColumnHead(HEADS["rule"], widest=22), lambda entry: entry.finding.code),
        Column(ColumnHead(HEADS["file"], widest=24), lambda entry: entry.first_cell.file),
        Column(ColumnHead(HEADS["sheet"], widest=26), lambda entry: entry.first_cell.sheet),
        Column(ColumnHead(HEADS["cell"], ValueKind.WORD), lambda entry: entry.first_cell.cell),
        Column(ColumnHead(HEADS["message"], widest=72), lambda entry: explained_message(entry.finding)),
        Column(ColumnHead(HEADS["hint"], widest=36), lambda entry: entry.finding.hint),
    ]
    counts = Counter(entry.part for entry in entries)
    note = messages.overview.SHEET_NOTES["findings"].format(**{part.value: counts[part] for part in TONES})
    entries.sort(key=lambda entry: order.index(entry.part))
    return sheet_of_items("findings", overview.subject, note, columns, entries)


def _severity(part: Part) -> Highlighted:
    return Highlighted(messages.filing.SEVERITIES[part], TONES[part])


def missing(overview: Overview) -> Sheet:
    """Return the sheet of what a person still has to supply, department by department."""
    items = list(_missing_items(overview))
    columns: list[Column[MissingItem]] = [
        Column(ColumnHead(HEADS["name"]), lambda item: item.department),
        Column(ColumnHead(HEADS["missing_kind"], ValueKind.WORD), lambda item: item.kind),
        Column(ColumnHead(HEADS["missing_item"], widest=70), lambda item: item.text),
        Column(ColumnHead(HEADS["hint"], widest=50), lambda item: item.hint),
    ]
    note = messages.overview.SHEET_NOTES["missing"].format(count=len(items))
    return sheet_of_items("missing", overview.subject, note, columns, items)


def _missing_items(overview: Overview) -> Iterator[MissingItem]:
    to_write = messages.overview.TO_WRITE
    for row in overview.rows:
        for finding in row.findings_in(Part.SUPPLY):
            yield MissingItem(row.name, finding.code, finding.message, finding.hint)
        for item in row.missing:
            yield MissingItem(row.name, to_write.code, to_write.text.format(item=item), to_write.hint)


def rules(overview: Overview) -> Sheet:
    """Return the sheet of rules that hit, the gravest and most frequent first."""
    hits: dict[tuple[str, Severity], list[str]] = {}
    for row in overview.rows:
        for finding in row.findings_in(Part.ERROR, Part.WARNING, Part.NOTE):
            hits.setdefault((finding.code, finding.severity), []).append(row.name)
    order = list(Severity)
    ranked = sorted(
        (RuleHits(code, severity, names) for (code, severity), names in hits.items()),
        key=lambda rule: (order.index(rule.severity), -len(rule.departments), rule.code),
    )
    processed = sum(bool(row.figures) for row in overview.rows)
    columns: list[Column[RuleHits]] = [
        Column(ColumnHead(HEADS["rule"]), lambda rule: rule.code),
        Column(ColumnHead(HEADS["severity"], ValueKind.WORD), lambda rule: _severity(Part(rule.severity))),
        Column(counted(HEADS["departments"]), lambda rule: len(rule.departments)),
        Column(
            ColumnHead(HEADS["share"], ValueKind.NUMBER, format="0.0%"),
            lambda rule: Decimal(len(rule.departments)) / processed,
        ),
        Column(counted(HEADS["count"]), lambda rule: len(rule.hits)),
        Column(ColumnHead(HEADS["which"], widest=80), lambda rule: first_named(rule.departments)),
    ]
    return sheet_of_items("rules", overview.subject, messages.overview.SHEET_NOTES["rules"], columns, ranked)


def filing(overview: Overview) -> Sheet:
    """Return the sheet of who has not filed, filed twice, is not on the list, or filed for another year."""
    columns: list[Column[FilingIssue]] = [
        Column(
            ColumnHead(HEADS["issue"], ValueKind.WORD),
            lambda issue: Highlighted(messages.overview.FILING_ISSUES[issue.kind], Tone.BAD),
        ),
        Column(ColumnHead(HEADS["name"]), lambda issue: issue.row.name),
        Column(ColumnHead(HEADS["code"], ValueKind.WORD), lambda issue: issue.row.code),
        Column(ColumnHead(HEADS["parent"], widest=26), lambda issue: issue.row.parent),
        Column(ColumnHead(HEADS["level"], ValueKind.WORD), lambda issue: issue.row.level),
        Column(ColumnHead(HEADS["kind"], ValueKind.WORD), lambda issue: issue.row.kind),
        Column(ColumnHead(HEADS["place"], widest=26), lambda issue: issue.row.place),
        Column(ColumnHead(HEADS["explanation"], widest=70), lambda issue: issue.explanation),
    ]
    note = messages.overview.SHEET_NOTES["filing"].format(issues=filing_summary(overview))
    return sheet_of_items("filing", overview.subject, note, columns, overview.filing_issues)


def files(overview: Overview) -> Sheet:
    """Return the sheet of every file that was filed, department by department."""
    items = [
        DepartmentFile(row.name, file) for row in (*overview.rows, *overview.strays) for file in row.files
    ]
    columns: list[Column[DepartmentFile]] = [
        Column(ColumnHead(HEADS["name"]), lambda item: item.department),
        Column(ColumnHead(HEADS["file"], widest=50), lambda item: item.file.file),
        Column(ColumnHead(HEADS["use"], ValueKind.WORD), lambda item: _use(item.file.use)),
        Column(ColumnHead(HEADS["account"], widest=70), lambda item: item.file.account),
    ]
    counts = Counter(item.file.use for item in items)
    note = messages.overview.SHEET_NOTES["files"].format(
        count=len(items), unused=counts[FileUse.UNUSED], unreadable=counts[FileUse.UNREADABLE]
    )
    return sheet_of_items("files", overview.subject, note, columns, items)


def _use(use: str) -> Highlighted:
    return Highlighted(messages.overview.FILE_USES[use], USE_TONES.get(use, Tone.DIM))
