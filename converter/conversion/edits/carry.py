"""What people made of a department's report since it was written, carried into the one made now."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from converter import messages
from converter.conversion.edits.blocks import blocks_of
from converter.conversion.edits.edit_findings import EditFindings
from converter.conversion.edits.line_words import LineWords
from converter.conversion.edits.merge import MOST_SEGMENTS, Merged, merged
from converter.conversion.edits.reports import EditedReport
from converter.conversion.edits.segments import segments_of_blocks, segments_of_document, segments_of_lines
from converter.document.contents import UnreadKind
from converter.figures import Finding, Ledger
from converter.narrative.blocks import Block, Signature, Table
from converter.narrative.issue_date import date_fault, issue_date
from converter.narrative.narrator import Report
from converter.pack import Pack
from converter.trace import GeneratedLine, LeftOut, printed_lines, printed_text

_NOT_OURS = (UnreadKind.PICTURE, UnreadKind.CHART, UnreadKind.OBJECT, UnreadKind.EMBEDDED, UnreadKind.HEADER)


class CarriedEdits(Struct, frozen=True):
    """What the program wrote by itself, how many edits of people were carried over and which were left out,
    and what to say about them.
    """

    generated: tuple[GeneratedLine, ...]
    kept: int = 0
    left_out: tuple[LeftOut, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def count(self) -> int:
        """How many edits there are."""
        return self.kept + len(self.left_out)


def carry_edits(
    report: Report, edited: Sequence[EditedReport], ledger: Ledger, pack: Pack
) -> tuple[Report, CarriedEdits]:
    """Return the report with what the edited ones change of what the program wrote then, the first counting
    where two say different things.
    """
    with_edits = _BlocksWithEdits(report.blocks, frozenset(_accepted(edited)), EditFindings(ledger), pack)
    for each in edited:
        with_edits.merge_in(each)
    generated = tuple(printed_lines(report.blocks))
    filled = _dated(_filled(report, generated, with_edits.blocks, pack), report.blocks, ledger.year)
    left_out, findings = tuple(with_edits.left_out), tuple(with_edits.findings)
    return filled, CarriedEdits(generated, with_edits.kept, left_out, findings)


class _BlocksWithEdits:
    """The blocks of a report into which edited ones are merged, one after the other: how many edits were
    kept, which were left out, and what to say about them.
    """

    def __init__(
        self, blocks: Sequence[Block], accepted: frozenset[LeftOut], about: EditFindings, pack: Pack
    ) -> None:
        self._accepted, self._about, self._line_words = accepted, about, LineWords(pack)
        self._most_characters = pack.limits.report_characters
        self.blocks, self.kept = blocks, 0
        self.left_out: list[LeftOut] = []
        self.findings: list[Finding] = []

    def merge_in(self, edited: EditedReport) -> None:
        """Merge in the edits of a report; of one that is too long only that is said."""
        merge = self._merge(edited)
        if merge is None:
            self.findings.append(self._about.too_long(edited.file.name))
            return
        self.blocks = blocks_of(merge.segments, self.blocks)
        self.kept += len(merge.kept) + len(merge.supplied)
        left = [*dict.fromkeys(chain(merge.left_out, _unread(edited), self._pending(edited)))]
        self.left_out += left
        self.findings += self._about.findings(edited.file.name, merge, left)
        self.findings += self._about.revisions(edited.file.name, edited.document)

    def _merge(self, edited: EditedReport) -> Merged | None:
        if edited.document.characters > self._most_characters:
            return None
        base = list(segments_of_lines(edited.trail.generated))
        theirs = segments_of_document(edited.document.contents, edited.trail, base)
        if max(len(base), len(theirs)) > MOST_SEGMENTS:
            return None
        return merged(base, theirs, segments_of_blocks(self.blocks), self._line_words)

    def _pending(self, edited: EditedReport) -> Iterator[LeftOut]:
        """Yield the edits that the report before left out and that are still open."""
        text, before = _text(self.blocks), _text_of(edited)
        for left in edited.trail.left_out:
            if left not in self._accepted and _is_pending(left, text, before):
                yield left


def _text(blocks: Iterable[Block]) -> str:
    """Return all that a report prints, without white space."""
    return "".join("".join(printed_text(line.text).split()) for line in printed_lines(blocks))


def _text_of(edited: EditedReport) -> str:
    return "".join("".join(text.split()) for text in edited.document.texts())


def _accepted(edited: Iterable[EditedReport]) -> Iterator[LeftOut]:
    """Yield the altered figures that people have taken back: they file a report that prints what the files
    say, after they were told of it.
    """
    for each in edited:
        before = _text_of(each) if each.is_filed and each.trail.left_out else ""
        for left in each.trail.left_out if before else ():
            if left.figure and left.ours and left.ours in before:
                yield left


def _is_pending(left: LeftOut, text: str, before: str) -> bool:
    """Whether an edit that the report before left out is still open: nobody has seen to it, neither in that
    report nor in the files. `text` is the new report's, `before` that of the one before as it lies there.
    """
    is_settled = bool(left.theirs) and left.theirs in text
    return not is_settled and (not left.ours or left.ours in before)


def _unread(edited: EditedReport) -> Iterator[LeftOut]:
    """Yield what else a person put into the report."""
    counts = Counter(dict.fromkeys(UnreadKind, 0))
    for part in edited.document.unread:
        counts[part.kind] += part.count
    for kind in _NOT_OURS:
        if counts[kind]:
            yield LeftOut("", messages.edits.UNREAD[kind].format(count=counts[kind]))
    if edited.document.notes:
        yield LeftOut("", messages.edits.NOTES.format(count=edited.document.notes))


def _filled(
    report: Report, generated: Iterable[GeneratedLine], blocks: Sequence[Block], pack: Pack
) -> Report:
    """Return the report of these blocks: what stood in a box of it, and in none any more, is supplied."""
    before, after = _joined(generated), _joined(printed_lines(blocks))
    box = pack.words.missing_text.format
    lacking = {
        line: name
        for line, name in report.lacking.items()
        if not name or box(name=name) not in before or box(name=name) in after
    }
    supplied = set(_in_cells(report.blocks)) - set(_in_cells(blocks))
    blank = (cells.without(supplied) for cells in report.blank)
    return replace(
        report, blocks=tuple(blocks), lacking=lacking, blank=tuple(cells for cells in blank if cells.columns)
    )


def _dated(report: Report, written: Sequence[Block], year: int) -> Report:
    """Return the report issued on the day that a person has put below what the program had written."""
    before, day = map(_day_below, (written, report.blocks))
    if day in ("", before):
        return report
    fault = date_fault(messages.edits.DAY_BELOW, day, year)
    lacking = {**report.lacking, fault: ""} if fault else report.lacking
    return replace(report, lacking=lacking, issued=None if fault else issue_date(day), undated="")


def _day_below(blocks: Iterable[Block]) -> str:
    signed = (block for block in blocks if isinstance(block, Signature))
    return next(("".join(run.text for run in block.date) for block in signed), "")


def _in_cells(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield what the cells of tables have a mark for that it is missing."""
    for table in blocks:
        if isinstance(table, Table):
            for row in (*table.header, *table.body):
                yield from (run.missing for cell in row for run in cell.runs if run.missing)


def _joined(lines: Iterable[GeneratedLine]) -> str:
    return "\n".join(printed_text(line.text) for line in lines)
