"""A report back from .docx or .pdf: an outline, all its contents, the trail of its figures."""

from converter.document.read.contents import (
    TABLE,
    Content,
    MarkedText,
    Passage,
    Tabular,
    cell_at,
    elements,
    read_contents,
    texts,
)
from converter.document.read.levels import Levels
from converter.document.read.marked import marked_texts
from converter.document.read.outline import UNREADABLE, Section, opened, read_outline
from converter.document.read.pdf.contents import contents_of
from converter.document.read.pdf.words import PDF
from converter.document.read.trail import read_trail

__all__ = [
    "PDF",
    "TABLE",
    "UNREADABLE",
    "Content",
    "Levels",
    "MarkedText",
    "Passage",
    "Section",
    "Tabular",
    "cell_at",
    "contents_of",
    "elements",
    "marked_texts",
    "opened",
    "read_contents",
    "read_outline",
    "read_trail",
    "texts",
]
