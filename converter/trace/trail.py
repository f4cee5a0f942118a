"""The trail a report carries: the figures it prints, where, and what they are computed from."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from hashlib import blake2s

from msgspec import Struct

from converter.figures import Derived, Figure

_DIGEST_BYTES = 6


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

    `figure` is its id, `bookmark` the bookmark round it. `value` is what is printed, in the base unit: the
    figure's value, without its sign where a word before it gives the direction. `text` is as printed.
    """

    bookmark: str
    figure: str
    value: Decimal | None
    text: str


class Trail(Struct, frozen=True):
    """The way from a report's figures back to the cells.

    `pack`, `version` and `digest` name the pack a report was made by, `converter` the program. `figures` are
    all that are printed and all that these are computed from, by id; `occurrences` are the places where they
    are printed, in reading order. `line_digests` are those of every line of generated text; `prose` names the
    texts that the department supplied.
    """

    department: str = ""
    year: int = 0
    pack: str = ""
    version: str = ""
    digest: str = ""
    converter: str = ""
    inputs: tuple[Input, ...] = ()
    figures: Mapping[str, TracedFigure] = {}
    occurrences: tuple[Occurrence, ...] = ()
    line_digests: tuple[str, ...] = ()
    prose: tuple[str, ...] = ()

    def figure(self, figure_id: str) -> Figure | None:
        """Return a figure, or None if it is not on the trail."""
        traced = self.figures.get(figure_id)
        return traced.figure if traced else None

    def with_inputs(self, ids: Iterable[str]) -> Iterator[Figure]:
        """Yield the figures `ids` and all they are computed from, each once."""
        return with_inputs(ids, self.figure)


def line_digest(line: str) -> str:
    """Return a digest by which a line of text is known again; blanks do not count."""
    return blake2s("".join(line.split()).encode(), digest_size=_DIGEST_BYTES).hexdigest()


def with_inputs(ids: Iterable[str], find: Callable[[str], Figure | None]) -> Iterator[Figure]:
    """Yield the figures `ids` and, after each, those it is computed from; each once.

    A figure that `find` does not know is left out.
    """
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
