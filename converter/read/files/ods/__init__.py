"""Read a workbook in OpenDocument format (.ods): its values by a library, the rest by `content`."""

from converter.pack import Limits
from converter.read.files.calamine import worksheets
from converter.read.files.format import FileContent, Worksheet

SUFFIXES = frozenset({".ods"})

_CONTENT = "content.xml"


def matches(content: FileContent) -> bool:
    """Whether the content has the main part of such a workbook."""
    return _CONTENT in content.parts


def read(content: FileContent, limits: Limits) -> list[Worksheet]:
    """Return the worksheets; UnsafeError if the cells reach too far."""
    from converter.read.files.ods.content import formulas_and_hidden  # which loads a parser of XML

    formulas, hidden = formulas_and_hidden(content.parts[_CONTENT], limits)
    return worksheets(content.data, formulas, hidden)
