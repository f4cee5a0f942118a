"""All that is known of one department in one year."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from msgspec import Struct, field
from msgspec.structs import replace

from converter.figures.figure import Figure, is_finer
from converter.figures.origin import CellOrigin, Derived

IN_GROUP = "/"  # between a row's group and its name, in its id


class DetailRow(Struct, frozen=True):
    """One detail row of a table: a functional or economic item.

    `group` names the table part, `key` is the classification code or the row's name,
    `figures` maps the table's columns to figures.
    """

    group: str
    key: str
    name: str
    figures: dict[str, Figure]


class Text(Struct, frozen=True, gc=False):
    """A word or a piece of prose that the department supplied, and its cell."""

    value: str
    origin: CellOrigin


class ListRow(Struct, frozen=True):
    """One row of a list that a department fills in, known by its name within its group ('' if it has none).

    `texts` maps the list's columns of words to what is in them; the figures of the row are in the ledger,
    each under `id` and its column. `cell` is that of its name.
    """

    list_name: str
    group: str
    name: str
    cell: CellOrigin
    texts: dict[str, Text]

    @property
    def id(self) -> str:
        """The row as an item: the first part of its figures' ids."""
        return f"{self.list_name}[{self.group and self.group + IN_GROUP}{self.name}]"


class Ledger(Struct):
    """Figures by id, every reading of each by form, detail rows by group, and texts.

    `lists` are the rows of each list by their ids, `list_readings` those that each form gave, by its name.
    `forms` are those filed for the year, `prior_forms` those of the year before. `last_years` maps each of
    last year's forms to what returns its figures, under this year's ids: only to compare with. `elsewhere`
    are, by form, the figures whose cell there only says that they stand elsewhere, and the id of what may
    then stand for each. `budget_units` are the ledgers of the department's budget units, whose figures are
    never its own. The first reading entered for an id is the one that counts, so callers enter them in the
    pack's order of precedence.
    """

    department: str
    year: int
    figures: dict[str, Figure] = field(default_factory=dict)
    readings: dict[str, dict[str, Figure]] = field(default_factory=dict)
    detail_rows: dict[str, list[DetailRow]] = field(default_factory=dict)
    texts: dict[str, Text] = field(default_factory=dict)
    lists: dict[str, dict[str, ListRow]] = field(default_factory=dict)
    list_readings: dict[str, dict[str, tuple[ListRow, ...]]] = field(default_factory=dict)
    forms: set[str] = field(default_factory=set)
    prior_forms: set[str] = field(default_factory=set)
    last_years: dict[str, Callable[[], tuple[Figure, ...]]] = field(default_factory=dict)
    elsewhere: dict[str, dict[str, str]] = field(default_factory=dict)
    budget_units: list["Ledger"] = field(default_factory=list)

    def enter(self, figure: Figure) -> None:
        """Add a figure read from a form; a filled cell takes precedence over a blank one, and of two that
        agree the one printed with more digits.
        """
        cell = figure.cell
        if cell:
            self.readings.setdefault(figure.id, {}).setdefault(cell.form, figure)
        known = self.figures.get(figure.id)
        if known is None or (known.value is None and figure.value is not None) or is_finer(figure, known):
            self.figures[figure.id] = figure

    def enter_detail_rows(self, rows: Iterable[DetailRow]) -> None:
        """Add the detail rows of a table, except those of groups that another table has given."""
        known = frozenset(self.detail_rows)
        for row in rows:
            if row.group not in known:
                self.detail_rows.setdefault(row.group, []).append(row)

    def enter_list(self, rows: Sequence[ListRow]) -> None:
        """Add the rows of a list that a form gives.

        Of several forms the first says which rows there are; the others fill in the words it leaves blank.
        """
        for name, given in groupby(rows, lambda row: row.list_name):
            read = tuple(given)
            self.list_readings.setdefault(name, {})[read[0].cell.form] = read
            if name not in self.lists:
                self.lists[name] = {row.id: row for row in read}
                continue
            known = self.lists[name]
            for row in read:
                if row.id in known:
                    known[row.id] = replace(known[row.id], texts=row.texts | known[row.id].texts)

    def rows_of(self, name: str, of: ListRow | None = None) -> list[ListRow]:
        """Return the rows of a list, or those that belong to a row of another: in the group of its name."""
        rows = self.lists.get(name, {}).values()
        return [row for row in rows if of is None or row.group in ("", of.name)]

    def with_figures(self, figures: Iterable[Figure]) -> "Ledger":
        """Return a ledger with figures computed over this one; all else is shared with it."""
        more = replace(self, figures=dict(self.figures))
        for figure in figures:
            more.enter(figure)
        return more

    def figures_from(self, cells: Iterable[CellOrigin]) -> frozenset[str]:
        """Return the ids of the figures read from cells, or sheets, and of those computed from these."""
        return resting_on(cells, self.figures.values())

    def scaled(self, cells: Collection[CellOrigin], factor: Decimal) -> "Ledger":
        """Return a ledger in which the amounts of some cells are so many times as large."""

        def scale(figures: Mapping[str, Figure]) -> dict[str, Figure]:
            return {
                name: replace(figure, value=figure.value * factor, error=figure.error * factor)
                if figure.value is not None and figure.cell in cells
                else figure
                for name, figure in figures.items()
            }

        readings = {name: scale(by_form) for name, by_form in self.readings.items()}
        return replace(self, figures=scale(self.figures), readings=readings)

    def cells_behind(self, figures: Iterable[Figure]) -> Iterator[CellOrigin]:
        """Yield the cells that figures come from, through formulas."""
        for figure in figures:
            if isinstance(figure.origin, Derived):
                inputs = map(self.find_any, figure.origin.inputs)
                yield from self.cells_behind([found for found in inputs if found])
            else:
                yield figure.origin

    def find(self, figure_id: str, form: str = "") -> Figure | None:
        """Return the figure, or its reading from one form, or None if nothing was read."""
        if form:
            return self.readings.get(figure_id, {}).get(form)
        return self.figures.get(figure_id)

    def stated(self, figure_id: str, form: str = "") -> Figure | None:
        """Return what `find` does; where a cell only says that it stands elsewhere, what stands there."""
        found = self.find(figure_id, form)
        if found is not None and found.value is not None:
            return found
        for left in (self.elsewhere.get(form, {}),) if form else self.elsewhere.values():
            for other in (figure_id, left[figure_id]) if figure_id in left else ():
                figure = self.figures.get(other)
                if figure is not None and figure.value is not None:
                    return figure
        return found

    def find_any(self, figure_id: str) -> Figure | None:
        """Return a figure of the ledger or of its detail rows."""
        return self.figures.get(figure_id) or next(
            (
                figure
                for row in self.detail_rows.get(figure_id.partition("[")[0], [])
                for figure in row.figures.values()
                if figure.id == figure_id
            ),
            None,
        )


def resting_on(cells: Iterable[CellOrigin], figures: Iterable[Figure]) -> frozenset[str]:
    """Return the ids of those figures that were read from cells, or sheets, or computed from such figures.

    Computed figures come after those they use.
    """
    places = {(cell.file, cell.sheet, cell.cell) for cell in cells}
    sheets = {(file, sheet) for file, sheet, cell in places if not cell}
    found: set[str] = set()
    for figure in figures if places else ():
        origin = figure.origin
        if isinstance(origin, CellOrigin):
            is_found = (origin.file, origin.sheet, origin.cell) in places
            is_found = is_found or (origin.file, origin.sheet) in sheets
        else:
            is_found = any(used in found for used in origin.inputs)
        if is_found:
            found.add(figure.id)
    return frozenset(found)
