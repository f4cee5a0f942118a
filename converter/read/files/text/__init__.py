"""Read a workbook that is one text of tags: a web page, or an XML spreadsheet of Excel 2003.

Systems that keep accounts and files export both under the name .xls. `decoding` finds the encoding, `tags`
cuts the text into words and tags in one pass, `web_page` with its `page_table` and `page_styles` and
`xml_2003` read those, `placed_sheet` is where they put the cells, within the limits. No entity of a
document's own is ever expanded, no address is followed.

A page's tables lie on one sheet, one below the other, and text between them in rows of its own, as Excel
opens it. A page that names as many sheets as it has tables has a sheet for each. A table within a cell comes
after what stands before it. What `display:none` hides of rows and columns is hidden; a cell so hidden is not
there. Words that are raised, struck out or hidden make no number with the digits beside them; nor does a
number that is shown otherwise than it is stated.
"""

from converter import messages
from converter.pack import Limits
from converter.read.files.archive import UnsafeError
from converter.read.files.format import DamagedError, FileContent, Worksheet
from converter.read.files.text.decoding import decoded
from converter.read.files.text.tags import Tag, UnclosedError, pieces
from converter.read.files.text.web_page import PageReader
from converter.read.files.text.xml_2003 import WorkbookReader

SUFFIXES = frozenset({".xls", ".et"})


def matches(content: FileContent) -> bool:
    """Whether the content is no zip archive: the other formats are asked before."""
    return not content.is_zip


def read(content: FileContent, limits: Limits) -> list[Worksheet]:
    """Return the worksheets; UnsafeError if it holds no table, or its cells reach too far."""
    text = decoded(content.data)
    if "<!ENTITY" in text:
        raise UnsafeError(messages.files.UNSAFE_DOCTYPE)
    try:
        root = next((piece.name for piece in pieces(text) if isinstance(piece, Tag)), "")
        if root == "workbook":
            return WorkbookReader(limits).read(text)
        return PageReader(limits).read(text)
    except UnclosedError:
        raise DamagedError from None
