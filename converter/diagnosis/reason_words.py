"""What the words of a reason say of the change that they are the reason for."""

import re

from converter.chinese import COLON, COMMA, ENUMERATION_COMMA, FULL_STOP, SEMICOLON

_CLAUSE_ENDS = re.compile(f"[,:;{COMMA}{ENUMERATION_COMMA}{SEMICOLON}{COLON}{FULL_STOP}]")


class ReasonWords:
    """Patterns of words against an increase (`more`), a decrease (`less`), any amount (`some`), and there
    being no change (`same`); clauses with words `aside` are about other years and count for nothing.
    """

    def __init__(self, more: str, less: str, some: str, same: str, aside: str) -> None:
        self._against = {1: re.compile(more), -1: re.compile(less)}
        self._none, self._change = re.compile(some), re.compile(same, re.MULTILINE)
        self._aside = re.compile(aside)

    def are_against(self, direction: int, reason: str) -> bool:
        """Whether a reason for an increase, 1, or a decrease, -1, only fits the other direction."""
        said = self._clauses(reason)
        return bool(self._against[direction].search(said)) and not self._against[-direction].search(said)

    def tell_of_none(self, reason: str) -> bool:
        """Whether a reason says that there was nothing."""
        return bool(self._none.search(self._clauses(reason)))

    def tell_a_change(self, reason: str) -> bool:
        """Whether a reason says that something rose or fell."""
        return bool(self._change.search(self._clauses(reason)))

    def _clauses(self, reason: str) -> str:
        """Return the clauses about this year, a line each."""
        return "\n".join(
            clause for clause in _CLAUSE_ENDS.split(reason) if clause and not self._aside.search(clause)
        )
