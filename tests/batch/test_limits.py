"""A department that crashes, hangs or outgrows its memory ends alone, with its reason."""

import ctypes
import faulthandler
import multiprocessing
import os
import re
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from converter.batch import readings
from converter.inbox.departments import SplitSubmission, split_by_department
from converter.inbox.submissions import Submission
from converter.outbox.results import ResultStore, StoredResult
from converter.read.reader import Reader
from samples.filing import write
from tests.batch.conftest import BOOK, JIXIAO, Inbox, name_of
from tests.conversion.conftest import jixiao
from tests.hostile.packages import table

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and limits of memory are of POSIX systems")
FAILED, SECONDS = 3, 2
DIED, LATE, LARGE = "处理时程序异常退出", f"处理超过 {SECONDS} 秒", "占用内存过多"
GREEDY, ORDINARY = "巨表局", "常表局"


def _hang_in_native_code() -> None:
    """Hang in native code, where signals to Python have no effect."""
    ctypes.PyDLL(None).sleep(3600)


def _fill_memory() -> None:
    chunks = [b""]
    while True:
        chunks.append(bytes(10_000_000))


MISBEHAVIOUR: dict[str, tuple[Callable[[], object], str]] = {
    "aborted": (os.abort, DIED),
    "killed": (lambda: os.kill(os.getpid(), signal.SIGKILL), DIED),
    "segmentation fault": (lambda: ctypes.string_at(0), DIED),
    "exited": (lambda: os._exit(1), DIED),
    "hanging": (lambda: time.sleep(3600), LATE),
    "hanging in native code": (_hang_in_native_code, LATE),
    "too much memory at once": (lambda: bytes(10**12), LARGE),
    "too much memory little by little": (_fill_memory, LARGE),
}


def _failed(output: str) -> dict[str, str]:
    """Return the reason printed for every department that could not be done."""
    return dict(re.findall("^未处理 (.*?)：(.*?)，.*其余不受影响；请检查", output, re.MULTILINE))


def _listed(outbox: Path) -> set[str]:
    return {path.parent.name for path in outbox.glob("[!.]*/核对清单.txt")}


@pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork", reason="a worker inherits misbehaviour when it is forked"
)
def test_misbehaviour_ends_its_department_alone(small_inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """All kinds in one run, each followed by a department that behaves."""
    inbox, outbox = small_inbox(2 * len(MISBEHAVIOUR)), small_inbox(0).parent / "outbox"
    faults = {name_of(2 * index): fault for index, fault in enumerate(MISBEHAVIOUR.values())}

    def misbehave(submission: Submission, reader: Reader, year: int) -> SplitSubmission:
        if submission.folder in faults:
            faulthandler.disable()  # its tracebacks would fill the screen
            faults[submission.folder][0]()
        return split_by_department(submission, reader, year)

    monkeypatch.setattr(readings, "split_by_department", misbehave)
    monkeypatch.setenv("COLUMNS", "200")
    result = jixiao("convert", inbox, "-o", outbox, "-j", "2", "--timeout", str(SECONDS))
    assert _failed(result.output) == {name: reason for name, (_, reason) in faults.items()}
    assert _listed(outbox) == {name_of(2 * index + 1) for index in range(len(MISBEHAVIOUR))}
    assert result.exit_code == FAILED


@pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork",
    reason="a worker inherits the fault when it is forked",
)
def test_a_result_that_is_not_stored_is_named(small_inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
    save = ResultStore.save

    def lose(store: ResultStore, submission: Submission, result: StoredResult) -> None:
        if submission.folder != name_of(1):
            save(store, submission, result)

    inbox = small_inbox(2)
    monkeypatch.setattr(ResultStore, "save", lose)
    result = jixiao("convert", inbox, "-o", inbox.parent / "outbox", "-j", "1")
    assert f"未处理 {name_of(1)}：处理结果没能存下来" in result.output.replace("\n", "")
    assert result.exit_code == FAILED


@pytest.mark.parametrize(
    ("rows", "memory", "arguments", "reason"),
    [(10_000, 700_000_000, (), LARGE), (1_200, 3_000_000_000, ("--timeout", SECONDS), LATE)],
    ids=["memory", "time"],
)
def test_a_huge_sheet_ends_its_department_alone(
    tmp_path: Path, rows: int, memory: int, arguments: tuple[str, ...], reason: str
) -> None:
    """A sheet of millions of cells, nearly all blank, within the limits of a sheet, not of memory or time."""
    for name in (GREEDY, ORDINARY):
        write.book([table(name)], tmp_path / "inbox" / name / BOOK)
    greedy = tmp_path / "inbox" / GREEDY / BOOK
    book = openpyxl.load_workbook(greedy)
    for row in range(1, rows):
        book.worksheets[0].cell(row, 16_000, 1)
    book.save(greedy)
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "pack.yaml").write_text("extends: hunan-2020\n", "utf-8")
    (tmp_path / "pack" / "limits.yaml").write_text(
        f"task_memory_bytes: {memory}\nsheet_cells: 200_000_000\n", "utf-8"
    )
    folders = ("convert", tmp_path / "inbox", "-o", tmp_path / "outbox", "--pack", tmp_path / "pack", "-j", 2)
    command = [*JIXIAO, *folders, *arguments]
    run = subprocess.run([*map(str, command)], capture_output=True, text=True)
    assert [*_failed(run.stdout).values()] == [reason]
    assert _listed(tmp_path / "outbox") == {ORDINARY}
    assert (run.returncode, run.stderr.strip()) == (FAILED, "")
