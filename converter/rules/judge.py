"""The door of the room: everything a pack has to say about a ledger."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from converter.diagnosis import Slip, slip
from converter.figures import Figure, Finding, Ledger, Outcome, SheetOrigin
from converter.pack import Pack, Problem
from converter.rules.causes.explain import find_roots
from converter.rules.causes.magnitude import find_magnitude_doubts
from converter.rules.causes.subunits import find_mismatch
from converter.rules.causes.units import Fit, fit, place_of
from converter.rules.checks import checks
from converter.rules.checks.availability import Availability
from converter.rules.language.compiler import Compiler
from converter.rules.language.formulas import compute, formulas
from converter.rules.language.scopes import ledger_scope
from converter.rules.problems import ProblemRules
from converter.rules.reasons import Reasons
from converter.rules.scorecard.result import ScoredCard
from converter.rules.scorecard.scoring import ScoringRules
from converter.rules.wording.cells import CellWording
from converter.rules.wording.check_results import CheckWording
from converter.rules.wording.phrases import Phrases
from converter.rules.wording.sheets import SheetWording


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the pack says of a ledger: findings, how many checks held, the scorecard, the problems its
    figures show, and the `figures` computed over it: the measures, then those of the scorecard.
    """

    findings: tuple[Finding, ...]
    held: int
    scorecard: ScoredCard
    problems: tuple[Problem, ...]
    figures: tuple[Figure, ...]


class Rules:
    """A pack's measures, checks, scorecard and diagnosis, compiled once per worker."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        compiler = Compiler(pack)
        self._formulas = formulas(pack, compiler)
        self._rules = checks.rules(pack, compiler)
        self._filed = Availability(pack, self._formulas)
        self._card = ScoringRules(pack, compiler)
        self._diagnosis = ProblemRules(pack, compiler)
        phrases = Phrases(pack)
        self._wording, self._of_cells, self._of_sheets = (
            CheckWording(phrases),
            CellWording(phrases),
            SheetWording(phrases),
        )
        self._reasons = Reasons(pack, phrases)
        self.scales = {name: unit.scale for name, unit in pack.units.items() if unit.base == pack.money}

    def judge(self, ledger: Ledger) -> Assessment:
        """Return what the pack says of a ledger, which is left as it is."""
        measures = compute(self._formulas, ledger)
        measured = ledger.with_figures(measures)
        verdicts = self._verdicts(measured)
        scorecard = self._card.score(measured)
        return Assessment(
            findings=(
                *self._findings(verdicts, measured),
                *self._out_of_range(measured),
                *self._reasons.findings(measured),
            ),
            held=sum(verdict.outcome in (Outcome.HOLDS, Outcome.ROUNDING) for verdict in verdicts),
            scorecard=scorecard,
            problems=self._diagnosis.problems(measured.with_figures(scorecard.figures)),
            figures=(*measures, *scorecard.figures),
        )

    def fit(self, ledger: Ledger, file: str, sheet: str) -> Fit:
        """Return how well a sheet's amounts fit other sheets'."""
        measured = ledger.with_figures(compute(self._formulas, ledger))
        return fit(self._verdicts(measured), SheetOrigin(file, sheet), self.scales)

    def _verdicts(self, ledger: Ledger) -> list[checks.CheckResult]:
        scope = ledger_scope(ledger)
        return [v for rule in self._rules for v in checks.judge(rule, ledger, scope, self._filed)]

    def _out_of_range(self, ledger: Ledger) -> Iterator[Finding]:
        for points, full in self._card.out_of_range(ledger):
            yield self._of_cells.out_of_range(points, full)

    def _findings(self, verdicts: list[checks.CheckResult], ledger: Ledger) -> Iterator[Finding]:
        """Yield one finding for each sheet in a wrong unit, for each wrong cell, for each verdict left."""

        def slipped(figure: Figure, expected: Decimal) -> Slip | None:
            scale = self._pack.units[figure.cell.unit if figure.cell else figure.unit].scale
            return slip(figure, expected, scale, ledger, self._pack.meta.prior)

        if mismatch := find_mismatch(verdicts, ledger.budget_units):
            yield self._of_sheets.mismatch(mismatch)
            verdicts = [verdict for verdict in verdicts if not verdict.check.units]
        roots = find_roots(verdicts, ledger, self.scales, slipped)
        yield from map(self._of_sheets.unit, roots.units)
        slipped_sheets = {place_of(each.figure) for each in roots.units}
        yield from map(
            self._of_sheets.doubt,
            find_magnitude_doubts(ledger, self.scales, self._pack.money, slipped_sheets),
        )
        yield from map(self._of_sheets.stale, roots.stale)
        yield from map(self._of_cells.cause, roots.causes)
        yield from (finding for verdict in roots.left if (finding := self._wording.finding(verdict)))
