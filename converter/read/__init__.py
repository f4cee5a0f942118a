"""Open any spreadsheet as grids of addressed cells; recognise standard forms; lift their figures."""

from converter.read.assemble import assemble, report_year
from converter.read.books import SUFFIXES, vet
from converter.read.caliber import Calibers
from converter.read.cells import official_name
from converter.read.errors import ReadError
from converter.read.filing import Filing, FormReading, Lifted, Survey
from converter.read.lists import LISTS, read_list
from converter.read.workbook import Reader

__all__ = [
    "LISTS",
    "SUFFIXES",
    "Calibers",
    "Filing",
    "FormReading",
    "Lifted",
    "ReadError",
    "Reader",
    "Survey",
    "assemble",
    "official_name",
    "read_list",
    "report_year",
    "vet",
]
