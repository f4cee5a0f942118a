"""Findings on what became of a person's edits."""

from collections.abc import Iterable, Iterator, Sequence

from converter import messages
from converter.conversion.edits.merge import Merged
from converter.document.contents import ReadDocument
from converter.figures import CellOrigin, Finding, Ledger, Outcome, Severity, figure_words, place_words
from converter.trace import LeftOut, with_inputs

MOST_CELLS = 3  # that are named of those a figure comes from
MOST_SHOWN = 60  # characters of each end of a text that is quoted


class EditFindings:
    """Words findings on the edits of a department's report."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def findings(self, file: str, merge: Merged, left_out: Sequence[LeftOut]) -> Iterator[Finding]:
        """Yield altered figures first, then what else could not be carried over, then what was."""
        for left in sorted(left_out, key=lambda left: not left.figure):
            yield self._left_out(left)
        if merge.supplied:
            names = _places(merge.supplied)
            yield Finding.worded(
                messages.filing.PROSE_TAKEN_IN, Severity.NOTE, Outcome.HOLDS, file=file, names=names
            )
        if merge.kept:
            words = messages.edits.KEPT
            renewed = messages.edits.RENEWED.format(places=_places(merge.renewed)) if merge.renewed else ""
            yield Finding.worded(
                words, Severity.NOTE, Outcome.HOLDS, file=file, places=_places(merge.kept) + renewed
            )

    def revisions(self, file: str, document: ReadDocument) -> Iterator[Finding]:
        """Yield what of a report waits for somebody's decision, and what was said on it."""
        for words, severity, count in (
            (messages.edits.REVISIONS, Severity.WARNING, document.revisions),
            (messages.edits.COMMENTS, Severity.NOTE, document.comments),
        ):
            if count:
                yield Finding.worded(words, severity, Outcome.NOT_APPLICABLE, file=file, count=count)

    @staticmethod
    def too_long(file: str) -> Finding:
        """Return the finding that a report was not compared."""
        return Finding.worded(messages.edits.TOO_LONG, Severity.ERROR, Outcome.DIFFERS, file=file)

    def _left_out(self, left: LeftOut) -> Finding:
        words, cells = messages.edits.REFUSED, self._cells(left.figure)
        if left.figure:
            words = messages.edits.ALTERED if left.ours else messages.edits.ALTERED_GONE
        elif left.theirs == messages.edits.ELSEWHERE:
            words = messages.edits.MOVED
        elif not left.theirs:
            words = messages.edits.DELETED
        elif not left.ours:
            words = messages.edits.ADDED
        place = left.place or messages.edits.FRONT
        figure = figure_words(left.figure)
        theirs, ours = map(_shown, (left.theirs, left.ours))
        slots = {"theirs": theirs, "ours": ours, "figure": figure, "place": place}
        return Finding.worded(
            words,
            Severity.ERROR,
            Outcome.DIFFERS,
            cells,
            at=messages.phrases.AND.join(map(place_words, cells)),
            **slots,
        )

    def _cells(self, figure_id: str) -> tuple[CellOrigin, ...]:
        found = (figure.cell for figure in with_inputs([figure_id], self._ledger.find_any))
        return tuple(cell for cell in found if cell)[:MOST_CELLS]


def _shown(text: str) -> str:
    """Return a text as a message quotes it: of a long one, by which it is known, how it begins and ends."""
    is_long = len(text) > 2 * MOST_SHOWN
    return f"{text[:MOST_SHOWN]}{messages.phrases.CUT}{text[-MOST_SHOWN:]}" if is_long else text


def _places(places: Iterable[str]) -> str:
    named = dict.fromkeys(place or messages.edits.FRONT for place in places)
    return messages.phrases.AND.join(messages.edits.PLACE.format(place=place) for place in named)
