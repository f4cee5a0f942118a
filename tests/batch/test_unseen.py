"""What can't be looked into for a while is named, and what was stored of it stays."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from samples.filing import write
from tests.batch.conftest import BOOK, Inbox, name_of
from tests.conversion.conftest import jixiao
from tests.hostile.packages import table

POSIX = pytest.mark.skipif(os.name == "nt", reason="permissions and bytes in names are of POSIX systems")
FAILED = 3
real_iterdir, real_open = Path.iterdir, Path.open


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], None]:
    """A function that makes the system refuse a path, as a share out of reach does, whoever asks."""
    hidden: list[Path | None] = [None]

    def refused(function: Callable) -> Callable:
        def guarded(path: Path, *arguments: object, **more: object) -> object:
            if path == hidden[0]:
                raise PermissionError(13, "")
            return function(path, *arguments, **more)

        return guarded

    monkeypatch.setattr(Path, "iterdir", refused(real_iterdir))
    monkeypatch.setattr(Path, "open", refused(real_open))
    return lambda path: hidden.__setitem__(0, path)


@pytest.mark.parametrize("below", ["", "附件", BOOK], ids=["folder", "inner folder", "file"])
def test_what_was_stored_of_it_stays(small_inbox: Inbox, refuse: Callable, below: str) -> None:
    inbox = small_inbox(2)
    (inbox / name_of(0) / "附件").mkdir()
    outbox = inbox.parent / "outbox"
    jixiao("convert", inbox, "-o", outbox, "-j", "1")
    stored = {path: path.read_bytes() for path in (outbox / ".jixiao" / "departments").iterdir()}
    refuse(inbox / name_of(0) / below)
    result = jixiao("convert", inbox, "-o", outbox, "-j", "1")
    assert result.exit_code == FAILED
    [line] = [line for line in result.output.splitlines() if line.startswith("未处理")]
    assert name_of(0) in line
    assert "打不开（没有权限）" in line
    assert "原有的报告和处理结果都没有动" in line
    assert {path: path.read_bytes() for path in (outbox / ".jixiao" / "departments").iterdir()} == stored
    refuse(None)
    jixiao("convert", inbox, "-o", outbox, "-j", "1")
    manifest = json.loads((outbox / "manifest.json").read_text("utf-8"))
    assert [entry["revised"] for entry in manifest["departments"]] == [0, 0]


def test_an_inbox_that_lost_all_its_folders_drops_nothing(small_inbox: Inbox) -> None:
    """As where a share is no longer mounted: its mount point is an empty folder."""
    inbox = small_inbox(1)
    outbox = inbox.parent / "outbox"
    jixiao("convert", inbox, "-o", outbox, "-j", "1")
    inbox.rename(inbox.with_name("away"))
    inbox.mkdir()
    assert jixiao("convert", inbox, "-o", outbox, "-j", "1").exit_code == 2
    assert len(list((outbox / ".jixiao" / "departments").iterdir())) == 1


@POSIX
def test_names_that_are_not_utf_8_are_read_as_of_windows(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + "/inbox/甲局".encode("gbk")))
    folder.mkdir(parents=True)
    write.book([table("甲局")], folder / os.fsdecode("决算.xlsx".encode("gbk")))
    for _ in range(2):
        result = jixiao("convert", tmp_path / "inbox", "-o", tmp_path / "outbox", "-j", "1")
    assert (result.exit_code, "2020年度 甲局" in result.output, "未变" in result.output) == (0, True, True)
    assert "决算.xlsx" in (tmp_path / "outbox" / "甲局" / "核对清单.txt").read_text("utf-8")
