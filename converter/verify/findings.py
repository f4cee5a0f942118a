"""Word broken ties as remarks, and tell of every number what became of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from converter import messages
from converter.figures import Outcome, Severity
from converter.verify.account import Account
from converter.verify.blame import Blame, blamed
from converter.verify.causes import Case, likely
from converter.verify.checked import Numbered, Remark, Status
from converter.verify.claim import Claim
from converter.verify.patterns import Patterns
from converter.verify.report import Report
from converter.verify.said import Said
from converter.verify.ties import Trial


@dataclass
class Findings:
    """The trials of one report, told apart into wrong numbers, open contradictions, and what holds.

    `baseless` are rates reckoned on nothing.
    """

    report: Report
    claims: list[Claim]
    account: Account
    trials: list[Trial]
    baseless: list[Claim]
    said: Said
    patterns: Patterns

    @cached_property
    def _told(self) -> tuple[list[Blame], list[Trial]]:
        return blamed(self.trials)

    def remarks(self) -> Iterator[Remark]:
        """Yield one remark a wrong number, one a contradiction that no number explains, one a remainder."""
        blames, open_ties = self._told
        yield from map(self._wrong, blames)
        yield from map(self._open, open_ties)
        yield from (self._baseless(claim) for claim in self.baseless)
        for trial in self.trials:
            if trial.outcome is Outcome.ROUNDING:
                yield self._rounding(trial)

    def numbers(self) -> list[Numbered]:
        """Return every number with what became of it."""
        return [self._numbered(claim) for claim in self.claims if claim.step]

    def _wrong(self, blame: Blame) -> Remark:
        claim = blame.claim
        case = Case(
            claim, blame.expected, tuple(self.claims), self.account, self.patterns.words,
            tuple(each for each, _ in self.patterns.comparisons),
        )  # fmt: skip
        warning = all(trial.tie.warning for trial in blame.trials)
        others = [each for trial in blame.trials for each in trial.used if each is not claim]
        return Remark(
            messages.WRONG_CODE,
            Severity.WARNING if warning else Severity.ERROR,
            (claim.spot, *dict.fromkeys(each.spot for each in others)),
            self.report.where(claim.spot),
            claim.said,
            self.said.text(blame.expected, claim),
            self._because(blame.trials),
            messages.CAUSES.get(likely(case), ""),
        )

    def _open(self, trial: Trial) -> Remark:
        claim = trial.tie.target or trial.used[0]
        return Remark(
            messages.OPEN_CODE,
            Severity.WARNING if trial.tie.warning else Severity.ERROR,
            tuple(dict.fromkeys((claim.spot, *(each.spot for each in trial.used)))),
            self.report.where(claim.spot),
            claim.said,
            self.said.text(trial.right.amount, claim)
            if trial.tie.target and trial.right.amount is not None
            else "",
            self._because((trial,)),
        )

    def _baseless(self, claim: Claim) -> Remark:
        return Remark(
            messages.WRONG_CODE, Severity.ERROR, (claim.spot,), self.report.where(claim.spot), claim.said,
            messages.NO_RATE, messages.BASE_IS_NIL.format(item=claim.item, basis=claim.against),
            messages.CAUSES["zero-base"],
        )  # fmt: skip

    def _rounding(self, trial: Trial) -> Remark:
        claim = trial.tie.target or trial.used[0]
        amount = trial.right.amount if trial.tie.target else None
        return Remark(
            messages.ROUNDING_CODE,
            Severity.NOTE,
            (claim.spot,),
            self.report.where(claim.spot),
            claim.said,
            "" if amount is None else self.said.text(amount, claim),
            self._because((trial,)),
            messages.CAUSES["truncated"] if trial.truncated else "",
        )

    def _because(self, trials: Iterable[Trial]) -> str:
        return messages.THEN.join(dict.fromkeys(map(self._reason, trials)))

    def _reason(self, trial: Trial) -> str:
        used = messages.AND.join(dict.fromkeys(self._named(each) for each in trial.used))
        return messages.TIES[trial.tie.kind].format(because=trial.tie.because, used=used)

    def _named(self, claim: Claim) -> str:
        return messages.NAMED.format(
            name=messages.FIGURE.format(item=claim.item, basis=claim.basis), said=claim.said
        )

    def _numbered(self, claim: Claim) -> Numbered:
        status = self._status(claim)
        why = self._why(claim) if status is Status.UNCHECKED else ""
        return Numbered(claim, status, self.report.where(claim.spot), why)

    def _status(self, claim: Claim) -> Status:
        blames, open_ties = self._told
        if claim in self.baseless or any(blame.claim is claim for blame in blames):
            return Status.WRONG
        if any(claim in trial.used for trial in open_ties):
            return Status.DOUBTFUL
        outcomes = {trial.outcome for trial in self.trials if claim in trial.used}
        if Outcome.HOLDS in outcomes:
            return Status.CONFIRMED
        return Status.ROUNDING if Outcome.ROUNDING in outcomes else Status.UNCHECKED

    def _why(self, claim: Claim) -> str:
        if not claim.base:
            return messages.UNCHECKED_KINDS["count"]
        if claim.aside:
            return messages.UNCHECKED_KINDS["aside"]
        return messages.UNCHECKED_KINDS["alone" if claim.item else "nameless"]
