"""Killed at any moment, a run leaves no partial file, and the next one ends where an undisturbed one does."""

import json
import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import Process
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.batch.conftest import contents, fill, name_of
from tests.conversion.conftest import jixiao

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kill -9 is of POSIX systems")
COUNT, MOMENTS, PATIENCE = 12, 4, 120
CLEAN, FAILED, KILLED = 0, 3, -9

Victim = Callable[[psutil.Process], list[psutil.Process]]
VICTIMS: dict[str, Victim] = {"parent": lambda parent: [parent], "worker": psutil.Process.children}
HIT = {
    "parent": KILLED,
    "worker": FAILED,
}  # how a run ends then, unless it had just finished


def _convert(inbox: Path, outbox: Path) -> None:
    raise SystemExit(jixiao("convert", inbox, "-o", outbox, "-j", "2").exit_code)


@contextmanager
def _running(inbox: Path, outbox: Path) -> Iterator[Process]:
    """A process that converts; forked, so that it has the program loaded already."""
    process = Process(target=_convert, args=(inbox, outbox))
    process.start()
    try:
        yield process
    finally:
        process.kill()


def _ended(process: Process) -> int | None:
    process.join(PATIENCE)
    return process.exitcode


def _run(inbox: Path, outbox: Path) -> None:
    with _running(inbox, outbox) as process:
        assert _ended(process) == CLEAN


def _reports(outbox: Path) -> int:
    return len(list(outbox.glob("[!.]*/*.docx")))


def _take_out(outbox: Path, count: int, chance: random.Random) -> None:
    """Take that many departments out of the outbox, as if they were still to do."""
    for name in map(name_of, chance.sample(range(COUNT), count)):
        shutil.rmtree(outbox / name)
        for stored in (outbox / ".jixiao").glob(f"*/{name}*"):
            stored.unlink()


def _killed(inbox: Path, outbox: Path, victim: Victim, chance: random.Random) -> int | None:
    """Run, kill the victim when part of the work is done, and return the run's exit code."""
    enough = chance.randint(_reports(outbox), COUNT - 1)
    with _running(inbox, outbox) as process:
        while _reports(outbox) < enough and process.is_alive():
            time.sleep(0.002)
        time.sleep(chance.random() / 20)
        with suppress(psutil.NoSuchProcess, IndexError):  # it may just have ended
            chance.choice(victim(psutil.Process(process.pid))).kill()
        return _ended(process)


def _everything(outbox: Path) -> dict[str, Any]:
    """Return all a run writes, byte for byte, durations left out."""
    manifest = json.loads((outbox / "manifest.json").read_text("utf-8"))
    for department in manifest["departments"]:
        del department["seconds"]
    overview = {name: (outbox / name).read_bytes() for name in ("汇总.xlsx", "index.html")}
    unfinished = list((outbox / ".jixiao").glob("unfinished/*"))
    return {**contents(outbox), **overview, "manifest": manifest, "unfinished": unfinished}


@pytest.fixture(scope="module")
def chance() -> random.Random:
    seed = int(os.environ.get("JIXIAO_SEED", time.time_ns() % 10**6))
    print(f"JIXIAO_SEED={seed}")  # shown when a test fails
    return random.Random(seed)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, template: Path) -> tuple[Path, Path]:
    """An inbox, and the outbox of a run on it that nothing disturbs."""
    place = tmp_path_factory.mktemp("undisturbed")
    fill(place / "inbox", template, COUNT)
    _run(place / "inbox", place / "outbox")
    assert len(contents(place / "outbox")) == 3 * COUNT  # a report and two lists each
    return place / "inbox", place / "outbox"


@pytest.mark.parametrize("who", VICTIMS)
def test_a_killed_run_leaves_nothing_partial_and_the_next_completes_it(
    undisturbed: tuple[Path, Path], tmp_path: Path, chance: random.Random, who: str
) -> None:
    """The first run starts from nothing; to save time, the others have only some departments to do."""
    inbox, outbox = undisturbed[0], tmp_path / "outbox"
    expected, departments = _everything(undisturbed[1]), contents(undisturbed[1])
    codes = []
    for moment in range(MOMENTS):
        if moment:
            _take_out(outbox, chance.randint(4, COUNT - 2), chance)
        codes.append(_killed(inbox, outbox, VICTIMS[who], chance))
        print(f"{who} killed, moment {moment}: exit code {codes[-1]}")
        assert contents(outbox).items() <= departments.items()  # nothing partial, nothing twice
        _run(inbox, outbox)
        assert _everything(outbox) == expected
    assert {HIT[who]} <= set(codes) <= {HIT[who], CLEAN}
