"""Everything a pack has to say about a ledger."""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from converter.figures import CellOrigin, Derived, Figure, Finding, Ledger, Severity, SheetOrigin
from converter.pack import Amounts, FormKind, Pack, Problem
from converter.rules.causes.budget_units import find_mismatch
from converter.rules.causes.causes import PackWords, find_causes, followed
from converter.rules.causes.cells.displaced_rows import DisplacedRows, find_displaced_rows
from converter.rules.causes.cells.wrong_cells import WrongCells
from converter.rules.causes.entered_units import Entered, find_entered_units
from converter.rules.causes.positions import sheet_of
from converter.rules.causes.sheets.magnitude import any_out_of_size, find_magnitude_doubts
from converter.rules.causes.sheets.wrong_units import UnitFit, unit_fit
from converter.rules.causes.slips import Slips
from converter.rules.causes.wrong_entries import CheckedLedger, find_wrong_entries, key_of
from converter.rules.checks.availability import Availability
from converter.rules.checks.compiled import compile_checks
from converter.rules.checks.cut_digits import with_cut_digits
from converter.rules.checks.judging import results_of
from converter.rules.checks.result import CheckResult
from converter.rules.language.compiler import Compiler
from converter.rules.language.formulas import Lacks, compile_formulas, compute
from converter.rules.language.lookups import ledger_lookup
from converter.rules.list_differences import ListDifferences
from converter.rules.problems import ProblemRules
from converter.rules.reasons import Reasons
from converter.rules.scorecard.list_points import ListPoints
from converter.rules.scorecard.obstacles import obstacles_of
from converter.rules.scorecard.result import ScoredCard
from converter.rules.scorecard.scoring import ScoringRules
from converter.rules.wording.cells import CellWording
from converter.rules.wording.check_results import CheckWording
from converter.rules.wording.phrases import Phrases
from converter.rules.wording.sheets import SheetWording


class Assessment(Struct, frozen=True):
    """What the pack says of a ledger: findings, the checks that held, the scorecard, the problems it shows.

    `figures` are those computed over it: the measures, then those of the scorecard; `lacking` says by id why
    there are no others, `obstacles` by what was entered an indicator can't be scored.
    """

    findings: tuple[Finding, ...]
    checks_held: tuple[CheckResult, ...]
    scorecard: ScoredCard
    problems: tuple[Problem, ...]
    figures: tuple[Figure, ...]
    lacking: Mapping[str, Lacks]
    obstacles: Mapping[str, tuple[Figure, ...]]


class Rules:
    """A pack's measures, checks, scorecard and problems, compiled once per worker.

    `scales` are the units of money, each in the base unit.
    """

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        compiler = Compiler(pack)
        self._formulas = compile_formulas(pack, compiler)
        self._inputs = {formula.id: tuple(formula.inputs()) for formula in self._formulas}
        self._checks = compile_checks(pack.checks, compiler)
        self._availability = Availability(pack, self._formulas)
        amounts = Amounts(pack)
        self._scoring = ScoringRules(pack.scorecard, pack.meta, amounts, compiler)
        entered = (name for name, form in pack.forms.items() if form.kind is FormKind.SUPPLEMENT)
        self._entered = frozenset(entered)
        phrases = Phrases(amounts, pack.units, self._entered)
        self._problems = ProblemRules(pack, compiler, phrases)
        self._check_wording, self._cell_wording = CheckWording(phrases), CellWording(phrases)
        self._sheet_wording = SheetWording(phrases)
        self._list_differences = ListDifferences(pack.lists, amounts, self._entered)
        self._list_points = ListPoints(pack)
        self._reasons = Reasons(pack.sentences, pack.meta.change_reason, pack.meta.prior, phrases)
        self.scales = {name: unit.scale for name, unit in pack.units.items() if unit.base == pack.money}

    def judge(self, ledger: Ledger) -> Assessment:
        """Return what the pack says of a ledger, which is left as it is."""
        points = tuple(self._list_points.figures(ledger))
        pointed = ledger.with_figures(points) if points else ledger
        measures = compute(self._formulas, pointed)
        measured = pointed.with_figures(measures.figures)
        results = self._results(measured)
        scorecard = self._scoring.score(measured, measures.lacking)
        scored = measured.with_figures(scorecard.figures)
        found = tuple(self._findings(results, measured, pointed))
        doubted = scored.figures_from(_cells_in_doubt(found))
        return Assessment(
            findings=(
                *found,
                *self._points_out_of_range(measured),
                *self._points_not_used(scorecard, scored),
                *self._list_differences.findings(measured),
                *self._list_points.findings(ledger),
                *self._reasons.findings(measured, doubted),
                *self._problems.findings(scored, doubted),
            ),
            checks_held=tuple(result for result in results if result.holds),
            scorecard=scorecard,
            problems=self._problems.shown(scored),
            figures=(*points, *measures.figures, *scorecard.figures),
            lacking=measures.lacking | self._scoring.lacking(scorecard.scores),
            obstacles=obstacles_of(scorecard.scores, measured, self._inputs),
        )

    def checks_held(self, assessment: Assessment) -> tuple[Finding, ...]:
        """Return the checks that held, worded as findings are."""
        return tuple(map(self._check_wording.held, assessment.checks_held))

    def equalities(self, ledger: Ledger) -> Iterator[CheckResult]:
        """Yield what the checks found over a ledger wherever two sums of its figures must be equal."""
        for result in self._checked(ledger).results:
            if result.has_both_sides and result.signs and all(result.signs):
                yield result

    def unit_fit(self, ledger: Ledger, file: str, sheet: str) -> UnitFit:
        """Return how well the amounts of a sheet fit those of others in the unit it is taken to be in."""
        return unit_fit(self._checked(ledger).results, SheetOrigin(file, sheet), self.scales)

    def _checked(self, ledger: Ledger) -> CheckedLedger:
        measured = ledger.with_figures(compute(self._formulas, ledger).figures)
        return CheckedLedger(measured, self._results(measured))

    def _results(self, ledger: Ledger) -> Sequence[CheckResult]:
        lookup = ledger_lookup(ledger)
        results = [
            result
            for check in self._checks
            for result in results_of(check, ledger, lookup, self._availability)
        ]
        return with_cut_digits(results)

    def _findings(self, results: Sequence[CheckResult], ledger: Ledger, filed: Ledger) -> Iterator[Finding]:
        """Yield one finding for each cause, whatever breaks by it, and one for each result none explains;
        `filed` is the ledger without its measures.
        """
        if mismatch := find_mismatch(results, ledger.budget_units):
            yield self._sheet_wording.mismatch(mismatch)
            results = [result for result in results if not result.check.budget_units]
        displaced = find_displaced_rows(results, ledger)
        if (
            displaced
            or any(result.differs for result in results)
            or any_out_of_size(ledger, self._pack.money)
        ):
            results = yield from self._causes(results, ledger, filed, displaced)
        yield from self._check_wording.findings(results, ledger)

    def _causes(
        self,
        results: Sequence[CheckResult],
        ledger: Ledger,
        filed: Ledger,
        displaced: Sequence[DisplacedRows],
    ) -> Generator[Finding, None, Sequence[CheckResult]]:
        """Yield one finding for each cause, and return the results that none explains."""
        slips = Slips(ledger, self._pack.units, self._pack.meta.prior)
        words = PackWords(self._pack.money, self.scales, self._pack.meta.prior, self._entered)
        causes = find_causes(results, ledger, words, slips.likely, displaced)
        entries = find_wrong_entries(causes.unexplained, filed, self._entered, self.scales, self._checked)
        entries, rest = followed(entries, _unexplained(causes.unexplained, entries), ledger)
        known = {sheet_of(wrong.figure) for wrong in causes.wrong_units}
        known.update(sheet for book in causes.wrong_unit_books for sheet in book.sheets)
        entered = Entered(self._entered, self.scales, self._checked)
        in_other_units, others = find_entered_units((*causes.wrong_cells, *entries), filed, entered, known)
        known.update(sheet_of(cause.cells[0].figure) for cause in in_other_units)
        doubts = find_magnitude_doubts(ledger, self.scales, self._pack.money, known)
        wrong_cells = (*in_other_units, *others)

        sheets = self._sheet_wording
        yield from map(sheets.wrong_unit_book, causes.wrong_unit_books)
        yield from map(sheets.wrong_unit, causes.wrong_units)
        yield from map(sheets.magnitude, doubts)
        yield from map(sheets.wrong_year_book, causes.wrong_year_books)
        yield from map(sheets.last_year, causes.last_year_sheets)
        yield from map(sheets.disjointed, causes.disjointed_sheets)
        yield from map(sheets.displaced, causes.displaced_rows)
        yield from map(sheets.missing_row, causes.missing_rows)
        yield from map(self._cell_wording.wrong_cells, wrong_cells)
        return _unexplained(rest, wrong_cells)

    def _points_out_of_range(self, ledger: Ledger) -> Iterator[Finding]:
        for points, full in self._scoring.out_of_range(ledger):
            yield self._cell_wording.out_of_range(points, full)

    def _points_not_used(self, scorecard: ScoredCard, scored: Ledger) -> Iterator[Finding]:
        """Yield a note on points that a person gave where a formula did."""
        for score in scorecard.scores:
            given = scored.find(f"{score.name}.{self._pack.meta.self_score}")
            points = scored.find(score.id)
            inputs = points.origin.inputs if points and isinstance(points.origin, Derived) else None
            if given and given.value is not None and inputs is not None and given.id not in inputs:
                yield self._cell_wording.not_used(given)


def _unexplained(results: Iterable[CheckResult], causes: Iterable[WrongCells]) -> list[CheckResult]:
    """Return the results that none of some causes explains."""
    explained = {key_of(result) for cause in causes for result in cause.results}
    return [result for result in results if key_of(result) not in explained]


def _cells_in_doubt(findings: Iterable[Finding]) -> Iterator[CellOrigin]:
    """Yield the cells, or sheets, of which errors say that they are wrong, or that one of them is."""
    for finding in findings:
        if finding.severity is Severity.ERROR:
            yield from finding.doubted_cells
