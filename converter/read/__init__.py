"""Read workbooks: any spreadsheet in, figures of recognised standard forms with their cells out.

A `reader` makes one workbook into a `Filing`, complete when it returns. `assemble` puts the filings of a
department together into a ledger and compares `duplicates`. Of a supplement, `prefilled` tells what nobody
confirmed, `left_elsewhere` what its cells leave to other places. `plain_lists` reads lists that are no form,
such as a roster, and `list_lines` tells which of their rows are no entries.

The five inner layers import downwards only: `forms`, `identity`, `tables`, `labels`, `files`.
"""

from converter.read.assemble import assemble, dated_readings, readings_used
from converter.read.files.cells import Scalar, amount, decimals
from converter.read.files.file_kind import MAY_HOLD_TABLES, FileKind, kind_of
from converter.read.files.filed_file import FiledFile
from converter.read.files.grid import Grid
from converter.read.files.office.converting import OPENED_BY_OFFICE, as_docx, office_program
from converter.read.files.workbook import SUFFIXES, OpenedWorkbook, number_formats, vet
from converter.read.files.zip_members import ZipMember, members_of
from converter.read.forms.filing import DatedReading, Filing, FormReading, NearMiss, Unread, UnusedTable
from converter.read.identity.hints import NameHint, Strength, YearHint, place_in_words
from converter.read.identity.workbook import TitledWorkbook, WorkbookIdentity
from converter.read.labels.copy_names import CopyNames
from converter.read.labels.departments import DepartmentNames, ScopeWords, official_name
from converter.read.list_lines import ListLines
from converter.read.plain_lists import LISTS, read_list
from converter.read.reader import Reader

__all__ = [
    "LISTS",
    "MAY_HOLD_TABLES",
    "OPENED_BY_OFFICE",
    "SUFFIXES",
    "CopyNames",
    "DatedReading",
    "DepartmentNames",
    "FileKind",
    "FiledFile",
    "Filing",
    "FormReading",
    "Grid",
    "ListLines",
    "NameHint",
    "NearMiss",
    "OpenedWorkbook",
    "Reader",
    "Scalar",
    "ScopeWords",
    "Strength",
    "TitledWorkbook",
    "Unread",
    "UnusedTable",
    "WorkbookIdentity",
    "YearHint",
    "ZipMember",
    "amount",
    "as_docx",
    "assemble",
    "dated_readings",
    "decimals",
    "kind_of",
    "members_of",
    "number_formats",
    "office_program",
    "official_name",
    "place_in_words",
    "read_list",
    "readings_used",
    "vet",
]
