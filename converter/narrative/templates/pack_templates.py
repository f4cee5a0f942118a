"""All templates of a pack: its report and the texts with slots beside it."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from converter.figures import basis_of, item_of
from converter.narrative.templates.compiler import Templates, is_template
from converter.pack import Pack, PackError, cells_of, known_ids, stored_code


class Source(Struct, frozen=True):
    """A template of a pack, and how an error on a line of it is named."""

    text: str
    error: Callable[[int, str], PackError]
    is_condition: bool = False


def items_of(pack: Pack) -> dict[str, frozenset[str]]:
    """Return the bases of every item the pack knows."""
    items: dict[str, set[str]] = {}
    for figure_id in known_ids(pack):
        items.setdefault(item_of(figure_id), set()).add(basis_of(figure_id))
    return {name: frozenset(bases) for name, bases in items.items()}


def compiled_templates(pack: Pack) -> Templates:
    """Return what compiles the templates of a pack; those of one that comes with the program are compiled."""
    if not pack.shipped:
        return Templates()
    texts = [source.text for source in sources(pack) if not source.is_condition]
    return Templates(stored_code(pack.name, texts, Templates()))


def sources(pack: Pack) -> Iterator[Source]:
    """Yield the templates of a pack, and the conditions it has beside them."""
    yield Source(pack.report.text, pack.report.error)
    for file, keys, text in _short_texts(pack):
        if is_template(text):
            yield Source(text, _at(pack, file, *keys))
    for name, table in pack.tables.items():
        for number, row in enumerate(table.items):
            if row.when:
                yield Source(row.when, _at(pack, "tables", name, "items", number, "when"), is_condition=True)
        for keys, cell in cells_of(table):
            if not isinstance(cell, str) and cell.none_when:
                yield Source(cell.none_when, _at(pack, "tables", name, *keys, "none_when"), is_condition=True)


def _at(pack: Pack, file: str, *keys: str | int) -> Callable[[int, str], PackError]:
    return lambda _, message: pack.error(file, message, *keys)


def _short_texts(pack: Pack) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    """Yield the texts in which a pack may have slots: file, keys, text."""
    for name, problem in pack.problems.items():
        yield "problems", (name, "cause"), problem.cause
        yield "problems", (name, "detail"), problem.detail
    for name, table in pack.tables.items():
        yield "tables", (name, "caption"), table.caption
        yield "tables", (name, "note"), table.note
        for keys, cell in cells_of(table):
            yield "tables", (name, *keys), cell if isinstance(cell, str) else cell.text
