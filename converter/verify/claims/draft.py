"""A report of ours before it is filed: as one to check, of which only what people wrote is read again."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain

from msgspec import Struct

from converter.document.contents import BookmarkedText, Content, Passage, Tabular
from converter.figures import Ledger
from converter.narrative.blocks import (
    Attachments,
    Block,
    CoverLine,
    Heading,
    Missing,
    Paragraph,
    Signature,
    Table,
    TextRuns,
    text_lines,
)
from converter.trace import Trail, cells_by_column
from converter.verify.claims.claim import Claim, Span, paragraph_span
from converter.verify.claims.normal_text import NormalText, normal_text
from converter.verify.claims.printed_figures import PrintedRuns, placed_runs
from converter.verify.claims.submitted_report import SubmittedReport

_BLANK = BookmarkedText()


class _DraftReport(SubmittedReport, frozen=True, dict=True):
    """The contents of a draft; `of_people` are the paragraphs in which people wrote, with the normal form of
    those that are all theirs.
    """

    of_people: Mapping[int, str] = {}

    @cached_property
    def normal_texts(self) -> tuple[tuple[int, NormalText], ...]:
        """The index of each paragraph that people wrote in, and its text in normal form."""
        known = self.of_people
        return tuple((at, NormalText(text, known=known[at])) for at, text in self.passages() if at in known)


class Draft(Struct, frozen=True, dict=True):
    """A report to be checked, with the runs of its paragraphs and all that are `printed` with figures.

    `written` are the words of people in each paragraph, in normal form, `cells` the texts of cells that
    people wrote in. In the `unfinished` paragraphs a mark stands for what is missing; those `among_figures`
    print some.
    """

    report: SubmittedReport
    printed: tuple[PrintedRuns, ...]
    runs: dict[int, TextRuns]
    written: dict[int, str]
    cells: tuple[tuple[Span, str], ...]
    unfinished: frozenset[int]
    among_figures: frozenset[int]

    def text_around(self, span: Span) -> str:
        """Return all text of a paragraph, or of a cell of a table that people wrote in."""
        content = self.report.contents[span.content]
        is_read = isinstance(content, Passage) or content.rows
        return self.report.text_around(span) if is_read else ""

    @cached_property
    def _stretches(self) -> dict[int, list[Span]]:
        return {}

    def stretches(self, content: int) -> list[Span]:
        """Return where in a paragraph the words of people stand."""
        if (found := self._stretches.get(content)) is None:
            runs = placed_runs(self.runs[content], paragraph_span(content, (0, 0)))
            found = self._stretches[content] = [span for span, run in runs if run.written]
        return found

    def is_of_people(self, claim: Claim, start: int = 0) -> bool:
        """Whether a claim of a paragraph, or of its text from a `start` on, stands in words of people; of a
        cover, of who signs and of cells that people wrote in, all are.
        """
        content, at = claim.span.content, claim.span.start + start
        if not claim.span.in_paragraph:
            return True
        if content not in self.runs or content not in self.written:
            return content in self.written
        return any(each.start <= at < each.end for each in self.stretches(content))


def draft_of(blocks: Sequence[Block], ledger: Ledger) -> Draft:
    """Return the blocks of a report as a draft to check."""
    contents: list[Content] = []
    printed: list[PrintedRuns] = []
    runs: dict[int, TextRuns] = {}
    written: dict[int, str] = {}
    all_theirs: dict[int, str] = {}
    cells: list[tuple[Span, str]] = []
    unfinished: set[int] = set()
    among_figures: set[int] = set()
    for block in blocks:
        at = len(contents)
        match block:
            case Heading() | Paragraph():
                passage = _passage(block)
                contents.append(passage)
                words, prints_figure, lacks = _summary(block.runs)
                if words:
                    written[at] = normal_text(words)
                    all_theirs[at] = written[at] if words == passage.written.text else ""
                runs[at] = block.runs
                if prints_figure:
                    among_figures.add(at)
                    printed.append(PrintedRuns(at, -1, -1, block.runs))
                if lacks:
                    unfinished.add(at)
            case Missing():
                contents.append(Passage(BookmarkedText(block.text), 0))
                unfinished.add(at)
            case Table():
                contents.append(_read_table(block, at, printed, cells))
            case _:
                lines = list(text_lines(block))
                contents += (Passage(BookmarkedText(line), 0) for line in lines)
                if isinstance(block, CoverLine | Attachments | Signature):
                    here = range(at, len(contents))
                    written.update(zip(here, map(normal_text, lines), strict=True))
                    all_theirs.update(dict.fromkeys(here, ""))
                    unfinished.update(here if _lacks(block) else ())
    trail = Trail(department=ledger.department, year=ledger.year)
    report = _DraftReport(tuple(contents), trail, of_people=all_theirs)
    return Draft(
        report, tuple(printed), runs, written, tuple(cells), frozenset(unfinished), frozenset(among_figures)
    )


def _passage(block: Heading | Paragraph) -> Passage:
    level = block.level if isinstance(block, Heading) else 0
    return Passage(BookmarkedText("".join([run.text for run in block.runs])), level)


def _summary(runs: TextRuns) -> tuple[str, bool, bool]:
    """Return the words of people among runs, whether a figure is printed, and whether anything is missing."""
    words, prints_figure, lacks = "", False, False
    for run in runs:
        words += run.text if run.written else ""
        prints_figure |= bool(run.figure)
        lacks |= bool(run.missing)
    return words, prints_figure, lacks


def _lacks(block: CoverLine | Attachments | Signature) -> bool:
    """Whether anything is missing in a line of the cover, or of who signs and when."""
    match block:
        case CoverLine():
            return _summary(block.runs)[2]
        case Signature():
            return _summary(block.date)[2]
    return False


def _read_table(table: Table, at: int, printed: list[PrintedRuns], texts: list[tuple[Span, str]]) -> Tabular:
    """Return a table with nothing in it but what people wrote; add the cells that print figures, and those
    that people wrote in: a mark of what is missing is nothing there.
    """
    width, of_people = len(table.widths), list[tuple[Span, str]]()
    rows = chain.from_iterable(cells_by_column(part, width) for part in (table.header, table.body))
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if cell is None:
                continue
            runs = cell.runs
            if len(runs) == 1:  # as most have
                prints_figure, is_written = runs[0].figure, runs[0].written
            else:
                prints_figure = "".join([run.figure for run in runs])
                is_written = any(run.written for run in runs)
            if prints_figure:
                printed.append(PrintedRuns(at, row, column, runs, table.unit))
            if is_written:
                text = "".join([run.text for run in runs if not run.missing])
                of_people.append((Span(at, row, column, 0, len(text)), text))
    if not of_people:
        return Tabular((), ())
    texts += of_people
    found = [[_BLANK] * width for _ in range(len(table.header) + len(table.body))]
    for span, text in of_people:
        found[span.row][span.column] = BookmarkedText(text)
    return Tabular(tuple(map(tuple, found)), ())
