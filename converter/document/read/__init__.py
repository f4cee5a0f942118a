"""A report back from .docx or .pdf.

`word_file` gives all that a Word file says, paragraph by paragraph and cell by cell; `package` unpacks and
parses it within bounds, by the standard library alone. `pieces` are tables cut by pages, `hidden_text` what
no reader sees; `trail` is the trail of figures it carries, `unread` counts what else it holds. `pdf` reads a
.pdf.
"""

from converter.document.read.pdf.contents import read_pdf
from converter.document.read.pdf.pages import PDF
from converter.document.read.trail import read_trail
from converter.document.read.word_file import read_document

__all__ = ["PDF", "read_document", "read_pdf", "read_trail"]
