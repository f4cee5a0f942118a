"""A pack that comes with the program, altered in one place, is one Chinese line that names file and line."""

import re
import shutil
from pathlib import Path

import pytest

from converter.narrative.narrator import Narrator
from converter.pack.files.layers import BUILT_IN
from converter.pack.files.text import PackError
from converter.pack.loading import DEFAULT, load_pack
from converter.rules.judge import Rules
from tests.data import data_of

ENTRIES = data_of(Path(__file__).parent / "altered_entries.yaml")
# file, before, after, message
TEMPLATES = [
    ("report.md", "{{ 人员.实有 }}", "{{ 人头.实有 }}", r"report.md.*人头"),
    ("report.md", "{% endif %}", "{% endfi %}", r"report.md:\d+: "),
    ("report.md", "{{ 人员.实有 }}", "{{ 人员.实有 | sise }}", r"report.md:\d+: .*sise"),
]


def _copy(tmp_path: Path) -> Path:
    """Return a copy of the built-in pack, with one of that it extends beside it."""
    return Path(shutil.copytree(BUILT_IN, tmp_path / "packs")) / DEFAULT.name


def _stating(root: Path, file: str, text: str) -> Path:
    """Return the file in the pack, or in the one it extends, that states a text."""
    files = (folder / file for folder in (root, root.parent / "base-cn"))
    return next(path for path in files if path.is_file() and text in path.read_text("utf-8"))


def _altered(path: Path, before: str, after: str) -> None:
    path.write_text(path.read_text("utf-8").replace(before, after, 1), "utf-8")


def _fault(root: Path) -> str:
    """Return what a run says at its start."""
    with pytest.raises(PackError) as wrong:
        _start(root)
    return str(wrong.value)


def _start(root: Path) -> None:
    pack = load_pack(root)
    Rules(pack)
    Narrator(pack)


@pytest.mark.parametrize("name", ENTRIES)
def test_an_altered_entry_is_named_with_its_file_and_line(tmp_path: Path, name: str) -> None:
    altered = ENTRIES[name]
    root = _copy(tmp_path)
    path = _stating(root, altered["file"], altered["before"])
    original = path.read_text("utf-8")
    at = original.index(altered.get("find", altered["before"]))
    line = original[:at].count("\n") + 1 + altered.get("down", 0)
    _altered(path, altered["before"], altered["after"])
    said = _fault(root)
    assert altered["says"] in said
    assert said.startswith(f"{path}:{line}: ")


@pytest.mark.parametrize(("file", "before", "after", "says"), TEMPLATES)
def test_a_wrong_template_is_named(tmp_path: Path, file: str, before: str, after: str, says: str) -> None:
    root = _copy(tmp_path)
    _altered(_stating(root, file, before), before, after)
    assert re.search(says, _fault(root))


@pytest.mark.parametrize("file", ["units.yaml", "report.md", "style.yaml"])
def test_a_missing_file_is_named(tmp_path: Path, file: str) -> None:
    root = _copy(tmp_path)
    _stating(root, file, "").unlink()
    assert _fault(root) == f"{root / file}: 评价办法缺少这个文件"


@pytest.mark.parametrize("file", ["units.yaml", "report.md"])
def test_a_file_in_another_encoding_is_named(tmp_path: Path, file: str) -> None:
    root = _copy(tmp_path)
    path = _stating(root, file, "")
    path.write_bytes(path.read_text("utf-8").encode("gb18030"))
    assert _fault(root) == f"{path}: 不是 UTF-8 编码，请用记事本另存为 UTF-8"


@pytest.mark.parametrize("text", ["- 元\n- 万元\n", "元"])
def test_a_file_without_keys_is_named(tmp_path: Path, text: str) -> None:
    root = _copy(tmp_path)
    (root / "units.yaml").write_text(text, "utf-8")
    assert _fault(root) == f"{root / 'units.yaml'}:1: 应为“键: 值”的形式"


def test_a_control_character_is_a_fault_of_the_file(tmp_path: Path) -> None:
    root = _copy(tmp_path)
    _altered(_stating(root, "units.yaml", "suffix: 人"), "suffix: 人", "suffix: \x01")
    assert "格式有误" in _fault(root)


def test_two_packs_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    for own, other in (("甲", "乙"), ("乙", "甲")):
        (tmp_path / own).mkdir()
        (tmp_path / own / "pack.yaml").write_text(f"extends: {other}\n", "utf-8")
    assert _fault(tmp_path / "甲") == f"{tmp_path / '乙' / 'pack.yaml'}:1: extends 互相引用成了一圈"


def test_a_folder_without_a_pack_is_refused(tmp_path: Path) -> None:
    assert _fault(tmp_path) == f"{tmp_path}: 这里没有评价办法（缺少 pack.yaml），请检查选项 --pack 给的文件夹"
