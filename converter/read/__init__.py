"""Open any spreadsheet as grids of addressed cells; recognise standard forms; lift their figures."""

from converter.read.assemble import assemble, readings_used, report_year
from converter.read.files.cells import amount, decimals, official_name
from converter.read.files.grids import SUFFIXES, vet
from converter.read.files.office import OPENED_BY_OFFICE, as_docx, read_bytes
from converter.read.forms.filing import DatedReading, Filing, FormReading, NearMiss, Unread
from converter.read.labels.scope import ScopeWords
from converter.read.lists import LISTS, read_list
from converter.read.reader import Reader

__all__ = [
    "LISTS",
    "OPENED_BY_OFFICE",
    "SUFFIXES",
    "DatedReading",
    "Filing",
    "FormReading",
    "NearMiss",
    "Reader",
    "ScopeWords",
    "Unread",
    "amount",
    "as_docx",
    "assemble",
    "decimals",
    "official_name",
    "read_bytes",
    "read_list",
    "readings_used",
    "report_year",
    "vet",
]
