"""A report back from .docx or .pdf.

`contents` gives all that a Word file says, paragraph by paragraph and cell by cell, `outline` its sections
and their prose, `trail` the trail of figures it carries; `package` unpacks and parses it within bounds, by
the standard library alone. `heading_numbers` knows headings by their numbers, also in a .pdf, which `pdf`
reads.
"""

from converter.document.read.contents import (
    Content,
    MarkedText,
    Passage,
    Tabular,
    bookmarked_texts,
    read_contents,
)
from converter.document.read.outline import Section, read_outline
from converter.document.read.pdf.contents import read_pdf
from converter.document.read.pdf.pages import PDF
from converter.document.read.trail import read_trail

__all__ = [
    "PDF",
    "Content",
    "MarkedText",
    "Passage",
    "Section",
    "Tabular",
    "bookmarked_texts",
    "read_contents",
    "read_outline",
    "read_pdf",
    "read_trail",
]
