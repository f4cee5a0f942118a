"""Open any spreadsheet as grids of addressed cells; recognise standard forms; lift their figures."""

from converter.read.assemble import assemble, report_year
from converter.read.files.cells import amount, decimals, official_name
from converter.read.files.grids import SUFFIXES, Grid, vet
from converter.read.files.office import OPENED_BY_OFFICE, as_docx, read_bytes
from converter.read.forms.filing import Filing, FormReading
from converter.read.forms.form import extract_form
from converter.read.labels.scope import ScopeWords
from converter.read.labels.vocabulary import Vocabulary
from converter.read.lists import LISTS, read_list
from converter.read.reader import Reader
from converter.read.tables.sheet import FormSheet
from converter.read.tables.title_block import TitleBlock

__all__ = [
    "LISTS",
    "OPENED_BY_OFFICE",
    "SUFFIXES",
    "Filing",
    "FormReading",
    "FormSheet",
    "Grid",
    "Reader",
    "ScopeWords",
    "TitleBlock",
    "Vocabulary",
    "amount",
    "as_docx",
    "assemble",
    "decimals",
    "extract_form",
    "official_name",
    "read_bytes",
    "read_list",
    "report_year",
    "vet",
]
