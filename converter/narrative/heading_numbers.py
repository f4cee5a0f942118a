"""Numbers of headings, as a pack writes them on each level."""

from collections.abc import Sequence

from converter.chinese import numeral


class HeadingNumbers:
    """Numbers headings by level, in the pattern the pack gives for each level."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = patterns
        self._counts = [0] * len(patterns)

    def next(self, level: int) -> str:
        """Return the number for the next heading of `level` (1 is the highest)."""
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (len(self._counts) - level)
        count = self._counts[level - 1]
        return self._patterns[level - 1].format(words=numeral(count), number=count)
