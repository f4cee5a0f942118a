"""Why numbers are taken for wrong, in words: what they should come to, each thing said once."""

from collections.abc import Iterable
from itertools import islice

from converter import messages
from converter.verify.claims.claim import Claim
from converter.verify.constraints.constraint import Evaluation

MOST = 3  # reasons worth reading


def because(trials: Iterable[Evaluation]) -> str:
    """Return the reasons why ties do not hold: one for ties of the same figures, however often these are
    printed, and no figure named twice.
    """
    told: dict[object, Evaluation] = {}
    for trial in trials:
        told.setdefault(frozenset(claim.id or claim.spot for claim in trial.used), trial)
    named: set[Claim] = set()
    said = messages.checks.THEN.join(_reason(trial, named) for trial in islice(told.values(), MOST))
    return said + (messages.verify.REASONS_MORE.format(count=len(told)) if len(told) > MOST else "")


def _reason(trial: Evaluation, named: set[Claim]) -> str:
    """Return what a tie asks for, with the numbers it used that are not `named` yet; they are then."""
    used = messages.checks.AND.join(
        dict.fromkeys(_named(claim) for claim in trial.used if claim not in named)
    )
    named.update(trial.used)
    said = messages.verify.TIES[trial.tie.kind].format(because=trial.tie.because)
    return said + (messages.verify.TIED.format(used=used) if used else "")


def _named(claim: Claim) -> str:
    figure = messages.checks.FIGURE.format(item=claim.item, basis=claim.basis)
    return messages.verify.NAMED.format(name=figure, said=claim.said)
