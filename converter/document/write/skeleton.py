"""The skeleton of all reports of one style: made once, completed for each report."""

from collections.abc import Iterable
from functools import cached_property

from msgspec.structs import replace

from converter.document.write.body import document_part
from converter.document.write.comments import COMMENTS, comments_part
from converter.document.write.empty_package import (
    FOOTERS,
    PROPERTIES,
    Properties,
    empty_package,
    package_for_comments,
    properties_part,
)
from converter.document.write.package import BODY, with_parts
from converter.document.write.page_layout import body_layout
from converter.document.write.runs import RunWriter
from converter.document.write.trail_part import PART, trail_part
from converter.narrative.blocks import Block, ReviewComments
from converter.pack import Style
from converter.trace import Trail

NO_TRAIL = Trail()
NO_COMMENTS = ReviewComments()
NO_PROPERTIES = Properties()


class Skeleton:
    """A Word package with styles, page and footers of one style; it may be used any number of times.

    Only where reports have a cover it has the styles of one.
    """

    def __init__(self, style: Style, *, has_cover: bool = False) -> None:
        self._style, self._has_cover = style, has_cover
        self._package = empty_package(style, has_cover=has_cover)
        self._layout = body_layout(style, FOOTERS)

    def render(
        self,
        blocks: Iterable[Block],
        trail: Trail = NO_TRAIL,
        properties: Properties = NO_PROPERTIES,
        doubtful: frozenset[str] = frozenset(),
    ) -> bytes:
        """Return the blocks as a .docx; the same blocks always give the same bytes.

        It carries the trail, and in that where each figure is printed; figures that are `doubtful`, by their
        ids, are marked. Raise ValueError at a table whose rows do not fill its grid.
        """
        run_writer = RunWriter(NO_COMMENTS, doubtful)
        return with_parts(self._package, self._parts(blocks, trail, properties, run_writer))

    def review(
        self,
        blocks: Iterable[Block],
        trail: Trail,
        comments: ReviewComments,
        properties: Properties = NO_PROPERTIES,
        doubtful: frozenset[str] = frozenset(),
    ) -> bytes:
        """Return what `render` does, with comments as Word shows them."""
        run_writer = RunWriter(comments, doubtful)
        parts = self._parts(blocks, trail, properties, run_writer)
        return with_parts(self._package_for_comments, parts | {COMMENTS: comments_part(run_writer.comments)})

    @cached_property
    def _package_for_comments(self) -> bytes:
        return package_for_comments(self._style, has_cover=self._has_cover)

    def _parts(
        self, blocks: Iterable[Block], trail: Trail, properties: Properties, run_writer: RunWriter
    ) -> dict[str, str]:
        body = document_part(blocks, self._layout, run_writer)
        return {
            BODY: body,
            PROPERTIES: properties_part(properties),
            PART: trail_part(replace(trail, occurrences=tuple(run_writer.occurrences))),
        }
