"""Watching an inbox: what has stopped changing is converted, once."""

import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.batch.conftest import BOOK, JIXIAO, file_for, name_of

PATIENCE, PAUSE = 60, 1.0


@contextmanager
def _watching(inbox: Path, outbox: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    inbox.mkdir(exist_ok=True)
    command = [*JIXIAO, "watch", str(inbox), "-o", str(outbox), "-j", "1", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def _rounds(outbox: Path, count: int) -> str:
    """Wait until that many runs have ended; return the log."""
    deadline, log = time.monotonic() + PATIENCE, outbox / "run.log.jsonl"
    while not log.exists() or log.read_text("utf-8").count('"run-ended"') < count:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    return log.read_text("utf-8")


def _stopped(process: subprocess.Popen[str]) -> str:
    time.sleep(PAUSE)  # for the overview that follows a run
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, "Traceback" in errors) == (130, False), errors
    return output


@pytest.mark.parametrize("options", [(), ("--poll",)], ids=["notified", "polling"])
def test_an_unfinished_file_is_waited_for(template: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    inbox, outbox = tmp_path / "inbox", tmp_path / "outbox"
    file_for(template, tmp_path / BOOK, name_of(0))
    data, target = (tmp_path / BOOK).read_bytes(), inbox / name_of(0) / BOOK
    with _watching(inbox, outbox, *options) as process:
        target.parent.mkdir()
        target.with_name(f"~${BOOK}").touch()
        with target.open("wb") as file:
            file.write(data[: len(data) // 2])
            file.flush()
            time.sleep(PAUSE)
            file.write(data[len(data) // 2 :])
        log = _rounds(outbox, 1)
        output = _stopped(process)
    assert [log.count(f'"event":"{event}"') for event in ("run-started", "done", "failed")] == [1, 1, 0]
    assert output.count(f"2020年度 {name_of(0)}") == 1


def test_only_what_changed_is_converted_again_and_shown(template: Path, tmp_path: Path) -> None:
    inbox, outbox = tmp_path / "inbox", tmp_path / "outbox"
    for number in range(2):
        file_for(template, inbox / name_of(number) / BOOK, name_of(number))
    with _watching(inbox, outbox) as process:
        _rounds(outbox, 1)
        time.sleep(PAUSE)
        file_for(template, inbox / name_of(1) / f"又{BOOK}", name_of(1))
        log = _rounds(outbox, 2)
        output = _stopped(process)
    again = log[log.rindex("run-started") :]
    assert [again.count(f'"event":"{event}"') for event in ("unchanged", "done")] == [1, 1]
    assert output.count(f"2020年度 {name_of(0)}") == 1
    assert output.count(f"2020年度 {name_of(1)}") == 2
