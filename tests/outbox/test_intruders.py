"""What somebody else has put into an outbox: links lead nowhere, nothing is taken for ours, nothing waits."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from converter.errors.errors import OutboxError
from converter.outbox.lock import FileLock, LockedError, locked
from converter.outbox.names import safe_name
from converter.outbox.outbox import Outbox
from tests.batch.conftest import Inbox, name_of
from tests.conversion.conftest import jixiao

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links and pipes are of POSIX systems")
FAILED, REFUSED = 3, 2


@pytest.mark.parametrize("name", [".jixiao", ".jixiao/unfinished", ".jixiao/written", "run.log.jsonl"])
def test_no_link_is_followed(tmp_path: Path, small_inbox: Inbox, name: str) -> None:
    elsewhere, outbox = tmp_path / "elsewhere", tmp_path / "outbox"
    elsewhere.mkdir()
    (elsewhere / ("0" * 32)).write_text("somebody's")
    (outbox / name).parent.mkdir(parents=True)
    (outbox / name).symlink_to(elsewhere)
    result = jixiao("convert", small_inbox(1), "-o", outbox, "-j", "1")
    assert (result.exit_code, f"{name}：是链接" in result.output) == (REFUSED, True)
    assert [path.name for path in elsewhere.iterdir()] == ["0" * 32]


@pytest.mark.parametrize("name", [".jixiao/departments", name_of(0), "历史"])
def test_no_link_is_followed_when_writing(tmp_path: Path, small_inbox: Inbox, name: str) -> None:
    elsewhere, outbox = tmp_path / "elsewhere", tmp_path / "outbox"
    elsewhere.mkdir()
    (elsewhere / f"{name_of(9)}-01234567.zip").write_text("somebody's")
    (outbox / name).parent.mkdir(parents=True)
    (outbox / name).symlink_to(elsewhere)
    result = jixiao("convert", small_inbox(1), "-o", outbox, "-j", "1")
    assert (result.exit_code in (REFUSED, FAILED), f"{name}：是链接" in result.output) == (True, True)
    assert len(list(elsewhere.iterdir())) == 1


def test_only_what_we_wrote_is_swept(tmp_path: Path) -> None:
    unfinished = tmp_path / ".jixiao" / "unfinished"
    for name in ("0" * 32, "notes.txt", "folder/x"):
        (unfinished / name).parent.mkdir(parents=True, exist_ok=True)
        (unfinished / name).write_text("1")
    Outbox(tmp_path).remove_unfinished()
    assert sorted(path.name for path in unfinished.iterdir()) == ["folder", "notes.txt"]


NO_FILES: dict[str, Callable[[Path], None]] = {
    "folder": lambda path: path.mkdir(),
    "pipe": os.mkfifo,
    "link to nothing": lambda path: path.symlink_to("nothing"),
}


@pytest.mark.parametrize("kind", NO_FILES)
def test_what_is_no_file_in_place_of_a_report_is_refused(tmp_path: Path, kind: str) -> None:
    (tmp_path / "甲局").mkdir()
    NO_FILES[kind](tmp_path / "甲局" / "报告.docx")
    with pytest.raises(OutboxError, match="这个位置上是"):
        Outbox(tmp_path).put("甲局", "报告.docx", b"1")


@pytest.mark.parametrize("name", [".jixiao/lock.system", ".jixiao/lock"])
def test_a_run_does_not_wait_for_what_is_no_file(tmp_path: Path, small_inbox: Inbox, name: str) -> None:
    outbox = tmp_path / "outbox"
    (outbox / ".jixiao").mkdir(parents=True)
    os.mkfifo(outbox / name)
    assert jixiao("convert", small_inbox(1), "-o", outbox, "-j", "1").exit_code == REFUSED


@pytest.mark.parametrize(
    ("name", "folder"),
    {
        "manifest.json": "_manifest.json",
        "Run.log.jsonl": "_Run.log.jsonl",
        "汇总.xlsx": "_汇总.xlsx",
        "汇总（新稿）.xlsx": "_汇总（新稿）.xlsx",
        "index.html": "_index.html",
        "历史": "_历史",
        "历史局": "历史局",
        "𠮷" * 54: "𠮷" * 40,
    }.items(),
)
def test_names_of_our_own_files_are_no_departments(name: str, folder: str) -> None:
    assert safe_name(name) == folder


def _flip(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:200] + bytes([data[200] ^ 1]) + data[201:])


def _bomb(path: Path) -> None:
    with ZipFile(path, "w", 8) as archive:
        archive.writestr("result.json", bytes(300_000_000))


SPOILED: dict[str, Callable[[Path], None]] = {
    "a bit flipped": _flip,
    "cut": lambda path: path.write_bytes(path.read_bytes()[:100]),
    "no archive": lambda path: path.write_bytes(b"\xff\xfe"),
    "too large": _bomb,
}


@pytest.mark.parametrize("damage", SPOILED.values(), ids=SPOILED)
def test_a_spoiled_result_is_made_again_and_a_line_says_so(
    small_inbox: Inbox, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    inbox, outbox = small_inbox(1), tmp_path / "outbox"
    jixiao("convert", inbox, "-o", outbox, "-j", "1")
    [stored] = (outbox / ".jixiao" / "departments").iterdir()
    damage(stored)
    results = [jixiao("convert", inbox, "-o", outbox, "-j", "1") for _ in range(2)]
    assert [("已损坏，已重新生成" in result.output, result.exit_code) for result in results] == [
        (True, 0),
        (False, 0),
    ]


def test_a_lock_holds_though_the_clock_was_set(tmp_path: Path) -> None:
    path = tmp_path / ".jixiao" / "lock"
    code = (
        "import sys, pathlib; from converter.outbox.lock import FileLock, locked\n"
        "with locked(FileLock(pathlib.Path(sys.argv[1]))): print(flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline()
        owner = json.loads(path.read_bytes())
        path.write_text(json.dumps(owner | {"since": "2020-01-01T08:00:00+08:00"}))
        with pytest.raises(LockedError), locked(FileLock(path)):
            pass
        other.kill()
        other.wait()
        with locked(FileLock(path)):
            pass


@pytest.mark.parametrize(
    "owner",
    [b"\xff", b"{}", b'{"host":"h","pid":-1,"user":"","since":""}', b'{"pid":"x"}', b"[" * 9999],
    ids=["no text", "nothing", "negative", "other types", "deep"],
)
def test_a_lock_that_names_nobody_is_waited_out(tmp_path: Path, owner: bytes) -> None:
    path = tmp_path / ".jixiao" / "lock"
    path.parent.mkdir()
    path.write_bytes(owner)
    with pytest.raises(LockedError), locked(FileLock(path)):
        pass
    os.utime(path, (1, 1))
    with locked(FileLock(path)):
        pass
