"""Every file of a folder, through every command that reads what others wrote: none crashes, hangs or is lost.

    python -m tests.hostile.check FOLDER [FILE…]

A file is filed beside a good department, lies in the inbox as its roster, and goes through `inspect`,
`verify` and `explain`; each command has 60 seconds and 6 GB. A line says what came of each: the exit code and
the seconds, or what went wrong. Exit code 1 if anything did. Not part of the tests: it takes minutes.
"""

import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

SECONDS, BYTES = 60, 6_000_000_000
GOOD = Path(__file__).parents[2] / "samples" / "inbox" / "武陵市档案馆"
JIXIAO = (sys.executable, "-c", "from converter.cli import main; main()")
CODES = (0, 1, 2, 3)


def main(folder: Path, only: list[str]) -> int:
    """Print what became of every file; return 1 if anything went wrong."""
    failed = False
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        if only and file.name not in only and file.parent.name not in only:
            continue
        cells = [f"{use} {told}" for use, told in _uses(file)]
        failed |= any("!" in cell for cell in cells)
        print(" | ".join((str(file.relative_to(folder)), *cells)), flush=True)
    return int(failed)


def _uses(file: Path) -> Iterator[tuple[str, str]]:
    """Yield each use of a file and what came of it, with `!` where it is wrong."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        for use in ("filing", "roster"):
            inbox, outbox = root / use, root / f"{use}-out"
            shutil.copytree(GOOD, inbox / GOOD.name)
            target = inbox / "甲局" / file.name if use == "filing" else inbox / f"名册{file.suffix}"
            if file.suffix == ".yaml":
                target = inbox / "别名.yaml"
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(file, target)
            yield use, _told(["convert", str(inbox), "-o", str(outbox)], outbox)
        yield "inspect", _told(["inspect", str(file)])
        yield "verify", _told(["verify", str(file)])
        yield "data", _told(["verify", "-j", "1", str(file), "--data", str(root / "filing")])
        yield "explain", _told(["explain", str(file), "支出"])


def _told(arguments: list[str], outbox: Path | None = None) -> str:
    started = monotonic()
    process = subprocess.Popen(
        [*JIXIAO, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES)),
    )
    try:
        output, _ = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return f"!over {SECONDS} s"
    faults = []
    if process.returncode not in CODES:
        faults.append(f"!exit {process.returncode}")
    if "Traceback" in output or "程序内部出错" in output:
        faults.append("!traceback")
    # A wrong pack is refused before anything is done.
    if outbox and process.returncode != 2 and not list(outbox.glob("汇总*.xlsx")):
        faults.append("!no overview")
    return " ".join((*faults, f"{process.returncode} {monotonic() - started:.0f}s"))


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2:]))
