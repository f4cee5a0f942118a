"""A department's clean filing, a file for every table, so that only an altered one is read again."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from converter.conversion.conversion import Conversion
from converter.errors.errors import Failure, ReadError
from converter.figures.finding import Finding, Outcome, Severity
from converter.inbox.departments import split_by_department
from converter.inbox.submissions import Submission
from converter.pack.loading import load_pack
from converter.read.files.filed_file import FiledFile
from converter.read.forms.filing import Filing
from converter.read.identity.workbook import TitledWorkbook, WorkbookIdentity
from converter.read.reader import Reader
from samples.filing import write
from samples.filing.budget import budget
from samples.filing.departments import load
from samples.filing.final_accounts import final_accounts
from samples.filing.layout import NATIONAL
from samples.filing.sheet import SheetTable
from samples.make import supplement, words_of

LAYOUT = replace(NATIONAL, title="year")
BOOKS = {"决算": "2020年度", "预算": "2020年", "上年": "2019年度"}


class CachingReader(Reader):
    """A reader that opens and extracts each file once; `forget` a file when it is written again."""

    def __init__(self) -> None:
        super().__init__(load_pack())
        self._opened: dict[Path, TitledWorkbook] = {}
        self._filings: dict[tuple[Path, WorkbookIdentity], Filing] = {}

    def open(self, file: FiledFile) -> TitledWorkbook:
        if file.path not in self._opened:
            self._opened[file.path] = super().open(file)
        return self._opened[file.path]

    def extract(self, workbook: TitledWorkbook, identity: WorkbookIdentity) -> Filing:
        key = workbook.source.path, identity
        if key not in self._filings:
            self._filings[key] = super().extract(workbook, identity)
        return self._filings[key]

    def forget(self, path: Path) -> None:
        self._opened.pop(path, None)
        self._filings = {key: filing for key, filing in self._filings.items() if key[0] != path}


@dataclass
class CleanFiling:
    """The tables of a filing by kind of workbook, and the folder with their files."""

    department: str
    folder: Path
    tables: dict[str, list[SheetTable]] = field(init=False)
    conversion: Conversion = field(init=False)
    reader: CachingReader = field(init=False)
    _clean: dict[Path, bytes] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        department = load(self.department)
        self.conversion, self.reader = Conversion(load_pack()), CachingReader()
        self.tables = {
            "决算": final_accounts(department.accounts, LAYOUT),
            "预算": budget(department.accounts, department.prior, LAYOUT),
            "上年": final_accounts(department.prior, LAYOUT),
        }
        for book, tables in self.tables.items():
            for table in tables:
                if table.name not in ("封面", "目录"):
                    self.write(book, table)
                    self._clean[self.path(book, table)] = self.path(book, table).read_bytes()
        supplement(department, words_of(self.department), self.folder / "补充资料.xlsx")

    @property
    def set_aside(self) -> Path:
        """Where the clean copy of an altered file is put aside."""
        return self.folder.with_name("set aside")

    def table(self, book: str, name: str) -> SheetTable:
        """Return a clean table by the beginning of its name."""
        return next(table for table in self.tables[book] if table.name.startswith(name))

    def path(self, book: str, table: SheetTable) -> Path:
        """Return the file of a table."""
        return self.folder / f"{BOOKS[book]}{book}{table.name}.xlsx"

    def write(self, book: str, *tables: SheetTable) -> None:
        """Write tables as sheets of one file, that of the first."""
        path = self.path(book, tables[0])
        write.book(tables, path)
        self.reader.forget(path)

    def put_back(self, book: str, *tables: SheetTable) -> None:
        """Put the clean files of tables back."""
        for path in (self.path(book, table) for table in tables):
            path.write_bytes(self._clean[path])
            self.reader.forget(path)

    def write_together(self, book: str, tables: Sequence[SheetTable]) -> None:
        """Write the tables of a book as one file instead of a file each."""
        for table in self.tables[book][2:]:
            self.path(book, table).unlink()
            self.reader.forget(self.path(book, table))
        write.book(tables, self.folder / f"{BOOKS[book]}{book}.xlsx")
        self.reader.forget(self.folder / f"{BOOKS[book]}{book}.xlsx")

    def put_apart(self, book: str) -> None:
        """Put the clean tables of a book back, a file each again."""
        (self.folder / f"{BOOKS[book]}{book}.xlsx").unlink()
        self.put_back(book, *self.tables[book][2:])

    def findings(self) -> list[Finding]:
        """Return the errors and warnings; a department that is stopped gives one."""
        submission = Submission(self.department, tuple(sorted(self.folder.rglob("*.xlsx"))))
        split = split_by_department(submission, self.reader)
        try:
            judged = [self.conversion.judge(department) for department in split.departments]
            findings = (finding for one in judged for finding in one.findings)
            wrong = [finding for finding in findings if finding.severity is not Severity.NOTE]
        except ReadError as stopped:
            wrong = [_stopped(str(stopped))]
        return [*map(_failed, split.failures), *wrong]


def _failed(failure: Failure) -> Finding:
    return _stopped(failure.message)


def _stopped(message: str) -> Finding:
    return Finding("停止", Severity.ERROR, Outcome.DIFFERS, message)
