"""All that must agree within a text, in a report that comes in as in a draft of ours."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from converter.figures import Outcome
from converter.pack import Pack
from converter.verify.claims.claim import Claim
from converter.verify.constraints.all_constraints import evaluate_all
from converter.verify.constraints.change_constraints import ChangeConstraints
from converter.verify.constraints.constraint import Constraint, ConstraintKind, Evaluation, Surety
from converter.verify.constraints.effort import Effort
from converter.verify.constraints.flows import chains, flow_constraints
from converter.verify.constraints.mistyped_repeats import mistyped_repeats
from converter.verify.constraints.nearby.counts import CountedThings
from converter.verify.constraints.nearby.exact_sums import exact_sums
from converter.verify.constraints.nearby.named_rates import named_rates
from converter.verify.constraints.nearby.nearby_amounts import NearbyAmounts
from converter.verify.constraints.nearby.percentage_points import point_constraints
from converter.verify.constraints.nearby.products import products
from converter.verify.constraints.nearby.rates_of_changes import rates_of_changes
from converter.verify.constraints.nearby.savings import savings
from converter.verify.constraints.paragraph_constraints import (
    adjusted_budgets,
    score_constraints,
    total_constraints,
)
from converter.verify.constraints.parts.bare_lists import bare_lists
from converter.verify.constraints.parts.explained_changes import explained_changes
from converter.verify.constraints.parts.part_constraints import PartConstraints
from converter.verify.constraints.parts.parts_by_level import parts_by_level
from converter.verify.constraints.parts.parts_by_place import parts_by_place
from converter.verify.constraints.parts.parts_in_step import parts_in_step
from converter.verify.constraints.parts.placed_amounts import placed_amounts
from converter.verify.constraints.parts.rates_of_parts import rates_of_parts
from converter.verify.constraints.parts.shares_of_parts import shares_of_parts
from converter.verify.constraints.parts.stated_shares import share_constraints
from converter.verify.constraints.parts.unannounced_parts import unannounced_parts
from converter.verify.constraints.printed_formulas import formula_constraints
from converter.verify.constraints.reading import ReportReading
from converter.verify.constraints.repeated_figures import agreements, repeated_figures
from converter.verify.constraints.tables_in_words import tables_in_words


class TextConstraints:
    """What the numbers of a text must keep to, by one pack; `claims` are those that are asked about, a
    reading knows all.
    """

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._nearby = NearbyAmounts(pack.sentences, pack.ratio)
        self._uncounted = (pack.money, pack.ratio, pack.meta.score_unit, pack.sentences.points.unit)

    def stated(self, claims: tuple[Claim, ...], reading: ReportReading) -> Iterator[Constraint]:
        """Yield what words and signs state: figures given again, shares, changes, parts and totals, scores,
        formulas.

        The index may know of more claims; what only these say is not held to anything.
        """
        index, sentences = reading.index, self._pack.sentences
        yield from agreements(claims, index, sentences.rest, sentences.gross.items)
        yield from repeated_figures(claims, index)
        yield from share_constraints(claims, index, sentences.tables.splits, sentences.gross.items)
        yield from ChangeConstraints(index, sentences).constraints(claims)
        yield from PartConstraints(sentences).constraints(claims)
        yield from adjusted_budgets(claims, sentences)
        yield from total_constraints(claims)
        yield from score_constraints(claims, reading.claims, self._pack)
        yield from formula_constraints(claims, reading.report, self._pack.ratio)

    def with_unstated(
        self,
        claims: tuple[Claim, ...],
        reading: ReportReading,
        evaluations: list[Evaluation],
        effort: Effort,
    ) -> list[Evaluation]:
        """Return evaluations with those of what no words say, but the numbers that these do not hold."""
        tied = {claim for each in evaluations for claim in _tied(each)}
        supported = _supported(evaluations)
        patterns, sentences = reading.patterns, self._pack.sentences
        placed = placed_amounts(claims, reading)
        unstated = chain(
            savings(claims, reading),
            named_rates(claims, reading),
            products(claims, reading),
            parts_by_place(placed, reading),
            parts_by_level(placed, patterns),
            parts_in_step(placed, patterns),
            flow_constraints(placed, patterns),
            bare_lists(claims, reading),
            chains(placed, patterns),
            explained_changes(claims, reading),
            unannounced_parts(claims, supported, (*sentences.tables.splits, *sentences.in_full)),
            point_constraints(claims, reading),
            CountedThings(reading, self._uncounted).constraints(claims),
            shares_of_parts(claims, reading.index, supported),
            self._nearby.constraints(claims, tied),
            rates_of_changes(claims, tied),
            tables_in_words(_by_paragraph(claims), reading),
        )
        known = {each.claims_key for each in evaluations if _is_known_list(each)}
        more = [each for each in evaluate_all(unstated, effort) if each.claims_key not in known]
        together = (*evaluations, *more)
        sums = [set(each.used) for each in together if each.constraint.kind is ConstraintKind.PARTS]
        more += evaluate_all(mistyped_repeats(claims, reading.claims, _supported(together), sums), effort)
        more += evaluate_all(rates_of_parts(claims, (*evaluations, *more)), effort)
        found = [*evaluations, *more]
        return found + evaluate_all(exact_sums(claims, _bound(found)), effort)


def _is_known_list(evaluation: Evaluation) -> bool:
    """Whether parts are already held to their whole, and not only because they may add up by chance."""
    constraint = evaluation.constraint
    return constraint.kind is ConstraintKind.PARTS and constraint.surety is not Surety.CHANCE


def _supported(evaluations: Iterable[Evaluation]) -> set[Claim]:
    """Return the numbers that keep to something."""
    return {claim for each in evaluations if each.outcome is not Outcome.DIFFERS for claim in each.used}


def _tied(evaluation: Evaluation) -> Sequence[Claim]:
    """Return the numbers that a constraint ties to others; that two are the same ties none, and a rate of few
    digits leaves its amounts loose.
    """
    constraint = evaluation.constraint
    if constraint.kind is ConstraintKind.AGREEMENT:
        return ()
    is_loose = constraint.quotient and constraint.target and evaluation.outcome is not Outcome.DIFFERS
    return evaluation.used[:1] if is_loose else evaluation.used


def _bound(evaluations: Iterable[Evaluation]) -> set[Claim]:
    """Return the numbers that keep to something which leaves them no room."""
    return {claim for each in evaluations if each.outcome is Outcome.HOLDS for claim in _tied(each)}


def _by_paragraph(claims: Iterable[Claim]) -> dict[int, list[Claim]]:
    """Return the numbers of each paragraph in order, but for years and words."""
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.span.in_paragraph and claim.step:
            found.setdefault(claim.span.content, []).append(claim)
    return found
