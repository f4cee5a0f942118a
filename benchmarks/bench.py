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
from dataclasses import dataclass, field
from pathlib import Path

COUNT, ROUNDS, STARTS, WARM, LONG, TOP = 200, 5, 9, 30, 4000, 10
PEER_COUNT = {"": 40, "calamine": 80}
"""Departments a peer converts in a round, by the reader it asks of pandas; "" leaves it to pandas."""
PROCESSES = (1, 2)
JIXIAO = Path(sys.executable).with_name("jixiao")
FINDINGS = 1
NAMES = {"": "peer", "calamine": "peer, calamine"}


@dataclass(frozen=True, slots=True)
class Run:
    """How long a process took, what it printed, and the megabytes of it or its largest child."""

    seconds: float
    printed: str
    megabytes: float


@dataclass
class Series:
    """The runs of one measurement, and what each is worth."""

    values: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)

    def add(self, value: float, run: Run) -> None:
        """Enter a run."""
        self.values.append(value)
        self.megabytes.append(run.megabytes)

    @property
    def median(self) -> float:
        """The median value."""
        return statistics.median(self.values)

    @property
    def largest(self) -> float:
        """The most memory any run's largest process took."""
        return max(self.megabytes)

    def shown(self, digits: int) -> str:
        """Return the median and the range."""
        low, high = min(self.values), max(self.values)
        return f"{self.median:.{digits}f} ({low:.{digits}f}–{high:.{digits}f})"


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


def _throughput(filed: Path, template: Path, place: Path) -> None:
    """Print reports a second, ours and the peer's, in interleaved rounds."""
    series: dict[tuple[int, str], Series] = {}
    for _ in range(ROUNDS):
        for processes in PROCESSES:
            run = _jixiao("convert", filed, "-o", _fresh(place / "ours"), "-j", processes)
            _converted(place / "ours", COUNT)
            series.setdefault((processes, "jixiao"), Series()).add(COUNT / run.seconds, run)
            for engine, count in PEER_COUNT.items():
                words = ["--count", count, "--jobs", processes, *(["--engine", engine] if engine else [])]
                run = _peer(filed, _fresh(place / "theirs"), template, *words)
                _converted(place / "theirs", count)
                series.setdefault((processes, engine), Series()).add(count / float(run.printed), run)
    print(f"\nreports a second: median (range) of {ROUNDS} interleaved rounds; memory of the largest process")
    for processes in PROCESSES:
        print(f"  {processes} process{'es' if processes > 1 else ''}")
        _show_speed(series[processes, "jixiao"], {name: series[processes, name] for name in PEER_COUNT})


def _show_speed(ours: Series, peers: dict[str, Series]) -> None:
    print(f"    {'jixiao':16}{ours.shown(1):24}{ours.largest:4.0f} MB   {COUNT} departments, start included")
    for engine, series in peers.items():
        ratio = f"ratio {ours.median / series.median:.1f}"
        note = f"{PEER_COUNT[engine]} departments, imports not counted"
        print(f"    {NAMES[engine]:16}{series.shown(1):24}{series.largest:4.0f} MB   {note}; {ratio}")


def _starts(filed: Path, template: Path, place: Path) -> None:
    """Print how long a process takes that converts one department, and one that prints help."""
    one = place / "one"
    one.mkdir()
    (one / "00000").symlink_to(next(iter(sorted(filed.iterdir()))).resolve())
    names = ("jixiao convert", "jixiao convert -j 1", "peer", "jixiao --help")
    times: dict[str, Series] = {name: Series() for name in names}
    for _ in range(STARTS):
        runs = (
            _jixiao("convert", one, "-o", _fresh(place / "cold")),
            _jixiao("convert", one, "-o", _fresh(place / "cold"), "-j", 1),
            _peer(one, _fresh(place / "cold"), template),
            _jixiao("--help"),
        )
        _converted(place / "cold", 1)
        for name, run in zip(names, runs, strict=True):
            times[name].add(run.seconds, run)
    print(f"\none department cold, whole process, seconds: median (range) of {STARTS}")
    for name, series in times.items():
        print(f"    {name:24}{series.shown(2):24}{series.largest:4.0f} MB")


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


def _profile(filed: Path) -> None:
    from benchmarks.warm import profile

    print(f"\none warm report by cProfile (its own cost is in the figures): the {TOP} dearest functions")
    print(profile(filed, WARM, TOP))


def _long(filed: Path) -> None:
    from benchmarks.warm import quarters

    print(f"\n{LONG} departments in one process, quarter by quarter")
    for number, (speed, megabytes) in enumerate(quarters(filed), 1):
        print(f"    quarter {number}: {speed:5.1f} reports/s, {megabytes:4.0f} MB")


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
    return Run(seconds, text, used.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
