"""Names in one file of a pack that refer to entries of another: each entry must exist."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import asdict

from converter import messages
from converter.pack.faults.fault import Fault
from converter.pack.faults.tables import cells_of
from converter.pack.files.validation import KeyPath
from converter.pack.known_names import known_ids, known_texts
from converter.pack.pack import Pack
from converter.pack.unknown import unknown


class _Reference(Struct, frozen=True, gc=False):
    """A name in `file`, at `keys`, that refers to an entry of another file."""

    file: str
    keys: KeyPath
    name: str


def reference_faults(pack: Pack) -> Iterator[Fault]:
    """Yield every name for which there is no entry; the forms without rank, measures without an item."""
    for known, references in (
        (pack.units.keys(), _units(pack)),
        (known_ids(pack), _figures(pack)),
        (known_texts(pack), _texts(pack)),
        (pack.tables.keys(), _tables(pack)),
        (pack.forms.keys(), _forms(pack)),
        (pack.overview.columns.keys(), _columns(pack)),
    ):
        for reference in references:
            if reference.name not in known:
                yield Fault(reference.file, reference.keys, unknown(reference.name, known))
    for key, measure in pack.measures.items():
        if ("." in key) == bool(measure.each or measure.rows):
            yield Fault("measures", (key,), messages.packs.MEASURE_KEY)
    if unranked := sorted(set(pack.forms) - set(pack.meta.precedence)):
        names = ", ".join(unranked)
        yield Fault("pack", ("precedence",), messages.packs.UNRANKED.format(names=names))


def _units(pack: Pack) -> Iterator[_Reference]:
    for key in ("money", "ratio", "score_unit"):
        yield _Reference("pack", (key,), getattr(pack.meta, key))
    for name, stated in pack.units.items():
        yield _Reference("units", (name, "base"), stated.base)
        yield _Reference("units", (name, "prints"), stated.prints or stated.base)
    for name, measure in pack.measures.items():
        yield _Reference("measures", (name, "unit"), measure.unit)
    for name, sheet in pack.supplement.items():
        if sheet.unit:
            yield _Reference("supplement", (name, "unit"), sheet.unit)
    yield from _units_of_forms(pack)
    for unit in pack.sentences.items:
        yield _Reference("sentences", ("items", unit), unit)
    for words, unit in pack.sentences.number_units.items():
        yield _Reference("sentences", ("number_units", words), unit)
    for label, column in pack.overview.columns.items():
        yield _Reference("overview", ("columns", label, "unit"), column.unit)


def _units_of_forms(pack: Pack) -> Iterator[_Reference]:
    """Yield the units of blocks; a sheet of the supplement that is a form has its unit there."""
    for name, form in pack.forms.items():
        if name not in pack.supplement or pack.supplement[name].grid:
            for number, block in enumerate(form.blocks):
                if block.unit:
                    yield _Reference(f"forms/{name}", ("blocks", number, "unit"), block.unit)


def _figures(pack: Pack) -> Iterator[_Reference]:
    for name, table in pack.tables.items():
        for number, item in enumerate(table.items):
            for basis in table.bases:
                yield _Reference("tables", (name, "items", number), f"{item.item}.{basis}")
        for keys, cell in cells_of(table):
            if not isinstance(cell, str):
                for figure in filter(None, (cell.figure, cell.otherwise)):
                    yield _Reference("tables", (name, *keys), figure)
    yield from _figures_of_entries(pack)
    for label, column in pack.overview.columns.items():
        yield _Reference("overview", ("columns", label, "figure"), column.figure)


def _figures_of_entries(pack: Pack) -> Iterator[_Reference]:
    for name, sheet in pack.supplement.items():
        for number, entry in enumerate(sheet.entries):
            if entry.unless_nil:
                yield _Reference("supplement", (name, "entries", number, "unless_nil"), entry.unless_nil)


def _texts(pack: Pack) -> Iterator[_Reference]:
    for key, name in asdict(pack.meta.texts).items():
        yield _Reference("pack", ("texts", key), name)
    for name in pack.prose:
        yield _Reference("prose", (name,), name)
    for name, table in pack.tables.items():
        for keys, cell in cells_of(table):
            if not isinstance(cell, str) and cell.words:
                yield _Reference("tables", (name, *keys), cell.words)


def _tables(pack: Pack) -> Iterator[_Reference]:
    for name, sheet in pack.supplement.items():
        if sheet.grid:
            yield _Reference("supplement", (name, "grid"), sheet.grid)


def _forms(pack: Pack) -> Iterator[_Reference]:
    for name, sheet in pack.supplement.items():
        if sheet.grid:
            yield _Reference("supplement", (name, "grid"), sheet.grid)
    for rank, name in enumerate(pack.meta.precedence):
        yield _Reference("pack", ("precedence", rank), name)
    for key, names in asdict(pack.meta.expected).items():
        for number, forms in enumerate(names):
            for name in forms.split("|"):
                yield _Reference("pack", ("expected", key, number), name)


def _columns(pack: Pack) -> Iterator[_Reference]:
    for number, label in enumerate(pack.overview.totals):
        yield _Reference("overview", ("totals", number), label)
