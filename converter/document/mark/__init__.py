"""A copy of any Word file with comments at places of its text.

`commented` is the one part of the program that changes a file somebody else wrote, so it leaves this to a
library that keeps what it does not know.
"""

from converter.document.mark.commented import Comment, commented

__all__ = [
    "Comment",
    "commented",
]
