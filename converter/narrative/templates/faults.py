"""What a template names in vain, found without filling it: each fault with its line.

A macro's parameter stands for whatever its callers give it; what is found under it must be there for each.
"""

from collections.abc import Iterable, Iterator, Mapping

from jinja2 import nodes
from msgspec import Struct

from converter import messages
from converter.narrative.templates.compiler import FILTERS
from converter.narrative.templates.functions import FUNCTIONS
from converter.pack import nearest, unknown

Faults = Iterator[tuple[int, str]]
LOOP = "loop"
_LOOP_FIELDS = frozenset({"index", "index0", "first", "last", "length", "revindex"})
_SLOT_FIELDS = frozenset({"denied", "none", "unknown"})
_STATEMENTS = (nodes.Import, nodes.FromImport, nodes.Include, nodes.Extends, nodes.Block, nodes.CallBlock)
_ARITHMETIC = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow)
_DEEPEST = 2  # loops in loops


class TemplateNames(Struct, frozen=True):
    """All that a template may name.

    `items` have bases; `lists` are what may be looped over, with the fields of their entries; `values` are
    plain. `prose`, `words`, `written` and `denied` are called with one of `texts`, `table` and `annex` with
    one of `tables`, and with a row of the list that it is of, '' for none.
    """

    items: Mapping[str, frozenset[str]]
    lists: Mapping[str, frozenset[str]]
    values: frozenset[str]
    texts: frozenset[str]
    tables: Mapping[str, str]

    @property
    def known(self) -> frozenset[str]:
        """Every name."""
        return self.values | FUNCTIONS.keys() | self.items.keys() | self.lists.keys()


class _Local(Struct, frozen=True):
    """What a name that the template declares stands for: expressions, or an entry `of` a list."""

    given: tuple[nodes.Node, ...] = ()
    fields: frozenset[str] | None = None
    of: str = ""


Declared = Mapping[str, _Local]


def template_faults(template: nodes.Template, names: TemplateNames) -> Faults:
    """Yield line and message of everything in a template that names what there is not."""
    calls: dict[str, list[nodes.Call]] = {}
    for call in template.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name):
            calls.setdefault(call.node.name, []).append(call)
    macros = {macro.name: macro for macro in template.find_all(nodes.Macro)}
    yield from _endless(macros)
    yield from _Checker(names, calls).faults(template, {name: _Local() for name in macros}, 0)


def _endless(macros: Mapping[str, nodes.Macro]) -> Faults:
    """Yield each macro that calls itself, by whatever way."""
    called = {
        name: {each.name for each in macro.find_all(nodes.Name) if each.name in macros}
        for name, macro in macros.items()
    }
    for name, macro in macros.items():
        reached, before = set(called[name]), set[str]()
        while reached != before:
            before = set(reached)
            reached.update(*(called[each] for each in before))
        if name in reached:
            yield macro.lineno, messages.packs.TEMPLATE_MACRO_CIRCLE.format(name=name)


class _Checker:
    """Goes through one template; `calls` are all calls in it by the name called."""

    def __init__(self, names: TemplateNames, calls: Mapping[str, list[nodes.Call]]) -> None:
        self._names, self._calls = names, calls

    def faults(self, node: nodes.Node, declared: dict[str, _Local], depth: int) -> Faults:
        """Yield the faults of a node and all below it; what it declares is added to `declared`."""
        match node:
            case nodes.Macro():
                own = {arg.name: _Local(self._arguments(node, place)) for place, arg in enumerate(node.args)}
                yield from self._below(node.body, declared | own, depth)
            case nodes.For():
                yield from self._loop(node, declared, depth)
            case nodes.Assign(target=nodes.Name(name=name)):
                yield from self.faults(node.node, declared, depth)
                declared[name] = _Local((node.node,))
            case nodes.Output():
                yield from self._printed(node, declared)
                yield from self._below(node.nodes, declared, depth)
            case nodes.Call():
                yield from self._call(node, declared)
                yield from self._below([*node.args, *node.kwargs], declared, depth)
            case nodes.Getattr():
                yield from self._attribute(node, declared)
                yield from self._below([node.node], declared, depth)
            case nodes.Name():
                if node.name not in declared and node.name not in self._names.known:
                    yield node.lineno, unknown(node.name, {*declared, *self._names.known})
            case nodes.Add() | nodes.Sub() if self._is_plain(node):
                return
            case _:
                yield from _misused(node)
                yield from self._below(node.iter_child_nodes(), declared, depth)

    def _below(self, several: Iterable[nodes.Node], declared: dict[str, _Local], depth: int) -> Faults:
        for node in several:
            yield from self.faults(node, declared, depth)

    def _arguments(self, macro: nodes.Macro, place: int) -> tuple[nodes.Node, ...]:
        """Return what the callers of a macro give for its parameter at a place."""
        name = macro.args[place].name
        calls = self._calls.get(macro.name, [])
        given = [call.args[place] for call in calls if place < len(call.args)]
        return (*given, *(word.value for call in calls for word in call.kwargs if word.key == name))

    def _loop(self, node: nodes.For, declared: dict[str, _Local], depth: int) -> Faults:
        """Yield the faults of a loop: it is over one of the lists, so it ends."""
        listed = node.iter.name if isinstance(node.iter, nodes.Name) else ""
        if (fields := self._names.lists.get(listed)) is None:
            yield node.lineno, messages.packs.TEMPLATE_LOOP.format(known=" ".join(sorted(self._names.lists)))
            return
        if depth >= _DEEPEST:
            yield node.lineno, messages.packs.TEMPLATE_LOOPS_NESTED
        own = {LOOP: _Local(fields=_LOOP_FIELDS)}
        if isinstance(node.target, nodes.Name):
            own[node.target.name] = _Local(fields=fields, of=listed)
        yield from self._below(node.body, declared | own, depth + 1)
        yield from self._below(node.else_, declared, depth)

    def _printed(self, node: nodes.Output, declared: Declared) -> Faults:
        """Yield what a slot prints that has no text."""
        for printed in node.nodes:
            name = printed.name if isinstance(printed, nodes.Name) else ""
            if name and name not in declared:
                if bases := self._names.items.get(name):
                    example = f"{name}.{min(bases)}"
                    yield printed.lineno, messages.packs.TEMPLATE_BARE_ITEM.format(name=name, example=example)
                elif name in FUNCTIONS:
                    yield printed.lineno, messages.packs.TEMPLATE_CALL_MISSING.format(name=name)

    def _call(self, node: nodes.Call, declared: Declared) -> Faults:
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        if name in declared:
            return
        if name not in FUNCTIONS:
            shown = name or "(…)"
            known = " ".join(sorted(FUNCTIONS))
            yield node.lineno, messages.packs.TEMPLATE_CALL.format(name=shown, known=known)
            return
        least, most = FUNCTIONS[name]
        if not least <= len(node.args) + len(node.kwargs) <= most:
            yield node.lineno, messages.packs.TEMPLATE_ARGUMENTS.format(name=name)
        place, known_names = {
            "prose": (0, self._names.texts),
            "words": (0, self._names.texts),
            "written": (0, self._names.texts),
            "denied": (0, self._names.texts),
            "attachments": (0, self._names.texts),
            "signature": (0, self._names.texts),
            "table": (0, self._names.tables),
            "annex": (1, self._names.tables),
        }.get(name, (0, None))
        if known_names is not None and place < len(node.args):
            for text in self._constants(node.args[place], declared):
                if text not in known_names:
                    yield node.lineno, unknown(text, known_names)
                elif known_names is self._names.tables:
                    yield from self._of_list(node, self._names.tables[text], most, declared)

    @staticmethod
    def _of_list(node: nodes.Call, listed: str, most: int, declared: Declared) -> Faults:
        """Yield the fault that a table of a row of a list is called without one, or with that of another."""
        told = [word.value for word in node.kwargs if word.key == "of"] or node.args[most - 1 :]
        local = declared.get(told[0].name) if told and isinstance(told[0], nodes.Name) else None
        if listed and (not told or (local and local.of not in ("", listed))):
            yield node.lineno, messages.packs.TABLE_OF.format(list=listed)

    def _attribute(self, node: nodes.Getattr, declared: Declared) -> Faults:
        """Yield what is asked of an item, an entry of a list or a figure that has it not."""
        if isinstance(node.node, nodes.Getattr):
            if node.attr not in _SLOT_FIELDS:
                yield node.lineno, unknown(node.attr, _SLOT_FIELDS)
            return
        local = declared.get(node.node.name) if isinstance(node.node, nodes.Name) else None
        if local and local.fields is not None:
            if node.attr not in local.fields:
                yield node.lineno, unknown(node.attr, local.fields)
            return
        for item in self._items(node.node, declared):
            if node.attr not in self._names.items[item]:
                known = (f"{item}.{basis}" for basis in self._names.items[item])
                yield node.lineno, unknown(f"{item}.{node.attr}", known)
        if isinstance(node.node, nodes.Name) and node.node.name in self._names.values and local is None:
            yield node.lineno, unknown(f"{node.node.name}.{node.attr}", ())

    def _is_plain(self, node: nodes.Node) -> bool:
        """Whether it adds or subtracts whole numbers of the engine's, such as years."""
        names = [name.name for name in node.find_all(nodes.Name)]
        leaves = (nodes.Add, nodes.Sub, nodes.Const, nodes.Name)
        below = [*node.find_all(nodes.Node)]
        return all(isinstance(each, leaves) for each in below) and self._names.values.issuperset(names)

    def _items(self, node: nodes.Node, declared: Declared) -> Iterator[str]:
        """Yield the items that an expression may stand for."""
        if isinstance(node, nodes.Name):
            if node.name in declared:
                for given in declared[node.name].given:
                    yield from self._items(given, {})
            elif node.name in self._names.items:
                yield node.name

    def _constants(self, node: nodes.Node, declared: Declared) -> Iterator[str]:
        """Yield the texts that an expression may stand for, as far as the template says them."""
        if isinstance(node, nodes.Const) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, nodes.Name) and node.name in declared:
            for given in declared[node.name].given:
                yield from self._constants(given, {})


def _misused(node: nodes.Node) -> Faults:
    """Yield the fault of a node that is of a kind no template may have."""
    if isinstance(node, _ARITHMETIC):
        yield node.lineno, messages.packs.TEMPLATE_ARITHMETIC
    elif isinstance(node, _STATEMENTS):
        yield node.lineno, messages.packs.TEMPLATE_STATEMENT
    elif isinstance(node, nodes.Filter) and node.name not in FILTERS:
        words = messages.packs.TEMPLATE_FILTER.format(name=node.name)
        yield node.lineno, words + nearest(node.name, FILTERS)
