"""Each law that concerns several files at once, as a function from them to what is wrong."""

import ast
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from tests.architecture.modules import RULES, Module


def circles(files: Sequence[Module]) -> Iterator[str]:
    """No file imports another that, by whatever way, imports it."""
    names = {module.name for module in files}
    below: dict[str, set[str]] = {}
    for module in files:
        targets = {
            f"{name}.{imported}" if f"{name}.{imported}" in names else name
            for name, imported in module.internal
        }
        below[module.name] = targets & names - {module.name}
    while below:
        lowest = {name for name, targets in below.items() if not targets & below.keys()}
        if not lowest:
            yield f"a circle among {sorted(below)}"
            return
        below = {name: targets for name, targets in below.items() if name not in lowest}


def twice(files: Sequence[Module]) -> Iterator[str]:
    """No two public classes have one name, nor has an alias of a type that of another type."""
    places: dict[str, list[str]] = defaultdict(list)
    meanings: dict[str, set[str]] = defaultdict(set)
    for module in files:
        for node in module.nodes:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(module.path)
                meanings[node.name].add(f"class in {module.path}, line {node.lineno}")
        for name, meaning in _aliases(module):
            places[name].append(module.path)
            meanings[name].add(meaning)
    for name, paths in sorted(places.items()):
        if len(meanings[name]) > 1:
            yield f"{name} in {', '.join(paths)}"


def _aliases(module: Module) -> Iterator[tuple[str, str]]:
    """Yield the names that a module gives to types, with what each stands for."""
    for node in module.tree.body:
        match node:
            case ast.Assign([ast.Name(name)], ast.Subscript() | ast.BinOp(op=ast.BitOr()) as meaning):
                if name.lstrip("_")[:1].isupper() and not name.isupper():
                    yield name, ast.unparse(meaning)


def thresholds(files: Sequence[Module]) -> Iterator[str]:
    """No two modules of `verify` have a constant of one name: its many thresholds tell what they count."""
    places: dict[str, list[str]] = defaultdict(list)
    for module in files:
        for node in module.tree.body if module.package == "verify" else ():
            for name in ast.walk(node) if isinstance(node, ast.Assign) else ():
                if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store) and _is_constant(name.id):
                    places[name.id].append(module.path)
    yield from (f"{name} in {', '.join(paths)}" for name, paths in sorted(places.items()) if len(paths) > 1)


def _is_constant(name: str) -> bool:
    return name.isupper() and not name.startswith("_")


def folders(files: Sequence[Module]) -> Iterator[str]:
    """No folder holds too many files."""
    counts: dict[str, int] = defaultdict(int)
    for module in files:
        counts[module.path.rpartition("/")[0]] += 1
    for folder, count in sorted(counts.items()):
        if count > RULES["sizes"]["folder"]["most"]:
            yield f"{folder} holds {count} files"


TOGETHER: dict[str, Callable[[Sequence[Module]], Iterator[str]]] = {
    law.__name__: law for law in (circles, twice, thresholds, folders)
}
