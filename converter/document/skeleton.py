"""The skeleton of all reports of one style: made once, filled for each report."""

from collections.abc import Iterable
from dataclasses import replace

from converter.document.base import base
from converter.document.body import document
from converter.document.layout import layout
from converter.document.ledger import PART, ledger_part
from converter.document.package import BODY, filled
from converter.document.pen import Pen
from converter.figures import Trail
from converter.narrative.blocks import Block
from converter.pack.style import Style

NO_TRAIL = Trail()


class Skeleton:
    """A Word package with styles, page and footers of one style; it may be used any number of times."""

    def __init__(self, style: Style) -> None:
        self._package, footers = base(style)
        self._layout = layout(style, footers)

    def render(self, blocks: Iterable[Block], trail: Trail = NO_TRAIL) -> bytes:
        """Return the blocks as a .docx; the same blocks always give the same bytes.

        It carries the trail, completed by the places where figures are printed. Raise ValueError at a table
        whose rows do not fill its grid.
        """
        pen = Pen()
        body = document(blocks, self._layout, pen)
        return filled(self._package, {BODY: body, PART: ledger_part(replace(trail, marks=tuple(pen.marks)))})
