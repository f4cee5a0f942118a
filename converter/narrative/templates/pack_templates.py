"""All templates of a pack: its report and the texts with slots beside it; checked before any is filled."""

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import asdict

from converter import messages
from converter.figures import basis_of, item_of
from converter.narrative.templates.compiler import TemplateFaultError, Templates, is_template
from converter.narrative.templates.context import FIELDS
from converter.narrative.templates.faults import TemplateNames, template_faults
from converter.narrative.templates.functions import FUNCTIONS
from converter.narrative.templates.markup_faults import crowded_blocks, markup_faults, open_covers
from converter.pack import Pack, PackError, cells_of, columns_by_group, known_ids, known_texts, stored_code


class _Source(Struct, frozen=True):
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


def check_templates(pack: Pack) -> None:
    """Raise PackError at the first thing in the templates of a pack, which no department can fill."""
    for error in template_errors(pack):
        raise error


def template_errors(pack: Pack) -> Iterator[PackError]:
    """Yield an error for everything in the templates of a pack, which no department can fill."""
    if taken := list(_taken_names(pack)):  # whatever else is named in vain is so because of them
        yield from taken
        return
    names, templates = _names(pack), Templates()
    for source in _sources(pack):
        parsed = templates.parsed_condition if source.is_condition else templates.parsed
        try:
            tree = parsed(source.text)
        except TemplateFaultError as wrong:
            yield source.error(wrong.line, wrong.message)
        else:
            for line, message in template_faults(tree, names):
                yield source.error(line, message)
    levels = len(pack.words.headings)
    text = pack.report.text
    for line, message in (*markup_faults(text, levels), *crowded_blocks(text), *open_covers(text)):
        yield pack.report.error(line, message)


def _taken_names(pack: Pack) -> Iterator[PackError]:
    """Yield an error for every item and list that has the name of something else in templates."""
    taken = {*asdict(pack.meta.variables).values(), *FUNCTIONS}
    for name in taken.intersection(pack.lists):
        yield pack.error("lists", messages.packs.NAME_TAKEN.format(name=name), name)
    for key, measure in pack.measures.items():
        for name in taken.intersection(measure.each or [item_of(key)]):
            yield pack.error("measures", messages.packs.NAME_TAKEN.format(name=name), key)
    for sheet_name, sheet in pack.supplement.items():
        for number, entry in enumerate(sheet.entries if sheet.figures else ()):
            name = item_of(entry.target) or entry.target
            if name in taken:
                error = messages.packs.NAME_TAKEN.format(name=name)
                yield pack.error("supplement", error, sheet_name, "entries", number)


def compiled_templates(pack: Pack) -> Templates:
    """Return what compiles the templates of a pack; those of one that comes with the program are compiled."""
    if not pack.shipped:
        return Templates()
    texts = [source.text for source in _sources(pack) if not source.is_condition]
    return Templates(stored_code(pack.name, texts, Templates()))


def _names(pack: Pack) -> TemplateNames:
    called = asdict(pack.meta.variables)
    lists = {called[key]: fields for key, fields in FIELDS.items()}
    values = frozenset(called.values()) - lists.keys()
    figures = columns_by_group(pack)
    lists |= {name: figures[name].union(listed.words) for name, listed in pack.lists.items()}
    return TemplateNames(
        items=items_of(pack),
        lists=lists,
        values=values,
        texts=known_texts(pack),
        tables={name: table.of for name, table in pack.tables.items()},
    )


def _sources(pack: Pack) -> Iterator[_Source]:
    yield _Source(pack.report.text, pack.report.error)
    for file, keys, text in _short_texts(pack):
        if is_template(text):
            yield _Source(text, _at(pack, file, *keys))
    for name, table in pack.tables.items():
        for number, row in enumerate(table.items):
            if row.when:
                yield _Source(row.when, _at(pack, "tables", name, "items", number, "when"), is_condition=True)
        for keys, cell in cells_of(table):
            if not isinstance(cell, str) and cell.none_when:
                yield _Source(
                    cell.none_when, _at(pack, "tables", name, *keys, "none_when"), is_condition=True
                )


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
