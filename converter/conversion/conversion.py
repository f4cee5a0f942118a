"""One department's filings through read, rules, narrative and document."""

from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from converter.conversion.budget_units import budget_units_of
from converter.conversion.corrected_texts import corrected_texts
from converter.conversion.draft_findings import draft_findings, undated
from converter.conversion.inventory import InventoryItem, file_findings, inventory_of
from converter.conversion.judged import Converted, FilesOfPeople, Judged
from converter.conversion.missing_forms import missing_forms
from converter.conversion.readiness import Part, cells_in_doubt, part_of
from converter.conversion.report_year import ReportYear, report_year
from converter.conversion.stopwatch import Stopwatch
from converter.conversion.unit_inference import infer_units
from converter.errors import ReadError
from converter.figures import CellOrigin, Finding, Ledger
from converter.inbox import Department
from converter.narrative.narrator import Narrator, Report
from converter.pack import Pack, PackError
from converter.read import FiledFile, Reader, assemble
from converter.rules import Rules
from converter.verify.draft_verifier import DraftVerifier

if TYPE_CHECKING:
    from converter.conversion.edits import EditedReports
    from converter.conversion.report_writer import ReportWriter
    from converter.supplement import Prefilled
    from converter.verify.submitted import Verifier


class Conversion:
    """All stages of a conversion by one pack, each built once; PackError if the pack is wrong.

    `stopwatch` counts the time spent at each stage.
    """

    def __init__(self, pack: Pack, password: str = "") -> None:
        self._pack = pack
        self.stopwatch = Stopwatch()
        self.reader = Reader(pack, password)
        self._rules = Rules(pack)
        self._narrator = Narrator(pack)

    def judge(self, department: Department, year: int = 0, of_pack: Sequence[Finding] = ()) -> Judged:
        """Return the department's ledger for `year` (0: the one its files tell), judged; `of_pack` is what
        was found when its pack was chosen.

        ReadError if none tells a year, or nothing was filed for it.
        """
        decided = self._decided_year(department, year)
        year = decided.year
        with self.stopwatch.at("lift"):
            ledger, findings = self._ledger(department, year)
        with self.stopwatch.at("rules"):
            assessment = self._rules.judge(ledger)
            ledger = ledger.with_figures(assessment.figures)
        used = (year, year - 1, 0)  # of books of other years it does not matter what was not understood
        in_filings = (
            finding
            for filing in department.filings
            for finding in filing.findings
            if filing.year in used or part_of(finding) is not Part.UNCHECKED
        )
        findings = [
            *file_findings(department),
            *decided.findings,
            *of_pack,
            *department.findings,
            *in_filings,
            *findings,
            *missing_forms(department, ledger, self._pack),
            *assessment.findings,
        ]
        inventory = inventory_of(department, year, ledger.texts, self._pack)
        return Judged(ledger, tuple(findings), assessment, inventory)

    def checks_held(self, judged: Judged) -> tuple[Finding, ...]:
        """Return the checks that held, worded as findings are."""
        return self._rules.checks_held(judged.assessment)

    def inventory(self, department: Department) -> tuple[InventoryItem, ...]:
        """Return what became of the files of a department that could not be judged."""
        return inventory_of(department, 0, {}, self._pack)

    def year_of(self, department: Department, asked: int = 0) -> int:
        """Return the year of a department's report; ReadError as in `judge`."""
        return self._decided_year(department, asked).year

    def prefilled_year(self, department: Department, asked: int = 0) -> int:
        """Return the year of the department's next supplement, by its tables; ReadError as in `judge`."""
        from converter.conversion.prefill import without_supplements

        return self.year_of(without_supplements(department), asked)

    def prefilled(self, department: Department, year: int) -> "Prefilled":
        """Return what is known for the department's supplement of a year; ReadError as in `judge`."""
        from converter.conversion.prefill import documents_of, prefilled, without_supplements

        tables = without_supplements(department)
        reports = documents_of(department, year - 1, self._pack, self.reader.year_named)
        prose = tuple(file for file in department.prose_files if file not in reports)
        judged = self.judge(replace(tables, prose_files=prose), year)
        wrong = self._wrong_cells(department, year)
        return prefilled(department, judged.ledger, judged.doubtful_figures, wrong, reports, self._pack)

    def _wrong_cells(self, department: Department, year: int) -> list[CellOrigin]:
        """Return the cells that errors are about, none if they can't be told."""
        try:
            return [*cells_in_doubt(self.judge(department, year).findings)]
        except ReadError:
            return []

    def _decided_year(self, department: Department, asked: int) -> ReportYear:
        return report_year(department, asked, self.reader.year_named, self.reader.accounts_year_named)

    def narrate(self, judged: Judged) -> Report:
        """Return the report's blocks and what a person still has to supply.

        ReadError if the pack's wording can't be filled for this department.
        """
        try:
            with self.stopwatch.at("narrative"):
                return self._narrator.narrate(judged.ledger, judged.assessment)
        except PackError as wrong:
            raise ReadError(str(wrong)) from None

    def convert(
        self,
        department: Department,
        year: int = 0,
        of_people: FilesOfPeople | None = None,
        of_pack: Sequence[Finding] = (),
    ) -> Converted:
        """Return a department judged as `judge` does, and its report with what people have changed in it
        since it was written last.

        ReadError as in `judge`, or if the pack's wording can't be filled for this department.
        """
        of_people, edited = of_people or FilesOfPeople(), None
        if of_people.documents or of_people.below or department.prose_files:
            department, edited = self._edited_reports(department, year, of_people)
        judged = self.judge(department, year, of_pack)
        report, judged = self._with_edits(self.narrate(judged), judged, edited)
        judged = self._with_draft_findings(judged, report)
        judged = self._with_explanations(judged, [*of_people.checklists, *department.checklists])
        return Converted(department, judged, report, edited.files if edited else ())

    def _edited_reports(
        self, department: Department, year: int, of_people: FilesOfPeople
    ) -> "tuple[Department, EditedReports]":
        """Return the department's reports of the year as people left them in the outbox or filed them, and
        the department without these among its prose.
        """
        from converter.conversion.edits import not_read, reports_of

        names = {department.name, *of_people.former_names}
        year = self.year_of(department, year)
        department, edited = reports_of(department, year, of_people.documents, names, self._pack.limits)
        if of_people.below:
            edited.findings.append(not_read(of_people.below))
        return department, edited

    def _with_edits(
        self, report: Report, judged: Judged, edited: "EditedReports | None"
    ) -> tuple[Report, Judged]:
        """Return the report with what people changed in earlier ones, and what there is to say of that."""
        if not edited or not (edited.reports or edited.findings):
            return report, judged
        from converter.conversion.edits import carry_edits

        with self.stopwatch.at("narrative"):
            report, edits = carry_edits(report, edited.reports, judged.ledger, self._pack)
        findings = (*edits.findings, *edited.findings, *judged.findings)
        return report, replace(judged, findings=findings, edits=edits)

    def _with_draft_findings(self, judged: Judged, report: Report) -> Judged:
        """Return the same with what is wrong in the report: in what it prints, and in what people wrote."""
        with self.stopwatch.at("verify"):
            found = (*draft_findings(report, judged, self._draft_verifier), *undated(report))
        return replace(judged, findings=(*judged.findings, *found)) if found else judged

    def _with_explanations(self, judged: Judged, checklists: Sequence[FiledFile]) -> Judged:
        """Return the same with the findings marked that people explained in checklists."""
        if not checklists:
            return judged
        from converter.conversion.explanations import explained, read_explanations

        explanations, found = read_explanations(checklists, self._pack.limits)
        unsettled = frozenset(self._pack.words.unsettled)
        findings = (*explained(judged.findings, explanations, unsettled), *found)
        return replace(judged, findings=findings, explanations=tuple(explanations.values()))

    def marked_workbooks(self, judged: Judged, department: Department) -> Iterator[tuple[str, bytes]]:
        """Yield by its name each of the department's workbooks that findings are about, copied and marked."""
        from converter.conversion.marked_workbooks import marked_workbooks

        return marked_workbooks(judged, department.files, self.reader.sheets, self._pack)

    def _ledger(self, department: Department, year: int) -> tuple[Ledger, list[Finding]]:
        """Return what a department filed, put together, and what was found in doing so.

        Everything that comes from outside its own workbooks is entered here.
        """
        put_together = partial(assemble, department=department.name, year=year, pack=self._pack)
        filings, inferred = infer_units(department.filings, lambda tried: put_together(tried)[0], self._rules)
        ledger, assembled = put_together(filings)
        budget_units = budget_units_of(department, ledger, self._pack)
        ledger.budget_units += budget_units.ledgers
        ledger.texts, corrections = corrected_texts(ledger.texts, self._pack)
        findings = [*inferred, *assembled, *budget_units.findings, *corrections]
        if department.prose_files:
            from converter.conversion.prose import take_in_prose

            prose = take_in_prose(department, ledger, self._pack, self.reader.year_named)
            texts, corrections = corrected_texts(prose.texts, self._pack)
            ledger.texts.update(texts)
            findings += [*prose.findings, *corrections]
        return ledger, findings

    @cached_property
    def writer(self) -> "ReportWriter":
        """What writes a report as a Word file."""
        from converter.conversion.report_writer import ReportWriter

        return ReportWriter(self._pack, self.stopwatch)

    @cached_property
    def verifier(self) -> "Verifier":
        """What checks a report as one that was submitted."""
        from converter.verify.submitted import Verifier

        return Verifier(self._pack)

    @cached_property
    def _draft_verifier(self) -> DraftVerifier:
        return DraftVerifier(self._pack)
