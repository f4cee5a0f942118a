"""Check a report of ours before it is filed, as `verifier` would once it is.

What the program printed is known, and not read again: that takes a tenth of the time. Its amounts are held
against each other by the pack's formulas, as they are printed. What people wrote is read, and held against
the ledger itself and against what is printed.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from converter.figures import Ledger, Outcome, Severity
from converter.narrative.blocks import Block
from converter.pack import Amounts, Pack
from converter.verify.at_a_glance import Glance
from converter.verify.claims.claim import Claim, Holder, Span
from converter.verify.claims.draft import Draft, draft_of
from converter.verify.claims.normal_text import normal_text
from converter.verify.claims.passages_to_read import PassagesToRead
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.printed_figures import FigureReader, FiguresAsPrinted
from converter.verify.claims.tags import Tags
from converter.verify.constraints.all_constraints import evaluate_all
from converter.verify.constraints.claim_index import ClaimIndex
from converter.verify.constraints.constraint import Constraint, Evaluation
from converter.verify.constraints.effort import Effort
from converter.verify.constraints.pack_constraints import PackConstraints
from converter.verify.constraints.reading import ReportReading
from converter.verify.constraints.source_constraints import LedgerConstraints, printed_constraints
from converter.verify.constraints.text_constraints import TextConstraints
from converter.verify.localise.explained import without_explained
from converter.verify.report import leftovers
from converter.verify.report.budgets import exceeded_budgets
from converter.verify.report.checked import ReportFinding
from converter.verify.report.directions import wrong_directions, wrong_directions_in_words
from converter.verify.report.reasons import needless_reasons, wrong_reasons
from converter.verify.report.scores import wrong_grades
from converter.verify.report.wording import AmountFormat
from converter.verify.report.years import wrong_years

if TYPE_CHECKING:
    from converter.verify.claims.sentences.sentence_reader import SentenceReader


class DraftFinding(Struct, frozen=True):
    """A finding on a draft, the whole paragraph or cell it is in, and the figures that contradict each other
    there.
    """

    found: ReportFinding
    paragraph: str
    figures: tuple[str, ...] = ()


class _Readers:
    """What reads the drafts of one year; what reads sentences takes a while to make, and most have none to
    read.
    """

    def __init__(self, pack: Pack, year: int, parts: Mapping[str, Collection[str]]) -> None:
        self._pack, self._year, self._parts = pack, year, parts
        self.patterns = Patterns(pack, year)
        self.to_read = PassagesToRead(pack, self.patterns)

    @cached_property
    def sentences(self) -> "SentenceReader":
        """What reads the sentences."""
        from converter.verify.claims.sentences.sentence_reader import SentenceReader

        return SentenceReader(self._pack, self._year, self._parts)


class DraftVerifier:
    """Checks drafts by one pack; made once for many."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._printed = FigureReader(pack)
        self._constraints, self._text = PackConstraints(pack), TextConstraints(pack)
        self._glance = Glance(self._constraints)
        self._amounts, self._filed = AmountFormat(pack), Amounts(pack)
        self._namesakes = self._constraints.namesakes
        self._readers = cache(self._readers_of)

    def check(
        self,
        blocks: Sequence[Block],
        ledger: Ledger,
        doubted: frozenset[str] = frozenset(),
        warned: frozenset[str] = frozenset(),
    ) -> Iterator[DraftFinding]:
        """Yield the errors and warnings that a report has, one a place.

        The `doubted` figures of the ledger convince nobody. Where figures printed contradict each other and
        one of them is doubted, that has been reported, and what is no more than a warning where one is
        `warned` of. A paragraph in which something is still missing is left until it is there.
        """
        draft = draft_of(blocks, ledger)
        printed = self._printed.read(draft.printed, ledger)
        findings = [
            *self._between_figures(draft, printed, doubted, warned),
            *self._on_texts(draft, printed.claims, ledger, doubted),
        ]
        by_place = {
            found.spans[0]: found for found in reversed(findings) if found.severity is not Severity.NOTE
        }
        for span, found in sorted(by_place.items()):
            if span.content not in draft.unfinished:
                yield self._finding(found, draft, printed.claims)

    @staticmethod
    def _finding(found: ReportFinding, draft: Draft, printed: Iterable[Claim]) -> DraftFinding:
        """Return a finding with the figures it is about, none where it is about what people wrote."""
        ids = {claim.span: claim.id for claim in printed}
        figures = [ids[each] for each in found.spans if each in ids]
        is_ours = found.spans[0] in ids
        return DraftFinding(found, draft.text_around(found.spans[0]), tuple(figures) if is_ours else ())

    def _readers_of(self, year: int) -> _Readers:
        return _Readers(self._pack, year, self._constraints.parts)

    def _reading(self, draft: Draft, claims: tuple[Claim, ...]) -> ReportReading:
        index = ClaimIndex(claims, self._constraints.formulas, self._namesakes)
        return ReportReading(draft.report, claims, index, self._readers(draft.report.year).patterns)

    def _between_figures(
        self,
        draft: Draft,
        printed: FiguresAsPrinted,
        doubted: frozenset[str],
        warned: frozenset[str],
    ) -> Iterator[ReportFinding]:
        """Yield the contradictions between figures as they are printed, by the pack's formulas."""
        if not self._glance.may_break(printed.figures, doubted, warned):
            return
        reading, effort = self._reading(draft, printed.claims), Effort()
        constraints = self._constraints.constraints(reading.claims, reading.index)
        evaluations = [
            each
            for each in evaluate_all(constraints, effort)
            if not _is_reported(each, doubted | warned if each.constraint.warning else doubted)
        ]
        yield from self._wrong_numbers(reading, evaluations, effort)

    def _wrong_numbers(
        self, reading: ReportReading, evaluations: list[Evaluation], effort: Effort
    ) -> Iterator[ReportFinding]:
        """Yield what is wrong in numbers, if anything is."""
        if reading.rates_on_zero() or any(each.outcome is Outcome.DIFFERS for each in evaluations):
            from converter.verify.report.number_findings import NumberFindings  # most drafts are right

            yield from NumberFindings(reading, evaluations, self._amounts, effort).findings()

    def _on_texts(
        self, draft: Draft, printed: tuple[Claim, ...], ledger: Ledger, doubted: frozenset[str]
    ) -> Iterator[ReportFinding]:
        """Yield what is wrong in the texts, and in the numbers that people wrote there."""
        readers = self._readers(ledger.year)
        wrote = self._numbers_of_people(draft, printed, readers)
        are_compared = wrote or readers.to_read.are_compared(draft)
        figures = printed if are_compared else ()
        read = {claim.span.content for claim in wrote if claim.span.in_paragraph}
        others = (claim for claim in figures if claim.span.content not in read)
        claims = tuple(sorted((*others, *wrote), key=lambda claim: claim.span)) if wrote else figures
        reading = self._reading(draft, claims)
        if wrote:
            effort = Effort()
            constraints = self._constraints_on(wrote, reading, ledger, doubted)
            stated = [each for each in evaluate_all(constraints, effort) if not _is_reported(each, doubted)]
            evaluations = self._text.with_unstated(wrote, reading, stated, effort)
            yield from self._wrong_numbers(reading, without_explained(evaluations, reading), effort)
        yield from leftovers.forbidden_words(reading)
        yield from leftovers.blank_cells(reading)
        yield from wrong_years(reading)
        yield from needless_reasons(reading)
        if wrote:
            yield from wrong_directions(reading)
            yield from wrong_reasons(reading)
        if are_compared:
            yield from exceeded_budgets(reading, readers.sentences.money_names, doubted)
            yield from wrong_grades(reading, self._pack)
            kind = readers.sentences.kind(draft.report.title_line)
            yield from wrong_directions_in_words(reading, readers.sentences.clauses, kind)

    @staticmethod
    def _numbers_of_people(draft: Draft, printed: Iterable[Claim], readers: _Readers) -> tuple[Claim, ...]:
        """Return the claims of the paragraphs and cells in which people wrote numbers, those aside that only
        explain.
        """

        def explains(sentence: Span) -> bool:
            text = draft.report.text(sentence)
            if not readers.patterns.explanation.search(normal_text(text)):
                return False  # most are read but once
            claims = readers.sentences.claims(sentence, text)
            of_people = [claim for claim in claims if draft.is_of_people(claim, sentence.start)]
            return all(map(readers.to_read.explains, of_people))

        passages = list(readers.to_read.of(draft, explains))
        in_text = (claim for claim in printed if claim.span.in_paragraph)
        read = [*readers.sentences.text(passages, draft.report.title_line, in_text)] if passages else []
        words = {(at, -1, -1): text for at, text in draft.written.items()}
        for span, text in readers.to_read.cells(draft):
            read += readers.sentences.claims(span, text)
            words[span.holder] = text
        of_people: dict[Holder, list[Claim]] = {}
        for claim in read:
            if draft.is_of_people(claim):
                of_people.setdefault(claim.span.holder, []).append(claim)
        doubtful = {*readers.to_read.holders_to_check(of_people, words)}
        return tuple(claim for claim in read if claim.span.holder in doubtful)

    def _constraints_on(
        self, wrote: tuple[Claim, ...], reading: ReportReading, ledger: Ledger, doubted: frozenset[str]
    ) -> Iterator[Constraint]:
        """Yield what must hold for the numbers that people wrote."""
        items, read = {claim.item for claim in wrote}, set(wrote)
        ours = (claim for claim in reading.claims if claim.item in items and claim not in read)
        return chain(
            LedgerConstraints(ledger, Tags(reading.report, ()), doubted, self._filed).constraints(wrote),
            self._constraints.constraints(wrote, reading.index),
            self._text.stated(wrote, reading),
            printed_constraints(ours),
        )


def _is_reported(evaluation: Evaluation, reported: frozenset[str]) -> bool:
    """Whether figures contradict each other of which one has been reported."""
    return evaluation.outcome is Outcome.DIFFERS and any(claim.id in reported for claim in evaluation.used)
