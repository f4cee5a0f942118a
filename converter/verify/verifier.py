"""Check one submitted report: against itself, and against a ledger if there is one."""

from collections.abc import Iterator
from functools import cache
from itertools import chain

from converter.document.contents import ReadDocument
from converter.document.read import read_document, read_trail
from converter.figures import Ledger, Severity
from converter.pack import Amounts, FormKind, Pack
from converter.rules import Rules
from converter.trace import Trail
from converter.verify.claims.claim import Claim
from converter.verify.claims.sentences.sentence_reader import SentenceReader
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.claims.tables.cell_names import by_name
from converter.verify.claims.tables.standard_forms import StandardFormReader
from converter.verify.claims.tables.table_reader import TableReader
from converter.verify.claims.tables.table_sections import open_beside
from converter.verify.claims.tags import Tags
from converter.verify.constraints.all_constraints import evaluate_all
from converter.verify.constraints.claim_index import ClaimIndex
from converter.verify.constraints.constraint import Constraint
from converter.verify.constraints.effort import Effort
from converter.verify.constraints.form_constraints import form_constraints
from converter.verify.constraints.pack_constraints import PackConstraints
from converter.verify.constraints.reading import ReportReading
from converter.verify.constraints.source_constraints import LedgerConstraints, tag_constraints
from converter.verify.constraints.tables.alike_columns import between_tables
from converter.verify.constraints.tables.code_sums import codes_add_up
from converter.verify.constraints.tables.table_constraints import table_constraints
from converter.verify.constraints.tables.text_and_tables import text_and_table_constraints
from converter.verify.constraints.text_constraints import TextConstraints
from converter.verify.localise.exact_tables import exact_in_tables
from converter.verify.localise.explained import without_explained
from converter.verify.report import leftovers, tag_findings, whole_report
from converter.verify.report.budgets import exceeded_budgets
from converter.verify.report.checked import CheckedReport, ReportFinding, Status
from converter.verify.report.directions import wrong_directions, wrong_directions_in_words
from converter.verify.report.in_words import not_read_in
from converter.verify.report.number_findings import NumberFindings
from converter.verify.report.punctuation import unpaired_marks
from converter.verify.report.reasons import needless_reasons, wrong_reasons
from converter.verify.report.scores import points_over_full, wrong_grades
from converter.verify.report.wording import AmountFormat
from converter.verify.report.years import wrong_years


class Verifier:
    """Checks submitted reports by one pack; made once for many."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._constraints = PackConstraints(pack)
        self._amounts, self._filed = AmountFormat(pack), Amounts(pack)
        self._namesakes = self._constraints.namesakes
        self._text = TextConstraints(pack)
        parts = self._constraints.parts
        self._sentences = cache(lambda year: SentenceReader(pack, year, parts))
        self._tables = cache(lambda year: TableReader(pack, year, self._sentences(year)))
        self._forms = cache(lambda year, kind: StandardFormReader(pack, year, kind))
        self._rules = cache(lambda: Rules(pack))

    @staticmethod
    def open(data: bytes) -> SubmittedReport:
        """Return a .docx as a report to check; DocumentError if it is none."""
        document = read_document(data)
        return SubmittedReport(document.contents, read_trail(data) or Trail(), document.unread)

    @staticmethod
    def from_print(document: ReadDocument) -> SubmittedReport:
        """Return what was read from a printed report as one to check; it carries no trail."""
        return SubmittedReport(document.contents, Trail(), document.unread)

    def check(
        self,
        report: SubmittedReport,
        file: str,
        ledger: Ledger | None = None,
        doubted: frozenset[str] = frozenset(),
        *,
        with_relations: bool = False,
    ) -> CheckedReport:
        """Return what is wrong with a report, and what became of each number in it.

        The `doubted` figures of the ledger convince nobody. Relations are worded only if they are asked for.
        """
        report = report.within(self._pack.limits)
        reading = self._read(report)
        tags = Tags(report, reading.claims)
        from_ledger = LedgerConstraints(ledger, tags, doubted, self._filed) if ledger else None
        effort = Effort()
        constraints = chain(
            self._own_constraints(reading, effort),
            tag_constraints(tags),
            from_ledger.constraints(reading.claims) if from_ledger else (),
        )
        stated = exact_in_tables(evaluate_all(constraints, effort))
        evaluations = self._text.with_unstated(reading.claims, reading, stated, effort)
        numbers = NumberFindings(reading, without_explained(evaluations, reading), self._amounts, effort)
        findings = [*numbers.findings()]
        wrong = {finding.spans[0] for finding in findings if finding.severity is Severity.ERROR}
        findings += (each for each in self._findings_on_words(reading) if each.spans[0] not in wrong)
        findings += points_over_full(reading, self._pack.sentences.tables, tuple(findings))
        checked = numbers.numbers()
        reported = {finding.spans[0] for finding in findings if finding.severity is not Severity.NOTE}
        reported |= {number.claim.span for number in checked if number.status is Status.WRONG}
        findings += tag_findings.edited(report, tags, reported)
        findings += tag_findings.stale(report, from_ledger) if from_ledger else ()
        findings += whole_report.not_all_checked() if effort.is_spent else ()
        findings += [whole_report.of_government()] if reading.is_of_government else ()
        findings.sort(key=lambda finding: finding.spans[0])
        return CheckedReport(
            file, report.year, report.title, tuple(findings), checked, not_read_in(report),
            relations=numbers.relations() if with_relations else (),
        )  # fmt: skip

    def _read(self, report: SubmittedReport) -> ReportReading:
        """Return a report with every number of it as a claim, in reading order."""
        sentences, tables = self._sentences(report.year), self._tables(report.year)
        claims: list[Claim] = []
        claims += sentences.text(report.written(), report.title_line)
        below = list(report.tables())
        standard, beside = self._forms(report.year, self._kind(report)).read(below), open_beside(below)
        read = [
            tables.read(content, table, above, standard, is_open_beside=content in beside)
            for content, table, above in below
        ]
        claims += (claim for table in read for claim in table.claims)
        claims.sort(key=lambda claim: claim.span)
        index = ClaimIndex(claims, self._constraints.formulas, self._namesakes)
        plans = tuple(table.sections for table in read if table.sections)
        in_cells = standard.in_cells(claim for table in read for claim in table.claims)
        return ReportReading(
            report, tuple(claims), index, sentences.patterns, plans,
            by_name([cell for table in read for cell in table.cells]), standard.ledger, in_cells,
        )  # fmt: skip

    def _kind(self, report: SubmittedReport) -> FormKind:
        """Return the kind of tables that do not say theirs: accounts unless the title says a budget."""
        kind = self._sentences(report.year).kind(report.title_line)
        return FormKind.BUDGET if kind == self._pack.sentences.budgets[0] else FormKind.FINAL

    def _own_constraints(self, reading: ReportReading, effort: Effort) -> Iterator[Constraint]:
        """Yield what must agree within a report."""
        claims, index = reading.claims, reading.index
        yield from self._constraints.constraints(claims, index)
        yield from self._text.stated(claims, reading)
        kind = self._sentences(reading.report.year).kind(reading.report.title_line)
        yield from text_and_table_constraints(
            claims, reading.cells, self._tables(reading.report.year).cell_names.name,
            kind, self._pack.sentences.budgets,
        )  # fmt: skip
        yield from between_tables(reading.cells, kind, self._pack.sentences.budgets)
        if reading.ledger:
            yield from form_constraints(self._rules(), reading.ledger, reading.in_cells)
        words = self._pack.sentences.tables
        by_codes = cache(lambda: codes_add_up(reading.tables, words))
        for sections in reading.tables:
            yield from table_constraints(sections, words, effort, by_codes)

    def _findings_on_words(self, reading: ReportReading) -> Iterator[ReportFinding]:
        money_names = self._sentences(reading.report.year).money_names
        yield from leftovers.forbidden_words(reading)
        yield from leftovers.blank_cells(reading)
        yield from wrong_years(reading)
        yield from whole_report.missing_sections(reading)
        yield from unpaired_marks(reading.report)
        yield from wrong_directions(reading)
        yield from wrong_reasons(reading)
        yield from needless_reasons(reading)
        sentences = self._sentences(reading.report.year)
        kind = sentences.kind(reading.report.title_line)
        yield from wrong_directions_in_words(reading, sentences.clauses, kind)
        yield from exceeded_budgets(reading, money_names)
        yield from wrong_grades(reading, self._pack)
