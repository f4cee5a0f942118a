"""The pack a run begins with follows from names alone; none is loaded before one is needed."""

from pathlib import Path

import pytest

from converter.batch.packs import PackSet
from converter.pack.loading import DEFAULT


@pytest.mark.parametrize(
    ("files", "pack"),
    [
        (
            ["常德市教育局/2023年度部门决算公开表.xlsx", "常德市教育局/2022年度部门决算公开表.xlsx"],
            "hunan-2021",
        ),
        (["岳阳市教育局/2018年度决算.xlsx"], "yueyang-2018"),
        (["甲局/2020年度决算.xlsx", "乙局/2020年度决算.xlsx", "丙局/2023年度决算.xlsx"], "hunan-2020"),
        (["甲局/决算.xlsx"], "hunan-2020"),
        ([], "hunan-2020"),
    ],
)
def test_the_usual_pack_is_told_by_names_of_files(files: list[str], pack: str, tmp_path: Path) -> None:
    for name in files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    packs = PackSet((), tmp_path)
    assert packs.usual.name == pack
    assert packs._loaded == {}


def test_a_pack_given_twice_is_one(tmp_path: Path) -> None:
    assert PackSet((DEFAULT, DEFAULT), tmp_path).is_one
