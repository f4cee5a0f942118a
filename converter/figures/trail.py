"""What a report carries of itself: the figures it prints, what they rest on, and where each stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from converter.figures.figure import Figure
from converter.figures.origin import Derived


class Input(NamedTuple):
    """A file a report was made from, and the SHA-256 of its content."""

    file: str
    digest: str


class Noted(NamedTuple):
    """A figure, and how it prints in a sentence; '' where it has no value."""

    figure: Figure
    text: str


class Mark(NamedTuple):
    """One place where a report prints a figure.

    `value` is what is printed, in the base unit: the figure's value, or that without its sign where a word
    before it has said the direction; `text` is as printed.
    """

    bookmark: str
    figure: str
    value: Decimal | None
    text: str


@dataclass(frozen=True, slots=True)
class Trail:
    """The way from a report's figures back to the cells.

    `pack`, `version` and `digest` tell by which rules it was made, `converter` by which program.
    `figures` are all that are printed and all these rest on, by id; `marks` where they are printed, in
    reading order.
    """

    department: str = ""
    year: int = 0
    pack: str = ""
    version: str = ""
    digest: str = ""
    converter: str = ""
    inputs: tuple[Input, ...] = ()
    figures: Mapping[str, Noted] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()

    def figure(self, figure_id: str) -> Figure | None:
        """Return a figure, or None if it is not on the trail."""
        noted = self.figures.get(figure_id)
        return noted.figure if noted else None

    def under(self, ids: Iterable[str]) -> Iterator[Figure]:
        """Yield the figures `ids` and all they rest on, each once."""
        return resting(ids, self.figure)


def resting(ids: Iterable[str], find: Callable[[str], Figure | None]) -> Iterator[Figure]:
    """Yield the figures `ids` and, after each, those it rests on; each once, what is not found left out."""
    seen: set[str] = set()
    waiting = [*ids][::-1]
    while waiting:
        figure = find(waiting.pop())
        if figure is None or figure.id in seen:
            continue
        seen.add(figure.id)
        yield figure
        if isinstance(figure.origin, Derived):
            waiting.extend(reversed(figure.origin.inputs))
