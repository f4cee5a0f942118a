"""Blocks to Word, by named styles only, and an outline or all contents back from a Word file."""

from converter.document.commented import Comment, commented
from converter.document.contents import Content, Passage, Tabular, Written, read_contents
from converter.document.errors import DocumentError
from converter.document.ledger import read_ledger
from converter.document.marked import marked_texts
from converter.document.numbering import numbered
from converter.document.outline import Outline, Section, read_outline
from converter.document.skeleton import Skeleton

__all__ = [
    "Comment",
    "Content",
    "DocumentError",
    "Outline",
    "Passage",
    "Section",
    "Skeleton",
    "Tabular",
    "Written",
    "commented",
    "marked_texts",
    "numbered",
    "read_contents",
    "read_ledger",
    "read_outline",
]
