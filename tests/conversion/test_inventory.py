"""Every file of a department is accounted for: on the screen, in its list, in the manifest."""

import json
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.conversion.conftest import CLEAN, SAMPLES, SEED, jixiao

ACCOUNTS, PRIOR = "2020年度部门决算公开表.xlsx", "2019年度部门决算公开表.xlsx"
BUDGET, SUPPLEMENT = "2020年部门预算公开表.xlsx", "补充资料.xlsx"


def _inbox(root: Path, *files: str, department: str = SEED) -> Path:
    """Make an inbox with some of a department's files; return the department's folder."""
    folder = root / "inbox" / department
    folder.mkdir(parents=True)
    for file in files:
        shutil.copy(SAMPLES / department / file, folder)
    return folder


def _pack(archive: Path, files: dict[str, Path]) -> None:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, path in files.items():
            packed.write(path, name)


def test_the_inventory_of_a_department(tmp_path: Path) -> None:
    folder = _inbox(tmp_path, BUDGET, PRIOR, SUPPLEMENT)
    _pack(folder / "决算.zip", {f"一/{ACCOUNTS}": SAMPLES / SEED / ACCOUNTS, f"二/{PRIOR}": folder / PRIOR})
    (folder / "说明.pdf").write_bytes(b"%PDF-1.4")
    (folder / "材料.rar").write_bytes(b"Rar!\x1a\x07\x01\x00")
    (folder / "坏了.xlsx").write_bytes(b"PK\x03\x04")
    outbox = tmp_path / "outbox"
    result = jixiao("convert", tmp_path / "inbox", "-o", outbox, "-j", "1")
    lines = [
        "坏了.xlsx：文件损坏（用 Office、WPS 还能打开的，请另存一份），未打开，请重新导出这份文件",
        "2019年度部门决算公开表.xlsx：决算 9 张表（2019年度，用了其中 5 张作上年数）",
        "2020年部门预算公开表.xlsx：预算 9 张表（2020年度）",
        "补充资料.xlsx：补充资料 10 张表（2020年度）",
        "决算.zip/一/2020年度部门决算公开表.xlsx：决算 9 张表（2020年度）",
        "材料.rar：压缩包（.rar、.7z 等），没有打开；请解压后放入，或改用 .zip",
        "说明.pdf：PDF 文件，没有读；其中的数字请用 Excel 表报送",
        "决算.zip/二/2019年度部门决算公开表.xlsx：与 2019年度部门决算公开表.xlsx 内容相同，只用了一份",
    ]
    assert [line.strip() for line in result.output.splitlines() if line.startswith("      ")] == lines
    listed = (outbox / SEED / "核对清单.txt").read_text("utf-8-sig").splitlines()
    start = listed.index("【收到的文件】8 项") + 1
    assert listed[start : start + 8] == [f"{number}. {line}" for number, line in enumerate(lines, 1)]
    assert listed[4].startswith("1. ［文件未读］坏了.xlsx：")
    [department] = json.loads((outbox / "manifest.json").read_text("utf-8"))["departments"]
    assert [(each["file"], each["use"]) for each in department["files"][:2]] == [
        ("坏了.xlsx", "unreadable"), (PRIOR, "tables"),
    ]  # fmt: skip
    assert department["outcome"] == "pending"
    assert f"决算.zip/一/{ACCOUNTS}" in [each["name"] for each in department["inputs"]]
    assert result.exit_code == 3


def test_figures_of_a_packed_workbook_are_those_of_the_unpacked_one(tmp_path: Path) -> None:
    folder = _inbox(tmp_path, BUDGET, PRIOR, SUPPLEMENT)
    _pack(folder / "决算.zip", {ACCOUNTS: SAMPLES / SEED / ACCOUNTS})
    [packed] = json.loads(jixiao("figures", tmp_path / "inbox", "--format", "json").output)["departments"]
    shutil.copytree(SAMPLES / SEED, tmp_path / "plain" / SEED)
    [plain] = json.loads(jixiao("figures", tmp_path / "plain", "--format", "json").output)["departments"]
    text = json.dumps(packed, ensure_ascii=False).replace(f"决算.zip/{ACCOUNTS}", ACCOUNTS)
    assert json.loads(text) == plain


def test_a_folder_without_tables_is_named(tmp_path: Path) -> None:
    folder = _inbox(tmp_path, department=SEED)
    (folder / "决算说明.pdf").write_bytes(b"%PDF-1.4")
    (folder / "文字材料.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "inbox" / "名册.csv").write_text(f"部门名称\n{SEED}\n{CLEAN}\n", "utf-8")
    result = jixiao("convert", tmp_path / "inbox", "-o", tmp_path / "outbox", "-j", "1")
    assert f"{SEED}：收到 2 个文件，没有可用的表格" in result.output
    assert "决算说明.pdf：PDF 文件" in result.output
    assert "未报送 1" in result.output
    assert result.exit_code == 3


def test_a_loose_archive_holds_the_folders_of_departments(tmp_path: Path) -> None:
    paths = (path for name in (SEED, CLEAN) for path in (SAMPLES / name).glob("202*部门决算*"))
    files = {f"{path.parent.name}/{path.name}": path for path in paths}
    (tmp_path / "inbox").mkdir()
    _pack(tmp_path / "inbox" / "两家.zip", files)
    result = jixiao("check", tmp_path / "inbox", "-j", "1")
    assert f"2020年度 {SEED}" in result.output
    assert f"2020年度 {CLEAN}" in result.output


@pytest.mark.parametrize(("change", "again"), [("新来的.pdf", True), ("", False)])
def test_a_file_of_any_kind_that_comes_is_listed(tmp_path: Path, change: str, again: bool) -> None:
    folder = _inbox(tmp_path, ACCOUNTS)
    outbox = tmp_path / "outbox"
    jixiao("convert", tmp_path / "inbox", "-o", outbox, "-j", "1")
    if change:
        (folder / change).write_bytes(b"%PDF-1.4")
    result = jixiao("convert", tmp_path / "inbox", "-o", outbox, "-j", "1")
    assert ("未变" not in result.output) is again
    assert (change in (outbox / SEED / "核对清单.txt").read_text("utf-8")) is True
    assert "重报" not in result.output


def test_an_outbox_in_the_inbox_is_not_filed(tmp_path: Path) -> None:
    folder = _inbox(tmp_path, ACCOUNTS)
    for _ in range(2):
        result = jixiao("convert", folder.parent, "-o", folder.parent / "outbox", "-j", "1")
    assert "共 1 个部门" in result.output
    assert "未能处理" not in result.output


def test_a_known_table_of_no_use_is_named_also_where_it_may_stand_for_a_missing_one(tmp_path: Path) -> None:
    folder = _inbox(tmp_path, ACCOUNTS)
    book = openpyxl.load_workbook(folder / ACCOUNTS)
    [title] = [cell for sheet in book for row in sheet["A1:J3"] for cell in row if cell.value == "支出决算表"]
    title.value = "支出决算明细表"
    title.parent.title = "附表"
    book.save(folder / ACCOUNTS)
    output = jixiao("check", tmp_path / "inbox", "-j", "1").output
    assert f"{ACCOUNTS}：决算 8 张表（2020年度）；没有用的表：支出决算明细表" in output
    assert "缺少2020年度部门决算公开表中的：支出决算表；收到未用的：支出决算明细表" in output


def test_inspect_looks_into_an_archive(tmp_path: Path) -> None:
    _pack(tmp_path / "决算.zip", {f"一/{ACCOUNTS}": SAMPLES / SEED / ACCOUNTS})
    (tmp_path / "说明.pdf").write_bytes(b"%PDF-1.4")
    output = jixiao("inspect", tmp_path / "决算.zip", tmp_path / "说明.pdf").output
    assert output.startswith(f"决算.zip/一/{ACCOUNTS}：部门 {SEED}，2020 年度")
    assert "未处理 说明.pdf：PDF 文件" in output
