"""Writes the runs of one document, each printed figure in a hidden bookmark of its own."""

from functools import lru_cache
from hashlib import blake2s

from converter.document.write.text import written
from converter.narrative import ReviewComments, Run, Runs
from converter.trace import Occurrence

_DIGEST_BYTES = 4


@lru_cache(maxsize=4096)
def fingerprint(figure_id: str) -> str:
    """Return the digest by which a bookmark's name tells its figure: ids hold signs that Word refuses."""
    return blake2s(figure_id.encode(), digest_size=_DIGEST_BYTES).hexdigest()


def bookmark(number: int, figure_id: str) -> str:
    """Return the name of the bookmark round the figure printed as the `number`th; `_` hides it in Word.

    So a report that has lost its ledger still tells which figure stands where.
    """
    return f"_jx{number}_{fingerprint(figure_id)}"


class RunWriter:
    """Writes runs in reading order; `marks` and `comments` are the figures and comments written so far."""

    def __init__(self, remarks: ReviewComments) -> None:
        self._remarks = remarks
        self.marks: list[Occurrence] = []
        self.comments: list[str] = []

    def title(self, run: Run) -> str:
        """Return the title's run, with the comments that are on the report as a whole."""
        return self._commented(written(run), self._remarks.title)

    def runs(self, runs: Runs) -> str:
        """Return several runs, one after the other."""
        return "".join([self._marked(run) if run.figure else written(run) for run in runs])

    def _marked(self, run: Run) -> str:
        number = len(self.marks) + 1
        name = bookmark(number, run.figure)
        self.marks.append(Occurrence(name, run.figure, run.value, run.text))
        start, end = (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>',
            f'<w:bookmarkEnd w:id="{number}"/>',
        )
        return self._commented(f"{start}{written(run)}{end}", self._remarks.figures.get(number, ()))

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
