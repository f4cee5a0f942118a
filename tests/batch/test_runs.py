"""Run after run on one outbox: what is skipped, done again, dropped, refused."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from converter.outbox.lock import FileLock, locked
from tests.batch.conftest import BOOK, JIXIAO, Inbox, contents, fill, name_of
from tests.conversion.conftest import jixiao
from tests.shared import made_once

COUNT = 3


@pytest.fixture(scope="session")
def converted(tmp_path_factory: pytest.TempPathFactory, template: Path) -> Path:
    """A folder with an inbox, and the outbox of a run on it."""
    return made_once(
        tmp_path_factory, "runs", lambda folder: _convert(fill(folder / "inbox", template, COUNT))
    )


@pytest.fixture
def inbox(converted: Path, tmp_path: Path) -> Path:
    """An inbox that was converted, for the test to alter; `outbox` lies beside it."""
    return Path(shutil.copytree(converted, tmp_path / "bureau")) / "inbox"


@pytest.fixture
def outbox(inbox: Path) -> Path:
    return inbox.with_name("outbox")


def _events(outbox: Path) -> list[dict]:
    lines = [json.loads(line) for line in (outbox / "run.log.jsonl").read_text("utf-8").splitlines()]
    last = max(number for number, line in enumerate(lines) if line["event"] == "run-started")
    return lines[last + 1 :]


def _done(outbox: Path) -> list[str]:
    return [event["place"] for event in _events(outbox) if event["event"] == "done"]


def _convert(inbox: Path, *arguments: str) -> tuple[Path, str]:
    outbox = inbox.parent / "outbox"
    result = jixiao("convert", inbox, "-o", outbox, "-j", "2", *arguments)
    assert result.exit_code == 0, result.output
    return outbox, result.output


def _alter(inbox: Path, department: str) -> None:
    """Change a figure of a department's table."""
    path = inbox / department / BOOK
    book = openpyxl.load_workbook(path)
    cell = next(cell for row in book.active.iter_rows() for cell in row if isinstance(cell.value, float))
    cell.value += 1
    book.save(path)


def test_unchanged_departments_are_not_done_again(inbox: Path, outbox: Path) -> None:
    before, manifest = contents(outbox), (outbox / "manifest.json").read_bytes()
    outbox, output = _convert(inbox)
    assert _done(outbox) == []
    assert output.count("未变") == COUNT + 1
    assert (contents(outbox), (outbox / "manifest.json").read_bytes()) == (before, manifest)


def test_force_does_all_again(inbox: Path, outbox: Path) -> None:
    before = contents(outbox)
    _convert(inbox, "--force")
    assert (len(_done(outbox)), contents(outbox)) == (COUNT, before)


def test_another_pack_or_year_does_all_again(inbox: Path, outbox: Path, tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "pack.yaml").write_text("extends: hunan-2020\n", "utf-8")
    _convert(inbox, "--pack", str(tmp_path / "pack"))
    assert len(_done(outbox)) == COUNT
    (inbox / "别名.yaml").write_text("支出合计: [支出共计]\n", "utf-8")
    _convert(inbox, "--pack", str(tmp_path / "pack"))
    assert len(_done(outbox)) == COUNT


def test_a_result_with_another_schema_is_made_again(inbox: Path, outbox: Path) -> None:
    [stored] = (outbox / ".jixiao" / "departments").glob(f"{name_of(1)}*")
    with ZipFile(stored) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(stored, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data.replace(b'"schema":1', b'"schema":0'))
    _convert(inbox)
    assert _done(outbox) == [name_of(1)]


def test_only_a_resubmission_is_done(inbox: Path, outbox: Path) -> None:
    _alter(inbox, name_of(1))
    jixiao("convert", inbox, "-o", outbox)
    assert _done(outbox) == [name_of(1)]
    manifest = json.loads((outbox / "manifest.json").read_text("utf-8"))
    assert [entry["revised"] for entry in manifest["departments"]] == [0, 1, 0]
    book = openpyxl.load_workbook(outbox / name_of(1) / "变更.xlsx")
    assert book.sheetnames == ["历次变更", "数字变更", "核对意见变更"]
    row = [cell.value for cell in book["数字变更"][3]]
    assert row[3] == "万元"
    assert round(row[6], 2) == 1
    assert BOOK in row[7]
    assert not (outbox / name_of(0) / "变更.xlsx").exists()
    _alter(inbox, name_of(1))
    jixiao("convert", inbox, "-o", outbox)
    book = openpyxl.load_workbook(outbox / name_of(1) / "变更.xlsx")
    assert [row[0].value for row in book["历次变更"].iter_rows(min_row=3)] == [2, 1]


def test_a_deleted_report_is_made_again(inbox: Path, outbox: Path) -> None:
    before = contents(outbox)
    shutil.rmtree(outbox / name_of(2))
    _convert(inbox)
    assert (_done(outbox), contents(outbox)) == ([name_of(2)], before)


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _never_written(data: bytes) -> bytes:
    return b""


def _zeros(data: bytes) -> bytes:
    return bytes(len(data))


@pytest.mark.parametrize(
    ("spoil", "files", "moved_to_history"),
    [
        (_cut, "*/*.docx", 1),  # it may be what a person wrote
        (_never_written, "*/*", 0),
        (_zeros, "*/*", 0),
        (_cut, ".jixiao/departments/*", 0),
        (_never_written, ".jixiao/departments/*", 0),
    ],
)
def test_a_partial_file_is_made_again(
    inbox: Path, outbox: Path, spoil: Callable[[bytes], bytes], files: str, moved_to_history: int
) -> None:
    """As after a power failure: the names are there, but not all of what was written last."""
    before = contents(outbox)
    for path in outbox.glob(files.replace("*", f"{name_of(2)}*", 1)):
        path.write_bytes(spoil(path.read_bytes()))
    _convert(inbox)
    after = contents(outbox)
    assert _done(outbox) == [name_of(2)]
    assert len([after.pop(name) for name in list(after) if name.startswith("历史")]) == moved_to_history
    assert after == before


def test_a_department_that_left_is_dropped_but_its_files_stay(inbox: Path, outbox: Path) -> None:
    before = contents(outbox)
    shutil.rmtree(inbox / name_of(0))
    _convert(inbox)
    assert [event["place"] for event in _events(outbox) if event["event"] == "left"] == [name_of(0)]
    assert len(json.loads((outbox / "manifest.json").read_text("utf-8"))["departments"]) == COUNT - 1
    assert contents(outbox) == before


def test_a_second_run_at_once_is_refused(inbox: Path, outbox: Path) -> None:
    with locked(FileLock(outbox / ".jixiao" / "lock")):
        result = jixiao("convert", inbox, "-o", outbox)
    assert result.exit_code == 2
    assert f"进程 {os.getpid()}" in result.output
    assert "Traceback" not in result.output


def test_the_lock_of_a_process_that_is_gone_is_stale(inbox: Path, outbox: Path) -> None:
    code = (
        "import os, sys, pathlib; from converter.outbox.lock import FileLock, locked\n"
        "with locked(FileLock(pathlib.Path(sys.argv[1]))): os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, str(outbox / ".jixiao" / "lock")], check=True)
    assert (outbox / ".jixiao" / "lock").exists()
    _convert(inbox)
    assert not (outbox / ".jixiao" / "lock").exists()


def test_stopped_by_ctrl_c_or_sigterm_it_exits_130_and_continues_next_time(small_inbox: Inbox) -> None:
    count = 24
    inbox = small_inbox(count)
    outbox = inbox.parent / "outbox"
    command = [*JIXIAO, "convert", str(inbox), "-o", str(outbox), "-j", "2"]
    for request in (signal.SIGINT, signal.SIGTERM):
        before = len(list(outbox.glob("[!.]*/*.docx")))
        process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE)
        while len(list(outbox.glob("[!.]*/*.docx"))) < before + 5:
            time.sleep(0.01)
        process.send_signal(request)
        _, errors = process.communicate(timeout=60)
        assert (process.returncode, b"Traceback" in errors) == (130, False)
        assert "已停止" in errors.decode()
        assert not (outbox / ".jixiao" / "lock").exists()
    _convert(inbox)
    assert len(list(outbox.glob("[!.]*/*.docx"))) == count
    assert not (outbox / "历史").exists()
