"""Where the names of an expression get their figures from: a ledger, an item, or a detail line."""

from collections.abc import Sequence

from converter.figures import Figure, Ledger, Line
from converter.rules.terms import Name, Scope


def ledger_scope(ledger: Ledger, item: str = "") -> Scope:
    """Return a scope over the ledger; with `item`, a bare name is a basis of that item.

    Detail lines must not be added to the ledger while it is used.
    """
    tops: dict[str, list[Line]] = {}

    def figure(name: Name) -> Figure | None:
        return ledger.find(name.id if name.item else f"{item}.{name.basis}", name.form)

    def top_column(name: Name) -> list[Figure]:
        if name.item not in tops:
            tops[name.item] = top_lines(ledger.lines.get(name.item, []))
        return column(tops[name.item], name.basis)

    return Scope(figure, top_column)


def line_scope(line: Line) -> Scope:
    """Return a scope in which a bare name is a column of the line."""
    return Scope(lambda name: line.figures.get(name.basis), lambda name: ())


def column(lines: Sequence[Line], name: str) -> list[Figure]:
    """Return one column's figures over the lines."""
    return [line.figures[name] for line in lines if name in line.figures]


def top_lines(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that are part of no other line of the group."""
    keys = {line.key for line in lines}
    return [line for line in lines if not parent(line.key, keys)]


def parent(key: str, keys: set[str]) -> str:
    """Return the code among `keys` right above a code, or ''."""
    if not key.isdigit():
        return ""
    return next((key[:cut] for cut in range(len(key) - 1, 0, -1) if key[:cut] in keys), "")
