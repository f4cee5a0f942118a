"""How many steps a pattern takes on a text: a plain backtracking matcher over what `re` parses.

It counts each character that is looked at, so a pattern that goes back over what it has passed shows in the
count. It tries what `re` tries, in the same order, but without its shortcuts.
"""

import re
from collections.abc import Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

CATEGORIES = {
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_WORD: lambda sign: sign.isalnum() or sign == "_",
    op.CATEGORY_DIGIT: str.isdecimal,
}


class Steps:
    """Searches a text for a pattern, match after match; `taken` are the steps it took."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        self._text = text
        self.taken = 0
        self.matches: list[tuple[int, int]] = []
        tree, at = list(_parser.parse(pattern.pattern, pattern.flags)), 0
        while at <= len(text):
            end = next(self._ends(tree, at), None)
            if end is not None:
                self.matches.append((at, end))
            at = at + 1 if end is None else max(end, at + 1)

    def _ends(self, tree: list[Any], at: int) -> Iterator[int]:
        """Yield where the items of a pattern may end that begin here, the first choice first."""
        if not tree:
            yield at
        else:
            for end in self._ends_of_one(*tree[0], at):
                yield from self._ends(tree[1:], end)

    def _ends_of_one(self, kind: Any, about: Any, at: int) -> Iterator[int]:
        if kind is op.SUBPATTERN:
            yield from self._ends(list(about[-1]), at)
        elif kind is op.BRANCH:
            for tree in about[1]:
                yield from self._ends(list(tree), at)
        elif kind is op.ASSERT_NOT:
            from_here = at if about[0] > 0 else at - 1  # looks behind one character
            if from_here < 0 or next(self._ends(list(about[1]), from_here), None) is None:
                yield at
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            low, high, tree = about
            reached = self._reached(list(tree), high, at)
            enough = reached[low:] if low else reached
            if kind is op.POSSESSIVE_REPEAT:
                enough = enough[-1:]
            yield from reversed(enough) if kind is op.MAX_REPEAT else enough
        else:
            self.taken += 1
            if at < len(self._text) and _is(kind, about, self._text[at]):
                yield at + 1

    def _reached(self, tree: list[Any], high: Any, at: int) -> list[int]:
        """Return where an item ends repeated not at all, once, twice and so on."""
        reached = [at]
        while high is op.MAXREPEAT or len(reached) <= high:
            end = next(self._ends(tree, reached[-1]), None)
            if end is None or end == reached[-1]:
                break
            reached.append(end)
        return reached


def _is(kind: Any, about: Any, sign: str) -> bool:
    if kind is op.ANY:
        return True
    if kind is op.LITERAL:
        return ord(sign) == about
    if kind is op.NOT_LITERAL:
        return ord(sign) != about
    if kind is op.RANGE:
        return about[0] <= ord(sign) <= about[1]
    if kind is op.CATEGORY:
        return bool(CATEGORIES[about](sign))
    assert kind is op.IN, kind
    negated = about[0][0] is op.NEGATE
    return negated != any(_is(*item, sign) for item in about[negated:])
