"""What is wrong in the templates of a pack: loaded for packs of one's own only."""

from collections.abc import Iterator

from msgspec.structs import asdict

from converter import messages
from converter.figures import item_of
from converter.narrative.templates.compiler import TemplateFaultError, Templates
from converter.narrative.templates.context import FIELDS
from converter.narrative.templates.faults import TemplateNames, template_faults
from converter.narrative.templates.functions import FUNCTIONS
from converter.narrative.templates.markup_faults import crowded_blocks, markup_faults, open_covers
from converter.narrative.templates.pack_templates import items_of, sources
from converter.pack import Pack, PackError, columns_by_group, known_texts


def template_errors(pack: Pack) -> Iterator[PackError]:
    """Yield an error for everything in the templates of a pack, which no department can fill."""
    if taken := list(_taken_names(pack)):  # whatever else is named in vain is so because of them
        yield from taken
        return
    names, templates = _names(pack), Templates()
    for source in sources(pack):
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
