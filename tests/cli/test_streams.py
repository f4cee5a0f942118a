"""Whatever the screen is, a run writes all it should, and ends."""

import os
import subprocess
from pathlib import Path

import pytest

from converter.cli.screen import progress
from converter.outbox.outbox import Outbox
from samples.filing import write
from tests.batch.conftest import JIXIAO
from tests.conversion.conftest import jixiao
from tests.hostile.packages import table

POSIX = pytest.mark.skipif(os.name == "nt", reason="shells and limits of POSIX systems")
RARE = "某🙂局"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "inbox" / RARE).mkdir(parents=True)
    write.book([table(RARE)], tmp_path / "inbox" / RARE / "决算.xlsx")
    return tmp_path / "inbox"


@POSIX
@pytest.mark.parametrize(
    ("shell", "code"),
    [
        ('"$@" >/dev/full', 3),
        ('"$@" | true; exit ${PIPESTATUS[0]}', 0),
        ('"$@" >&- 2>&- <&-', 0),
        ('"$@" 2>&-', 0),
        ('PYTHONIOENCODING=gbk "$@"', 0),
        ('ulimit -v 1500000; "$@"', 0),
    ],
)
def test_the_overview_is_written(inbox: Path, tmp_path: Path, shell: str, code: int) -> None:
    command = [*JIXIAO, "convert", str(inbox), "-o", str(tmp_path / "outbox"), "-j", "1"]
    run = subprocess.run(
        ["bash", "-c", shell, "bash", *command], capture_output=True, timeout=60, check=False
    )
    assert (run.returncode, b"Traceback" in run.stderr) == (code, False), run.stderr
    assert (tmp_path / "outbox" / "汇总.xlsx").is_file()
    assert (tmp_path / "outbox" / "index.html").is_file()
    assert list((tmp_path / "outbox" / RARE).glob("*.docx"))


def test_an_overview_that_is_not_written_is_a_failure(inbox: Path, tmp_path: Path) -> None:
    (tmp_path / "outbox" / "汇总.xlsx").mkdir(parents=True)
    result = jixiao("convert", inbox, "-o", tmp_path / "outbox", "-j", "1")
    assert (result.exit_code, "汇总.xlsx：这个位置上是文件夹" in result.output) == (3, True)
    assert "汇总在" not in result.output


def test_nor_is_one_that_meets_a_full_disk(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(outbox: Outbox, folder: str, *arguments: object, **more: object) -> None:
        raise OSError(28, "")

    jixiao("convert", inbox, "-o", tmp_path / "outbox", "-j", "1")
    monkeypatch.setattr(Outbox, "put", full)
    result = jixiao("convert", inbox, "-o", tmp_path / "outbox", "-j", "1")
    assert (result.exit_code, "磁盘已满" in result.output) == (3, True)


@pytest.mark.parametrize(
    "words",
    [
        ("convert", ""),
        ("convert", ".", "-o", ""),
        ("check", ""),
        ("watch", ".", "-o", ""),
        ("convert", "{inbox}", "-o", "{inbox}"),
        ("watch", "{inbox}", "-o", "{inbox}"),
        ("convert", "{inbox}", "-o", "{inbox}/.."),
        ("convert", "{inbox}", "--year", "-1"),
        ("check", "{inbox}", "--year", "99999999999999999999"),
        ("convert", "{inbox}", "--timeout", "99999999999"),
        ("convert", "{inbox}", "--timeout", "-1"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_line(inbox: Path, words: tuple[str, ...]) -> None:
    result = jixiao(*(word.format(inbox=inbox) for word in words))
    assert (result.exit_code, len(result.output.splitlines())) == (2, 1), result.output


@pytest.mark.parametrize("below", ["outbox", "往年/outbox"])
def test_an_outbox_within_the_inbox_is_passed_over(
    inbox: Path, monkeypatch: pytest.MonkeyPatch, below: str
) -> None:
    monkeypatch.chdir(inbox)
    (inbox / below).parent.mkdir(exist_ok=True)
    results = [jixiao("convert", ".", "-o", below, "-j", "1") for _ in range(2)]
    assert [(result.exit_code, "未处理" in result.output) for result in results] == [(0, False)] * 2


def test_a_bar_that_nobody_sees_leaves_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(progress(iter([(3, []), (1, ["a"]), (2, ["b"])]))) == [["a"], ["b"]]
    assert capsys.readouterr().err == ""
