"""Measure us and the peer side by side in one run: `python -m benchmarks.bench`, or with `--long`.

Everything whose start or memory is measured runs as a process of its own, and this one stays small until
they are done: the system counts a new process with the memory of the one that started it.
"""

import argparse
import os
import platform
import statistics
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import Run, check_reports, convert, jixiao, peer, python

COUNT, ROUNDS, STARTS, WARM, TOP = 200, 5, 9, 30, 10
PEER_COUNT = 40
"""Departments the slower peer converts in a round."""
ENGINES: dict[str, tuple[str, ...]] = {"peer": (), "peer, calamine": ("--engine", "calamine")}
"""The peer with the reader pandas chooses by itself (openpyxl), and with the fastest it knows."""
PROCESSES = (1, 2)
OURS, FORMULAS = "jixiao", "jixiao, formulas"
"""Our runs: of workbooks without a formula, and with some 80 a department."""
DAY = 100_000
"""Departments of which the headline says how long they take."""
Rounds = Sequence[dict[str, "Speed"]]


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
    name = f"{platform.python_implementation()} {platform.python_version()}"
    print(f"{name}, {os.cpu_count()} cores, {platform.machine()}, load {_load()}")
    if given.long:
        from benchmarks.many import DEPARTMENTS, show

        show(_inbox(DEPARTMENTS))
    elif given.profile:
        _profile(_inbox(COUNT))
    else:
        _side_by_side(_inbox(COUNT), _inbox(COUNT, "--formulas"))
    print(f"\nload at the end {_load()}")


def _load() -> str:
    """Return how many processes wanted a core: over the last minute, five, fifteen."""
    return ", ".join(f"{load:.1f}" for load in os.getloadavg())


def _side_by_side(inbox: Path, formulas: Path) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        template = folder / "template.docx"
        python("-m", "benchmarks.peer.template", template)
        by_processes = _throughput(inbox, formulas, template, folder)
        _starts(inbox, template, folder)
        _same_lines(folder)
        _stages(inbox, formulas)
        _floor(inbox, folder)
        reading = _reading(inbox, formulas)
    _headline(by_processes[PROCESSES[0]], reading)


def _throughput(inbox: Path, formulas: Path, template: Path, folder: Path) -> dict[int, Rounds]:
    """Print reports a second, ours and the peer's, in interleaved rounds; return them by processes."""
    rounds = [
        [_round(inbox, formulas, template, folder, processes) for processes in PROCESSES]
        for _ in range(ROUNDS)
    ]
    by_processes = dict(zip(PROCESSES, zip(*rounds, strict=True), strict=True))
    print(f"\nreports a second, processor ms a report, MB of the largest process, {ROUNDS} rounds in turn")
    print(f"({COUNT} departments, start counted; the peer's first {PEER_COUNT}, its start not counted)")
    for processes, speeds in by_processes.items():
        print(f"  {processes} process{'es' if processes > 1 else ''}")
        _show(speeds)
    return dict(by_processes)


def _round(inbox: Path, formulas: Path, template: Path, folder: Path, processes: int) -> dict[str, Speed]:
    """Convert once with each, ours first, and return the speeds."""
    found: dict[str, Speed] = {}
    for name, submitted, outbox in ((OURS, inbox, "ours"), (FORMULAS, formulas, "ours-formulas")):
        run = convert(submitted, "-o", _fresh(folder / outbox), "-j", processes)
        check_reports(folder / outbox, COUNT)
        found[name] = Speed(COUNT / run.seconds, run.processor / COUNT * 1000, run.megabytes)
    for name, engine in ENGINES.items():
        options = ["--count", PEER_COUNT, "--jobs", processes, *engine]
        run = peer(inbox, _fresh(folder / "theirs"), template, *options)
        check_reports(folder / "theirs", PEER_COUNT)
        seconds, processor = map(float, run.printed.split())
        found[name] = Speed(PEER_COUNT / seconds, processor / PEER_COUNT * 1000, run.megabytes)
    return found


def _show(rounds: Rounds) -> None:
    for name in rounds[0]:
        these = [speeds[name] for speeds in rounds]
        by_clock = statistics.median(speeds[OURS].reports / speeds[name].reports for speeds in rounds)
        ratios = f"   ratio {by_clock:.2f}, by processor time {_ratio(rounds, name):.2f}"
        print(
            f"    {name:18}{_range([speed.reports for speed in these], 1):20}"
            f"{_range([speed.processor for speed in these], 0):18}"
            f"{max(speed.megabytes for speed in these):4.0f} MB{'' if name == OURS else ratios}"
        )


def _ratio(rounds: Rounds, name: str) -> float:
    """Return how much more processor time a report takes than ours, within a round."""
    return statistics.median(speeds[name].processor / speeds[OURS].processor for speeds in rounds)


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
                convert(one, "-o", _fresh(folder / "cold")),
                convert(one, "-o", _fresh(folder / "cold"), "-j", 1),
                peer(one, _fresh(folder / "cold"), template),
                jixiao("--help"),
            )
        )
        check_reports(folder / "cold", 1)
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


def _stages(inbox: Path, formulas: Path) -> None:
    from benchmarks.warm import medians

    print(f"\none warm report, processor ms: medians over {WARM} departments, {ROUNDS} rounds")
    without, with_formulas = (medians(submitted, WARM, ROUNDS) for submitted in (inbox, formulas))
    print(f"    {'':12}{'no formula':>12}{'80 formulas':>13}")
    for name, took in without.items():
        print(f"    {name:12}{took:12.1f}{with_formulas[name]:13.1f}")


def _reading(inbox: Path, formulas: Path) -> dict[str, float]:
    """Print what reading alone costs, ours and others'; return that of workbooks with formulas."""
    from benchmarks.reading import milliseconds

    print(
        f"\nreading the workbooks of a department, processor ms: medians of {WARM}, {ROUNDS} rounds in turn"
    )
    without, with_formulas = (
        milliseconds(sorted(submitted.iterdir())[:WARM], ROUNDS) for submitted in (inbox, formulas)
    )
    print(f"    {'':32}{'no formula':>12}{'80 formulas':>13}")
    for name, took in without.items():
        print(f"    {name:32}{took:12.1f}{with_formulas[name]:13.1f}")
    return with_formulas


def _headline(rounds: Rounds, reading: dict[str, float]) -> None:
    """Print the three lines that say it all: no ratio alone does."""
    from benchmarks.reading import OURS as OUR_READING

    processor = statistics.median(speeds[FORMULAS].processor for speeds in rounds)
    hours = DAY * processor / 1000 / 3600 / 2
    ours = reading[OUR_READING]
    others = [
        f"{name} {took / ours:.1f} times as long" for name, took in reading.items() if name != OUR_READING
    ]
    peers = [f"the {name} {_ratio(rounds, name):.1f} times as long" for name in ENGINES]
    print(
        f"\n{1000 / processor:.0f} reports a second and core with 80 formulas each, everything checked and"
        f" traced: {DAY:,} departments in {hours:.1f} hours on 2 cores."
        f"\nReading, with all that we look at: {'; '.join(others)}."
        f"\nThe whole report: {'; '.join(peers)}; neither checks or traces anything."
    )


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


def _range(values: list[float], digits: int) -> str:
    """Return the median and the range."""
    low, high = min(values), max(values)
    return f"{statistics.median(values):.{digits}f} ({low:.{digits}f}–{high:.{digits}f})"


def _inbox(count: int, *options: str) -> Path:
    return Path(python("-m", "benchmarks.inbox", count, *options).printed)


def _fresh(folder: Path) -> Path:
    """Return the path of an output folder that is not there; that of the round before is moved aside."""
    if folder.exists():
        folder.rename(Path(tempfile.mkdtemp(dir=folder.parent)) / "old")
    return folder


if __name__ == "__main__":
    main()
