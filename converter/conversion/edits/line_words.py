"""What the pack's words tell of a report's lines: boxes still to fill, points a department may drop."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from converter import messages
from converter.conversion.edits.segments import Segment, TextRows
from converter.document.heading_numbers import heading_number
from converter.pack import Pack
from converter.trace import LineKind, printed_text, text_parts

_KEPT = (LineKind.CAPTION, LineKind.COVER, LineKind.ANNEX, LineKind.ROW)
_HEADING_RANKS = 3  # of the numbers of headings; those below number lists


class LineWords:
    """What one pack says of lines."""

    def __init__(self, pack: Pack) -> None:
        self._box = re.compile(re.escape(pack.words.missing_text).replace(r"\{name\}", ".*?"))
        self._unknown = pack.words.unknown_figure
        points = {pack.meta.texts.problems, pack.meta.texts.remedies}
        titles = {title for name, known in pack.prose.items() if name in points for title in (name, *known)}
        self._points = {self._core(title, pack) for title in titles}
        self._pack = pack

    def is_box(self, words: str) -> bool:
        """Whether a line is the mark of a text that is missing."""
        return bool(self._box.fullmatch(words))

    def has_box(self, segment: Segment) -> bool:
        """Whether such a mark stands in a segment."""
        return bool(self._box.search(segment.words))

    def lacks(self, now: str, before: str) -> bool:
        """Whether a cell has such a mark now where it had a text, with the same figures in it if with any."""
        marked = self._box.search(printed_text(now)) and before.strip()
        return bool(marked) and not self._box.search(printed_text(before)) and _ids(now) == _ids(before)

    def leaves_box(self, before: str, now: str) -> bool:
        """Whether nothing was supplied in a cell with such a mark."""
        words = "".join(printed_text(now).split())
        return self.is_box(words) or (not words and self.is_box("".join(printed_text(before).split())))

    def is_unknown(self, cell: str) -> bool:
        """Whether a cell has the mark of a figure that is not known: it is filled in where figures are."""
        return self._unknown in cell

    def is_points(self, heading: str) -> bool:
        """Whether below a heading stand points that a department may word, add and drop as it likes."""
        number = heading_number(heading)
        return self._core(heading[number.end :] if number else heading, self._pack) in self._points

    def unknown_in(self, segments: Sequence[Segment]) -> int:
        """Return how many marks of figures that are not known stand in segments."""
        return sum(segment.words.count(self._unknown) for segment in segments)

    def table_of(self, rows: TextRows) -> str:
        """Return what a table is called by: its first words."""
        words = (printed_text(cell).strip() for row in rows for cell in row)
        return messages.edits.TABLE.format(words=next(filter(None, words), ""))

    def shaped_like(
        self, base: Sequence[Segment], edited: Sequence[Segment], *, outline: bool
    ) -> list[Segment] | None:
        """Return a person's segments as headings, titles or sentences like those they stand for; None if they
        can't stand for them.

        Where a heading of the `outline` is among these, there must be one for each of them.
        """
        kinds = [segment.kind for segment in base]
        is_cover = kinds and all(kind is LineKind.COVER for kind in kinds) and all(map(self.has_box, base))
        if is_cover and len(edited) == len(base):
            return [replace(segment, kind=LineKind.COVER) for segment in edited]
        if any(kind in _KEPT for kind in kinds):
            return None
        if LineKind.TITLE in kinds:
            is_title = all(kind is LineKind.TITLE for kind in kinds) and edited
            return [replace(segment, kind=LineKind.TITLE) for segment in edited] if is_title else None
        if kinds and all(kind is LineKind.SIGNATURE for kind in kinds):
            return [replace(segment, kind=LineKind.SIGNATURE) for segment in edited] or None
        heads = [segment for segment in base if segment.kind is LineKind.HEADING]
        candidates = [at for at, segment in enumerate(edited) if _may_be_heading(segment)]
        if outline and len(candidates) != len(heads):
            return None
        own = candidates if heads else [at for at in candidates if edited[at].level]
        return [
            replace(segment, kind=LineKind.HEADING)
            if at in own
            else replace(segment, kind=LineKind.PARAGRAPH)
            for at, segment in enumerate(edited)
        ]

    @staticmethod
    def _core(title: str, pack: Pack) -> str:
        for filler in pack.words.heading_fillers:
            title = title.replace(filler, "")
        return "".join(title.split())


def _ids(text: str) -> list[str]:
    return [figure for _, figure in text_parts(text) if figure]


def _may_be_heading(segment: Segment) -> bool:
    number = heading_number(segment.words)
    return segment.kind is LineKind.HEADING or bool(
        segment.level or (number and number.rank < _HEADING_RANKS)
    )
