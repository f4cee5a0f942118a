"""The line: one department's filings through read, rules, narrative and document."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from converter import messages
from converter.batch.cases import Case
from converter.batch.stopwatch import Stopwatch
from converter.figures import Finding, Ledger, Outcome, Severity
from converter.narrative import Narrator, Report
from converter.pack import Pack
from converter.read import Reader, assemble, report_year
from converter.rules import Judgement, Rules

if TYPE_CHECKING:
    from converter.document import Skeleton


@dataclass(frozen=True, slots=True)
class Judged:
    """A department's ledger, everything found about it, and what the rules say."""

    ledger: Ledger
    findings: tuple[Finding, ...]
    judgement: Judgement

    @property
    def has_errors(self) -> bool:
        """Whether any finding is an error."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


class Line:
    """A pack's whole line, each station built once; PackError if any of the pack is wrong.

    `watch` counts the time spent at each station.
    """

    def __init__(self, pack: Pack, password: str = "") -> None:
        self._pack = pack
        self.watch = Stopwatch()
        self.reader = Reader(pack, password)
        self._rules = Rules(pack)
        self._narrator = Narrator(pack)

    def judge(self, case: Case, year: int = 0) -> Judged:
        """Return the department's ledger for `year` (0: the latest with final accounts), judged."""
        year = year or report_year(case.filings)
        with self.watch.at("lift"):
            ledger, findings = assemble(case.filings, case.department, year, self._pack)
            for document in case.prose:
                findings += self._take_prose(document, ledger)
        with self.watch.at("rules"):
            judgement = self._rules.judge(ledger)
        found = [finding for filing in case.filings for finding in filing.findings]
        found += [*findings, *self._lacking(ledger), *judgement.findings]
        return Judged(ledger, tuple(found), judgement)

    def tell(self, judged: Judged) -> Report:
        """Return the report's blocks and what a person still has to supply."""
        with self.watch.at("narrative"):
            return self._narrator.narrate(judged.ledger, judged.judgement.result, judged.judgement.problems)

    def write(self, report: Report) -> bytes:
        """Return the report as a Word file."""
        with self.watch.at("document"):
            return self._skeleton.render(report.blocks)

    @cached_property
    def _skeleton(self) -> "Skeleton":
        from converter.document import Skeleton

        return Skeleton(self._pack.style)

    def _take_prose(self, document: Path, ledger: Ledger) -> Iterator[Finding]:
        """Take a prose document's sections where nothing was filled in, and say that they were taken."""
        from converter.batch.prose import read_prose
        from converter.document import DocumentError

        try:
            found = read_prose(document, self._pack.prose)
        except DocumentError:
            said = messages.PROSE_UNREADABLE.format(file=document.name)
            yield Finding(messages.PROSE_UNREADABLE_CODE, Severity.WARNING, Outcome.NOT_EVALUABLE, said)
            return
        taken = {name: text for name, text in found.items() if name not in ledger.texts}
        ledger.texts.update(taken)
        if taken:
            said = messages.PROSE_TAKEN.format(file=document.name, names=messages.AND.join(taken))
            yield Finding(
                messages.PROSE_TAKEN_CODE, Severity.NOTE, Outcome.HOLDS, said, hint=messages.PROSE_TAKEN_HINT
            )

    def _lacking(self, ledger: Ledger) -> Iterator[Finding]:
        """Yield one finding for each part of a complete filing of which forms are missing."""
        expected = self._pack.meta.expected
        prior = {form for key, by_form in ledger.readings.items() for form in by_form if self._is_prior(key)}
        parts = (
            (messages.FINAL_ACCOUNTS.format(year=ledger.year), expected.final, ledger.forms),
            (messages.BUDGET.format(year=ledger.year), expected.budget, ledger.forms),
            (messages.FINAL_ACCOUNTS.format(year=ledger.year - 1), expected.prior, prior),
            (messages.SUPPLEMENT, expected.supplement, ledger.forms),
        )
        for book, forms, filed in parts:
            lacking = [form for form in forms if form not in filed]
            if lacking:
                said = messages.FORMS_LACKING.format(book=book, forms=messages.AND.join(lacking))
                yield Finding(
                    messages.FORMS_LACKING_CODE, Severity.WARNING, Outcome.NOT_EVALUABLE, said,
                    hint=messages.FORMS_LACKING_HINT,
                )  # fmt: skip

    def _is_prior(self, figure_id: str) -> bool:
        return figure_id.rpartition(".")[2].startswith(self._pack.meta.prior)
