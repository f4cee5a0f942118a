"""Blocks to a Word file, by named styles only."""

from converter.document.write.package import BODY
from converter.document.write.runs import BOOKMARK
from converter.document.write.skeleton import Skeleton
from converter.document.write.trail_part import HEAD, NAMESPACE

__all__ = [
    "BODY",
    "BOOKMARK",
    "HEAD",
    "NAMESPACE",
    "Skeleton",
]
