"""A pack that would be read without end is refused in a line that names the file."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from converter.pack.files.stray_files import stray_files
from converter.pack.files.text import LARGEST, PackError
from converter.pack.files.yaml_data import read_yaml, yaml_data

LEVELS = "\n".join(f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 10)}]" for at in range(1, 12))
ENDLESS = {
    "nested far too deep": "[" * 100_000,
    "aliases of aliases of aliases": f"a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n{LEVELS}",
    "in itself": "a: &a [*a]",
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_a_text_without_end_is_refused(text: str) -> None:
    with pytest.raises(PackError, match=r"checks\.yaml"):
        yaml_data(text, Path("checks.yaml"))


def test_an_alias_that_saves_writing_is_read() -> None:
    assert yaml_data("a: &a [x]\nb: *a\n", Path("checks.yaml")).data == {"a": ["x"], "b": ["x"]}


def test_a_file_of_an_unreasonable_size_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "checks.yaml"
    file.touch()
    os.truncate(file, LARGEST + 1)
    with pytest.raises(PackError, match=r"checks\.yaml: 文件超过 5 MB"):
        read_yaml(file)


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["a folder", "a pipe"])
def test_what_stands_in_the_place_of_a_file_is_named(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "checks.yaml")
    (tmp_path / "forms").mkdir()
    assert [error.args[0].name for error in stray_files(tmp_path, ["checks.yaml"])] == ["checks.yaml"]
