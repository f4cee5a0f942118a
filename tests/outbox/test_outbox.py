"""What a person has made of a file is never overwritten; what we replace goes to the history."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from converter.errors.errors import OutboxError, writing
from converter.outbox import manifest as manifest_module
from converter.outbox import outbox as outbox_module
from converter.outbox.outbox import Outbox
from converter.outbox.record import HashedFile
from tests.batch.conftest import Inbox
from tests.conversion.conftest import jixiao

NAME, PENDING, FOLDER = "报告.docx", "报告（待核）.docx", "甲局"


def _put(root: Path, data: bytes, name: str = NAME, *others: str) -> tuple[HashedFile, list[str]]:
    outbox = Outbox(root)
    return outbox.put(FOLDER, name, data, instead_of=others), outbox.edited


def _files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.glob("[!.]*/**/*")
        if path.is_file()
    }


def test_a_replaced_version_goes_to_the_history(tmp_path: Path) -> None:
    for data in (b"1", b"1", b"2", b"3"):
        _put(tmp_path, data)
    assert _files(tmp_path) == {
        "甲局/报告.docx": b"3",
        "历史/甲局/报告_1.docx": b"1",
        "历史/甲局/报告_2.docx": b"2",
    }


def test_an_edited_report_goes_to_the_history_whole(tmp_path: Path) -> None:
    _put(tmp_path, b"1")
    (tmp_path / FOLDER / NAME).write_bytes(b"edited")
    stored, edited = _put(tmp_path, b"2")
    assert (stored.name, edited) == ("甲局/报告.docx", ["历史/甲局/报告_1.docx"])
    assert _files(tmp_path) == {"甲局/报告.docx": b"2", "历史/甲局/报告_1.docx": b"edited"}


def test_drafts_of_earlier_versions_go_to_the_history_too(tmp_path: Path) -> None:
    _put(tmp_path, b"1")
    for draft in (NAME, "报告（新稿）.docx", "报告（新稿2）.docx"):
        (tmp_path / FOLDER / draft).write_bytes(b"edited")
    _put(tmp_path, b"2")
    assert _files(tmp_path)["甲局/报告.docx"] == b"2"
    assert sorted(_files(tmp_path).values()) == [b"2", b"edited", b"edited", b"edited"]


def test_what_is_not_made_again_goes_to_the_history_and_nothing_else(tmp_path: Path) -> None:
    outbox, folder = Outbox(tmp_path), tmp_path / "局" / "标注版"
    for name in ("一（标注版）.xlsx", "二（标注版）.xlsx"):
        outbox.put("局/标注版", name, name.encode())
    (folder / "笔记.txt").write_text("人写的", "utf-8")
    outbox.retire_others("局/标注版", "*（标注版）.xlsx", {"一（标注版）.xlsx"})
    assert {path.name for path in folder.iterdir()} == {"一（标注版）.xlsx", "笔记.txt"}
    assert [path.name for path in (tmp_path / "历史" / "局" / "标注版").iterdir()] == ["二（标注版）_1.xlsx"]


def test_nothing_is_moved_through_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "别人的（标注版）.xlsx").write_bytes(b"1")
    (tmp_path / "outbox" / "局").mkdir(parents=True)
    (tmp_path / "outbox" / "局" / "标注版").symlink_to(elsewhere)
    with pytest.raises(OutboxError):
        Outbox(tmp_path / "outbox").retire_others("局/标注版", "*（标注版）.xlsx", set())
    assert [*elsewhere.iterdir()]


def test_documents_of_people_are_known_and_kept(tmp_path: Path) -> None:
    """Those that we did not write, however they are called; not what is open, nor what is incomplete."""
    stored, _ = _put(tmp_path, b"1")
    outbox = Outbox(tmp_path)
    assert not outbox.has_other(FOLDER, [stored])
    (tmp_path / FOLDER / "王主任改.docx").write_bytes(b"edited")
    (tmp_path / FOLDER / "~$报告.docx").write_bytes(b"open")
    (tmp_path / FOLDER / "半.docx").write_bytes(b"PK\x03\x04")
    assert [path.name for path in outbox.documents_of_people(FOLDER)] == ["王主任改.docx"]
    assert outbox.has_other(FOLDER, [stored])
    outbox.retire(tmp_path / FOLDER / "王主任改.docx")
    assert outbox.edited == ["历史/甲局/王主任改_1.docx"]
    assert not outbox.has_other(FOLDER, [stored])


def test_documents_in_folders_of_people(tmp_path: Path) -> None:
    """What lies deeper is not among those that are read, but a run has to say so; a copy of ours is none."""
    stored, _ = _put(tmp_path, b"1")
    outbox, inner = Outbox(tmp_path), tmp_path / FOLDER / "备份" / "三月"
    inner.mkdir(parents=True)
    (inner / "报告.docx").write_bytes(b"1")
    assert not outbox.has_other(FOLDER, [stored])
    (inner / "改稿.docx").write_bytes(b"edited")
    assert outbox.documents_of_people(FOLDER) == []
    assert outbox.documents_below(FOLDER) == [inner / "改稿.docx"]
    assert outbox.has_other(FOLDER, [stored])


@pytest.mark.parametrize("name", ["改稿.DOCX", "改稿.docm"])
def test_a_document_counts_however_its_kind_is_written(tmp_path: Path, name: str) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / name).write_bytes(b"edited")
    assert [path.name for path in Outbox(tmp_path).documents_of_people(FOLDER)] == [name]


def test_pending_becomes_final(tmp_path: Path) -> None:
    _put(tmp_path, b"1", PENDING, NAME)
    _put(tmp_path, b"2", NAME, PENDING)
    assert _files(tmp_path) == {"甲局/报告.docx": b"2", "历史/甲局/报告（待核）_1.docx": b"1"}


def test_an_edited_pending_report_goes_when_the_final_comes(tmp_path: Path) -> None:
    _put(tmp_path, b"1", PENDING, NAME)
    (tmp_path / FOLDER / PENDING).write_bytes(b"edited")
    stored, edited = _put(tmp_path, b"2", NAME, PENDING)
    assert (stored.name, edited) == ("甲局/报告.docx", ["历史/甲局/报告（待核）_1.docx"])
    assert _files(tmp_path)["历史/甲局/报告（待核）_1.docx"] == b"edited"


def test_a_file_open_in_word_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(OutboxError, match="写不进去，多半正在 Word"):
        _put(tmp_path, b"1")


@pytest.mark.parametrize(
    ("full", "code"),
    [
        ("run.log.jsonl", 2),
        ("loose.json", 2),
        ("departments", 3),
        ("manifest.json", 2),
        ("汇总.xlsx", 3),
        ("index.html", 3),
    ],
)
def test_a_full_disk_is_one_line(
    small_inbox: Inbox, monkeypatch: pytest.MonkeyPatch, full: str, code: int
) -> None:
    """Whichever of its own files the run can't write is named; without its overview no run is clean."""
    inbox = small_inbox(1)

    @contextmanager
    def refusing(file: str | Path) -> Iterator[None]:
        with writing(file):
            if full in str(file):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            yield

    for module in (outbox_module, manifest_module):
        monkeypatch.setattr(module, "writing", refusing)
    monkeypatch.setenv("COLUMNS", "200")
    result = jixiao("convert", inbox, "-o", inbox.parent / "outbox", "-j", "1")
    [line] = [line for line in result.output.splitlines() if "写不进去（磁盘已满）" in line]
    assert (full in line, result.exit_code) == (True, code), result.output


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_an_outbox_that_cannot_be(small_inbox: Inbox, place: str) -> None:
    inbox = small_inbox(1)
    (inbox.parent / "file").touch()
    result = jixiao("convert", inbox, "-o", inbox.parent / place)
    assert (result.exit_code, result.output.count("写不进去")) == (2, 1)
