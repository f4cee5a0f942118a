"""The trail a report carries: the figures it prints, where, and what they are computed from."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from converter.figures import Derived, Figure
from converter.trace.printed_lines import GeneratedLine


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


class LeftOut(Struct, frozen=True):
    """An edit of an earlier report that this one does not have: the part it stood in, what the person wrote,
    what the program wrote instead, and the id if it was a figure.
    """

    place: str
    theirs: str
    ours: str = ""
    figure: str = ""


class Trail(Struct, frozen=True):
    """The way from a report's figures back to the cells.

    `pack`, `version` and `digest` name the pack a report was made by, `converter` the program. `figures` are
    all that are printed and all that these are computed from, by id; `occurrences` are the places where they
    are printed, in reading order. `generated` are the lines that the program wrote by itself, whatever a
    person had made of them in the report before; `left_out` is what of that could not be kept.
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
    generated: tuple[GeneratedLine, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    def figure(self, figure_id: str) -> Figure | None:
        """Return a figure, or None if it is not on the trail."""
        traced = self.figures.get(figure_id)
        return traced.figure if traced else None

    def with_inputs(self, ids: Iterable[str]) -> Iterator[Figure]:
        """Yield the figures `ids` and all they are computed from, each once."""
        return with_inputs(ids, self.figure)


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
