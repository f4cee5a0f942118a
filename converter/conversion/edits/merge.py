"""The merge of three versions of a report: the one written, the one a person left, and the one made now."""

from collections.abc import Iterable, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from converter import messages
from converter.conversion.edits.alignment import figures_in, matches, numbered, renewals, same_but_for_figures
from converter.conversion.edits.line_words import LineWords
from converter.conversion.edits.order import in_order_of
from converter.conversion.edits.resolve import Altered, resolved
from converter.conversion.edits.segments import Segment
from converter.conversion.edits.tables import merged_rows
from converter.trace import LeftOut, LineKind, joined_parts, printed_text, text_parts

MOST_SEGMENTS = 6_000
"""Of a version; a report of fifty pages has about a thousand."""


class Merged(Struct):
    """The report with a person's edits in it: those `kept`, by the part they stand in, and those `left_out`.

    `renewed` are the parts in which a sentence of theirs prints a figure that has changed since, `supplied`
    those that have a text from the report because no file has it any more.
    """

    segments: list[Segment]
    kept: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    renewed: list[str] = field(default_factory=list)
    supplied: list[str] = field(default_factory=list)


def merged(
    base: Sequence[Segment], edited: Sequence[Segment], new: Sequence[Segment], words: LineWords
) -> Merged:
    """Return the new version with what the edited one changed of the base.

    Where the program's text has not changed, the person's replaces it, with the figures of today; it must
    print all the figures that the program's does. Where both have changed, the program's stands.
    """
    ordered, moved = in_order_of(base, edited)
    merge = _Merge(base, ordered, new, words, moved)
    merge.result.left_out += (
        LeftOut(place, messages.edits.ELSEWHERE, messages.edits.IN_ORDER) for place in moved
    )
    merge.run()
    return merge.result


class _Chunk(Struct, frozen=True):
    """What stands in each version between two places where all three agree."""

    base: range
    edited: range
    new: range


class _Merge:
    def __init__(
        self,
        base: Sequence[Segment],
        edited: Sequence[Segment],
        new: Sequence[Segment],
        words: LineWords,
        moved: Sequence[str],
    ) -> None:
        self._base, self._edited, self._new, self._words, self._moved = base, edited, new, words, moved
        self._to_edited = {
            at: there
            for at, there in matches([t.by_words for t in base], [t.by_words for t in edited])
            if same_but_for_figures(base[at], edited[there])
        }
        self._to_new = dict(matches([t.by_figures for t in base], [t.by_figures for t in new]))
        self._from_edited = {there: at for at, there in self._to_edited.items()}
        self._renewals = dict(
            pair for at, there in self._to_new.items() for pair in renewals(base[at], new[there])
        )
        self._current = {figure: text for segment in new for text, figure in figures_in(segment)}
        self._added = {t.words for at, t in enumerate(edited) if at not in self._from_edited}
        self.result = Merged([])

    def run(self) -> None:
        """Merge chunk by chunk, and what stands between them."""
        at = there = now = 0
        anchors = [each for each in self._to_edited if each in self._to_new]
        for anchor in [*anchors, len(self._base)]:
            ends = anchor == len(self._base)
            edited = len(self._edited) if ends else self._to_edited[anchor]
            new = len(self._new) if ends else self._to_new[anchor]
            self._chunk(_Chunk(range(at, anchor), range(there, edited), range(now, new)))
            if not ends:
                self._agreed(anchor)
            at, there, now = anchor + 1, edited + 1, new + 1

    def _agreed(self, at: int) -> None:
        """Add what all three versions have: with the figures of today, and cells that a person filled."""
        base, edited = self._base[at], self._edited[self._to_edited[at]]
        new = self._new[self._to_new[at]]
        if base.kind is LineKind.ROW:
            place = self._place(at)
            table = merged_rows(base.rows, edited.rows, new.rows, place, self._words)
            self.result.left_out += table.left_out
            self.result.kept += [place] * table.kept
            self.result.supplied += [place] * table.supplied
            new = replace(new, rows=table.rows)
        else:
            self._note_altered(self._place(at), self._altered_in(base, edited))
            theirs = new
            if edited.ends is not base.ends and base.kind is LineKind.PARAGRAPH:
                theirs = replace(new, ends=edited.ends)
            elif base.kind is LineKind.HEADING and not self._moved:
                theirs = replace(new, text=numbered(base.text, edited.text, new.text))
            self.result.kept += [self._place(at)] * (theirs != new)
            new = theirs
        self.result.segments.append(new)

    def _chunk(self, chunk: _Chunk) -> None:
        """Add what the versions have between two places where they agree."""
        written = [at for at in chunk.edited if not self._words.is_box(self._edited[at].words)]
        wanted = [at for at in chunk.base if self._base[at].kind is not LineKind.MISSING]
        new = [self._new[at] for at in chunk.new]
        changed = any(at not in self._to_edited for at in wanted) or any(
            at not in self._from_edited for at in written
        )
        base = [self._base[at] for at in chunk.base]
        lacks = self._lacks(new, base) and bool(written)
        if not changed and not lacks:
            for at in wanted:
                theirs = self._edited[self._to_edited[at]]
                self._note_altered(self._place(at), self._altered_in(self._base[at], theirs))
            self.result.segments += new
            return
        place = self._place(chunk.base.start - (not chunk.base))
        edited = self._without_tables([self._edited[at] for at in written], place)
        if [segment.words for segment in edited] == [segment.words for segment in new]:
            self.result.segments += new
        elif lacks or [t.by_figures for t in base] == [t.by_figures for t in new]:
            self._carry(base, edited, new, chunk, place)
            if not changed and self.result.kept:
                self.result.supplied.append(self.result.kept.pop())
        elif not base:
            self.result.segments += [*new, *self._renewed(edited, place)]
        else:
            self._refuse(chunk, new, place)

    def _lacks(self, new: Sequence[Segment], base: Sequence[Segment]) -> bool:
        """Whether the program has a box now where it had a text, with the same figures in it if with any."""
        if not any(map(self._words.has_box, new)) or any(map(self._words.has_box, base)):
            return all(segment.kind is LineKind.MISSING for segment in new) and bool(new)
        before, now = ([figure for each in version for figure in figures_in(each)] for version in (base, new))
        return before == now

    def _carry(
        self,
        base: Sequence[Segment],
        edited: list[Segment],
        new: Sequence[Segment],
        chunk: _Chunk,
        place: str,
    ) -> None:
        """Put a person's version in the place of the program's, unless that would lose something."""
        above = [each for each in self.result.segments[-1:] if each.kind is LineKind.SIGNATURE]
        outline = any(each.kind is LineKind.HEADING and not each.of_people for each in new)
        shaped = self._words.shaped_like(base or above, edited, outline=outline)
        version = resolved("\n".join(t.text for t in base), "\n".join(t.text for t in edited))
        is_free = place and self._words.is_points(place)
        lost = [
            segment for segment in base if {figure for _, figure in figures_in(segment)} & {*version.lost}
        ]
        if (
            shaped is None
            or (not is_free and any(each.words not in self._added for each in lost))
            or self._words.unknown_in(base) > self._words.unknown_in(edited)
            or self._empties(edited, chunk)
        ):
            self._refuse(chunk, new, place)
            return
        self._note_altered(place, version.altered)
        texts = version.text.split("\n") if edited else []
        segments = [replace(segment, text=text) for segment, text in zip(shaped, texts, strict=True)]
        self.result.segments += self._renewed(segments, place)

    def _renewed(self, segments: Iterable[Segment], place: str) -> list[Segment]:
        """Return a person's segments with the figures of today."""
        found = []
        for segment in segments:
            stretches = []
            for then, figure in text_parts(segment.text):
                now = self._renewals.get((figure, then)) if figure else None
                now = now or (then if self._current.get(figure) == then else None)
                stretches.append((now or then, figure if now else ""))
                if now and now != then:
                    self.result.renewed.append(place)
            found.append(replace(segment, text=joined_parts(stretches)))
        self.result.kept.append(place)
        return found

    def _refuse(self, chunk: _Chunk, new: Sequence[Segment], place: str) -> None:
        """Keep the program's version and say what a person had made of it."""
        theirs = "".join(self._edited[at].words for at in chunk.edited if at not in self._from_edited)
        base = {segment.words for segment in (self._base[at] for at in chunk.base)}
        gone = "".join(self._called(self._base[at]) for at in chunk.base if at not in self._to_edited)
        ours = "".join(t.words for t in new if t.words not in base) or "".join(
            self._called(self._new[self._to_new[at]])
            for at in chunk.base
            if at not in self._to_edited and at in self._to_new
        )
        self.result.left_out.append(LeftOut(place, theirs, ours or gone))
        written = self.result.segments
        if written and new and written[-1].block == new[0].block:  # the paragraph goes on after all
            written[-1] = replace(written[-1], ends=False)
        written += new

    def _called(self, segment: Segment) -> str:
        return self._words.table_of(segment.rows) if segment.kind is LineKind.ROW else segment.words

    def _without_tables(self, segments: Sequence[Segment], place: str) -> list[Segment]:
        """Return segments without tables that a person put in, and say that they are left out."""
        for segment in segments:
            if segment.kind is LineKind.ROW:
                words = self._words.table_of(segment.rows)
                self.result.left_out.append(LeftOut(place, words))
        return [segment for segment in segments if segment.kind is not LineKind.ROW]

    def _empties(self, edited: Sequence[Segment], chunk: _Chunk) -> bool:
        """Whether nothing would be left below a heading."""
        before = self.result.segments[-1].kind if self.result.segments else LineKind.TITLE
        behind = self._new[chunk.new.stop].kind if chunk.new.stop < len(self._new) else LineKind.ANNEX
        return not edited and before is LineKind.HEADING and behind in (LineKind.HEADING, LineKind.ANNEX)

    def _altered_in(self, base: Segment, edited: Segment) -> tuple[Altered, ...]:
        return () if base.words == edited.words else resolved(base.text, edited.text).altered

    def _note_altered(self, place: str, altered: Iterable[Altered]) -> None:
        """Say which figures a person altered to what the files do not say."""
        for each in altered:
            now = self._renewals.get((each.figure, each.then)) or self._current.get(each.figure, "")
            if now != each.now:
                self.result.left_out.append(LeftOut(place, each.now, now, each.figure))

    def _place(self, at: int) -> str:
        """Return the heading at or above a place of the base, or the annex's title; '' before the first."""
        kind = self._base[at].kind if at >= 0 else LineKind.TITLE
        if kind is LineKind.SIGNATURE:
            return messages.edits.BELOW_TEXT
        heads = (LineKind.HEADING, LineKind.ANNEX) if kind is LineKind.ROW else (LineKind.HEADING,)
        above = (segment for segment in reversed(self._base[: at + 1]) if segment.kind in heads)
        return next((printed_text(segment.text) for segment in above), "")
