"""The directions, keepers and sizes of DESIGN hold: see house.yaml."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2] / "converter"
HOUSE = yaml.safe_load((Path(__file__).parent / "house.yaml").read_text("utf-8"))
FILES = sorted(ROOT.rglob("*.py"))
DISK = {
    "open",
    "read_bytes",
    "read_text",
    "write_bytes",
    "write_text",
    "mkdir",
    "replace",
    "unlink",
    "rename",
}
CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")

each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())


def _room(file: Path) -> str:
    return file.relative_to(ROOT).parts[0].removesuffix(".py")


def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def _imports(file: Path) -> Iterator[str]:
    """Yield the full names of what a file imports, wherever in it the import stands."""
    for node in ast.walk(_tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@each_file
def test_imports_follow_the_line(file: Path) -> None:
    room = _room(file)
    if room == "__init__":
        return
    for name in _imports(file):
        parts = name.split(".")
        if parts[0] != "converter" or parts[1] in (room, "messages", "__version__"):
            continue
        assert parts[1] in HOUSE["rooms"][room], f"{room} may not import {name}"
        allowed = HOUSE["narrow"].get(room, {}).get(parts[1])
        assert allowed is None or name.startswith(tuple(allowed)), f"{room} may not import {name}"


@each_file
def test_libraries_have_keepers(file: Path) -> None:
    for name in _imports(file):
        keepers = HOUSE["keepers"].get(name.split(".")[0])
        assert keepers is None or _room(file) in keepers, f"{name} is kept by {keepers}"


@each_file
def test_no_domain_term_in_python(file: Path) -> None:
    if file.name in HOUSE["chinese"]:
        return
    found = [
        number for number, line in enumerate(file.read_text("utf-8").splitlines(), 1) if CHINESE.search(line)
    ]
    assert not found, f"Chinese in lines {found}"


@each_file
def test_only_some_rooms_touch_the_disk(file: Path) -> None:
    if _room(file) in HOUSE["disk"]:
        return
    called = {
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for node in ast.walk(_tree(file))
        if isinstance(node, ast.Call)
    }
    # str.replace and dataclasses.replace are harmless, but Path.replace is not told apart from them
    assert not called & (DISK - {"replace", "mkdir"})


@each_file
def test_files_and_functions_stay_small(file: Path) -> None:
    text = file.read_text("utf-8")
    assert text.count("\n") <= HOUSE["limits"]["file"]
    for node in ast.walk(_tree(file)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= HOUSE["limits"]["function"], f"{node.name} has {length} lines"


def test_one_broad_except_in_batch() -> None:
    broad = [
        file.relative_to(ROOT).as_posix()
        for file in FILES
        for node in ast.walk(_tree(file))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in ("Exception", "BaseException"))
    ]
    assert broad == ["batch/guard.py"]


def test_packs_hold_no_code() -> None:
    assert {path.suffix for path in (ROOT / "packs").rglob("*") if path.is_file()} == {".yaml", ".md"}
