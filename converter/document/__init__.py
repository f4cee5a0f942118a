"""Blocks to Word, by named styles only, and an outline or all contents back from a Word file.

Reading Word back has doors of its own (`carried`, `commented`, `contents`, `marked`, `outline`), so that
writing a report does not load what it needs.
"""

from converter.document.errors import DocumentError
from converter.document.numbering import numbered
from converter.document.skeleton import Skeleton

__all__ = ["DocumentError", "Skeleton", "numbered"]
