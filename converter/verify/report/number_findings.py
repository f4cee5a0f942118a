"""Word violated constraints as findings, and say of every number what became of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from converter import messages
from converter.figures import Outcome, Severity, some_of
from converter.verify.claims.claim import Claim
from converter.verify.constraints.constraint import (
    SATISFIED,
    ConstraintKind,
    Evaluation,
    Surety,
    bound_sides,
    by_claim,
)
from converter.verify.constraints.effort import Effort
from converter.verify.constraints.reading import ReportReading
from converter.verify.localise.accusing import accusing
from converter.verify.localise.causes import Suspect, find_cause, plausibility
from converter.verify.localise.common_causes import find_common_causes
from converter.verify.localise.connected import connected
from converter.verify.localise.proposals import may_have_slipped
from converter.verify.localise.ranking import WrongNumber
from converter.verify.localise.wrong_numbers import find_wrong_numbers
from converter.verify.report.checked import CheckedNumber, Relation, ReportFinding, Status
from converter.verify.report.wording import AmountFormat, because

MOST_NAMED_IN_FINDING = 6  # numbers or places that one finding names
BOTH = (1, -1)  # sides on which a confirmed number has no room


class NumberFindings:
    """What the evaluations of one report's constraints say of its numbers."""

    def __init__(
        self, reading: ReportReading, evaluations: list[Evaluation], amounts: AmountFormat, effort: Effort
    ) -> None:
        self._reading, self._amounts, self._effort = reading, amounts, effort
        self._rates_on_zero = reading.rates_on_zero()
        self._accusing = accusing(evaluations, reading, effort)
        self._evaluations = evaluations = [each for each in evaluations if self._is_understood(each)]
        violated = [each for each in evaluations if each.outcome is Outcome.DIFFERS]
        satisfied = by_claim(each for each in evaluations if each.outcome in SATISFIED)
        common = find_common_causes(violated, satisfied, reading, effort)
        explained = {each for wrong in common for each in wrong.repaired}
        single, self._unexplained = find_wrong_numbers(
            [each for each in evaluations if each not in explained],
            lambda claim, expected, places: plausibility(Suspect(claim, expected, reading), places),
            effort,
        )
        self._wrong_numbers = [*common, *single]

    def _is_understood(self, evaluation: Evaluation) -> bool:
        """Whether a constraint holds, accuses, or is at least what words say that mean one thing: where two
        sentences give a name two amounts, they mostly speak of two things.
        """
        if evaluation.outcome is not Outcome.DIFFERS or evaluation in self._accusing:
            return True
        return evaluation.constraint.surety is not Surety.PROBABLE and not _is_by_name_alone(evaluation)

    def findings(self) -> Iterator[ReportFinding]:
        """Yield one finding a wrong number, one a contradiction no number explains, one of all remainders."""
        yield from map(self._wrong, self._wrong_numbers)
        yield from map(self._contradiction, connected(self._unexplained))
        yield from map(self._rate_on_zero, self._rates_on_zero)
        rounded = [each for each in self._evaluations if each.outcome is Outcome.ROUNDING]
        yield from [self._remainders(rounded)] if rounded else ()

    def numbers(self) -> tuple[CheckedNumber, ...]:
        """Return every number with what became of it."""
        return tuple(self._checked(claim) for claim in self._reading.claims if claim.step)

    def relations(self) -> tuple[Relation, ...]:
        """Return what the numbers were held to, except for what is demanded only because it holds."""
        return tuple(
            Relation(
                because((each,)),
                tuple(claim.span for claim in each.used),
                each.outcome,
                each.constraint.figure,
            )
            for each in self._evaluations
            if each.constraint.surety is not Surety.CHANCE
        )

    def _severity(self, evaluations: Iterable[Evaluation]) -> Severity:
        """Return an error if a constraint accuses that is more than a warning, in a department's report."""
        if self._reading.is_of_government:
            return Severity.WARNING
        accusing = (each for each in evaluations if each in self._accusing)
        is_error = any(not each.constraint.warning for each in accusing)
        return Severity.ERROR if is_error else Severity.WARNING

    def _cause(self, claim: Claim, expected: Decimal) -> str:
        return find_cause(Suspect(claim, expected, self._reading))

    def _where(self, claim: Claim) -> str:
        return self._reading.report.where(claim.span)

    def _wrong(self, wrong: WrongNumber) -> ReportFinding:
        claim, *copies = wrong.places
        named = wrong.places if wrong.cause else [claim]
        is_amount = not wrong.cause or any(wrong.changed.values())  # else it should not be there at all
        expected = [self._amounts.text(wrong.changed[each], each) for each in named]
        used = (other for evaluation in wrong.repaired for other in evaluation.used)
        others = (other for other in (*copies, *used) if other is not claim)
        return ReportFinding(
            messages.verify.WRONG_CODE,
            self._severity(wrong.repaired),
            (claim.span, *dict.fromkeys(other.span for other in others)),
            self._where(claim),
            some_of([each.printed for each in named], MOST_NAMED_IN_FINDING),
            some_of(expected, MOST_NAMED_IN_FINDING) if is_amount else "",
            because(wrong.repaired) + self._also_at(copies),
            messages.diagnosis.IN_REPORTS.get(wrong.cause or self._cause(claim, wrong.expected), ""),
        )

    def _also_at(self, copies: Sequence[Claim]) -> str:
        """Return that the same must be changed in other places, '' if there are none."""
        places = some_of(list(dict.fromkeys(map(self._where, copies))), MOST_NAMED_IN_FINDING)
        return messages.verify.ALSO_AT.format(places=places) if copies else ""

    def _contradiction(self, evaluations: list[Evaluation]) -> ReportFinding:
        """Return one finding for constraints that share numbers, on the number most of them use; of many on
        those first which a slip would explain.
        """
        counts = Counter(claim for evaluation in evaluations for claim in evaluation.used)
        most = max(counts.values())
        suspects = [claim for claim, count in counts.items() if count == most]
        if len(suspects) > MOST_NAMED_IN_FINDING:
            suspects.sort(key=lambda claim: not may_have_slipped(claim, evaluations, self._effort))
        first = suspects[0]
        only = evaluations[0] if len(evaluations) == 1 else None
        printed = dict.fromkeys(claim.printed for claim in suspects)
        expected = ""
        if only and only.constraint.target and only.right.amount is not None:
            expected = self._amounts.text(only.right.amount, only.constraint.target)
        return ReportFinding(
            messages.verify.OPEN_CODE,
            self._severity(evaluations),
            (first.span, *(claim.span for claim in counts if claim is not first)),
            self._where(first),
            some_of([*printed], MOST_NAMED_IN_FINDING, messages.phrases.OR),
            expected,
            because(evaluations),
        )

    def _rate_on_zero(self, claim: Claim) -> ReportFinding:
        return ReportFinding(
            messages.verify.WRONG_CODE,
            Severity.WARNING,  # many print 100 % there: no wrong number, but none that anyone can compute
            (claim.span,),
            self._where(claim),
            claim.printed,
            messages.verify.NO_RATE,
            messages.verify.BASE_IS_ZERO.format(item=claim.item, basis=claim.reference_basis),
            messages.diagnosis.IN_REPORTS["zero-base"],
        )

    def _remainders(self, rounded: Iterable[Evaluation]) -> ReportFinding:
        """Return one finding for all numbers that only rounding keeps from agreeing with others."""
        cut = {each.constraint.target or each.used[0]: each.truncated for each in rounded}
        claims = sorted(cut, key=lambda claim: claim.span)
        places = list(dict.fromkeys(map(self._where, claims)))
        return ReportFinding(
            messages.verify.ROUNDING_CODE,
            Severity.NOTE,
            tuple(claim.span for claim in claims),
            some_of(places, MOST_NAMED_IN_FINDING),
            some_of([claim.printed for claim in claims], MOST_NAMED_IN_FINDING),
            "",
            messages.verify.ROUNDED,
            messages.diagnosis.IN_REPORTS["truncated"] if all(cut.values()) else "",
        )

    def _checked(self, claim: Claim) -> CheckedNumber:
        status = self._statuses.get(claim, Status.UNCHECKED)
        why = _why_unchecked(claim) if status is Status.UNCHECKED else ""
        return CheckedNumber(claim, status, self._where(claim), why)

    @cached_property
    def _statuses(self) -> dict[Claim, Status]:
        """The status of each claim that some constraint used; a later line here overrules an earlier.

        Confirmed are those that could be neither more nor less; looser ties are a rough check.
        """
        found: dict[Claim, Status] = {}
        bound: dict[Claim, set[int]] = {}
        # what ties the fewest numbers is the quickest to try, and may leave nothing to try elsewhere
        for evaluation in sorted(self._evaluations, key=lambda each: len(each.used)):
            if evaluation.outcome is Outcome.ROUNDING:
                found |= dict.fromkeys(evaluation.used, Status.ROUNDING)
            elif evaluation.outcome is Outcome.HOLDS:
                for claim in evaluation.used:
                    if len(bound.get(claim, ())) == len(BOTH):
                        continue
                    is_affordable = self._effort.spend_on(len(BOTH), len(evaluation.used))
                    sides = bound_sides(evaluation, claim) if is_affordable else set()
                    bound.setdefault(claim, set()).update(sides)
        for claim, sides in bound.items():
            if len(sides) == len(BOTH):
                found[claim] = Status.CONFIRMED
            else:
                found.setdefault(claim, Status.ROUGH)
        doubtful = (claim for evaluation in self._unexplained for claim in evaluation.used)
        found |= dict.fromkeys(doubtful, Status.DOUBTFUL)
        for wrong in self._wrong_numbers:
            is_error = self._severity(wrong.repaired) is Severity.ERROR
            found |= dict.fromkeys(wrong.changed, Status.WRONG if is_error else Status.DOUBTFUL)
        return found | dict.fromkeys(self._rates_on_zero, Status.DOUBTFUL)


def _is_by_name_alone(evaluation: Evaluation) -> bool:
    """Whether a constraint only says that two sentences mean the same by one name."""
    is_agreement = evaluation.constraint.kind is ConstraintKind.AGREEMENT
    return is_agreement and all(claim.sentence for claim in evaluation.used)


def _why_unchecked(claim: Claim) -> str:
    if not claim.base_unit:
        return messages.verify.UNCHECKED_KINDS["count"]
    if claim.in_explanation:
        return messages.verify.UNCHECKED_KINDS["explanation"]
    return messages.verify.UNCHECKED_KINDS["alone" if claim.item else "nameless"]
