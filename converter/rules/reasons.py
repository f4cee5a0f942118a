"""Hold the reasons a department gives for changes against the figures they are about.

By the same words by which a finished report is checked, so that what is written passes that check.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from converter import messages
from converter.figures import Figure, Finding, Ledger, Outcome, Severity, Text, basis_of, item_of
from converter.pack import Pack
from converter.rules.wording.phrases import Phrases, cells

_POINT = re.compile("[;\uff1b\u3002]")  # ends the first point of a reason


class Reasons:
    """A pack's words of reasons, compiled once per worker."""

    def __init__(self, pack: Pack, phrases: Phrases) -> None:
        said = pack.sentences
        self._phrases, self._name = phrases, pack.meta.change_reason
        self._now, self._before = said.basis, f"{pack.meta.prior}{said.basis}"
        self._not_over, self._over = re.compile(said.not_over), said.over
        self._more, self._less = re.compile(said.contrary.more), re.compile(said.contrary.less)

    def findings(self, ledger: Ledger) -> Iterator[Finding]:
        """Yield a finding for each reason that says what the figures belie."""
        for name, text in ledger.texts.items():
            if basis_of(name) == self._name:
                told = "".join(text.value.split())
                yield from self._of_budget(item_of(name), told, text, ledger)
                yield from self._of_change(item_of(name), told, text, ledger)

    def _of_budget(self, item: str, told: str, text: Text, ledger: Ledger) -> Iterator[Finding]:
        """Yield a finding where a reason says that an item is not over its budget, and it is."""
        if self._not_over.search(told) and (over := exceeded(item, self._over, ledger.find)):
            yield self._finding(messages.checks.REASON_OVER_CODE, over_said(item, *over), text, over)

    def _of_change(self, item: str, told: str, text: Text, ledger: Ledger) -> Iterator[Finding]:
        """Yield a finding where the first point of a reason tells only of the opposite change."""
        now, before = ledger.find(f"{item}.{self._now}"), ledger.find(f"{item}.{self._before}")
        if not now or not before or now.value is None or before.value is None or now.value == before.value:
            return
        more = now.value > before.value
        against, along = (self._more, self._less) if more else (self._less, self._more)
        point = _POINT.split(told)[0]
        if against.search(point) and not along.search(point):
            said = (messages.checks.REASON_OF_LESS if more else messages.checks.REASON_OF_MORE).format(
                item=item
            )
            yield self._finding(messages.checks.CONTRARY_CODE, said, text, (now, before))

    def _finding(self, code: str, said: str, text: Text, figures: tuple[Figure, ...]) -> Finding:
        at = text.origin
        message = messages.checks.REASON.format(
            file=at.file, sheet=at.sheet, cell=at.cell, said=said, places=self._phrases.places(figures)
        )
        found = (at, *cells(figures))
        return Finding(
            code, Severity.WARNING, Outcome.DIFFERS, message, found, hint=messages.checks.REASON_HINT
        )


def exceeded(
    item: str, over: Mapping[str, Iterable[str]], find: Callable[[str], Figure | None]
) -> tuple[Figure, Figure] | None:
    """Return what was spent on an item and the budget it exceeds: the first known of those that `over` lists
    for what was spent. None if it does not, or one of the two is not known.
    """
    for basis, budgets in over.items():
        spent, found = find(f"{item}.{basis}"), (find(f"{item}.{each}") for each in budgets)
        budget = next((each for each in found if each and each.value is not None), None)
        if spent and budget and spent.value is not None and budget.value is not None:
            return (spent, budget) if spent.value > budget.value else None
    return None


def over_said(item: str, spent: Figure, budget: Figure) -> str:
    """Return in words that an item is over its budget though a text says it is not."""
    return messages.checks.OVER.format(item=item, spent=basis_of(spent.id), budget=basis_of(budget.id))
