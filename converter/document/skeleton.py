"""The skeleton of all reports of one style: made once, filled for each report."""

from collections.abc import Iterable

from converter.document.base import base
from converter.document.body import document
from converter.document.layout import layout
from converter.document.package import with_body
from converter.narrative.blocks import Block
from converter.pack.style import Style


class Skeleton:
    """A Word package with styles, page and footers of one style; it may be used any number of times."""

    def __init__(self, style: Style) -> None:
        self._package, footers = base(style)
        self._layout = layout(style, footers)

    def render(self, blocks: Iterable[Block]) -> bytes:
        """Return the blocks as a .docx; the same blocks always give the same bytes.

        Raise ValueError at a table whose rows do not fill its grid.
        """
        return with_body(self._package, document(blocks, self._layout))
