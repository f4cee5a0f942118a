"""设置.yaml in an inbox sets options as if typed; it is foreign, and small, flat and known or refused."""

import re
from pathlib import Path

import pytest

from tests.conversion.conftest import jixiao

NOTHING_FILED = "没有可读的表"
REFUSED = {
    "an option there is none of": ("yaer: 2020\n", "设置.yaml:1: 这里不能写“yaer”"),
    "the nearest is named": (
        "force: true\nretriew: true\n",
        "设置.yaml:2: .*相近的是“review”",
    ),
    "a machine elsewhere": ("scheduler: tcp://10.0.0.1:8786\n", "这里不能写“scheduler”"),
    "a year in words": ("year: 今年\n", "设置.yaml:1: “year”后面写的值不对"),
    "a year nobody writes reports of": ("\nyear: 1066\n", "(?s)1990.*设置.yaml 第 2 行"),
    "a mapping": ("year: {a: 1}\n", "“year”后面写的值不对"),
    "deeper still": ("pack: [[hunan-2020]]\n", "层次过多"),
    "an alias": ("pack: &a x\nyear: *a\n", "别处的内容"),
    "no mapping": ("year\n", "应为"),
    "too large": ("#" * 1_000_001, "文件超过 1 MB"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_wrong_in_settings_is_named(case: str, tmp_path: Path) -> None:
    text, reason = REFUSED[case]
    (tmp_path / "设置.yaml").write_text(text, "utf-8")
    result = jixiao("check", tmp_path)
    assert result.exit_code == 2, result.output
    assert re.search(reason, result.output)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("year: 1066\n", ("--year", "2020")),  # what is typed counts
        ("output: elsewhere\n", ()),  # which is something else here
        ("force: true\nmark: true\njobs: 1\n", ()),  # which are for others
        ("", ()),
    ],
)
def test_settings_typed_over_or_of_other_commands_count_for_nothing(
    text: str, words: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "设置.yaml").write_text(text, "utf-8")
    result = jixiao("check", tmp_path, *words)
    assert (result.exit_code, len(result.output.splitlines())) == (2, 1)
    assert NOTHING_FILED in result.output


def test_a_flag_is_set(tmp_path: Path) -> None:
    (tmp_path / "设置.yaml").write_text("output: .\n", "utf-8")
    assert "同一个" in jixiao("convert", tmp_path, "-o", tmp_path).output
    (tmp_path / "设置.yaml").write_text(f"output: {tmp_path}\n", "utf-8")
    assert "同一个" in jixiao("convert", tmp_path).output
