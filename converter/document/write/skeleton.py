"""The skeleton of all reports of one style: made once, filled for each report."""

from collections.abc import Iterable
from functools import cached_property

from msgspec.structs import replace

from converter.document.write.body import document
from converter.document.write.comments import COMMENTS, comments_part
from converter.document.write.empty_package import FOOTERS, empty_package
from converter.document.write.layout import layout
from converter.document.write.package import BODY, filled
from converter.document.write.runs import RunWriter
from converter.document.write.trail_part import PART, trail_part
from converter.narrative import Block, ReviewComments
from converter.pack import Style
from converter.trace import Trail

NO_TRAIL = Trail()
NO_REMARKS = ReviewComments()


class Skeleton:
    """A Word package with styles, page and footers of one style; it may be used any number of times."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._package = empty_package(style, commented=False)
        self._layout = layout(style, FOOTERS)

    def render(self, blocks: Iterable[Block], trail: Trail = NO_TRAIL) -> bytes:
        """Return the blocks as a .docx; the same blocks always give the same bytes.

        It carries the trail, completed by the places where figures are printed. Raise ValueError at a table
        whose rows do not fill its grid.
        """
        return filled(self._package, self._parts(blocks, trail, RunWriter(NO_REMARKS)))

    def review(self, blocks: Iterable[Block], trail: Trail, remarks: ReviewComments) -> bytes:
        """Return what `render` does, with the remarks as Word comments."""
        pen = RunWriter(remarks)
        parts = self._parts(blocks, trail, pen)
        return filled(self._commented, parts | {COMMENTS: comments_part(pen.comments)})

    @cached_property
    def _commented(self) -> bytes:
        return empty_package(self._style, commented=True)

    def _parts(self, blocks: Iterable[Block], trail: Trail, pen: RunWriter) -> dict[str, str]:
        body = document(blocks, self._layout, pen)
        return {BODY: body, PART: trail_part(replace(trail, occurrences=tuple(pen.marks)))}
