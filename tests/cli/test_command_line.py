"""The command line: exit codes, files and messages; one department never stops another."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from converter import __version__
from tests.conversion.conftest import CLEAN, FAULTY, SAMPLES, SEED, jixiao, report


def _only(inbox: Path, *departments: str) -> Path:
    for folder in inbox.iterdir():
        if folder.name not in departments:
            shutil.rmtree(folder)
    return inbox


def test_clean_departments_exit_0(inbox: Path, tmp_path: Path) -> None:
    result = jixiao("convert", _only(inbox, SEED, CLEAN), "-o", tmp_path / "out", "-j", "1")
    assert result.exit_code == 0, result.output
    assert report(tmp_path / "out", SEED).is_file()


def test_errors_exit_1_and_the_report_is_marked_pending(inbox: Path, tmp_path: Path) -> None:
    result = jixiao("convert", _only(inbox, FAULTY), "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert report(tmp_path / "out", FAULTY, pending=True).is_file()
    assert not report(tmp_path / "out", FAULTY).exists()


@pytest.mark.parametrize("words", [("convert", "no-such-folder"), ("check", "no-such-folder"), ("nonsense",)])
def test_wrong_usage_exits_2(words: tuple[str, ...]) -> None:
    assert jixiao(*words).exit_code == 2


def test_empty_inbox_exits_2_and_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    result = jixiao("convert", tmp_path / "in", "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert "放进来" in result.output


def test_wrong_pack_exits_2_naming_file_and_line(tmp_path: Path, inbox: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "pack.yaml").write_text("extends: hunan-2020\nunknown: 1\n", "utf-8")
    result = jixiao("convert", inbox, "-o", tmp_path / "out", "--pack", tmp_path / "pack")
    assert result.exit_code == 2
    assert "pack.yaml:2" in result.output


def test_a_broken_file_exits_3_and_the_others_are_done(inbox: Path, tmp_path: Path) -> None:
    (_only(inbox, SEED, CLEAN) / "坏文件").mkdir()
    (inbox / "坏文件" / "2020年度部门决算公开表.xlsx").write_bytes(b"PK\x03\x04 broken")
    result = jixiao("convert", inbox, "-o", tmp_path / "out", "-j", "2")
    assert result.exit_code == 3
    assert "未处理 坏文件/2020年度部门决算公开表.xlsx：文件损坏" in result.output
    assert report(tmp_path / "out", SEED).is_file()
    assert report(tmp_path / "out", CLEAN).is_file()


def test_loose_files_are_sorted_by_department(inbox: Path, outbox: Path, tmp_path: Path) -> None:
    loose = tmp_path / "loose"
    loose.mkdir()
    for number, file in enumerate(sorted(_only(inbox, SEED, CLEAN).glob("*/*"))):
        shutil.copy(file, loose / f"{number}{file.suffix}")
    result = jixiao("convert", loose, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    for department in (SEED, CLEAN):
        assert _document(report(tmp_path / "out", department)) == _document(report(outbox, department))


def _document(path: Path) -> bytes:
    """Return the document part; the trail would differ, for it has the names of the files."""
    with ZipFile(path) as package:
        return package.read("word/document.xml")


def test_one_workbook_is_a_valid_inbox(inbox: Path) -> None:
    for file in (inbox / SEED).iterdir():
        if file.name != "2020年度部门决算公开表.xlsx":
            file.unlink()
    result = jixiao("figures", _only(inbox, SEED), "--format", "json")
    assert result.exit_code == 0, result.output
    [department] = json.loads(result.stdout)["departments"]
    assert (department["department"], department["year"]) == (SEED, 2020)
    assert department["figures"]["财政拨款收入.决算"]["value"] == "51686600"
    lacking = [finding["message"] for finding in department["findings"] if finding["code"] == "缺表"]
    assert [book in " ".join(lacking) for book in ("2020年度部门预算", "2019年度部门决算", "补充资料")] == [
        True
    ] * 3


def test_figures_json_leads_to_the_cell(inbox: Path) -> None:
    result = jixiao("figures", _only(inbox, SEED), "--format", "json")
    figures = json.loads(result.stdout)["departments"][0]["figures"]
    origin = figures["三公经费.决算"]["origin"]
    assert (origin["file"], origin["cell"]) == ("2020年度部门决算公开表.xlsx", "G8")
    assert figures["三公经费.增减率"]["origin"]["inputs"] == ["三公经费.增减", "三公经费.上年决算"]
    assert figures["三公经费.增减"]["unit"] == "元"


def test_year_can_be_chosen(inbox: Path, tmp_path: Path) -> None:
    jixiao("convert", _only(inbox, SEED), "-o", tmp_path / "out", "--year", "2019")
    assert [path.name[:4] for path in (tmp_path / "out" / SEED).glob("*.docx")] == ["2019"]


def test_two_runs_give_the_same_bytes(outbox: Path, tmp_path: Path) -> None:
    jixiao("convert", SAMPLES, "-o", tmp_path / "again", "-j", "2")
    first, again = (
        {path.relative_to(root): path.read_bytes() for path in root.glob("[!.]*/*")}
        for root in (outbox, tmp_path / "again")
    )
    assert len(first) == 7
    assert first == again


def test_forms_writes_the_blank_workbook_once(tmp_path: Path) -> None:
    assert jixiao("forms", "-o", tmp_path).exit_code == 0
    before = (tmp_path / "补充资料.xlsx").read_bytes()
    second = jixiao("forms", "-o", tmp_path)
    assert second.exit_code == 2
    assert "已存在" in second.output
    assert (tmp_path / "补充资料.xlsx").read_bytes() == before


EMPTY = [
    ("explain", "", "支出"),
    ("inspect", ""),
    ("verify", ""),
    ("verify", ".", "--data", ""),
    ("forms", "-o", ""),
    ("convert", ""),
]


@pytest.mark.parametrize("arguments", EMPTY, ids=" ".join)
def test_an_empty_path_is_refused_in_a_line(arguments: tuple[str, ...]) -> None:
    result = jixiao(*arguments)
    assert (result.exit_code, len(result.output.splitlines())) == (2, 1)
    assert "名字是空的" in result.output


STREAMS = [("check", ".", "-o", "-"), ("convert", "-"), ("verify", "-")]


@pytest.mark.parametrize("arguments", STREAMS, ids=" ".join)
def test_a_stream_in_place_of_a_file_is_refused_in_a_line(arguments: tuple[str, ...]) -> None:
    result = jixiao(*arguments)
    assert (result.exit_code, len(result.output.splitlines())) == (2, 1)
    assert "./-" in result.output


@pytest.mark.parametrize("arguments", [("convert", ".", "-o"), ("pack", "new")], ids=" ".join)
def test_a_link_in_a_circle_is_refused_in_a_line(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "a")
    result = jixiao(*arguments, tmp_path / "a")
    assert (result.exit_code, result.output) == (2, "系统不接受这个路径：链接互相指向；请检查路径\n")


@pytest.mark.parametrize("below", ["", "x"])
def test_a_blank_supplement_that_cannot_be_written_is_a_line(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").touch()
    result = jixiao("forms", "-o", tmp_path / "file" / below)
    assert (result.exit_code, len(result.output.splitlines())) == (2, 1)
    assert "写不进去" in result.output


def test_a_file_alone_is_converted_and_no_other_beside_it(inbox: Path, tmp_path: Path) -> None:
    [accounts] = (inbox / CLEAN).glob("2021*.xls")
    result = jixiao(accounts, "-o", tmp_path / "out", "-j", "1")  # a place alone is to be converted
    assert "待补充" in result.output
    data = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    [only] = data["departments"]
    assert [file["name"] for file in only["inputs"]] == [accounts.name]


def test_the_version_is_told() -> None:
    assert jixiao("--version").output.strip() == __version__


def test_a_command_begins_without_what_only_checks_packs(tmp_path: Path) -> None:
    code = (
        "import sys; from converter.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: print(end.code, *{'pydantic', 'yaml'} & {*sys.modules})"
    )
    words = ["convert", str(tmp_path / "nothing"), "-o", str(tmp_path / "outbox"), "--force"]
    run = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True)
    assert run.stdout.split() == ["2"], run.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no terminal tells there that it is closed")
@pytest.mark.parametrize(("before", "is_heeded"), [("SIG_DFL", True), ("SIG_IGN", False)])
def test_a_closed_terminal_stops_what_was_not_started_to_outlive_it(before: str, is_heeded: bool) -> None:
    code = (
        f"import signal, sys; signal.signal(signal.SIGHUP, signal.{before})\n"
        "sys.argv = ['jixiao', '--version']; from converter.cli import main\n"
        "try: main()\n"
        "finally: print(signal.getsignal(signal.SIGHUP) is signal.default_int_handler)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == [__version__, str(is_heeded)]
