"""A report back from .docx or .pdf.

`word_file` gives all that a Word file says, paragraph by paragraph and cell by cell, in which tables cut by
pages are `pieces`, `trail` the trail of figures it carries, `unread` counts what else it holds; `package`
unpacks and parses it within bounds, by the standard library alone, `hidden_text` knows what no reader sees.
`pdf` reads a .pdf.
"""

from converter.document.read.pdf.contents import read_pdf
from converter.document.read.pdf.pages import PDF
from converter.document.read.trail import read_trail
from converter.document.read.word_file import read_document

__all__ = ["PDF", "read_document", "read_pdf", "read_trail"]
