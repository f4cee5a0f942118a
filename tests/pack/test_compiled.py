"""A pack that comes with the program is made once, and anew only when it or what makes it has changed."""

import os
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import CodeType
from typing import Any

import pytest
from msgspec.structs import replace

from converter.pack.files import compiled
from converter.pack.loading import DEFAULT, load_pack
from converter.pack.pack import Pack

MADE = {"what": "was made"}
Kind = dict[str, str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a pack, with Python's compiled modules in a place of the test's own."""
    monkeypatch.setattr(compiled, "_place", lambda root: tmp_path / "cache" / f"{root.name}.pack")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    made = tmp_path / "packs" / "some"
    made.mkdir(parents=True)
    (made / "pack.yaml").write_text("title: one", "utf-8")
    return made


def _stored(folder: Path) -> Any:
    compiled.store(folder, (folder,), MADE)
    return compiled.stored(folder, Kind)


def test_what_was_stored_is_there(folder: Path) -> None:
    assert compiled.stored(folder, Kind) is None
    assert _stored(folder) == ((folder,), MADE)


@pytest.mark.parametrize("name", ["pack.yaml", "further.yaml"])
def test_it_does_not_count_once_the_pack_is_another(folder: Path, name: str) -> None:
    assert _stored(folder) == ((folder,), MADE)
    (folder / name).write_text("title: two", "utf-8")
    assert compiled.stored(folder, Kind) is None


def test_it_does_not_count_once_the_program_is_another(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "program" / "shape.py"
    module.parent.mkdir()
    module.touch()
    monkeypatch.setattr(compiled, "_MODULES", module.parent)
    assert _stored(folder) == ((folder,), MADE)
    os.utime(module, (1, 1))
    assert compiled.stored(folder, Kind) is None


def test_what_is_broken_does_not_count(folder: Path, tmp_path: Path) -> None:
    assert _stored(folder) == ((folder,), MADE)
    [file] = (tmp_path / "cache").rglob("*.pack")
    for data in (b"", b"nonsense", file.read_bytes()[:-5]):
        file.write_bytes(data)
        assert compiled.stored(folder, Kind) is None


def test_nothing_is_stored_where_python_must_not(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert _stored(folder) is None
    (tmp_path / "cache").write_text("no folder", "utf-8")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert _stored(folder) is None


def test_nothing_is_stored_of_a_program_in_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "__spec__", ModuleSpec("compiled", None))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert _stored(tmp_path) is None


def test_a_compiled_pack_is_the_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_place", lambda root: tmp_path / root.name)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    pack = load_pack()
    compiled.store(DEFAULT, (DEFAULT,), pack)
    assert (found := compiled.stored(DEFAULT, Pack))
    assert replace(found[1], error=pack.error) == pack


class _Compiler:
    """Compiles what Python computes; `made` are the texts it was asked for."""

    def __init__(self, module: Path) -> None:
        self.version, self.module, self.made = "1", str(module), list[str]()

    def code(self, text: str) -> CodeType:
        self.made.append(text)
        return compile(text, "<text>", "eval")


def test_code_is_compiled_again_only_if_the_text_or_its_compiler_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "_place", lambda root, suffix: tmp_path / f"{root.name}{suffix}")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (module := tmp_path / "module.py").touch()
    compiler = _Compiler(module)

    def computed(text: str) -> Any:
        return eval(compiled.stored_code("some", [text], compiler)[text])

    assert [computed("1 + 1"), computed("1 + 1"), computed("1 + 2")] == [2, 2, 3]
    module.write_text("changed", "utf-8")
    assert [computed("1 + 2"), computed("1 + 2")] == [3, 3]
    (file := tmp_path / "some.code").write_bytes(file.read_bytes()[:-9])
    assert computed("1 + 2") == 3
    assert compiler.made == ["1 + 1", "1 + 2", "1 + 2", "1 + 2"]


def test_no_code_is_made_where_none_may_be_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compiler = _Compiler(tmp_path)
    assert compiled.stored_code("none", ["1"], compiler) == {}
    assert compiler.made == []
