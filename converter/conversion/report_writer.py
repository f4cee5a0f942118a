"""Writes a department's report as a Word file that carries its trail."""

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from converter.conversion.judged import Judged
from converter.conversion.stopwatch import Stopwatch
from converter.document.write import Properties, Skeleton
from converter.narrative.blocks import text_lines
from converter.narrative.narrator import Report
from converter.pack import Amounts, Pack
from converter.trace import Input, Trail, build_trail


class ReportWriter:
    """Writes reports by one pack."""

    def __init__(self, pack: Pack, stopwatch: Stopwatch) -> None:
        self._pack, self._amounts, self._stopwatch = pack, Amounts(pack), stopwatch
        self._skeleton = Skeleton(pack.style, has_cover=pack.has_cover)

    def write(self, report: Report, judged: Judged, inputs: Iterable[Input]) -> bytes:
        """Return the report as a Word file that carries its trail, down to the files it was made from."""
        with self._stopwatch.at("document"):
            trail = self._trail(report, judged, inputs)
            properties = self._properties(report, judged)
            return self._skeleton.render(report.blocks, trail, properties, judged.doubtful_figures)

    def write_review_copy(self, report: Report, judged: Judged, inputs: Iterable[Input]) -> bytes:
        """Return the same with comments for whoever reviews it: findings, sources, what is missing."""
        from converter.conversion.review_comments import review_comments

        with self._stopwatch.at("document"):
            trail = self._trail(report, judged, inputs)
            comments = review_comments(report, judged, trail)
            properties = self._properties(report, judged)
            return self._skeleton.review(report.blocks, trail, comments, properties, judged.doubtful_figures)

    def _properties(self, report: Report, judged: Judged) -> Properties:
        """Return what the file says of itself."""
        ledger = judged.ledger
        title = "".join(line for block in report.blocks[:1] for line in text_lines(block))
        created = report.issued or date(ledger.year, 12, 31)
        return Properties(title, ledger.department, created, self._pack.label.in_words)

    def _trail(self, report: Report, judged: Judged, inputs: Iterable[Input]) -> Trail:
        trail = build_trail(report.blocks, judged.ledger, self._pack, self._amounts, inputs)
        if edits := judged.edits:
            return replace(trail, generated=edits.generated, left_out=edits.left_out)
        return trail
