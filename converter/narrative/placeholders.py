"""What stands in rendered text for a figure or a person's text: a placeholder, never the text itself.

A placeholder is a number between two private-use characters. After Markdown has been parsed it is replaced by
the run or the blocks it stands for. So nothing a person typed is ever read as Markdown or Jinja, and each
printed figure has its id.
"""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from jinja2 import TemplateRuntimeError
from msgspec.structs import replace

from converter import messages
from converter.chinese import COLON, COMMA, FULL_STOP, SEMICOLON
from converter.figures import Figure
from converter.narrative.blocks import Block, TextRun, TextRuns

_OPEN, _CLOSE = "\ue000", "\ue001"
_PLACEHOLDER = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_STOPS = f"{COMMA}:{COLON} "
_CLAUSE = re.compile(f"[^{COMMA}{FULL_STOP}{SEMICOLON}]*$")

SHORTEST_CLAUSE = 2  # characters; a shorter one begins other words


class Placeholders:
    """What the placeholders of one rendering stand for."""

    def __init__(self) -> None:
        self._contents: list[TextRun | tuple[Block, ...]] = []

    def put(self, content: TextRun | tuple[Block, ...]) -> str:
        """Return the placeholder for a run or some blocks."""
        self._contents.append(content)
        return f"{_OPEN}{len(self._contents) - 1}{_CLOSE}"

    def blocks(self, text: str) -> tuple[Block, ...]:
        """Return the blocks if the text is nothing but their placeholder, else none."""
        found = _PLACEHOLDER.fullmatch(text.strip())
        content = self._contents[int(found[1])] if found else ()
        return () if isinstance(content, TextRun) else content

    def words(self, text: str) -> str:
        """Return the text with the words of its runs in place of the placeholders."""
        return "".join(run.text for run in self.runs(text))

    def runs(self, text: str) -> TextRuns:
        """Return the text as runs, placeholders replaced, plain ones joined."""
        if _OPEN not in text:
            return (TextRun(text),) if text else ()
        runs: list[TextRun] = []
        for index, part in enumerate(_PLACEHOLDER.split(text)):
            content = self._contents[int(part)] if index % 2 else TextRun(part)
            if not isinstance(content, TextRun):
                raise TemplateRuntimeError(messages.packs.TEMPLATE_ALONE)
            if content.written and runs:
                content = _said_once(content, runs)
            if not content.text:
                continue
            if runs and _is_plain(content) and _is_plain(runs[-1]):
                runs[-1] = TextRun(runs[-1].text + content.text)
            else:
                runs.append(content)
        return tuple(runs)


def _said_once(written: TextRun, before: Sequence[TextRun]) -> TextRun:
    """Return a person's words without the clause that leads up to them, if they begin with it once more."""
    found = _CLAUSE.search("".join(run.text for run in before))
    clause = found[0] if found else ""
    rest = written.text.removeprefix(clause).lstrip(_STOPS) if len(clause) >= SHORTEST_CLAUSE else ""
    return replace(written, text=rest) if rest and written.text.startswith(clause) else written


def _is_plain(run: TextRun) -> bool:
    return not (run.figure or run.missing or run.written)


class Slot:
    """A figure in a template: prints by its own unit and digits, compares by its value.

    One that is `bare` prints without its unit. True if it is known and not zero. `unknown`: nothing was read
    or computed; `none`: known to be zero; `denied`: the department says in words that it cannot exist.
    """

    def __init__(
        self,
        figure: Figure | None,
        figure_id: str,
        show: Callable[["Slot"], str],
        value: Decimal | None = None,
        *,
        bare: bool = False,
        denied: bool = False,
    ) -> None:
        self.figure, self.id, self.bare, self._show = figure, figure_id, bare, show
        self.denied = denied
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
        """Return the figure without its sign, for use after a word that gives the direction."""
        size = None if self.value is None else abs(self.value)
        return Slot(self.figure, self.id, self._show, size, bare=self.bare)

    def number(self) -> "Slot":
        """Return the figure to be printed without its unit, for use where a table states it."""
        return Slot(self.figure, self.id, self._show, self.value, bare=True)

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
