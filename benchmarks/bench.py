"""Measure us and the peer side by side in one run: `python -m benchmarks.bench`, or with `--long`.

Everything whose start or memory is measured runs as a process of its own, and this one stays small until
they are done: a process just started is charged with the memory of the one that started it.
"""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
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
    filed = _inbox(LONG if given.long else COUNT)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    print(f"{python}, {os.cpu_count()} cores, {platform.machine()}")
    if given.long:
        _long(filed)
    elif given.profile:
        _profile(filed)
    else:
        _side_by_side(filed)


def _side_by_side(filed: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        template = place / "template.docx"
        _python("-m", "benchmarks.peer.template", template)
        _throughput(filed, template, place)
        _starts(filed, template, place)
        _alike(place)
        _stations(filed)
        _floor(filed, place)


def _throughput(filed: Path, template: Path, place: Path) -> None:
    """Print reports a second, ours and the peer's, in interleaved rounds."""
    rounds = [[_round(filed, template, place, processes) for processes in PROCESSES] for _ in range(ROUNDS)]
    print(f"\nreports a second, processor ms a report, MB of the largest process, {ROUNDS} rounds in turn")
    print(f"({COUNT} departments, start counted; the peer's first {PEER_COUNT}, its start not counted)")
    for place_of, processes in enumerate(PROCESSES):
        print(f"  {processes} process{'es' if processes > 1 else ''}")
        _show([each[place_of] for each in rounds])


def _round(filed: Path, template: Path, place: Path, processes: int) -> dict[str, Speed]:
    """Convert once with each, ours first, and return the speeds."""
    run = _jixiao("convert", filed, "-o", _fresh(place / "ours"), "-j", processes)
    _converted(place / "ours", COUNT)
    found = {"jixiao": Speed(COUNT / run.seconds, run.processor / COUNT * 1000, run.megabytes)}
    for name, engine in ENGINES.items():
        words = ["--count", PEER_COUNT, "--jobs", processes, *engine]
        run = _peer(filed, _fresh(place / "theirs"), template, *words)
        _converted(place / "theirs", PEER_COUNT)
        seconds, processor = map(float, run.printed.split())
        found[name] = Speed(PEER_COUNT / seconds, processor / PEER_COUNT * 1000, run.megabytes)
    return found


def _show(rounds: list[dict[str, Speed]]) -> None:
    for name in rounds[0]:
        speeds = [each[name] for each in rounds]
        ratio = statistics.median(each["jixiao"].reports / each[name].reports for each in rounds)
        dear = statistics.median(each[name].processor / each["jixiao"].processor for each in rounds)
        shown = "" if name == "jixiao" else f"   ratio {ratio:.1f}, by processor time {dear:.1f}"
        print(
            f"    {name:16}{_range([each.reports for each in speeds], 1):20}"
            f"{_range([each.processor for each in speeds], 0):18}"
            f"{max(each.megabytes for each in speeds):4.0f} MB{shown}"
        )


def _starts(filed: Path, template: Path, place: Path) -> None:
    """Print how long a process takes that converts one department, and one that prints help."""
    one = place / "one"
    one.mkdir()
    (one / "00000").symlink_to(next(iter(sorted(filed.iterdir()))).resolve())
    names = ("jixiao convert", "jixiao convert -j 1", "peer", "jixiao --help")
    runs: list[tuple[Run, ...]] = []
    for _ in range(STARTS):
        runs.append(
            (
                _jixiao("convert", one, "-o", _fresh(place / "cold")),
                _jixiao("convert", one, "-o", _fresh(place / "cold"), "-j", 1),
                _peer(one, _fresh(place / "cold"), template),
                _jixiao("--help"),
            )
        )
        _converted(place / "cold", 1)
    print(f"\none department cold, whole process: seconds, processor seconds; medians (range) of {STARTS}")
    for name, several in zip(names, zip(*runs, strict=True), strict=True):
        seconds = _range([run.seconds for run in several], 2)
        processor = _range([run.processor for run in several], 2)
        print(f"    {name:24}{seconds:20}{processor:20}{max(run.megabytes for run in several):4.0f} MB")


def _alike(place: Path) -> None:
    """Print how much of the last round's reports reads the same."""
    from benchmarks.inbox import name_of
    from benchmarks.same import differences

    lines = different = 0
    theirs = sorted((place / "theirs").glob("*.docx"))
    for number, report in enumerate(theirs):
        count, found = differences(next((place / "ours" / name_of(number)).glob("*.docx")), report)
        lines, different = lines + count, different + sum(line.startswith("-") for line in found)
    print(f"\nlines of {len(theirs)} reports that read the same in both: {lines - different} of {lines}")


def _stations(filed: Path) -> None:
    from benchmarks.warm import medians

    print(f"\none warm report, one core, ms: medians over {WARM} departments, {ROUNDS} rounds")
    for name, took in medians(filed, WARM, ROUNDS).items():
        print(f"    {name:12}{took:6.1f}")


def _floor(filed: Path, place: Path) -> None:
    """Print the least a report can cost: workbooks unpacked and parsed to nothing, a report packed."""
    from benchmarks.floor import floor
    from benchmarks.inbox import name_of

    folders = sorted(filed.iterdir())[:WARM]
    reports = (next((place / "ours" / name_of(number)).glob("*.docx")) for number in range(len(folders)))
    departments = zip((sorted(folder.iterdir()) for folder in folders), reports, strict=True)
    print(f"    {'floor':12}{floor(departments, ROUNDS):6.1f}   (unpack, null parse, pack, write)")


def _profile(filed: Path) -> None:
    from benchmarks.warm import profile

    print(f"\none warm report by cProfile (its own cost is in the figures): the {TOP} dearest functions")
    print(profile(filed, WARM, TOP))


def _long(filed: Path) -> None:
    from benchmarks.warm import quarters

    print(f"\n{LONG} departments in one process, quarter by quarter")
    for number, (speed, megabytes) in enumerate(quarters(filed), 1):
        print(f"    quarter {number}: {speed:5.1f} reports/s, {megabytes:4.0f} MB")


def _range(values: list[float], digits: int) -> str:
    """Return the median and the range."""
    low, high = min(values), max(values)
    return f"{statistics.median(values):.{digits}f} ({low:.{digits}f}–{high:.{digits}f})"


def _inbox(count: int) -> Path:
    return Path(_python("-m", "benchmarks.inbox", count).printed)


def _fresh(folder: Path) -> Path:
    """Return an output folder beside the last round's, which is set aside for comparison."""
    if folder.exists():
        folder.rename(Path(tempfile.mkdtemp(dir=folder.parent)) / "old")
    return folder


def _converted(outbox: Path, count: int) -> None:
    """Stop if an output folder does not hold that many reports: a run that failed is no measurement."""
    found = sum(1 for _ in outbox.rglob("*.docx"))
    if found != count:
        raise SystemExit(f"{outbox.name}: {found} reports, not {count}")


def _peer(filed: Path, outbox: Path, template: Path, *words: object) -> Run:
    return _python("-m", "benchmarks.peer", filed, outbox, "--template", template, *words)


def _python(*words: object) -> Run:
    return _run((0,), sys.executable, *words)


def _jixiao(*words: object) -> Run:
    return _run((0, FINDINGS), JIXIAO, *words)


def _run(ends: tuple[int, ...], *words: object) -> Run:
    """Run a process to its end, one of these exit codes; byte code is kept, as in any installation."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as printed:
        started = time.perf_counter()
        process = subprocess.Popen([*map(str, words)], stdout=printed, env=environment)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        text = printed.read().decode().strip()
    if process.returncode not in ends:
        raise SystemExit(f"{' '.join(map(str, words))}: {process.returncode}")
    return Run(seconds, used.ru_utime + used.ru_stime, text, used.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
