"""Killed at any moment, a run leaves no half file, and a plain re-run ends where an undisturbed one does."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from tests.runs.conftest import BOOK, contents, file_for, name_of

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kill -9 is of POSIX systems")
COUNT, KILLS, PATIENCE = 200, 10, 120
FAILED = 3


@contextmanager
def _running(inbox: Path, outbox: Path) -> Iterator[subprocess.Popen[bytes]]:
    words = [sys.executable, "-c", "from converter.cli import main; main()", "convert", inbox, "-o", outbox]
    with subprocess.Popen([*map(str, words), "-j", "2"], stdout=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.kill()


def _run(inbox: Path, outbox: Path) -> None:
    with _running(inbox, outbox) as process:
        assert process.wait(PATIENCE) == 0


def _reports(outbox: Path) -> int:
    return len(list(outbox.glob("[!.]*/*.docx")))


def _until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.005)


@pytest.fixture(scope="module")
def chance() -> random.Random:
    seed = int(os.environ.get("JIXIAO_SEED", time.time_ns() % 10**6))
    print(f"JIXIAO_SEED={seed}")  # shown when a test fails
    return random.Random(seed)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, template: Path) -> tuple[Path, dict[str, str]]:
    """An inbox, and what a run on it gives that nothing disturbs."""
    place = tmp_path_factory.mktemp("undisturbed")
    for number in range(COUNT):
        file_for(template, place / "inbox" / name_of(number) / BOOK, name_of(number))
    _run(place / "inbox", place / "outbox")
    whole = contents(place / "outbox")
    assert len(whole) == 2 * COUNT
    return place / "inbox", whole


def test_parent_killed(
    undisturbed: tuple[Path, dict[str, str]], tmp_path: Path, chance: random.Random
) -> None:
    """Each run is the plain re-run of the one killed before it; the last comes to its end."""
    (inbox, whole), outbox = undisturbed, tmp_path / "outbox"
    for _ in range(KILLS):
        more = _reports(outbox) + chance.randint(0, COUNT // KILLS)
        with _running(inbox, outbox) as process:
            _until(lambda: _reports(outbox) >= more or process.poll() is not None)  # noqa: B023
            time.sleep(chance.random() / 10)
            process.send_signal(signal.SIGKILL)
        assert contents(outbox).items() <= whole.items()  # nothing half, nothing twice
    _run(inbox, outbox)
    assert contents(outbox) == whole


def test_workers_killed(
    undisturbed: tuple[Path, dict[str, str]], tmp_path: Path, chance: random.Random
) -> None:
    """The run goes on without the departments its workers died of; a plain re-run does those."""
    (inbox, whole), outbox = undisturbed, tmp_path / "outbox"
    with _running(inbox, outbox) as process:
        for _ in range(KILLS):
            more = _reports(outbox) + chance.randint(1, COUNT // KILLS - 2)
            _until(lambda: _reports(outbox) >= more)  # noqa: B023
            time.sleep(chance.random() / 20)
            workers = psutil.Process(process.pid).children()
            chance.choice(workers).send_signal(signal.SIGKILL)
        assert process.wait(PATIENCE) in (0, FAILED)
    assert contents(outbox).items() <= whole.items()
    _run(inbox, outbox)
    assert contents(outbox) == whole
