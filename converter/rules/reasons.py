"""Hold the reasons a department gives for changes against the figures they are about.

By the same words by which a finished report is checked, so that what is written passes that check. Silent
where an amount is not known, and where the first point of a reason tells of changes in both directions.
"""

import re
from collections.abc import Iterator, Sequence

from converter import messages
from converter.chinese import FULL_STOP, SEMICOLON
from converter.diagnosis import over_budget
from converter.figures import Figure, Finding, Ledger, Outcome, Severity, Text, basis_of, item_of
from converter.messages import Message
from converter.pack import Sentences
from converter.rules.wording.phrases import Phrases, cells

_END_OF_POINT = re.compile(f"[;{SEMICOLON}{FULL_STOP}]")


class Reasons:
    """A pack's words of reasons, compiled once per worker.

    `basis` is that of the texts that are reasons, `prior` marks last year's bases.
    """

    def __init__(self, sentences: Sentences, basis: str, prior: str, phrases: Phrases) -> None:
        self._phrases, self._basis = phrases, basis
        self._now, self._before = sentences.basis, prior + sentences.basis
        self._not_over, self._budgets = re.compile(sentences.not_over), sentences.over
        self._against_more = re.compile(sentences.contrary.more)
        self._against_less = re.compile(sentences.contrary.less)

    def findings(self, ledger: Ledger) -> Iterator[Finding]:
        """Yield a finding for each reason that the figures contradict."""
        for name, text in ledger.texts.items():
            if basis_of(name) == self._basis:
                reason = "".join(text.value.split())
                yield from self._over_budget(item_of(name), reason, text, ledger)
                yield from self._contrary(item_of(name), reason, text, ledger)

    def _over_budget(self, item: str, reason: str, text: Text, ledger: Ledger) -> Iterator[Finding]:
        """Yield a finding where a reason says that an item is not over its budget, and it is."""
        if self._not_over.search(reason) and (over := over_budget(item, self._budgets, ledger.find)):
            words = messages.checks.REASON_OVER_BUDGET
            statement = words.text.format(over=over.text)
            yield self._finding(words, statement, text, (over.spent, over.budget), Severity.ERROR)

    def _contrary(self, item: str, reason: str, text: Text, ledger: Ledger) -> Iterator[Finding]:
        """Yield a finding where the first point of a reason has only the opposite change."""
        now, before = ledger.find(f"{item}.{self._now}"), ledger.find(f"{item}.{self._before}")
        if not now or not before or now.value is None or before.value is None or now.value == before.value:
            return
        more, point = now.value > before.value, _END_OF_POINT.split(reason)[0]
        against, along = self._against_more, self._against_less
        if not more:
            against, along = along, against
        if against.search(point) and not along.search(point):
            words = messages.checks.REASON_OF_LESS if more else messages.checks.REASON_OF_MORE
            yield self._finding(words, words.text.format(item=item), text, (now, before))

    def _finding(
        self,
        words: Message,
        statement: str,
        text: Text,
        figures: Sequence[Figure],
        severity: Severity = Severity.WARNING,
    ) -> Finding:
        cell = text.origin
        message = messages.checks.REASON.format(
            file=cell.file,
            sheet=cell.sheet,
            cell=cell.cell,
            statement=statement,
            places=self._phrases.places(figures),
        )
        places = (cell, *cells(figures))
        return Finding(words.code, severity, Outcome.DIFFERS, message, places, hint=words.hint)
