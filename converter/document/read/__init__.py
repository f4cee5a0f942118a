"""A report back from .docx or .pdf.

`contents` gives all that a Word file says, paragraph by paragraph and cell by cell, `trail` the trail of
figures it carries, `unread` counts what else it holds; `package` unpacks and parses it within bounds, by the
standard library alone, `hidden_text` knows what no reader sees. `heading_numbers` knows headings by their
numbers, also in a .pdf, which `pdf` reads.
"""

from converter.document.read.contents import (
    BookmarkedText,
    Content,
    Merge,
    Passage,
    ReadDocument,
    Tabular,
    read_document,
)
from converter.document.read.heading_numbers import heading_number, numbered_heading
from converter.document.read.pdf.contents import read_pdf
from converter.document.read.pdf.pages import PDF
from converter.document.read.trail import read_trail
from converter.document.read.unread import UnreadKind, UnreadPart

__all__ = [
    "PDF",
    "BookmarkedText",
    "Content",
    "Merge",
    "Passage",
    "ReadDocument",
    "Tabular",
    "UnreadKind",
    "UnreadPart",
    "heading_number",
    "numbered_heading",
    "read_document",
    "read_pdf",
    "read_trail",
]
