"""What a command reads from others is read in a process of its own, which may die without harm."""

import os
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from converter.batch import in_worker
from converter.errors import Failure, ReadError
from converter.pack import DEFAULT, load_pack
from converter.read import FiledFile
from tests.batch.conftest import BOOK, Inbox, name_of
from tests.batch.test_limits import DIED, MISBEHAVIOUR, SECONDS
from tests.conversion.conftest import jixiao

LIMITS = replace(load_pack(DEFAULT).limits, task_seconds=SECONDS)
pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and limits of memory are of POSIX systems")


def _refuse() -> None:
    raise ReadError("读不了")


@pytest.mark.parametrize("misbehaviour", ["killed", "hanging in native code", "too much memory at once"])
def test_a_worker_that_misbehaves_ends_alone(misbehaviour: str) -> None:
    action, reason = MISBEHAVIOUR[misbehaviour]
    result = in_worker("甲局.xlsx", LIMITS, action)
    assert isinstance(result, Failure)
    assert reason in result.message


def test_a_worker_returns_what_was_computed_or_what_failed() -> None:
    assert in_worker("甲局.xlsx", LIMITS, divmod, 7, 2) == (3, 1)
    assert in_worker("甲局.xlsx", LIMITS, os.getpid) != os.getpid()
    assert in_worker("甲局.xlsx", LIMITS, _refuse) == Failure("甲局.xlsx", "读不了")


def test_within_a_worker_it_is_done_there() -> None:
    def both() -> tuple[int, object]:
        return os.getpid(), in_worker("甲局.xlsx", LIMITS, os.getpid)

    answer = in_worker("甲局.xlsx", LIMITS, both)
    assert isinstance(answer, tuple)
    assert answer[0] == answer[1]


def test_an_answer_that_cannot_travel_is_a_failure() -> None:
    result = in_worker("甲局.xlsx", LIMITS, lambda: lambda: None)
    assert isinstance(result, Failure)
    assert DIED in result.message


def test_the_asking_process_reads_nothing_foreign(
    small_inbox: Inbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is filed, and every list of the bureau, is read elsewhere."""
    inbox, outbox, here, read = small_inbox(1), tmp_path / "outbox", os.getpid(), FiledFile.read_bytes
    book = inbox / name_of(0) / BOOK
    for loose in ("名册.xlsx", "汇总表.xlsx"):
        shutil.copy(book, inbox / loose)
    (inbox / "别名.yaml").write_text("公务接待费: [招待支出]\n", "utf-8")

    def elsewhere(file: FiledFile) -> bytes:
        assert os.getpid() != here, file.name
        return read(file)

    monkeypatch.setattr(FiledFile, "read_bytes", elsewhere)
    assert "名册未采用" in jixiao("convert", inbox, "-o", outbox).output
    [report] = outbox.rglob("*.docx")
    assert name_of(0) in jixiao("inspect", book).output
    assert "支出" in jixiao("explain", report, "支出").output
    assert report.name in jixiao("verify", report).output
    assert report.name in jixiao("verify", report, "--data", inbox).output
