"""Measure us and the peer side by side in one run: `python -m benchmarks.bench`, or with `--long`.

Everything whose start or memory is measured runs as a process of its own, and this one stays small until
they are done: the system counts a new process with the memory of the one that started it.
"""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

COUNT, ROUNDS, STARTS, WARM, LONG, TOP = 200, 5, 9, 30, 4000, 10
PEER_COUNT = 40
"""Departments the slower peer converts in a round."""
ENGINES: dict[str, tuple[str, ...]] = {"peer": (), "peer, calamine": ("--engine", "calamine")}
"""The peer with the reader pandas chooses by itself (openpyxl), and with the fastest it knows."""
PROCESSES = (1, 2)
JIXIAO = Path(sys.executable).with_name("jixiao")
FINDINGS = 1


@dataclass(frozen=True, slots=True)
class Run:
    """A process: its seconds, processor seconds and output, the megabytes of it or its largest child."""

    seconds: float
    processor: float
    printed: str
    megabytes: float


@dataclass(frozen=True, slots=True)
class Speed:
    """Reports a second, processor milliseconds a report, and the megabytes of the largest process."""

    reports: float
    processor: float
    megabytes: float


def main() -> None:
    """Print the tables of the measurement."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--long", action="store_true", help="only memory and speed over many departments")
    options.add_argument("--profile", action="store_true", help="only where a warm report's time goes")
    given = options.parse_args()
    inbox = _inbox(LONG if given.long else COUNT)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    print(f"{python}, {os.cpu_count()} cores, {platform.machine()}")
    if given.long:
        _long(inbox)
    elif given.profile:
        _profile(inbox)
    else:
        _side_by_side(inbox)


def _side_by_side(inbox: Path) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        template = folder / "template.docx"
        _python("-m", "benchmarks.peer.template", template)
        _throughput(inbox, template, folder)
        _starts(inbox, template, folder)
        _same_lines(folder)
        _stages(inbox)
        _floor(inbox, folder)


def _throughput(inbox: Path, template: Path, folder: Path) -> None:
    """Print reports a second, ours and the peer's, in interleaved rounds."""
    rounds = [[_round(inbox, template, folder, processes) for processes in PROCESSES] for _ in range(ROUNDS)]
    print(f"\nreports a second, processor ms a report, MB of the largest process, {ROUNDS} rounds in turn")
    print(f"({COUNT} departments, start counted; the peer's first {PEER_COUNT}, its start not counted)")
    for processes, speeds in zip(PROCESSES, zip(*rounds, strict=True), strict=True):
        print(f"  {processes} process{'es' if processes > 1 else ''}")
        _show(speeds)


def _round(inbox: Path, template: Path, folder: Path, processes: int) -> dict[str, Speed]:
    """Convert once with each, ours first, and return the speeds."""
    run = _jixiao("convert", inbox, "-o", _fresh(folder / "ours"), "-j", processes)
    _converted(folder / "ours", COUNT)
    found = {"jixiao": Speed(COUNT / run.seconds, run.processor / COUNT * 1000, run.megabytes)}
    for name, engine in ENGINES.items():
        options = ["--count", PEER_COUNT, "--jobs", processes, *engine]
        run = _peer(inbox, _fresh(folder / "theirs"), template, *options)
        _converted(folder / "theirs", PEER_COUNT)
        seconds, processor = map(float, run.printed.split())
        found[name] = Speed(PEER_COUNT / seconds, processor / PEER_COUNT * 1000, run.megabytes)
    return found


def _show(rounds: Sequence[dict[str, Speed]]) -> None:
    ours = [speeds["jixiao"] for speeds in rounds]
    for name in rounds[0]:
        these = [speeds[name] for speeds in rounds]
        pairs = list(zip(ours, these, strict=True))
        by_clock = statistics.median(our.reports / this.reports for our, this in pairs)
        by_processor = statistics.median(this.processor / our.processor for our, this in pairs)
        ratios = f"   ratio {by_clock:.1f}, by processor time {by_processor:.1f}"
        print(
            f"    {name:16}{_range([speed.reports for speed in these], 1):20}"
            f"{_range([speed.processor for speed in these], 0):18}"
            f"{max(speed.megabytes for speed in these):4.0f} MB{'' if name == 'jixiao' else ratios}"
        )


def _starts(inbox: Path, template: Path, folder: Path) -> None:
    """Print how long a process takes that converts one department, and one that prints help."""
    one = folder / "one"
    one.mkdir()
    (one / "00000").symlink_to(next(iter(sorted(inbox.iterdir()))).resolve())
    names = ("jixiao convert", "jixiao convert -j 1", "peer", "jixiao --help")
    runs: list[tuple[Run, ...]] = []
    for _ in range(STARTS):
        runs.append(
            (
                _jixiao("convert", one, "-o", _fresh(folder / "cold")),
                _jixiao("convert", one, "-o", _fresh(folder / "cold"), "-j", 1),
                _peer(one, _fresh(folder / "cold"), template),
                _jixiao("--help"),
            )
        )
        _converted(folder / "cold", 1)
    print(f"\none department cold, whole process: seconds, processor seconds; medians (range) of {STARTS}")
    for name, several in zip(names, zip(*runs, strict=True), strict=True):
        seconds = _range([run.seconds for run in several], 2)
        processor = _range([run.processor for run in several], 2)
        print(f"    {name:24}{seconds:20}{processor:20}{max(run.megabytes for run in several):4.0f} MB")


def _same_lines(folder: Path) -> None:
    """Print how many lines of the last round's reports are the same in both."""
    from benchmarks.inbox import name_of
    from benchmarks.same import differences

    lines = different = 0
    theirs = sorted((folder / "theirs").glob("*.docx"))
    for number, report in enumerate(theirs):
        count, found = differences(next((folder / "ours" / name_of(number)).glob("*.docx")), report)
        lines, different = lines + count, different + sum(line.startswith("-") for line in found)
    print(f"\nlines of {len(theirs)} reports that are the same in both: {lines - different} of {lines}")


def _stages(inbox: Path) -> None:
    from benchmarks.warm import medians

    print(f"\none warm report, one core, ms: medians over {WARM} departments, {ROUNDS} rounds")
    for name, took in medians(inbox, WARM, ROUNDS).items():
        print(f"    {name:12}{took:6.1f}")


def _floor(inbox: Path, folder: Path) -> None:
    """Print the least a report can cost: its workbooks unpacked and parsed, the report packed."""
    from benchmarks.floor import floor
    from benchmarks.inbox import name_of

    submissions = sorted(inbox.iterdir())[:WARM]
    reports = (next((folder / "ours" / name_of(number)).glob("*.docx")) for number in range(WARM))
    departments = zip((sorted(filed.iterdir()) for filed in submissions), reports, strict=True)
    print(f"    {'floor':12}{floor(departments, ROUNDS):6.1f}   (unpack, null parse, pack, write)")


def _profile(inbox: Path) -> None:
    from benchmarks.warm import profile

    print(
        f"\none warm report by cProfile (its own cost is in the figures): the {TOP} most expensive functions"
    )
    print(profile(inbox, WARM, TOP))


def _long(inbox: Path) -> None:
    from benchmarks.warm import quarters

    print(f"\n{LONG} departments in one process, quarter by quarter")
    for number, (speed, megabytes) in enumerate(quarters(inbox), 1):
        print(f"    quarter {number}: {speed:5.1f} reports/s, {megabytes:4.0f} MB")


def _range(values: list[float], digits: int) -> str:
    """Return the median and the range."""
    low, high = min(values), max(values)
    return f"{statistics.median(values):.{digits}f} ({low:.{digits}f}–{high:.{digits}f})"


def _inbox(count: int) -> Path:
    return Path(_python("-m", "benchmarks.inbox", count).printed)


def _fresh(folder: Path) -> Path:
    """Return the path of an output folder that is not there; that of the round before is moved aside."""
    if folder.exists():
        folder.rename(Path(tempfile.mkdtemp(dir=folder.parent)) / "old")
    return folder


def _converted(outbox: Path, count: int) -> None:
    """Stop if an output folder does not hold that many reports: a run that failed is no measurement."""
    found = sum(1 for _ in outbox.rglob("*.docx"))
    if found != count:
        raise SystemExit(f"{outbox.name}: {found} reports, not {count}")


def _peer(inbox: Path, outbox: Path, template: Path, *arguments: object) -> Run:
    return _python("-m", "benchmarks.peer", inbox, outbox, "--template", template, *arguments)


def _python(*arguments: object) -> Run:
    return _run((0,), sys.executable, *arguments)


def _jixiao(*arguments: object) -> Run:
    return _run((0, FINDINGS), JIXIAO, *arguments)


def _run(expected: tuple[int, ...], *arguments: object) -> Run:
    """Run a process that ends with an expected exit code; byte code is cached, as in any installation."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as printed:
        started = time.perf_counter()
        process = subprocess.Popen([*map(str, arguments)], stdout=printed, env=environment)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        text = printed.read().decode().strip()
    if process.returncode not in expected:
        raise SystemExit(f"{' '.join(map(str, arguments))}: {process.returncode}")
    return Run(seconds, used.ru_utime + used.ru_stime, text, used.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
