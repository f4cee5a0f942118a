"""Each law of the house as a function from a file's source to what is wrong with it."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2] / "converter"
HOUSE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "house.yaml").read_text("utf-8"))
CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
DISK = frozenset({"open", "touch", "unlink", "rename"}) | {
    f"{verb}_{kind}" for verb in ("read", "write") for kind in ("bytes", "text")
}


@dataclass(frozen=True)
class Module:
    """A file of the package: its path below the package's root, and its source."""

    path: str
    text: str

    @property
    def room(self) -> str:
        return self.path.partition("/")[0].removesuffix(".py")

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(ast.parse(self.text)))

    @property
    def imports(self) -> list[str]:
        """The full names of what it imports, wherever in it the import stands."""
        found: list[str] = []
        for node in self.nodes:
            if isinstance(node, ast.Import):
                found += [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                module = "." * node.level + (node.module or "")
                found += [f"{module}.{alias.name}" for alias in node.names]
        return found


def modules() -> list[Module]:
    """Return every file of the package."""
    files = sorted(ROOT.rglob("*.py"))
    return [Module(file.relative_to(ROOT).as_posix(), file.read_text("utf-8")) for file in files]


def directions(module: Module) -> Iterator[str]:
    """Imports go down the table of rooms."""
    allowed = {module.room, "messages", "__version__", *HOUSE["rooms"].get(module.room, [])}
    for name in module.imports:
        parts = name.split(".")
        if parts[0] == "":
            yield f"{name} is relative"
        elif parts[0] == "converter" and module.room != "__init__":
            doors = HOUSE["narrow"].get(module.room, {}).get(parts[1], ["converter"])
            if parts[1] not in allowed or not any(f"{name}.".startswith(f"{door}.") for door in doors):
                yield f"{module.room} may not import {name}"


def keepers(module: Module) -> Iterator[str]:
    """A library is used by its keeper only, and never by a name made up at run time."""
    for name in module.imports:
        if module.room not in HOUSE["keepers"].get(name.split(".")[0], [module.room]):
            yield f"{name} is not kept by {module.room}"
    yield from ("__import__ is no import" for called in _calls(module) if _name(called) == "__import__")


def terms(module: Module) -> Iterator[str]:
    """No Chinese in Python, comments and docstrings included."""
    if module.room not in HOUSE["chinese"]:
        for number, line in enumerate(module.text.splitlines(), 1):
            if CHINESE.search(line):
                yield f"Chinese in line {number}"


def disk(module: Module) -> Iterator[str]:
    """Only some rooms open, read or write files."""
    if module.room not in HOUSE["disk"]:
        for call in _calls(module):
            # Path.replace takes one argument, str.replace two, dataclasses.replace keywords
            moves = _name(call) == "replace" and len(call.args) == 1 and not call.keywords
            if moves or _name(call) in DISK:
                yield f"{_name(call)} in line {call.lineno}"


def sizes(module: Module) -> Iterator[str]:
    """No file and no function is too long."""
    for kind, name, lines in lengths(module):
        if lines > HOUSE["sizes"][kind]["longest"]:
            yield f"{name} has {lines} lines"


def lengths(module: Module) -> Iterator[tuple[str, str, int]]:
    """Yield kind, name and lines of the file and of each function in it."""
    yield "file", module.path, len(module.text.splitlines())
    for node in module.nodes:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield "function", node.name, (node.end_lineno or 0) - node.lineno + 1


def broad(module: Module) -> Iterator[str]:
    """Only one place catches whatever may come."""
    if module.path not in HOUSE["broad"]:
        yield from (f"broad except in line {line}" for line in broad_lines(module))


def broad_lines(module: Module) -> Iterator[int]:
    """Yield the lines of handlers that catch everything."""
    for node in module.nodes:
        caught: list[ast.expr | None] = []
        if isinstance(node, ast.ExceptHandler):
            caught = [node.type]
        elif isinstance(node, ast.Call) and _name(node) == "suppress":
            caught = [*node.args]
        yield from (node.lineno for each in caught if each is None or _is_broad(each))


LAWS: dict[str, Callable[[Module], Iterator[str]]] = {
    law.__name__: law for law in (directions, keepers, terms, disk, sizes, broad)
}


def _calls(module: Module) -> list[ast.Call]:
    return [node for node in module.nodes if isinstance(node, ast.Call)]


def _name(call: ast.Call) -> str:
    """Return the last name of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _is_broad(caught: ast.expr) -> bool:
    names = {getattr(node, "id", "") or getattr(node, "attr", "") for node in ast.walk(caught)}
    return bool(names & {"Exception", "BaseException"})
