"""Where the names of an expression get their figures from: a ledger, an item, or a detail line."""

from collections.abc import Iterable, Sequence

from converter.figures import DetailRow, Figure, Ledger
from converter.rules.language.terms import Name, Nested, Scope


def ledger_scope(ledger: Ledger, item: str = "") -> Scope:
    """Return a scope over the ledger; with `item`, a bare name is a basis of that item.

    Detail lines must not be added to the ledger while it is used.
    """
    known: dict[str, Nested] = {}

    def figure(name: Name) -> Figure | None:
        return ledger.find(name.id if name.item else f"{item}.{name.basis}", name.form)

    def lines(group: str) -> Nested:
        if group not in known:
            known[group] = nested(ledger.detail_rows.get(group, []))
        return known[group]

    return Scope(figure, lines)


def line_scope(line: DetailRow) -> Scope:
    """Return a scope in which a bare name is a column of the line."""
    figures = line.figures
    return Scope(lambda name: figures.get(name.basis))


def column(lines: Iterable[DetailRow], name: str) -> list[Figure]:
    """Return one column's figures over the lines."""
    return [line.figures[name] for line in lines if name in line.figures]


def nested(lines: Sequence[DetailRow]) -> Nested:
    """Return the lines of a group by the code right above each."""
    keys = {line.key for line in lines}
    sizes = sorted({len(key) for key in keys}, reverse=True)
    below: dict[str, list[DetailRow]] = {}
    for line in lines:
        below.setdefault(_parent(line.key, keys, sizes), []).append(line)
    return Nested(below.pop("", []), below)


def _parent(key: str, keys: set[str], sizes: Iterable[int]) -> str:
    """Return the code among `keys` right above a code, or ''; `sizes` are their lengths, falling."""
    if key.isdigit():
        for size in sizes:
            if 0 < size < len(key) and key[:size] in keys:
                return key[:size]
    return ""
