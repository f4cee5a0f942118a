"""Names in one file of a pack that refer to entries of another: each entry must exist."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from converter import messages
from converter.pack.figure_ids import known_ids
from converter.pack.files.yaml_data import KeyPath, PackError
from converter.pack.forms import Form
from converter.pack.meta import Meta
from converter.pack.pack import Pack
from converter.pack.tables import ReportTable


class Reference(Struct, frozen=True, gc=False):
    """A name in `file`, at `keys`, that refers to an entry of another file."""

    file: str
    keys: KeyPath
    name: str


def check_references(pack: Pack) -> None:
    """Raise PackError at the first name for which there is no entry."""
    for known, references in (
        (pack.units.keys(), _units(pack)),
        (known_ids(pack), _figures(pack)),
        (pack.tables.keys(), _tables(pack)),
        (pack.forms.keys(), _forms(pack)),
        (pack.overview.columns.keys(), _columns(pack)),
    ):
        for reference in references:
            if reference.name not in known:
                unknown = messages.packs.UNKNOWN.format(name=reference.name)
                raise pack.error(reference.file, unknown, *reference.keys)


def in_precedence(forms: dict[str, Form], meta: Meta, error: Callable[..., PackError]) -> dict[str, Form]:
    """Return the forms in the order of `precedence`, which must rank each of them."""
    for rank, name in enumerate(meta.precedence):
        if name not in forms:
            raise error("pack", messages.packs.UNKNOWN.format(name=name), "precedence", rank)
    if unranked := sorted(set(forms) - set(meta.precedence)):
        raise error("pack", messages.packs.UNRANKED.format(names=" ".join(unranked)), "precedence")
    return {name: forms[name] for name in meta.precedence}


def _units(pack: Pack) -> Iterator[Reference]:
    for key in ("money", "ratio", "score_unit"):
        yield Reference("pack", (key,), getattr(pack.meta, key))
    for name, unit in pack.units.items():
        yield Reference("units", (name, "base"), unit.base)
        yield Reference("units", (name, "prints"), unit.prints or unit.base)
    for name, measure in pack.measures.items():
        yield Reference("measures", (name, "unit"), measure.unit)
    for name, sheet in pack.supplement.items():
        if sheet.unit:
            yield Reference("supplement", (name, "unit"), sheet.unit)
    yield from _units_of_forms(pack)
    for label, column in pack.overview.columns.items():
        yield Reference("overview", ("columns", label, "unit"), column.unit)


def _units_of_forms(pack: Pack) -> Iterator[Reference]:
    """Yield the units of blocks; a sheet of the supplement that is a form has its unit there."""
    for name, form in pack.forms.items():
        if name not in pack.supplement or pack.supplement[name].grid:
            for number, block in enumerate(form.blocks):
                if block.unit:
                    yield Reference(f"forms/{name}", ("blocks", number, "unit"), block.unit)


def _figures(pack: Pack) -> Iterator[Reference]:
    for name, table in pack.tables.items():
        for number, item in enumerate(table.items):
            for basis in table.bases:
                yield Reference("tables", (name, "items", number), f"{item.item}.{basis}")
        yield from _cells(name, table)
    for label, column in pack.overview.columns.items():
        yield Reference("overview", ("columns", label, "figure"), column.figure)


def _cells(name: str, table: ReportTable) -> Iterator[Reference]:
    """Yield the figures that the cells of a table print."""
    for key, rows in (("header", table.header), ("grid", table.grid), ("total", (table.total,))):
        for row_number, row in enumerate(rows):
            for number, cell in enumerate(row):
                if not isinstance(cell, str) and cell.figure:
                    at = (number,) if key == "total" else (row_number, number)
                    yield Reference("tables", (name, key, *at), cell.figure)


def _tables(pack: Pack) -> Iterator[Reference]:
    for name, sheet in pack.supplement.items():
        if sheet.grid:
            yield Reference("supplement", (name, "grid"), sheet.grid)


def _forms(pack: Pack) -> Iterator[Reference]:
    for key, names in pack.meta.expected.model_dump().items():
        for number, name in enumerate(names):
            yield Reference("pack", ("expected", key, number), name)


def _columns(pack: Pack) -> Iterator[Reference]:
    for number, label in enumerate(pack.overview.totals):
        yield Reference("overview", ("totals", number), label)
