"""The files of the package, as the laws of the architecture look at them."""

import ast
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.data import data_of

ROOT = Path(__file__).parents[2] / "converter"
RULES: dict[str, Any] = data_of(Path(__file__).parent / "layers.yaml")


@dataclass(frozen=True)
class Module:
    """A file of the package: its path below the package's root, and its source."""

    path: str
    text: str

    @property
    def package(self) -> str:
        """The top-level package; of a file that stands alone, its name."""
        return self.path.partition("/")[0].removesuffix(".py")

    @property
    def name(self) -> str:
        """The dotted name below `converter`, '' for its own `__init__`."""
        return self.path.removesuffix(".py").removesuffix("__init__").rstrip("/").replace("/", ".")

    @property
    def layer(self) -> str:
        """The layer of its package that it belongs to, '' for none."""
        parts = self.path.split("/")
        return parts[1] if len(parts) > 2 and parts[1] in RULES["layers"].get(self.package, ()) else ""

    @cached_property
    def tree(self) -> ast.Module:
        """Its source, parsed."""
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """All there is in its source."""
        return list(ast.walk(self.tree))

    @cached_property
    def imports(self) -> list[tuple[str, str]]:
        """Its imports, those inside functions too: modules, and the name imported from each or ''."""
        found: list[tuple[str, str]] = []
        for node in self.nodes:
            if isinstance(node, ast.Import):
                found += [(alias.name, "") for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                module = "." * node.level + (node.module or "")
                found += [(module, alias.name) for alias in node.names]
        return found

    @property
    def internal(self) -> list[tuple[str, str]]:
        """The same of our own modules, named below `converter`."""
        inside = [(module, name) for module, name in self.imports if module.partition(".")[0] == "converter"]
        return [(module.partition(".")[2], name) for module, name in inside]


def modules() -> list[Module]:
    """Return every file of the package."""
    files = sorted(ROOT.rglob("*.py"))
    return [Module(file.relative_to(ROOT).as_posix(), file.read_text("utf-8")) for file in files]
