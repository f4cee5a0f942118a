"""Mistakes made once that show in many numbers: what explains all of them is one wrong number to the reader,
with the others behind it.
"""

from collections.abc import Mapping, Sequence

from converter.verify.claims.claim import Claim
from converter.verify.constraints.assignment import ChangedAmounts
from converter.verify.constraints.constraint import Evaluation, by_claim
from converter.verify.constraints.effort import Effort
from converter.verify.constraints.reading import ReportReading
from converter.verify.localise.common_changes import CommonChanges
from converter.verify.localise.ranking import WrongNumber
from converter.verify.localise.trials import ByClaim, Trials, using


def find_common_causes(
    violated: Sequence[Evaluation], satisfied: ByClaim, reading: ReportReading, effort: Effort
) -> list[WrongNumber]:
    """Return the causes that explain several numbers each, what explains most constraints with fewest changes
    first; no constraint is explained twice.
    """
    trials, own = Trials(), by_claim(violated)
    found: list[tuple[int, WrongNumber]] = []
    for common in CommonChanges(violated, reading, trials, effort).all():
        repaired, broken = _effect(common.changed, own, satisfied, trials, effort)
        if len(repaired) - broken >= common.least:
            claim = min(common.changed, key=lambda claim: claim.span)
            wrong = WrongNumber(claim, common.changed[claim], repaired, common.changed, common.cause)
            found.append((len(repaired) - broken, wrong))
    found.sort(key=lambda each: (-each[0], len(each[1].changed)))
    explained: set[Evaluation] = set()
    taken: set[Claim] = set()
    chosen = []
    for _, wrong in found:
        if explained.isdisjoint(wrong.repaired) and taken.isdisjoint(wrong.changed):
            explained.update(wrong.repaired)
            taken.update(wrong.changed)
            chosen.append(wrong)
    return chosen


def _effect(
    changed: ChangedAmounts, own: ByClaim, satisfied: ByClaim, trials: Trials, effort: Effort
) -> tuple[tuple[Evaluation, ...], int]:
    """Return the violated constraints that a change repairs, and how many it breaks."""

    def holding(by: ByClaim) -> Mapping[Evaluation, bool]:
        used = using(changed, by)
        if not effort.spend_on(len(used), max((len(each.used) for each in used), default=0)):
            return {}
        return {each: trials.holds(each, changed) for each in used}

    repaired = tuple(each for each, holds in holding(own).items() if holds)
    return repaired, sum(not holds for holds in holding(satisfied).values())
