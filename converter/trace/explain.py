"""How a figure came about: under it, all it is computed from, down to the cells; and by which rules."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from converter import messages
from converter.figures import CellOrigin, Derived, Figure, call_words
from converter.pack import Pack
from converter.trace.sources import Sources
from converter.trace.trail import TracedFigure, Trail

DEEPEST = 100
"""Steps from a figure to its cells; the rules of a pack need about ten."""


class Node(Struct, frozen=True):
    """A figure in one Chinese line, notes on it, and the figures it is computed from."""

    text: str
    notes: tuple[str, ...] = ()
    children: tuple["Node", ...] = ()

    def lines(self) -> Iterator[str]:
        """Yield the tree's lines: each child behind a branch, each note beside the line to the children."""
        yield self.text
        for note in self.notes:
            yield ("│  " if self.children else "   ") + note
        for child in self.children:
            last = child is self.children[-1]
            first, *others = child.lines()
            yield ("└─ " if last else "├─ ") + first
            yield from (("   " if last else "│  ") + other for other in others)


def explain(figure_id: str, trail: Trail, pack: Pack) -> Iterator[str]:
    """Yield the lines that explain a figure: report and pack, then the figure's tree.

    A report made by another pack than `pack` is explained without the sources of its rules.
    """
    yield report_line(trail)
    if (trail.pack, trail.version) == (pack.meta.title, pack.meta.version):
        yield messages.trace.PACK.format(
            pack=trail.pack, region=pack.meta.region, follows=messages.phrases.AND.join(pack.meta.follows)
        )
        yield from tree(figure_id, trail.figures, Sources(pack)).lines()
    else:
        yield messages.trace.OTHER_PACK.format(pack=trail.pack, version=trail.version)
        yield from tree(figure_id, trail.figures).lines()


def report_line(trail: Trail) -> str:
    """Return of which year and department a report is."""
    return messages.trace.REPORT.format(year=trail.year, department=trail.department)


def tree(figure_id: str, figures: Mapping[str, TracedFigure], sources: Sources | None = None) -> Node:
    """Return a figure's tree; a figure that occurs again in it is explained the first time only."""
    return _Tree(figures, sources).node(figure_id)


def describe(traced: TracedFigure) -> str:
    """Return a figure in a line: what it is, how much, and from which cell or by which formula."""
    text = traced.text or messages.phrases.BLANK
    return messages.trace.FIGURE.format(id=traced.figure.id, text=text) + _origin_text(traced.figure)


def _origin_text(figure: Figure) -> str:
    origin = figure.origin
    if isinstance(origin, CellOrigin):
        return messages.trace.CELL.format(cell=origin, raw=origin.text, unit=origin.unit)
    applied = messages.trace.RULE.format(applied=origin.applied) if origin.applied else ""
    return messages.trace.FORMULA.format(formula=call_words(origin.formula)) + applied


class _Tree:
    """Makes the nodes of one tree and remembers which figures it has explained."""

    def __init__(self, figures: Mapping[str, TracedFigure], sources: Sources | None) -> None:
        self._figures, self._sources = figures, sources
        self._explained: set[str] = set()

    def node(self, figure_id: str, depth: int = 0) -> Node:
        """Return the node of a figure, with all under it that is not explained yet."""
        traced = self._figures.get(figure_id)
        if traced is None:
            return Node(messages.trace.NOWHERE.format(id=figure_id))
        origin = traced.figure.origin
        inputs = origin.inputs if isinstance(origin, Derived) else ()
        if inputs and depth == DEEPEST:
            return Node(describe(traced) + messages.trace.DEEPER)
        if inputs and figure_id in self._explained:
            text = messages.trace.FIGURE.format(id=figure_id, text=traced.text)
            return Node(text + messages.trace.ABOVE)
        self._explained.add(figure_id)
        notes = self._sources.notes(traced.figure) if self._sources else ()
        return Node(describe(traced), notes, tuple(self.node(each, depth + 1) for each in inputs))
