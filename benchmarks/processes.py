"""Programs run and measured as processes of their own, as the operating system counts them."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

JIXIAO = Path(sys.executable).with_name("jixiao")
PEER = Path(__file__).parents[1] / "build" / "peer" / "bin" / "python"
"""The Python that has what the peer needs: `make build/peer/ready`."""
PACK = "hunan-2020"
FINDINGS = 1
"""The exit code that says that findings were found."""


@dataclass(frozen=True, slots=True)
class Run:
    """A process: its seconds, processor seconds and output, the megabytes of it or its largest child."""

    seconds: float
    processor: float
    printed: str
    megabytes: float


def jixiao(*arguments: object) -> Run:
    """Run the program."""
    return _run((0, FINDINGS), JIXIAO, *arguments)


def convert(*arguments: object) -> Run:
    """Run a conversion by the pack of the peer's reports: the drawn names lie in several provinces."""
    return jixiao("convert", *arguments, "--pack", PACK)


def python(*arguments: object) -> Run:
    """Run this Python."""
    return _run((0,), sys.executable, *arguments)


def peer(inbox: Path, outbox: Path, template: Path, *options: object) -> Run:
    """Run the peer in its own environment."""
    return _run((0,), PEER, "-m", "benchmarks.peer", inbox, outbox, "--template", template, *options)


def check_reports(outbox: Path, count: int) -> None:
    """Stop if an output folder does not hold that many reports: a run that failed is no measurement."""
    found = sum(1 for _ in outbox.rglob("*.docx"))
    if found != count:
        raise SystemExit(f"{outbox.name}: {found} reports, not {count}")


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
