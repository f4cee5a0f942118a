"""One verdict: on screen, in list, overview and page, in the manifest and in the report's name.

And `verify` finds no error in a report that may be filed.
"""

import base64
import json
import re
import zlib
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct
from openpyxl import load_workbook

from converter.pack.loading import load_pack
from converter.verify.verifier import Verifier
from tests.batch.conftest import file_for
from tests.conversion.conftest import SAMPLES, SEED, jixiao

READINESS = {"ready": "可报送", "to-supply": "待补充", "pending": "待核"}
MARKS = {"ready": "", "to-supply": "（待补充）", "pending": "（待核）"}
ON_SCREEN = (r"待核 (\d+) 处", r"警告 (\d+) 条", r"待补充 (\d+) 项")
OFFICE, SCORE = ("基础数据表", "其中：办公经费", "B"), ("自评打分", "行政效能", "C")
PROSE, NAME = ("文字材料", "绩效情况", "B"), ("基本信息", "部门名称", "B")
Changes = dict[tuple[str, str, str], str | None]
DEPARTMENTS: dict[str, tuple[Changes, tuple[str, int, int, int]]] = {
    "一切齐全局": ({}, ("ready", 0, 0, 0)),
    "漏填一格局": ({OFFICE: None}, ("to-supply", 0, 0, 1)),
    "写明理由局": ({OFFICE: "本年新成立，没有上年数"}, ("ready", 0, 0, 0)),
    "不是数字局": ({OFFICE: "见附件"}, ("pending", 1, 0, 1)),
    "范本未删局": ({PROSE: "全年接待批次增加（减少）12次。"}, ("pending", 1, 0, 0)),
    "重复用词局": ({PROSE: "工作的的成效明显。"}, ("ready", 0, 1, 0)),
    "错了又缺局": ({PROSE: "全年“三公”经费支出2000万元。", SCORE: None}, ("pending", 1, 0, 1)),
}


class Said(Struct):
    """What one place says of a department: readiness, and how many errors, warnings, things to supply."""

    readiness: str
    errors: int
    warnings: int
    missing: int


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The outbox of departments that differ in what they filled in, and what the screen showed."""
    root = tmp_path_factory.mktemp("bureau")
    for name, (changes, _) in DEPARTMENTS.items():
        for book in (SAMPLES / SEED).iterdir():
            file_for(book, root / "inbox" / name / book.name, name)
        _change(root / "inbox" / name / "补充资料.xlsx", {NAME: name, **changes})
    shown = jixiao("convert", root / "inbox", "-o", root / "outbox", "-j", "1").output
    return root / "outbox", shown


def _change(path: Path, changes: Changes) -> None:
    book = load_workbook(path)
    for (sheet, label, column), value in changes.items():
        [row] = [row for row in book[sheet].iter_rows() if row[0].value == label]
        book[sheet][f"{column}{row[0].row}"].value = value
    book.save(path)


@pytest.fixture(scope="module")
def manifest(bureau: tuple[Path, str]) -> dict[str, Any]:
    entries = json.loads((bureau[0] / "manifest.json").read_bytes())["departments"]
    return {entry["department"]: entry for entry in entries}


def test_every_place_says_the_same(bureau: tuple[Path, str], manifest: dict[str, Any]) -> None:
    outbox, screen = bureau
    expected = {name: Said(*said) for name, (_, said) in DEPARTMENTS.items()}
    assert _in_manifest(manifest) == expected
    assert _on_page(outbox) == expected
    assert _in_workbook(outbox) == expected
    assert {name: _on_screen(name, screen) for name in expected} == expected
    assert {name: _in_list(outbox / name, said) for name, said in expected.items()} == expected
    names = {name: Path(entry["outputs"][0]["name"]).stem for name, entry in manifest.items()}
    assert names == {
        name: f"2020年度{name}部门整体支出绩效评价报告{MARKS[said.readiness]}"
        for name, said in expected.items()
    }


def test_verify_finds_no_error_in_what_may_be_filed(
    bureau: tuple[Path, str], manifest: dict[str, Any]
) -> None:
    verifier = Verifier(load_pack())
    for name, entry in manifest.items():
        report = verifier.open((bureau[0] / entry["outputs"][0]["name"]).read_bytes())
        has_errors = verifier.check(report, name).errors > 0
        assert not (has_errors and entry["outcome"] == "ready"), name
        assert has_errors or not entry["findings"]["error"] or name == "不是数字局"


def _in_manifest(manifest: dict[str, Any]) -> dict[str, Said]:
    return {
        name: Said(
            entry["outcome"], entry["findings"]["error"], entry["findings"]["warning"], entry["missing"]
        )
        for name, entry in manifest.items()
    }


def _on_page(outbox: Path) -> dict[str, Said]:
    packed = re.search(r'id="index">(.*?)</script>', (outbox / "index.html").read_text("utf-8"))
    assert packed
    rows = [row["columns"] for row in json.loads(zlib.decompress(base64.b64decode(packed[1])))["departments"]]
    return {
        row["name"]: Said(row["readiness"], row["errors"], row["warnings"], row["missing"]) for row in rows
    }


def _in_workbook(outbox: Path) -> dict[str, Said]:
    rows = list(load_workbook(outbox / "汇总.xlsx")["部门汇总"].iter_rows(values_only=True))
    at = next(number for number, row in enumerate(rows) if row[0] == "序号")
    by_head = [dict(zip(rows[at], row, strict=True)) for row in rows[at + 1 :]]
    keys = {word: key for key, word in READINESS.items()}
    return {
        row["部门"]: Said(keys[row["判定"]], row["错误"], row["警告"], row["待补"])  # type: ignore[index,misc]
        for row in by_head
    }


def _on_screen(name: str, screen: str) -> Said:
    line = next(line for line in screen.splitlines() if f" {name} " in line)
    counts = (re.search(pattern, line) for pattern in ON_SCREEN)
    readiness = next(key for key, word in READINESS.items() if line.startswith(word))
    return Said(readiness, *(int(found[1]) if found else 0 for found in counts))


def _in_list(folder: Path, said: Said) -> Said:
    parts = re.findall(r"【(\w+)[^】]*】(\d+) 项", (folder / "核对清单.txt").read_text("utf-8-sig"))
    counts = {heading[:2]: int(count) for heading, count in parts}
    return Said(said.readiness, counts["错误"], counts["警告"], counts["需要"])
