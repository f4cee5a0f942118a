"""Where the names of an expression get their figures: from a ledger, an item, a row of details or a list."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from converter.figures import DetailRow, Figure, Ledger, ListRow
from converter.rules.language.terms import Lookup, Name, NestedRows

Find = Callable[[str, str], Figure | None]
"""Returns a figure by its id and the form it was read from ('' for any)."""


def ledger_lookup(ledger: Ledger, item: str = "", find: Find | None = None) -> Lookup:
    """Return a lookup over the ledger; with `item`, a bare name is a basis of that item.

    `find` replaces the ledger's own. Detail rows must not be added to the ledger while it is used.
    """
    known: dict[str, NestedRows] = {}
    find = find or ledger.stated

    def figure(name: Name) -> Figure | None:
        return find(name.id if name.item else f"{item}.{name.basis}", name.form)

    def rows(group: str) -> NestedRows:
        if group not in known:
            known[group] = nested(ledger.detail_rows.get(group, []))
        return known[group]

    return Lookup(figure, rows, lambda name: ledger.rows_of(name) if name in ledger.lists else None)


def list_lookup(ledger: Ledger, row: ListRow, find: Find | None = None) -> Lookup:
    """Return a lookup in which a bare name is a column of a list's row, and the rows of another list are
    those that belong to it: of the group that has its name.
    """
    find = find or ledger.stated

    def figure(name: Name) -> Figure | None:
        return find(name.id if name.item else f"{row.id}.{name.basis}", name.form)

    return Lookup(figure, listed=lambda name: ledger.rows_of(name, row) if name in ledger.lists else None)


class Computed:
    """Figures computed over a ledger, which is left as it is; later formulas use the earlier results."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._figures: dict[str, Figure] = {}

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All that was added, in that order."""
        return tuple(self._figures.values())

    def is_known(self, figure_id: str) -> bool:
        """Whether there is an amount already; a blank cell is none."""
        figure = self.find(figure_id)
        return figure is not None and figure.value is not None

    def add(self, figure: Figure) -> None:
        """Add a figure unless it is known: what was read wins."""
        if not self.is_known(figure.id):
            self._figures[figure.id] = figure

    def find(self, figure_id: str, form: str = "") -> Figure | None:
        """Return a computed figure, or else the ledger's."""
        found = None if form else self._figures.get(figure_id)
        return found or self._ledger.stated(figure_id, form)

    def lookup(self, item: str = "") -> Lookup:
        """Return a lookup over the ledger and what was computed; see `ledger_lookup` for `item`."""
        return ledger_lookup(self._ledger, item, self.find)

    def list_lookups(self, name: str) -> Iterator[tuple[str, Lookup]]:
        """Yield for every row of a list its id, and a lookup over it and what was computed."""
        for row in self._ledger.lists.get(name, {}).values():
            yield row.id, list_lookup(self._ledger, row, self.find)


def row_lookup(row: DetailRow) -> Lookup:
    """Return a lookup in which a bare name is a column of the row."""
    figures = row.figures
    return Lookup(lambda name: figures.get(name.basis))


def column(rows: Iterable[DetailRow], name: str) -> list[Figure]:
    """Return one column's figures over the rows."""
    return [row.figures[name] for row in rows if name in row.figures]


def nested(rows: Sequence[DetailRow]) -> NestedRows:
    """Return the rows of a group by the code right above each."""
    keys = {row.key for row in rows}
    lengths = sorted({len(key) for key in keys}, reverse=True)
    below: dict[str, list[DetailRow]] = {}
    for row in rows:
        below.setdefault(_parent(row.key, keys, lengths), []).append(row)
    return NestedRows(below.pop("", []), below)


def _parent(key: str, keys: set[str], lengths: Iterable[int]) -> str:
    """Return the code among `keys` right above a code, or ''; `lengths` are those of all, falling."""
    if key.isdigit():
        for length in lengths:
            if 0 < length < len(key) and key[:length] in keys:
                return key[:length]
    return ""
