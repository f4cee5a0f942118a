"""What the words of a reason say of the change that they are the reason for."""

import re

from converter.chinese import COLON, COMMA, ENUMERATION_COMMA, FULL_STOP, SEMICOLON

_CLAUSE_ENDS = re.compile(f"[,:;{COMMA}{ENUMERATION_COMMA}{SEMICOLON}{COLON}{FULL_STOP}]")


class ReasonWords:
    """Patterns of words against an increase (`more`), a decrease (`less`), any amount (`some`), and there
    being no change (`same`); clauses with words `aside` are about other years and count for nothing.

    A clause that `ends` with more (its group `more`) or less says so of what it names. A reason with words
    that may be `raising` or `lowering`, in whatever clause, goes against no increase, or no decrease.
    """

    def __init__(
        self, more: str, less: str, some: str, same: str, aside: str, ends: str, raising: str, lowering: str
    ) -> None:
        self._against = {1: re.compile(more), -1: re.compile(less)}
        self._fitting = {1: re.compile(raising), -1: re.compile(lowering)}
        self._none, self._change = re.compile(some), re.compile(same, re.MULTILINE)
        self._aside, self._ends = re.compile(aside), re.compile(ends, re.MULTILINE)

    def are_against(self, direction: int, reason: str) -> bool:
        """Whether a reason for an increase, 1, or a decrease, -1, only fits the other direction."""
        said = self._clauses(reason)
        if self._against[-direction].search(said) or self._fitting[direction].search(reason):
            return False
        ends = {1 if found["more"] else -1 for found in self._ends.finditer(said)}
        return bool(self._against[direction].search(said)) or ends == {-direction}

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
