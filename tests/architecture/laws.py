"""Each law of the architecture as a function from a file to what is wrong with it; data in layers.yaml."""

import ast
import re
from collections.abc import Callable, Iterator

from tests.architecture.modules import RULES, Module

CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
DISK = frozenset({"open", "touch", "unlink", "rename"}) | {
    f"{verb}_{kind}" for verb in ("read", "write") for kind in ("bytes", "text")
}


def directions(module: Module) -> Iterator[str]:
    """Imports go down the table of packages, and down the layers inside a package."""
    allowed = {
        module.package,
        "messages",
        "chinese",
        "__version__",
        *RULES["packages"].get(module.package, []),
    }
    yield from (f"{name} is relative" for name, _ in module.imports if name.startswith("."))
    for name, imported in module.internal:
        target = f"{name}.{imported}".strip(".").split(".")
        if module.package not in ("__init__", "chinese") and target[0] not in allowed:
            yield f"{module.package} may not import {'.'.join(target)}"
        elif target[0] == module.package and module.layer:
            layers = RULES["layers"][module.package]
            other = target[1] if len(target) > 1 else ""
            if other not in layers or layers.index(other) > layers.index(module.layer):
                yield f"{module.package}.{module.layer} may not import {'.'.join(target)}"


def interfaces(module: Module) -> Iterator[str]:
    """A package is imported by its public interface from outside, by its modules from inside.

    Its interfaces may share modules that are behind none of them.
    """
    own = interface_of(module.name)
    for name, imported in module.internal:
        package = name.partition(".")[0]
        if not package or package in ("messages", "chinese"):
            continue
        public = RULES["interfaces"].get(package, [package])
        if interface_of(name) == own:
            if name in public and module.name != name and f"{name}.{imported}" not in public:
                yield f"{name} is its own package's interface"
        elif module.package == package == interface_of(name) and package not in public:
            continue
        elif name not in public and f"{name}.{imported}" not in public:
            yield f"{name} is no public interface"


def interface_of(name: str) -> str:
    """Return the public interface that a module is behind."""
    package = name.partition(".")[0]
    behind = [
        public
        for public in RULES["interfaces"].get(package, [package])
        if f"{name}.".startswith(f"{public}.")
    ]
    return max(behind, key=len, default=package)


def sole_importers(module: Module) -> Iterator[str]:
    """A library is used by its sole importers, and never by a name made up at run time."""
    for name, imported in module.imports:
        if module.package not in RULES["sole_importers"].get(name.split(".")[0], [module.package]):
            yield f"{f'{name}.{imported}'.strip('.')} is not for {module.package}"
    yield from ("__import__ is no import" for called in _calls(module) if _name(called) == "__import__")


def terms(module: Module) -> Iterator[str]:
    """No Chinese in Python: not in comments and docstrings, and not behind escapes in strings."""
    if {module.package, module.path} & set(RULES["chinese"]):
        return
    lines = {number for number, line in enumerate(module.text.splitlines(), 1) if CHINESE.search(line)}
    for node in module.nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CHINESE.search(node.value):
            lines.add(node.lineno)
    yield from (f"Chinese in line {number}" for number in sorted(lines))


def disk(module: Module) -> Iterator[str]:
    """Only some packages and files open, read or write files."""
    if not {module.package, module.path} & set(RULES["disk"]):
        for call in _calls(module):
            # Path.replace takes one argument, str.replace two, dataclasses.replace keywords
            moves = _name(call) == "replace" and len(call.args) == 1 and not call.keywords
            if moves or _name(call) in DISK:
                yield f"{_name(call)} in line {call.lineno}"


def sizes(module: Module) -> Iterator[str]:
    """No file and no function is too long."""
    for kind, name, lines in lengths(module):
        if lines > RULES["sizes"][kind]["longest"]:
            yield f"{name} has {lines} lines"


def lengths(module: Module) -> Iterator[tuple[str, str, int]]:
    """Yield kind, name and lines of the file and of each function in it."""
    yield "file", module.path, len(module.text.splitlines())
    for node in module.nodes:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield "function", node.name, (node.end_lineno or 0) - node.lineno + 1


def broad(module: Module) -> Iterator[str]:
    """Only one place catches whatever may come."""
    if module.path not in RULES["broad"]:
        yield from (f"broad except in line {line}" for line in broad_lines(module))


def broad_lines(module: Module) -> Iterator[int]:
    """Yield the lines of handlers that catch everything."""
    for node in module.nodes:
        caught: list[ast.expr | None] = []
        if isinstance(node, ast.ExceptHandler):
            caught = [node.type]
        elif isinstance(node, ast.Call) and _name(node) == "suppress":
            caught = [*node.args]
        yield from (node.lineno for one in caught if one is None or _is_broad(one))


def message_names(module: Module) -> Iterator[str]:
    """Every message is written `messages.topic.NAME`, so that a search for it finds where it is said."""
    if module.package == "messages":
        return
    for node in module.nodes:
        if isinstance(node, ast.ImportFrom) and node.module == "converter.messages":
            yield from (f"{each.name} is imported by itself" for each in node.names if each.name != "Message")
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            for each in node.names:
                if each.name in ("messages", "converter.messages") and each.asname:
                    yield f"messages under the name {each.asname}"
    named = {node.value for node in module.nodes if isinstance(node, ast.Attribute)}
    for node in module.nodes:
        match node:
            case ast.Attribute(ast.Name("messages"), topic) if topic.islower() and node not in named:
                yield f"messages.{topic} without a name in line {node.lineno}"


LAWS: dict[str, Callable[[Module], Iterator[str]]] = {
    law.__name__: law
    for law in (directions, interfaces, sole_importers, terms, disk, sizes, broad, message_names)
}


def _calls(module: Module) -> list[ast.Call]:
    return [node for node in module.nodes if isinstance(node, ast.Call)]


def _name(call: ast.Call) -> str:
    """Return the last name of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _is_broad(caught: ast.expr) -> bool:
    names = {getattr(node, "id", "") or getattr(node, "attr", "") for node in ast.walk(caught)}
    return bool(names & {"Exception", "BaseException"})
