"""Speed and memory over many departments."""

import tempfile
from pathlib import Path

from benchmarks.processes import check_reports, convert
from benchmarks.warm import quarters

DEPARTMENTS = 4000
SIZES = (1, 100, 1000)
"""Departments whose conversion is timed by the clock."""


def show(inbox: Path) -> None:
    """Print what whole runs take by the clock, and whether one process stays as fast and as small."""
    print("\nwhole runs with the processes chosen by the program: seconds by the clock, processor seconds")
    submissions = sorted(inbox.iterdir())
    for size in SIZES:
        with tempfile.TemporaryDirectory() as made:
            some = Path(made) / "inbox"
            some.mkdir()
            for submission in submissions[:size]:
                (some / submission.name).symlink_to(submission.resolve())
            run = convert(some, "-o", Path(made) / "outbox")
            check_reports(Path(made) / "outbox", size)
        print(f"    {size:5} departments {run.seconds:8.1f} s {run.processor:8.1f} s {run.megabytes:5.0f} MB")
    print(f"\n{DEPARTMENTS} departments in one process, quarter by quarter")
    for number, (speed, megabytes) in enumerate(quarters(inbox), 1):
        print(f"    quarter {number}: {speed:5.1f} reports/s, {megabytes:4.0f} MB")
