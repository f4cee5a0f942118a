"""What `jixiao doctor` says of this machine, and of one where things are missing."""

import subprocess

import pytest

from converter.pack.loading import load_pack
from converter.surroundings import machine
from converter.surroundings.machine import surroundings
from tests.conversion.conftest import jixiao


def _lines() -> dict[str, tuple[bool, str]]:
    return {each.line.partition("：")[0]: (each.is_well, each.line) for each in surroundings(load_pack())}


def test_doctor_says_what_a_bare_machine_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = subprocess.CompletedProcess([], 0, "Times New Roman\n宋体,SimSun\n".encode())
    monkeypatch.setattr(machine.shutil, "which", lambda name: name if name == "fc-list" else None)
    monkeypatch.setattr(machine.subprocess, "run", lambda *words, **more: listed)
    monkeypatch.setattr(machine, "expat_version", (2, 5, 0))
    lines = _lines()
    unwell = {name for name, (is_well, _) in lines.items() if not is_well}
    assert unwell == {"Python 自带的 expat", "字体", "LibreOffice"}
    assert "仿宋_GB2312" in lines["字体"][1]
    assert "宋体、" not in lines["字体"][1]


def test_a_machine_that_has_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(
        machine,
        "_installed_fonts",
        lambda: {"方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体", "Times New Roman"},
    )
    monkeypatch.setattr(machine, "expat_version", (2, 7, 1))
    assert [line for is_well, line in _lines().values() if not is_well] == []


def test_a_line_for_each_thing_and_a_code_for_all() -> None:
    result = jixiao("doctor")
    assert result.exit_code == (0 if "都齐备" in result.output else 1)
    assert len(result.output.splitlines()) in (6, 7)
