"""Names in one file of a pack that stand for entries of another: none may lead nowhere."""

from collections.abc import Callable, Iterator

from converter import messages
from converter.pack.figure_ids import known_ids
from converter.pack.forms import Form
from converter.pack.meta import Meta
from converter.pack.pack import Pack
from converter.pack.yaml_data import PackError

Reference = tuple[str, tuple[str | int, ...], str]
"""The file, the place in it, and the name that stands there."""


def check_references(pack: Pack) -> None:
    """Raise PackError at the first name that leads nowhere."""
    for known, references in (
        (pack.units.keys(), _units(pack)),
        (known_ids(pack), _figures(pack)),
        (pack.tables.keys(), _tables(pack)),
        (pack.forms.keys(), _forms(pack)),
        (pack.overview.columns.keys(), _columns(pack)),
    ):
        for file, place, name in references:
            if name not in known:
                raise pack.where(file, messages.packs.PACK_UNKNOWN.format(name=name), *place)


def in_precedence(forms: dict[str, Form], meta: Meta, where: Callable[..., PackError]) -> dict[str, Form]:
    """Return the forms in the order of `precedence`, which must rank each of them."""
    for at, name in enumerate(meta.precedence):
        if name not in forms:
            raise where("pack", messages.packs.PACK_UNKNOWN.format(name=name), "precedence", at)
    if unlisted := sorted(set(forms) - set(meta.precedence)):
        raise where("pack", messages.packs.PACK_UNRANKED.format(names=" ".join(unlisted)), "precedence")
    return {name: forms[name] for name in meta.precedence}


def _units(pack: Pack) -> Iterator[Reference]:
    for key in ("money", "ratio", "score_unit"):
        yield "pack", (key,), getattr(pack.meta, key)
    for name, unit in pack.units.items():
        yield "units", (name, "base"), unit.base
        yield "units", (name, "prints"), unit.prints or unit.base
    for name, measure in pack.measures.items():
        yield "measures", (name, "unit"), measure.unit
    for name, sheet in pack.supplement.items():
        if sheet.unit:
            yield "supplement", (name, "unit"), sheet.unit
    for name, form in pack.forms.items():
        for at, block in enumerate(form.blocks):
            if block.unit and (name not in pack.supplement or pack.supplement[name].grid):
                yield f"forms/{name}", ("blocks", at, "unit"), block.unit
    for label, column in pack.overview.columns.items():
        yield "overview", ("columns", label, "unit"), column.unit


def _figures(pack: Pack) -> Iterator[Reference]:
    for name, table in pack.tables.items():
        for at, item in enumerate(table.items):
            for basis in table.bases:
                yield "tables", (name, "items", at), f"{item.item}.{basis}"
        for key, rows in (("header", table.header), ("grid", table.grid), ("total", (table.total,))):
            for row_at, row in enumerate(rows):
                for at, cell in enumerate(row):
                    if not isinstance(cell, str) and cell.figure:
                        place = (at,) if key == "total" else (row_at, at)
                        yield "tables", (name, key, *place), cell.figure
    for label, column in pack.overview.columns.items():
        yield "overview", ("columns", label, "figure"), column.figure


def _tables(pack: Pack) -> Iterator[Reference]:
    for name, sheet in pack.supplement.items():
        if sheet.grid:
            yield "supplement", (name, "grid"), sheet.grid


def _forms(pack: Pack) -> Iterator[Reference]:
    for key, names in pack.meta.expected.model_dump().items():
        yield from (("pack", ("expected", key, at), name) for at, name in enumerate(names))


def _columns(pack: Pack) -> Iterator[Reference]:
    yield from (("overview", ("totals", at), label) for at, label in enumerate(pack.overview.totals))
