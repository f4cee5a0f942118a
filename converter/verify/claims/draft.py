"""A report of ours before it is filed: as one to check, of which only the numbers that people wrote are read.

What the program printed is known from its blocks, and the pack's checks hold it.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from converter.document.read import Content, MarkedText, Passage, Tabular
from converter.figures import Figure, Ledger, Value, basis_of, item_of
from converter.narrative import Block, Heading, Missing, Paragraph, Run, Runs, Table, text_lines
from converter.pack import Pack
from converter.trace import Trail
from converter.verify.claims.claim import Claim, Role, Span
from converter.verify.claims.names import Names
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.submitted_report import SubmittedReport


class Draft(Struct, frozen=True, dict=True):
    """A report to be checked, with the `blocks` it is made of and where their contents begin.

    `written` are the contents without a figure, which people or the pack wrote; in the `unfinished` ones a
    mark stands for what is missing.
    """

    report: SubmittedReport
    blocks: tuple[tuple[int, Block], ...]
    ledger: Ledger
    written: frozenset[int]
    unfinished: frozenset[int]

    @cached_property
    def figures(self) -> tuple[Claim, ...]:
        """The figures printed, each as a claim of what it is."""
        return tuple(claim for at, block in self.blocks for claim in _claims_of(block, at, self.ledger))

    @cached_property
    def texts(self) -> dict[int, str]:
        """The paragraphs in normal form."""
        return {at: text.text for at, text in self.report.normal_texts}


def draft_of(blocks: Sequence[Block], ledger: Ledger) -> Draft:
    """Return the blocks of a report as a draft to check."""
    contents: list[Content] = []
    placed: list[tuple[int, Block]] = []
    written: set[int] = set()
    unfinished: set[int] = set()
    for block in blocks:
        at = len(contents)
        placed.append((at, block))
        match block:
            case Heading() | Paragraph():
                contents.append(_passage(block))
                if not any(run.figure for run in block.runs):
                    written.add(at)
                if any(run.missing for run in block.runs):
                    unfinished.add(at)
            case Missing():
                contents.append(Passage(MarkedText(block.text), 0))
                unfinished.add(at)
            case Table():
                contents.append(Tabular((), ()))
            case _:
                contents += (Passage(MarkedText(line), 0) for line in text_lines(block))
    report = SubmittedReport(tuple(contents), Trail(department=ledger.department, year=ledger.year))
    return Draft(report, tuple(placed), ledger, frozenset(written), frozenset(unfinished))


class PassagesToRead:
    """Tells which paragraphs of a draft may say what a figure is: by a number with a unit, or words for one,
    and a name that the pack knows, there or right above.

    `names` returns those of each unit of `sentences.items`: most drafts say no number that asks for them.
    """

    def __init__(self, pack: Pack, patterns: Patterns, names: Callable[[], Mapping[str, Names]]) -> None:
        bases, number_units = pack.sentences.items, pack.sentences.number_units
        units = "|".join(pattern for pattern, unit in number_units.items() if pack.units[unit].base in bases)
        self._number = re.compile(rf"\d(?:{units})")
        self._words = (patterns.same, patterns.nil)
        self._comparing = (patterns.not_over, patterns.grade)
        self._names = names

    @cached_property
    def _name(self) -> re.Pattern[str]:
        known = {name for each in self._names().values() for name in each.targets}
        return re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True))))

    def of(self, draft: Draft) -> Iterator[tuple[int, Passage]]:
        """Yield the paragraphs to read, each below the heading it stands under and the one above it."""
        heading = above = yielded = -1
        for at, content in enumerate(draft.report.contents):
            if not isinstance(content, Passage):
                continue
            before = [each for each in (heading, above) if each > yielded]
            if content.level:
                heading, above = at, -1
                continue
            if at in draft.written - draft.unfinished and self._may_say(draft, at, (heading, above)):
                for each in dict.fromkeys((*before, at)):
                    yield each, draft.report.contents[each]  # type: ignore[misc]
                yielded = at
            above = at

    def are_compared(self, draft: Draft) -> bool:
        """Whether a text says what must fit the figures printed: of a budget, or the grade."""
        return any(words.search(draft.texts[at]) for at in draft.written for words in self._comparing)

    def _may_say(self, draft: Draft, at: int, above: Sequence[int]) -> bool:
        text = draft.texts[at]
        if not self._number.search(text) and not any(words.search(text) for words in self._words):
            return False
        return any(self._name.search(draft.texts[each]) for each in (at, *above) if each >= 0)


def _passage(block: Heading | Paragraph) -> Passage:
    level = block.level if isinstance(block, Heading) else 0
    return Passage(MarkedText("".join(run.text for run in block.runs)), level)


def _claims_of(block: Block, at: int, ledger: Ledger) -> Iterator[Claim]:
    match block:
        case Heading() | Paragraph():
            yield from _claims(block.runs, at, (-1, -1), ledger)
        case Table():
            for row, cells in enumerate((*block.header, *block.body)):
                for column, cell in enumerate(cells):
                    yield from _claims(cell.runs, at, (row, column), ledger)


def _claims(runs: Runs, content: int, place: tuple[int, int], ledger: Ledger) -> Iterator[Claim]:
    start = 0
    for run in runs:
        end = start + len(run.text)
        figure = ledger.find(run.figure) if run.figure else None
        if figure and figure.value is not None:
            yield _claim(run, figure, Span(content, *place, start, end))
        start = end


def _claim(run: Run, figure: Figure, span: Span) -> Claim:
    value = Value(figure.value, figure.error)
    return Claim(
        span, run.text, value, figure.unit, figure.unit, Decimal(1),
        Role.AMOUNT, item_of(figure.id), basis_of(figure.id), known=True,
    )  # fmt: skip
