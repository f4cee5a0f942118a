"""The line: one department's filings through read, rules, narrative and document."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from converter import messages
from converter.conversion.stopwatch import Stopwatch
from converter.conversion.unit_inference import infer_units
from converter.errors import ReadError
from converter.figures import Finding, Ledger, Outcome, Severity
from converter.inbox import Department
from converter.narrative import Narrator, Report
from converter.pack import Amounts, Pack
from converter.read import Reader, assemble, report_year
from converter.rules import Assessment, Rules
from converter.trace import Input, Trail, lay_trail

if TYPE_CHECKING:
    from converter.document.write import Skeleton


@dataclass(frozen=True, slots=True)
class Judged:
    """A department's ledger, everything found about it, and what the rules say."""

    ledger: Ledger
    findings: tuple[Finding, ...]
    judgement: Assessment

    @property
    def has_errors(self) -> bool:
        """Whether any finding is an error."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


class Conversion:
    """A pack's whole line, each station built once; PackError if any of the pack is wrong.

    `watch` counts the time spent at each station.
    """

    def __init__(self, pack: Pack, password: str = "") -> None:
        self._pack = pack
        self.watch = Stopwatch()
        self.reader = Reader(pack, password)
        self._rules = Rules(pack)
        self._narrator = Narrator(pack)
        self._amounts = Amounts(pack)

    def judge(self, case: Department, year: int = 0) -> Judged:
        """Return the department's ledger for `year` (0: the latest with final accounts), judged.

        ReadError if no file says which year it is for.
        """
        year = year or report_year(case.filings)
        if not year:
            raise ReadError(messages.reading.YEAR_NOWHERE.format(department=case.department))
        put_together = partial(assemble, department=case.department, year=year, pack=self._pack)
        with self.watch.at("lift"):
            filings, inferred = infer_units(case.filings, lambda filed: put_together(filed)[0], self._rules)
            ledger, findings = put_together(filings)
            findings += self._take_units(case, ledger)
            if case.prose:
                from converter.conversion.prose_intake import take_prose

                findings += take_prose(case, ledger, self._pack)
        with self.watch.at("rules"):
            judgement = self._rules.judge(ledger)
            ledger = ledger.with_figures(judgement.figures)
        found = [finding for filing in case.filings for finding in filing.findings]
        found += [*inferred, *findings, *self._lacking(ledger), *judgement.findings]
        return Judged(ledger, tuple(found), judgement)

    def tell(self, judged: Judged) -> Report:
        """Return the report's blocks and what a person still has to supply."""
        with self.watch.at("narrative"):
            return self._narrator.narrate(
                judged.ledger, judged.judgement.scorecard, judged.judgement.problems
            )

    def write(self, report: Report, judged: Judged, inputs: Iterable[Input]) -> bytes:
        """Return the report as a Word file that carries its trail, down to the files it was made from."""
        with self.watch.at("document"):
            return self._skeleton.render(report.blocks, self._trail(report, judged, inputs))

    def review(self, report: Report, judged: Judged, inputs: Iterable[Input]) -> bytes:
        """Return the same with comments for whoever reviews it: findings, sources, what is missing."""
        from converter.conversion.review_comments import review_comments

        with self.watch.at("document"):
            trail = self._trail(report, judged, inputs)
            return self._skeleton.review(report.blocks, trail, review_comments(report, judged, trail))

    def _trail(self, report: Report, judged: Judged, inputs: Iterable[Input]) -> Trail:
        return lay_trail(report.blocks, judged.ledger, self._pack, self._amounts, inputs)

    @cached_property
    def _skeleton(self) -> "Skeleton":
        from converter.document.write import Skeleton

        return Skeleton(self._pack.style)

    def _take_units(self, case: Department, ledger: Ledger) -> Iterator[Finding]:
        """Take the ledgers of the department's units beside its own, and say so."""
        for unit in case.units:
            of_unit, findings = assemble(unit.filings, unit.department, ledger.year, self._pack)
            if of_unit.forms:
                ledger.budget_units.append(of_unit)
                yield from (finding for filing in unit.filings for finding in filing.findings)
                yield from findings
        if case.units:
            names = messages.checks.AND.join(unit.department for unit in case.units)
            said = messages.filing.UNITS_APART.format(department=case.department, units=names)
            yield Finding(
                messages.filing.UNITS_APART_CODE,
                Severity.NOTE,
                Outcome.HOLDS,
                said,
                hint=messages.filing.UNITS_APART_HINT,
            )

    def _lacking(self, ledger: Ledger) -> Iterator[Finding]:
        """Yield one finding for each part of a complete filing of which forms are missing."""
        expected = self._pack.meta.expected
        prior = {form for key, by_form in ledger.readings.items() for form in by_form if self._is_prior(key)}
        parts = (
            (messages.filing.FINAL_ACCOUNTS.format(year=ledger.year), expected.final, ledger.forms),
            (messages.filing.BUDGET.format(year=ledger.year), expected.budget, ledger.forms),
            (messages.filing.FINAL_ACCOUNTS.format(year=ledger.year - 1), expected.prior, prior),
            (messages.filing.SUPPLEMENT, expected.supplement, ledger.forms),
        )
        for book, forms, filed in parts:
            lacking = [form for form in forms if form not in filed]
            if lacking:
                said = messages.filing.FORMS_LACKING.format(
                    book=book, forms=messages.checks.AND.join(lacking)
                )
                yield Finding(
                    messages.filing.FORMS_LACKING_CODE, Severity.WARNING, Outcome.NOT_EVALUABLE, said,
                    hint=messages.filing.FORMS_LACKING_HINT,
                )  # fmt: skip

    def _is_prior(self, figure_id: str) -> bool:
        return figure_id.rpartition(".")[2].startswith(self._pack.meta.prior)
