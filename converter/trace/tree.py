"""A figure's tree: the figure, under it all it rests on, down to the cells."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from converter import messages
from converter.figures import CellOrigin, Derived
from converter.trace.trail import TracedFigure


class Node(Struct, frozen=True):
    """A figure in one Chinese line, and what it rests on."""

    text: str
    children: tuple["Node", ...] = ()

    def lines(self) -> Iterator[str]:
        """Yield the tree's lines, each child behind a branch."""
        yield self.text
        for child in self.children:
            last = child is self.children[-1]
            first, *others = child.lines()
            yield ("└─ " if last else "├─ ") + first
            yield from (("   " if last else "│  ") + other for other in others)


def tree(figure_id: str, figures: Mapping[str, TracedFigure]) -> Node:
    """Return a figure's tree; what it rests on more than once is led back the first time only."""
    return _node(figure_id, figures, set())


def described(noted: TracedFigure) -> str:
    """Return a figure in a line: what it is, how much, and from which cell or by which formula."""
    text = noted.text or messages.checks.BLANK
    said = messages.trace.TRACED.format(id=noted.figure.id, text=text)
    return said + source(noted)


def source(noted: TracedFigure) -> str:
    """Return the cell a figure was read from, or the formula it was reckoned by."""
    origin = noted.figure.origin
    if isinstance(origin, CellOrigin):
        return messages.trace.TRACED_CELL.format(cell=origin, raw=origin.text, unit=origin.unit)
    applied = messages.trace.TRACED_RULE.format(applied=origin.applied) if origin.applied else ""
    return messages.trace.TRACED_FORMULA.format(formula=origin.formula) + applied


def _node(figure_id: str, figures: Mapping[str, TracedFigure], seen: set[str]) -> Node:
    noted = figures.get(figure_id)
    if noted is None:
        return Node(messages.trace.TRACED_NOWHERE.format(id=figure_id))
    origin = noted.figure.origin
    if not isinstance(origin, Derived) or not origin.inputs:
        return Node(described(noted))
    if figure_id in seen:
        return Node(messages.trace.TRACED.format(id=figure_id, text=noted.text) + messages.trace.TRACED_ABOVE)
    seen.add(figure_id)
    return Node(described(noted), tuple(_node(each, figures, seen) for each in origin.inputs))
