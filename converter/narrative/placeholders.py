"""What stands in a template for a figure or a user's text: passed by reference, never as text.

A slot prints as a private mark; after Markdown has been parsed the mark is replaced by the run it
stands for. So nothing a user typed is ever read as Markdown or Jinja, and each printed figure keeps
its id.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from converter.figures import Figure
from converter.narrative.blocks import Block, Run, Runs

OPEN, CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")
_PRIVATE = re.compile("[\ue000-\uf8ff]")


class Placeholders:
    """The things one rendering refers to, each under a mark."""

    def __init__(self) -> None:
        self._kept: list[Run | tuple[Block, ...]] = []

    def mark(self, thing: Run | tuple[Block, ...]) -> str:
        """Keep a run or a tuple of blocks, and return the mark that stands for it."""
        self._kept.append(thing)
        return f"{OPEN}{len(self._kept) - 1}{CLOSE}"

    def blocks(self, text: str) -> tuple[Block, ...]:
        """Return the blocks if the text is nothing but their mark, else none."""
        found = _MARK.fullmatch(text.strip())
        kept = self._kept[int(found[1])] if found else ()
        return () if isinstance(kept, Run) else kept

    def plain(self, text: str) -> str:
        """Return the text with the words of its runs in place of the marks."""
        return "".join(run.text for run in self.runs(text))

    def runs(self, text: str) -> Runs:
        """Return the text as runs, marks replaced by what they stand for, neighbours joined."""
        if OPEN not in text:
            return (Run(text),) if text else ()
        runs: list[Run] = []
        for index, part in enumerate(_MARK.split(text)):
            kept = self._kept[int(part)] if index % 2 else Run(part)
            if not isinstance(kept, Run) or not kept.text:
                continue
            if runs and not kept.figure and not runs[-1].figure:
                runs[-1] = Run(runs[-1].text + kept.text)
            else:
                runs.append(kept)
        return tuple(runs)


def clean(text: str) -> str:
    """Return a user's text without characters that could be taken for our marks."""
    return _PRIVATE.sub("", text)


class Slot:
    """A figure in a template: prints by its own unit and digits, compares by its value.

    True if it is known and not zero. `unknown`: nothing was read or computed; `none`: known to be zero.
    """

    def __init__(
        self,
        figure: Figure | None,
        figure_id: str,
        show: Callable[["Slot"], str],
        value: Decimal | None = None,
    ) -> None:
        self.figure, self.id, self._show = figure, figure_id, show
        self.value = value if value is not None or figure is None else figure.value

    @property
    def unknown(self) -> bool:
        """Whether there is no value."""
        return self.value is None

    @property
    def none(self) -> bool:
        """Whether the value is zero."""
        return self.value == 0

    def size(self) -> "Slot":
        """Return the figure without its sign: a direction word before it has said it."""
        return Slot(self.figure, self.id, self._show, None if self.value is None else abs(self.value))

    def __str__(self) -> str:
        return self._show(self)

    def __bool__(self) -> bool:
        return bool(self.value)

    def __eq__(self, other: object) -> bool:
        return self.value == (other.value if isinstance(other, Slot) else other)

    __hash__ = None  # type: ignore[assignment]

    def __lt__(self, other: "Slot | int") -> bool:
        return self._compared(other, lambda a, b: a < b)

    def __gt__(self, other: "Slot | int") -> bool:
        return self._compared(other, lambda a, b: a > b)

    def __le__(self, other: "Slot | int") -> bool:
        return self._compared(other, lambda a, b: a <= b)

    def __ge__(self, other: "Slot | int") -> bool:
        return self._compared(other, lambda a, b: a >= b)

    def _compared(self, other: "Slot | int", compare: Callable[[Decimal, Decimal], bool]) -> bool:
        """Return the comparison; false where either side is unknown."""
        against = other.value if isinstance(other, Slot) else Decimal(other)
        return self.value is not None and against is not None and compare(self.value, against)
