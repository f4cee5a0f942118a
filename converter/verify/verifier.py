"""The door of the room: check one finished report, against itself and against a ledger if there is one."""

from collections.abc import Iterator
from functools import cache

from converter.document.read import Content, read_contents, read_trail
from converter.figures import Ledger
from converter.pack import Pack
from converter.trace import Trail
from converter.verify.claims.claim import Claim
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.sentences import SentenceReader
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.claims.tables import TableReader
from converter.verify.claims.tags import Tags
from converter.verify.constraints.bases import baseless
from converter.verify.constraints.claim_index import ClaimIndex
from converter.verify.constraints.constraint import Constraint, evaluations
from converter.verify.constraints.ledger_constraints import LedgerConstraints
from converter.verify.constraints.pack_constraints import PackConstraints, agreements
from converter.verify.constraints.parts import parts, scores, shares, totals
from converter.verify.report import residue as wording
from converter.verify.report import statements
from converter.verify.report.amount_format import AmountFormat
from converter.verify.report.budgets import budgets
from converter.verify.report.checked import Checked, ReportFinding
from converter.verify.report.findings import FindingBuilder


class Verifier:
    """Checks reports by one pack; made once for many."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._laws = PackConstraints(pack)
        self._said = AmountFormat(pack)
        self._footings = _footings(pack)
        self._sentences = cache(lambda year: SentenceReader(pack, year))
        self._tables = cache(lambda year: TableReader(pack, year))

    @staticmethod
    def open(data: bytes) -> SubmittedReport:
        """Return a .docx as a report to check; DocumentError if it is none."""
        return SubmittedReport(read_contents(data), read_trail(data) or Trail())

    @staticmethod
    def printed(contents: tuple[Content, ...]) -> SubmittedReport:
        """Return what was read from a printed report as one to check; it carries no trail."""
        return SubmittedReport(contents, Trail())

    def check(self, report: SubmittedReport, file: str, ledger: Ledger | None = None) -> Checked:
        """Return what is wrong with a report, and what became of each number in it."""
        claims = self._claims(report)
        account = ClaimIndex(claims, self._laws.formulas, self._footings)
        tags = Tags(report, claims)
        held = LedgerConstraints(ledger, tags) if ledger else None
        ties = [*self._ties(claims, account), *tags.ties(), *(held.ties(claims) if held else ())]
        rates = baseless(claims, account, self._pack.sentences)
        patterns = self._sentences(report.year).patterns
        findings = FindingBuilder(report, claims, account, evaluations(ties), rates, self._said, patterns)
        found = [*findings.remarks(), *self._words(report, claims, account, patterns)]
        found += tags.edited({each.spots[0] for each in found})
        found += held.stale(report) if held else ()
        remarks = sorted(found, key=lambda each: each.spots[0])
        return Checked(file, report.year, report.title, remarks, findings.numbers())

    def _words(
        self, report: SubmittedReport, claims: list[Claim], account: ClaimIndex, patterns: Patterns
    ) -> Iterator[ReportFinding]:
        yield from wording.residue(report, patterns)
        yield from wording.years(report, patterns, claims)
        yield from wording.sections(report, patterns)
        yield from statements.reasons(report, claims, account, patterns)
        yield from statements.directions(report, claims, account, patterns)
        yield from statements.contrary(report, claims, patterns)
        yield from statements.unmoved(report, patterns)
        yield from budgets(report, claims, account, patterns, self._sentences(report.year).names)
        yield from statements.grades(report, claims, patterns, self._pack)

    def _claims(self, report: SubmittedReport) -> list[Claim]:
        """Return every number of the report as a claim, in reading order."""
        sentences, tables = self._sentences(report.year), self._tables(report.year)
        claims = [claim for index, text in report.passages() for claim in sentences.claims(index, text)]
        for index, table, above in report.tables():
            claims += tables.claims(index, table, above)
        return sorted(claims, key=lambda each: each.spot)

    def _ties(self, claims: list[Claim], account: ClaimIndex) -> Iterator[Constraint]:
        yield from self._laws.ties(claims, account)
        yield from agreements(account)
        yield from shares(claims, account)
        yield from parts(claims)
        yield from totals(claims)
        yield from scores(claims, self._pack)


def _footings(pack: Pack) -> dict[str, tuple[str, ...]]:
    """Return, for every item, those of the same name on another footing."""
    pairs = [pair for renamed in pack.sentences.within.values() for pair in renamed.items()]
    return {item: tuple(other for each, other in pairs if each == item) for item, _ in pairs}
