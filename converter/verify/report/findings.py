"""Word broken ties as remarks, and tell of every number what became of it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from converter import messages
from converter.figures import Outcome, Severity
from converter.verify.claims.claim import Claim
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.constraints.claim_index import ClaimIndex
from converter.verify.constraints.constraint import Evaluation
from converter.verify.localise.blame import WrongNumber, find_wrong_numbers
from converter.verify.localise.causes import WrongClaim, likely, telling
from converter.verify.report.amount_format import AmountFormat
from converter.verify.report.checked import CheckedNumber, ReportFinding, Status
from converter.verify.report.reasons import because


@dataclass
class FindingBuilder:
    """The trials of one report, told apart into wrong numbers, open contradictions, and what holds.

    `baseless` are rates reckoned on nothing.
    """

    report: SubmittedReport
    claims: list[Claim]
    account: ClaimIndex
    trials: list[Evaluation]
    baseless: list[Claim]
    said: AmountFormat
    patterns: Patterns

    @cached_property
    def _told(self) -> tuple[list[WrongNumber], list[Evaluation]]:
        return find_wrong_numbers(
            self.trials, lambda claim, amount: telling(likely(self._case(claim, amount)))
        )

    def remarks(self) -> Iterator[ReportFinding]:
        """Yield one remark a wrong number, one a contradiction that no number explains, one a remainder."""
        blames, open_ties = self._told
        yield from map(self._wrong, blames)
        yield from map(self._open, _together(open_ties))
        yield from (self._baseless(claim) for claim in self.baseless)
        remainders = (trial for trial in self.trials if trial.outcome is Outcome.ROUNDING)
        yield from {trial.said: self._rounding(trial) for trial in remainders}.values()

    def numbers(self) -> list[CheckedNumber]:
        """Return every number with what became of it."""
        return [self._numbered(claim) for claim in self.claims if claim.step]

    def _wrong(self, blame: WrongNumber) -> ReportFinding:
        claim = blame.claim
        warning = all(trial.tie.warning for trial in blame.trials)
        others = [each for trial in blame.trials for each in trial.used if each is not claim]
        return ReportFinding(
            messages.verify.WRONG_CODE,
            Severity.WARNING if warning else Severity.ERROR,
            (claim.spot, *dict.fromkeys(each.spot for each in others)),
            self.report.where(claim.spot),
            claim.said,
            self.said.text(blame.expected, claim),
            because(blame.trials),
            messages.diagnosis.IN_REPORTS.get(likely(self._case(claim, blame.expected)), ""),
        )

    def _case(self, claim: Claim, expected: Decimal) -> WrongClaim:
        return WrongClaim(claim, expected, tuple(self.claims), self.account, self.patterns.words)

    def _open(self, trials: list[Evaluation]) -> ReportFinding:
        """Return one remark for ties that contradict each other's numbers, the likeliest number first."""
        counts = Counter(claim for trial in trials for claim in trial.used)
        most = max(counts.values())
        suspects = [claim for claim, count in counts.items() if count == most]
        first, only = suspects[0], trials[0]
        target = only.tie.target if len(trials) == 1 else None
        return ReportFinding(
            messages.verify.OPEN_CODE,
            Severity.WARNING if all(trial.tie.warning for trial in trials) else Severity.ERROR,
            (first.spot, *(claim.spot for claim in counts if claim is not first)),
            self.report.where(first.spot),
            messages.checks.OR.join(dict.fromkeys(claim.said for claim in suspects)),
            self.said.text(only.right.amount, target) if target and only.right.amount is not None else "",
            because(trials),
        )

    def _baseless(self, claim: Claim) -> ReportFinding:
        return ReportFinding(
            messages.verify.WRONG_CODE,
            Severity.ERROR,
            (claim.spot,),
            self.report.where(claim.spot),
            claim.said,
            messages.verify.NO_RATE,
            messages.verify.BASE_IS_NIL.format(item=claim.item, basis=claim.against),
            messages.diagnosis.IN_REPORTS["zero-base"],
        )

    def _rounding(self, trial: Evaluation) -> ReportFinding:
        claim = trial.tie.target or trial.used[0]
        amount = trial.right.amount if trial.tie.target else None
        return ReportFinding(
            messages.verify.ROUNDING_CODE,
            Severity.NOTE,
            (claim.spot,),
            self.report.where(claim.spot),
            claim.said,
            "" if amount is None else self.said.text(amount, claim),
            because((trial,)),
            messages.diagnosis.IN_REPORTS["truncated"] if trial.truncated else "",
        )

    def _numbered(self, claim: Claim) -> CheckedNumber:
        status = self._statuses.get(claim, Status.UNCHECKED)
        why = self._why(claim) if status is Status.UNCHECKED else ""
        return CheckedNumber(claim, status, self.report.where(claim.spot), why)

    @cached_property
    def _statuses(self) -> dict[Claim, Status]:
        """What became of the claims that some tie used; what is written last weighs most."""
        blames, open_ties = self._told
        found: dict[Claim, Status] = {}
        for outcome, status in ((Outcome.ROUNDING, Status.ROUNDING), (Outcome.HOLDS, Status.CONFIRMED)):
            used = (claim for trial in self.trials if trial.outcome is outcome for claim in trial.used)
            found |= dict.fromkeys(used, status)
        found |= dict.fromkeys((claim for trial in open_ties for claim in trial.used), Status.DOUBTFUL)
        wrong = (*self.baseless, *(blame.claim for blame in blames))
        return found | dict.fromkeys(wrong, Status.WRONG)

    def _why(self, claim: Claim) -> str:
        if not claim.base:
            return messages.verify.UNCHECKED_KINDS["count"]
        if claim.aside:
            return messages.verify.UNCHECKED_KINDS["aside"]
        return messages.verify.UNCHECKED_KINDS["alone" if claim.item else "nameless"]


def _together(trials: Iterable[Evaluation]) -> list[list[Evaluation]]:
    """Return the trials sorted into groups that share no claim with one another."""
    groups: list[list[Evaluation]] = []
    for trial in trials:
        own = set(trial.used)
        joined = [group for group in groups if any(own & set(each.used) for each in group)]
        groups = [group for group in groups if group not in joined]
        groups.append([each for group in joined for each in group] + [trial])
    return groups
