"""Check what people wrote in a report of ours before it is filed, as `verifier` would once it is.

What the program printed is held by the pack's checks, so no number of it is read again: that takes a tenth of
the time. Numbers that people wrote are held against the ledger itself and against what is printed.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from converter.figures import Ledger, Severity
from converter.narrative import Block
from converter.pack import Pack
from converter.verify.claims.claim import Claim
from converter.verify.claims.draft import Draft, PassagesToRead, draft_of
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.tags import Tags
from converter.verify.constraints.change_constraints import ChangeConstraints
from converter.verify.constraints.claim_index import ClaimIndex
from converter.verify.constraints.constraint import Constraint, evaluate_all
from converter.verify.constraints.effort import Effort
from converter.verify.constraints.pack_constraints import PackConstraints, namesakes
from converter.verify.constraints.paragraph_constraints import (
    score_constraints,
    share_constraints,
    total_constraints,
)
from converter.verify.constraints.part_constraints import PartConstraints
from converter.verify.constraints.reading import ReportReading
from converter.verify.constraints.source_constraints import LedgerConstraints, printed_constraints
from converter.verify.report import leftovers, statements
from converter.verify.report.budgets import exceeded_budgets
from converter.verify.report.checked import ReportFinding
from converter.verify.report.number_findings import NumberFindings
from converter.verify.report.wording import AmountFormat

if TYPE_CHECKING:
    from converter.verify.claims.sentences.sentence_reader import SentenceReader


class DraftFinding(Struct, frozen=True):
    """A finding on a draft, and the whole paragraph it is in."""

    found: ReportFinding
    paragraph: str


class _Readers:
    """What reads the drafts of one year; what reads sentences takes a while to make, and most have none to
    read.
    """

    def __init__(self, pack: Pack, year: int, parts: Mapping[str, Collection[str]]) -> None:
        self._pack, self._year, self._parts = pack, year, parts
        self.patterns = Patterns(pack, year)
        self.to_read = PassagesToRead(pack, self.patterns, lambda: self.sentences.names)

    @cached_property
    def sentences(self) -> "SentenceReader":
        """What reads the sentences."""
        from converter.verify.claims.sentences.sentence_reader import SentenceReader

        return SentenceReader(self._pack, self._year, self._parts)


class DraftVerifier:
    """Checks drafts by one pack; made once for many."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._constraints = PackConstraints(pack)
        self._amounts = AmountFormat(pack)
        self._namesakes = namesakes(pack)
        self._readers = cache(self._readers_of)

    def check(
        self, blocks: Sequence[Block], ledger: Ledger, doubted: frozenset[str] = frozenset()
    ) -> Iterator[DraftFinding]:
        """Yield the errors and warnings that a report has by what people wrote in it, one a place.

        The `doubted` figures of the ledger convince nobody. A paragraph in which something is still missing
        is left until it is there.
        """
        draft = draft_of(blocks, ledger)
        reading, wrote = self._read(draft)
        effort = Effort()
        items = {claim.item for claim in wrote}
        printed = printed_constraints(
            claim for claim in reading.claims if claim.item in items and claim not in wrote
        )
        constraints = chain(self._constraints_on(wrote, reading, ledger, doubted), printed)
        numbers = NumberFindings(reading, evaluate_all(constraints, effort), self._amounts, effort)
        findings = [*numbers.findings(), *self._on_words(reading)]
        by_place = {
            found.spans[0]: found for found in reversed(findings) if found.severity is not Severity.NOTE
        }
        for span, found in sorted(by_place.items()):
            if span.content not in draft.unfinished:
                yield DraftFinding(found, draft.report.text_around(span))

    def _readers_of(self, year: int) -> _Readers:
        return _Readers(self._pack, year, self._constraints.parts)

    def _read(self, draft: Draft) -> tuple[ReportReading, tuple[Claim, ...]]:
        """Return a draft as a reading, and the claims that people made in it."""
        report = draft.report
        readers = self._readers(report.year)
        passages = list(readers.to_read.of(draft))
        claims_in = readers.sentences.text(passages, report.title_line) if passages else ()
        wrote = tuple(claim for claim in claims_in if claim.span.content in draft.written)
        figures = draft.figures if wrote or readers.to_read.are_compared(draft) else ()
        claims = tuple(sorted((*figures, *wrote), key=lambda claim: claim.span))
        index = ClaimIndex(claims, self._constraints.formulas, self._namesakes)
        return ReportReading(report, claims, index, readers.patterns), wrote

    def _constraints_on(
        self, wrote: tuple[Claim, ...], reading: ReportReading, ledger: Ledger, doubted: frozenset[str]
    ) -> Iterator[Constraint]:
        """Yield what must hold for the numbers that people wrote."""
        index, sentences = reading.index, self._pack.sentences
        return chain(
            LedgerConstraints(ledger, Tags(reading.report, ()), doubted).constraints(wrote),
            share_constraints(wrote, index, sentences.tables.splits),
            ChangeConstraints(index, sentences).constraints(wrote),
            PartConstraints(sentences).constraints(wrote),
            total_constraints(wrote),
            score_constraints(wrote, self._pack),
        )

    def _on_words(self, reading: ReportReading) -> Iterator[ReportFinding]:
        yield from leftovers.forbidden_words(reading)
        yield from leftovers.wrong_years(reading)
        yield from statements.needless_reasons(reading)
        if not reading.claims:
            return
        yield from statements.missing_reasons(reading)
        yield from statements.wrong_directions(reading)
        yield from statements.contrary_reasons(reading)
        yield from exceeded_budgets(reading, self._readers(reading.report.year).sentences.money_names)
        yield from statements.wrong_grades(reading, self._pack)
