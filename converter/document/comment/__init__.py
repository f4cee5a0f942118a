"""A copy of any Word file with comments at places of its text.

`commented` alone changes a file that somebody else wrote. It does so by a library that keeps what it does not
know.
"""

from converter.document.comment.commented import Comment, commented

__all__ = [
    "Comment",
    "commented",
]
