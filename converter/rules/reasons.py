"""Hold the reasons a department gives for changes against the figures they are about.

By the same words by which a finished report is checked, so that what is written passes that check. Silent
where an amount is not known, and where the first point of a reason tells of changes in both directions.
"""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import asdict

from converter import messages
from converter.chinese import FULL_STOP, SEMICOLON
from converter.diagnosis import ReasonWords, over_budget
from converter.figures import Figure, Finding, Ledger, Outcome, Severity, Text, basis_of, item_of
from converter.messages import Message
from converter.pack import Sentences
from converter.rules.wording.phrases import Phrases, cells

_END_OF_POINT = re.compile(f"[;{SEMICOLON}{FULL_STOP}]")


class _Contradicted(Struct, frozen=True):
    """A reason that figures contradict, and what is said of it."""

    words: Message
    statement: str
    figures: tuple[Figure, ...]
    severity: Severity = Severity.WARNING

    @property
    def ids(self) -> list[str]:
        """The ids of the figures."""
        return [figure.id for figure in self.figures]


class Reasons:
    """A pack's words of reasons, compiled once per worker.

    `basis` is that of the texts that are reasons, `prior` marks last year's bases.
    """

    def __init__(self, sentences: Sentences, basis: str, prior: str, phrases: Phrases) -> None:
        self._phrases, self._basis = phrases, basis
        self._now, self._before = sentences.basis, prior + sentences.basis
        self._not_over, self._budgets = re.compile(sentences.not_over), sentences.over
        self._words = ReasonWords(**asdict(sentences.contrary))

    def findings(self, ledger: Ledger, doubted: frozenset[str] = frozenset()) -> Iterator[Finding]:
        """Yield a finding for each reason that the figures contradict; those `doubted` contradict nothing."""
        for name, text in ledger.texts.items():
            if basis_of(name) == self._basis:
                reason = "".join(text.value.split())
                told = self._contradicting(item_of(name), reason, ledger)
                yield from (
                    self._finding(each, text)
                    for each in told
                    if doubted.isdisjoint(figure.id for figure in each.figures)
                )

    def _contradicting(self, item: str, reason: str, ledger: Ledger) -> Iterator[_Contradicted]:
        """Yield what the figures of an item contradict in a reason."""
        if self._not_over.search(reason) and (over := over_budget(item, self._budgets, ledger.find)):
            words, figures = messages.checks.REASON_OVER_BUDGET, (over.spent, over.budget)
            yield _Contradicted(words, words.text.format(over=over.text), figures, Severity.ERROR)
        now, before = ledger.find(f"{item}.{self._now}"), ledger.find(f"{item}.{self._before}")
        if now and before and (words_of_other := self._contrary(now, before, reason)):
            yield _Contradicted(words_of_other, words_of_other.text.format(item=item), (now, before))
        elif now and now.value and self._words.tell_of_none(reason):
            words = messages.checks.REASON_OF_NONE
            yield _Contradicted(words, words.text.format(item=item), (now,))

    def _contrary(self, now: Figure, before: Figure, reason: str) -> Message | None:
        """Return what to say where the first point of a reason has only the opposite change."""
        if now.value is None or before.value is None or now.value == before.value:
            return None
        more, point = now.value > before.value, _END_OF_POINT.split(reason)[0]
        if not self._words.are_against(1 if more else -1, point):
            return None
        return messages.checks.REASON_OF_LESS if more else messages.checks.REASON_OF_MORE

    def _finding(self, contradicted: _Contradicted, text: Text) -> Finding:
        cell, words = text.origin, contradicted.words
        message = messages.checks.REASON.format(
            file=cell.file,
            sheet=cell.sheet,
            cell=cell.cell,
            statement=contradicted.statement,
            places=self._phrases.places(contradicted.figures),
        )
        places = (cell, *cells(contradicted.figures))
        return Finding(words.code, contradicted.severity, Outcome.DIFFERS, message, places, hint=words.hint)
