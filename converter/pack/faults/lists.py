"""Lists, and what in other files names one or a column of it: each must be there."""

from collections.abc import Collection, Iterator

from converter import messages
from converter.pack.faults.fault import Fault
from converter.pack.faults.tables import cells_of
from converter.pack.files.validation import KeyPath
from converter.pack.known_names import columns_by_group
from converter.pack.pack import Pack
from converter.pack.shapes.lists import RowList
from converter.pack.shapes.tables import GridCell, ReportTable
from converter.pack.unknown import unknown


def list_faults(pack: Pack) -> Iterator[Fault]:
    """Yield every name of a list, of a column or of a column's unit for which there is no entry."""
    for name, listed in pack.lists.items():
        yield from _of_list(name, listed, pack)
    for name, sheet in pack.supplement.items():
        if sheet.list:
            yield from _missing("supplement", (name, "list"), sheet.list, pack.lists)
    for code, check in pack.checks.items():
        if check.asks and check.rows in pack.lists:
            yield from _missing("checks", (code, "asks"), check.asks, pack.lists[check.rows].words)
        elif check.asks:
            yield from _missing("checks", (code, "rows"), check.rows, pack.lists)
    yield from _of_forms(pack)
    for name, table in pack.tables.items():
        yield from _of_table(name, table, pack)


def _of_list(name: str, listed: RowList, pack: Pack) -> Iterator[Fault]:
    for column, unit in listed.figures.items():
        yield from _missing("lists", (name, "columns", column, "unit"), unit, pack.units)
    references: list[tuple[KeyPath, str, Collection[str]]] = [(("row",), listed.row, listed.words)]
    if listed.group:
        references.append((("group",), listed.group, listed.words))
    if listed.group_of == name:
        yield Fault("lists", (name, "group_of"), messages.packs.OF_ITSELF)
    elif listed.group_of:
        references.append((("group_of",), listed.group_of, pack.lists))
    if scored := listed.scored:
        words, figures = ("by", "target", "value"), ("full", "points")
        references += ((("scored", key), getattr(scored, key), listed.words) for key in words)
        references += ((("scored", key), getattr(scored, key), listed.figures) for key in figures)
    for keys, column, known in references:
        yield from _missing("lists", (name, *keys), column, known)


def _of_forms(pack: Pack) -> Iterator[Fault]:
    for name, form in pack.forms.items():
        for number, block in enumerate(form.blocks if name not in pack.supplement else ()):
            keys = ("blocks", number)
            if block.list in pack.lists:
                for column in block.columns:
                    known = pack.lists[block.list].columns
                    yield from _missing(f"forms/{name}", (*keys, "columns", column), column, known)
            elif block.list:
                yield from _missing(f"forms/{name}", (*keys, "list"), block.list, pack.lists)


def _of_table(name: str, table: ReportTable, pack: Pack) -> Iterator[Fault]:
    columns = {each: columns_by_group(pack)[each].union(listed.words) for each, listed in pack.lists.items()}
    if table.of:
        yield from _missing("tables", (name, "of"), table.of, pack.lists)
    if table.rows:
        yield from _missing("tables", (name, "rows", "list"), table.rows.list, pack.lists)
    for keys, cell in cells_of(table):
        if isinstance(cell, GridCell) and cell.column:
            of = table.rows.list if table.rows and keys[0] == "rows" else table.of
            if not of or of in columns:
                yield from _missing("tables", (name, *keys), cell.column, columns.get(of, ()))


def _missing(file: str, keys: KeyPath, name: str, known: Collection[str]) -> Iterator[Fault]:
    if name not in known:
        yield Fault(file, keys, unknown(name, known))
