"""Measure us and the peer in one run: `python -m benchmarks.bench`, with `--long` for 4,000 departments."""

import argparse
import itertools
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

from benchmarks import inbox, peer
from converter.batch.cases import sort_out
from converter.batch.inbox import bundles
from converter.batch.run import Job, Worker
from converter.pack import DEFAULT

COUNT, PEER_COUNT, ROUNDS = 200, 20, 3
JIXIAO = Path(sys.executable).with_name("jixiao")


def main() -> None:
    """Print the tables of the measurement."""
    options = argparse.ArgumentParser()
    options.add_argument("--long", action="store_true")
    if options.parse_args().long:
        _long(4000)
        return
    filed = inbox.inbox(COUNT)
    print(f"{COUNT} departments; Python {platform.python_version()}; medians of {ROUNDS} interleaved rounds")
    _side_by_side(filed)
    _start(filed)
    _stations(filed)


def _side_by_side(filed: Path) -> None:
    for processes in (1, 2):
        ours, theirs = [], []
        for _ in range(ROUNDS):
            ours.append(COUNT / _timed(lambda: _jixiao(filed, processes)))  # noqa: B023
            theirs.append(PEER_COUNT / _timed(lambda: _peer(filed, processes)))  # noqa: B023
        us, them = statistics.median(ours), statistics.median(theirs)
        shown = f"jixiao {us:.1f} reports/s, peer {them:.2f} ({PEER_COUNT} of them)"
        print(f"{processes} process(es): {shown}, ratio {us / them:.1f}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory of one process (jixiao or peer): {peak:.0f} MB")


def _jixiao(filed: Path, processes: int) -> None:
    with tempfile.TemporaryDirectory() as out:
        _run("convert", filed, "-o", out, "-j", processes)


def _run(*words: object) -> None:
    done = subprocess.run([JIXIAO, *map(str, words)], capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())


def _peer(filed: Path, processes: int) -> None:
    folders = sorted(filed.iterdir())[:PEER_COUNT]
    with tempfile.TemporaryDirectory() as out, get_context("fork").Pool(processes) as pool:
        pool.starmap(_peer_one, [(folder, Path(out) / f"{folder.name}.docx") for folder in folders])


_TEMPLATE = b""


def _peer_one(folder: Path, target: Path) -> None:
    global _TEMPLATE
    _TEMPLATE = _TEMPLATE or peer.template()
    peer.convert(folder, target, _TEMPLATE)


def _start(filed: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder) / "inbox"
        shutil.copytree(next(iter(sorted(filed.iterdir()))), one / "one")
        cold = [_timed(lambda: _run("convert", one, "-o", Path(folder) / "out")) for _ in range(7)]
        script = "from benchmarks import peer; from pathlib import Path; import sys; " \
                 "peer.convert(Path(sys.argv[1]), Path(sys.argv[2]), peer.template())"  # fmt: skip
        words = [sys.executable, "-c", script, str(one / "one"), str(Path(folder) / "peer.docx")]
        theirs = [_timed(lambda: subprocess.run(words, check=True)) for _ in range(3)]
    shown = [_timed(lambda: _run("--help")) for _ in range(7)]
    print(f"one report cold: jixiao {statistics.median(cold):.2f} s, peer {statistics.median(theirs):.2f} s")
    print(f"jixiao --help: {statistics.median(shown):.2f} s")


def _stations(filed: Path) -> None:
    """Print the warm time of one report on one core, station by station."""
    worker = Worker(Job(DEFAULT, filed))
    times: dict[str, list[float]] = {"read": [], "rules": [], "narrative": [], "document": []}
    for bundle in itertools.islice(bundles(filed), 30):
        [case], _ = sort_out(bundle, worker.line.reader)
        started = time.perf_counter()
        [case], _ = sort_out(bundle, worker.line.reader)
        marks = [started, time.perf_counter()]
        judged = worker.line.judge(case)
        marks.append(time.perf_counter())
        report = worker.line.tell(judged)
        marks.append(time.perf_counter())
        worker.line.write(report)
        marks.append(time.perf_counter())
        for name, (before, after) in zip(times, itertools.pairwise(marks), strict=True):
            times[name].append((after - before) * 1000)
    parts = {name: statistics.median(several[3:]) for name, several in times.items()}
    shown = ", ".join(f"{name} {part:.1f}" for name, part in parts.items())
    print(
        f"one report warm on one core: {sum(parts.values()):.1f} ms ({shown}; rules includes lifting cells)"
    )


def _long(count: int) -> None:
    """Print speed and memory over many departments, in quarters: both should stay flat."""
    filed = inbox.inbox(count)
    worker = Worker(Job(DEFAULT, filed, Path(tempfile.mkdtemp())))
    several = bundles(filed)
    for quarter in range(4):
        part = several[quarter * count // 4 : (quarter + 1) * count // 4]
        took = _timed(lambda: [worker.work(bundle) for bundle in part])  # noqa: B023
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"quarter {quarter + 1}: {len(part) / took:.1f} reports/s, peak memory {memory:.0f} MB")


def _timed(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
