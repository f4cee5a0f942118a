"""A pack with one fault is refused when it is loaded, with one line that names file and line.

Each case of faults/ is a pack that extends hunan-2020: its `files`, where the line points to (`at`), and what
it `says` among other things. A case lies in the file named for the file it points to.
"""

import shutil
from pathlib import Path

import pytest

from converter.narrative.narrator import Narrator
from converter.pack.files.layers import BUILT_IN
from converter.pack.files.text import PackError
from converter.pack.loading import load_pack
from converter.rules.judge import Rules
from tests.data import data_of

FAULTS = {
    name: fault
    for file in sorted((Path(__file__).parent / "faults").glob("*.yaml"))
    for name, fault in data_of(file).items()
}


def _start(root: Path) -> None:
    """Do what a run does before its first department."""
    pack = load_pack(root)
    Rules(pack)
    Narrator(pack)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_with_file_and_line(tmp_path: Path, name: str) -> None:
    fault, root = FAULTS[name], tmp_path / "own"
    for file, text in ({"pack.yaml": "extends: hunan-2020\n"} | fault["files"]).items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, "utf-8")
    with pytest.raises(PackError) as wrong:
        _start(root)
    assert f"/{fault['at']}: " in str(wrong.value) or f"/{fault['at']}:" in str(wrong.value)
    assert fault["says"] in str(wrong.value)
    assert "\n" not in str(wrong.value)


@pytest.mark.parametrize("name", [file.parent.name for file in sorted(BUILT_IN.glob("*/report.md"))])
def test_a_pack_that_comes_with_the_program_has_none(tmp_path: Path, name: str) -> None:
    _start(Path(shutil.copytree(BUILT_IN, tmp_path / "packs")) / name)
