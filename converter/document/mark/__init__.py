"""A copy of any Word file with comments at places of its text."""

from converter.document.mark.commented import Comment, commented

__all__ = [
    "Comment",
    "commented",
]
