"""A file with further names lies in an inbox: it is small, flat and says everything itself, or is refused."""

import pickle
from pathlib import Path

import pytest

from converter.pack.files.further_names import read_names
from converter.pack.files.overlays import LARGEST
from converter.pack.files.text import PackError

REFUSED = {
    "aliases that multiply": ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "别处的内容"),
    "an alias of what it is in": ("a: &a [*a]\n", "别处的内容"),
    "deep sequences": ("[" * 50_000, "层次过多"),
    "deep mappings": ("a:\n" + "".join(f"{' ' * depth}b:\n" for depth in range(1, 400)), "层次过多"),
    "deep keys": ("? " * 2_000, "层次过多"),
    "a list of lists": ("a: [[b]]\n", "层次过多"),
    "too large": ("a: [" + "x, " * (LARGEST // 3) + "]\n", "文件超过 1 MB"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_names_that_cannot_be_used_are_refused(case: str, tmp_path: Path) -> None:
    text, reason = REFUSED[case]
    file = tmp_path / "别名.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(PackError, match=reason):
        read_names(file)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="不是普通文件"):
        read_names(tmp_path)


def test_further_names_are_read_with_their_item(tmp_path: Path) -> None:
    file = tmp_path / "别名.yaml"
    file.write_text("公务接待费: [招待支出]\n", "utf-8")
    assert read_names(file).entries == (("公务接待费", ("招待支出",)),)


def test_a_fault_comes_whole_from_a_worker() -> None:
    fault = PackError(Path("a.yaml"), 3, "坏")
    assert str(pickle.loads(pickle.dumps(fault))) == str(fault) == "a.yaml:3: 坏"
