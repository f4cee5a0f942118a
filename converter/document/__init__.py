"""Blocks to Word, by named styles only, and an outline back from a Word file."""

from converter.document.errors import DocumentError
from converter.document.ledger import read_ledger
from converter.document.marked import marked_texts
from converter.document.outline import Outline, Section, read_outline
from converter.document.skeleton import Skeleton

__all__ = ["DocumentError", "Outline", "Section", "Skeleton", "marked_texts", "read_ledger", "read_outline"]
