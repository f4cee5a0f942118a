"""Writes the runs of one document, each printed figure in a hidden bookmark of its own."""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2s

from converter.document.write.styles import style_id
from converter.document.write.text import run_xml
from converter.narrative.blocks import ReviewComments, TextRun, TextRuns
from converter.trace import Occurrence

_DIGEST_BYTES = 4
_MISSING, _DOUBTFUL = style_id("missing_words"), style_id("doubtful_figure")


@lru_cache(maxsize=4096)
def _digest(figure_id: str) -> str:
    """Return a digest of a figure's id for its bookmark's name: ids contain characters Word refuses there."""
    return blake2s(figure_id.encode(), digest_size=_DIGEST_BYTES).hexdigest()


def bookmark_name(number: int, figure_id: str) -> str:
    """Return the name of the bookmark round the figure printed as the `number`th; `_` hides it in Word.

    So a report that has lost its trail still shows which figure is where.
    """
    return f"_jx{number}_{_digest(figure_id)}"


class RunWriter:
    """Writes runs in reading order, and keeps where figures were printed and which comments were made.

    `doubtful` are the ids of figures that are marked, since something they rest on is wrong.
    """

    def __init__(self, comments: ReviewComments, doubtful: frozenset[str] = frozenset()) -> None:
        self._wanted, self._doubtful = comments, doubtful
        self.occurrences: list[Occurrence] = []
        self.comments: list[str] = []

    def title(self, run: TextRun) -> str:
        """Return the title's run, with the comments that are on the report as a whole."""
        return self._commented(run_xml(run), self._wanted.title)

    def runs(self, runs: TextRuns, spacing: int = 0) -> str:
        """Return several runs, one after the other, with letter-spacing of their own if any."""
        return "".join(
            [
                self._marked(run, spacing)
                if run.figure
                else run_xml(run, _MISSING if run.missing else "", spacing)
                for run in _joined(runs)
            ]
        )

    def _marked(self, run: TextRun, spacing: int) -> str:
        number = len(self.occurrences) + 1
        name = bookmark_name(number, run.figure)
        self.occurrences.append(Occurrence(name, run.figure, run.value, run.text))
        start, end = (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>',
            f'<w:bookmarkEnd w:id="{number}"/>',
        )
        style = _DOUBTFUL * (run.figure in self._doubtful)
        return self._commented(
            f"{start}{run_xml(run, style, spacing)}{end}", self._wanted.figures.get(number, ())
        )

    def _commented(self, inside: str, comments: tuple[str, ...]) -> str:
        """Return what is commented on between the marks of its comments."""
        for comment in comments:
            key = len(self.comments)
            self.comments.append(comment)
            inside = (
                f'<w:commentRangeStart w:id="{key}"/>{inside}<w:commentRangeEnd w:id="{key}"/>'
                f'<w:r><w:commentReference w:id="{key}"/></w:r>'
            )
        return inside


def _joined(runs: TextRuns) -> Sequence[TextRun]:
    """Return runs, plain ones side by side as one: a page does not tell who wrote what."""
    if len(runs) == 1 or not any(run.written for run in runs):
        return runs
    joined: list[TextRun] = []
    for run in runs:
        if joined and not (run.figure or run.missing or joined[-1].figure or joined[-1].missing):
            joined[-1] = TextRun(joined[-1].text + run.text)
        else:
            joined.append(run)
    return joined
