"""The inventory of a department: every file that was filed with it, and what became of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from enum import StrEnum
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from converter import messages
from converter.conversion.budget_units import predecessors
from converter.errors import Failure
from converter.figures import Finding, Outcome, Severity, Text
from converter.inbox import Department, UnusedFile
from converter.pack import FormKind, Pack
from converter.read import DatedReading, Filing, dated_readings, readings_used


class FileUse(StrEnum):
    """What became of a file that was filed; the values are those of the JSON."""

    UNREADABLE = "unreadable"
    TABLES = "tables"
    PROSE = "prose"
    UNUSED = "unused"


class InventoryItem(Struct, frozen=True, gc=False):
    """A filed file by its name below the submission, what became of it, and an account in Chinese: as what it
    was read, or why it was not.
    """

    file: str
    use: FileUse
    account: str

    def __str__(self) -> str:
        return messages.inventory.ENTRY.format(file=self.file, account=self.account)


def inventory_of(
    department: Department, year: int, texts: Mapping[str, Text], pack: Pack
) -> tuple[InventoryItem, ...]:
    """Return every file of a department, those first that should have been read and could not be.

    `year` is that of the report, 0 if there is none; `texts` are those it takes from anywhere.
    """
    taken = Counter(text.origin.file for text in texts.values())
    items = [_unreadable(failure) for failure in department.failures]
    items += _read(department, year, taken, _used(department, year, pack))
    before = predecessors(department, year)
    for unit in department.budget_units:
        words = messages.inventory.OF_PREDECESSOR if unit in before else messages.inventory.OF_BUDGET_UNIT
        used = set[int]() if unit in before else _used(unit, year, pack)
        of_unit = partial(words.format, unit=unit.name)
        items += (replace(item, account=of_unit(tables=item.account)) for item in _read(unit, year, {}, used))
    return (*items, *unused_items(department.unused))


def unused_items(unused: Iterable[UnusedFile]) -> Iterator[InventoryItem]:
    """Yield files that are not read."""
    return (InventoryItem(each.name, FileUse.UNUSED, each.reason) for each in unused)


def file_findings(department: Department) -> Iterator[Finding]:
    """Yield an error for every file that should have been read and could not be, and for every one that was
    not opened and may hold tables that it is to be supplied in another form.
    """
    for failure in department.failures:
        yield Finding.worded(
            messages.inventory.UNREADABLE, Severity.ERROR, Outcome.NOT_EVALUABLE, reason=failure.message
        )
    for unused in department.unused:
        if unused.may_hold_tables:
            unopened = Finding.worded(
                messages.inventory.UNOPENED,
                Severity.WARNING,
                Outcome.NOT_EVALUABLE,
                file=unused.name,
                reason=unused.reason,
            )
            yield replace(unopened, to_supply=True)


def _unreadable(failure: Failure) -> InventoryItem:
    reason = failure.message.removeprefix(messages.inventory.ENTRY.format(file=failure.file, account=""))
    return InventoryItem(failure.file, FileUse.UNREADABLE, reason)


def _used(department: Department, year: int, pack: Pack) -> set[int]:
    """Return the readings that a report uses, by their identity."""
    return {id(dated.reading) for dated in readings_used(department.filings, year, pack)}


def _read(
    department: Department, year: int, taken: Mapping[str, int], used: Set[int]
) -> Iterator[InventoryItem]:
    """Yield the files that were read; `taken` counts the texts used from each."""
    for filing in department.filings:
        yield InventoryItem(filing.file, FileUse.TABLES, _account_of_tables(filing, year, used))
    for document in department.prose_files:
        if count := taken.get(document.name, 0):
            yield InventoryItem(document.name, FileUse.PROSE, messages.inventory.PROSE.format(count=count))
        else:
            yield InventoryItem(document.name, FileUse.UNUSED, messages.inventory.NO_PROSE)
    for listed in department.checklists:
        yield InventoryItem(listed.name, FileUse.PROSE, messages.edits.LIST_FILED)
    for report in department.reports:
        yield InventoryItem(report.name, FileUse.PROSE, messages.inventory.OWN_REPORT)


def _account_of_tables(filing: Filing, year: int, used: Set[int]) -> str:
    """Return in a phrase which tables are in a workbook, and which of them are of no use."""
    by_book: dict[tuple[FormKind, int], list[DatedReading]] = {}
    for dated in dated_readings([filing]):
        by_book.setdefault((dated.reading.kind, dated.year), []).append(dated)
    parts = [_tables(kind, of, tables, year, used) for (kind, of), tables in by_book.items()]
    if filing.unused:
        titles = dict.fromkeys(table.title for table in filing.unused)
        parts.append(messages.inventory.UNUSED_TABLES.format(tables=messages.phrases.AND.join(titles)))
    if unknown := dict.fromkeys(
        cell.sheet
        for finding in filing.findings
        if finding.code == messages.reading.SHEET_UNKNOWN.code
        for cell in finding.cells
    ):
        parts.append(messages.inventory.UNKNOWN_SHEETS.format(sheets=messages.phrases.AND.join(unknown)))
    return messages.inventory.AND.join(parts) or messages.inventory.NO_TABLES


def _tables(kind: FormKind, of_year: int, tables: Sequence[DatedReading], year: int, used: Set[int]) -> str:
    """Return how many tables of a kind and year are in a workbook, and whether the report uses them."""
    text = messages.inventory.TABLES.format(book=messages.inventory.BOOKS[kind], count=len(tables))
    count = sum(id(dated.reading) in used for dated in tables)
    if kind is FormKind.SUPPLEMENT and not of_year:
        return text
    if not of_year:
        note = messages.inventory.YEAR_UNSTATED
    elif not year or of_year == year:
        note = messages.inventory.OF_YEAR
    elif count:
        note = messages.inventory.PARTLY_USED
    else:
        note = messages.inventory.NEXT_YEAR if of_year == year + 1 else messages.inventory.OTHER_YEAR
    return text + note.format(year=of_year, used=count)
