"""What a report carries of itself: the figures it prints, what they rest on, and where each stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from hashlib import blake2s

from msgspec import Struct

from converter.figures import Derived, Figure

_PASSAGE_BYTES = 6


class Input(Struct, frozen=True, gc=False):
    """A file a report was made from, and the SHA-256 of its content."""

    file: str
    digest: str


class TracedFigure(Struct, frozen=True, gc=False):
    """A figure, and how it prints in a sentence; '' where it has no value."""

    figure: Figure
    text: str


class Occurrence(Struct, frozen=True, gc=False):
    """One place where a report prints a figure.

    `value` is what is printed, in the base unit: the figure's value, or that without its sign where a word
    before it has said the direction; `text` is as printed.
    """

    bookmark: str
    figure: str
    value: Decimal | None
    text: str


class Trail(Struct, frozen=True):
    """The way from a report's figures back to the cells.

    `pack`, `version` and `digest` tell by which rules it was made, `converter` by which program.
    `figures` are all that are printed and all these rest on, by id; `marks` where they are printed, in
    reading order. `passages` tell of every line of its text, as `passage_of` does, how it was generated;
    `prose` names the texts that were supplied for it.
    """

    department: str = ""
    year: int = 0
    pack: str = ""
    version: str = ""
    digest: str = ""
    converter: str = ""
    inputs: tuple[Input, ...] = ()
    figures: Mapping[str, TracedFigure] = {}
    marks: tuple[Occurrence, ...] = ()
    passages: tuple[str, ...] = ()
    prose: tuple[str, ...] = ()

    def figure(self, figure_id: str) -> Figure | None:
        """Return a figure, or None if it is not on the trail."""
        noted = self.figures.get(figure_id)
        return noted.figure if noted else None

    def under(self, ids: Iterable[str]) -> Iterator[Figure]:
        """Yield the figures `ids` and all they rest on, each once."""
        return resting(ids, self.figure)


def passage_of(line: str) -> str:
    """Return what tells a line of text from any other; blanks do not count."""
    return blake2s("".join(line.split()).encode(), digest_size=_PASSAGE_BYTES).hexdigest()


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
