"""A workbook that was opened and split into tables, and what was decided about it before it is extracted."""

from msgspec import Struct

from converter.figures import Finding
from converter.read.files.filed_file import FiledFile
from converter.read.identity.hints import NameHint, YearHint
from converter.read.tables.titles.split import TitledGrid


class TitledWorkbook(Struct, frozen=True, eq=False):
    """A workbook's tables, nothing of them extracted yet.

    `department`, its `short` name and `year` are what a supplement says of itself, '' and 0 where it says
    nothing; `findings` are about the workbook as a whole.
    """

    source: FiledFile
    tables: tuple[TitledGrid, ...]
    department: str
    short: str
    year: int
    findings: tuple[Finding, ...]


class WorkbookIdentity(Struct, frozen=True):
    """For which department and year a workbook is ('' and 0 where nothing says it).

    For each of its tables, `years` has the hint that decides its year, None where nothing does, and
    `departments` its department, '' where that is the workbook's. `year_hints` and `name_hints` are all there
    is to tell them, the strongest first; `findings` name places that contradict each other; `refusal` says
    why the workbook cannot be used, '' if it can.
    """

    department: str
    year: int
    years: tuple[YearHint | None, ...]
    departments: tuple[str, ...]
    year_hints: tuple[YearHint, ...] = ()
    name_hints: tuple[NameHint, ...] = ()
    findings: tuple[Finding, ...] = ()
    refusal: str = ""
