"""Read workbooks: any spreadsheet in, figures of recognised standard forms with their cells out.

`Reader` reads one workbook into a `Filing`, complete when it returns; `assemble` puts the filings of a
department together into a ledger and compares duplicates; `read_list` reads plain lists such as a roster.
The five inner layers import downwards only: `forms`, `identity`, `tables`, `labels`, `files`.
"""

from converter.read.assemble import assemble, readings_used
from converter.read.files.cells import amount, decimals
from converter.read.files.filed_file import FiledFile
from converter.read.files.office import OPENED_BY_OFFICE, as_docx, read_bytes
from converter.read.files.workbook import SUFFIXES, vet
from converter.read.forms.filing import DatedReading, Filing, FormReading, NearMiss, Unread, UnusedTable
from converter.read.labels.departments import ScopeWords, official_name
from converter.read.lists import LISTS, read_list
from converter.read.reader import Reader

__all__ = [
    "LISTS",
    "OPENED_BY_OFFICE",
    "SUFFIXES",
    "DatedReading",
    "FiledFile",
    "Filing",
    "FormReading",
    "NearMiss",
    "Reader",
    "ScopeWords",
    "Unread",
    "UnusedTable",
    "amount",
    "as_docx",
    "assemble",
    "decimals",
    "official_name",
    "read_bytes",
    "read_list",
    "readings_used",
    "vet",
]
