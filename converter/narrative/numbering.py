"""Ordinals in Chinese numerals and the numbering of headings: counted, never typed."""

from collections.abc import Sequence

# The numerals one to ten, as code points: they are digits here, not wording.
_DIGITS = "\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d"
_TEN = "\u5341"


def ordinal(number: int) -> str:
    """Return 1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    head = (_DIGITS[tens - 1] if tens > 1 else "") + _TEN if tens else ""
    return head + (_DIGITS[ones - 1] if ones else "")


class Counter:
    """Numbers headings by level, in the patterns the pack's style gives for each level."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = patterns
        self._counts = [0] * len(patterns)

    def next(self, level: int) -> str:
        """Return the number for the next heading of `level` (1 is the highest)."""
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (len(self._counts) - level)
        count = self._counts[level - 1]
        return self._patterns[level - 1].format(words=ordinal(count), number=count)
