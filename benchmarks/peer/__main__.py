"""`python -m benchmarks.peer inbox outbox --template template.docx`: convert an inbox."""

import argparse
import os
import time
import warnings
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from jinja2 import Environment, Template

from benchmarks.peer.computing import compute
from benchmarks.peer.reading import read
from benchmarks.peer.wording import context


class Jinja(Environment):
    """Jinja2 that compiles the same template text once."""

    def __init__(self) -> None:
        super().__init__(autoescape=True)
        self._compiled = lru_cache(super().from_string)

    def from_string(self, source: Any, *_: Any, **__: Any) -> Template:
        """Return the compiled template."""
        return self._compiled(source)


class Peer:
    """Converts departments one after the other; the template is read once."""

    def __init__(self, template: Path, engine: str | None) -> None:
        self._report = DocxTemplate(str(template))
        self._jinja = Jinja()
        self._engine = engine

    def convert(self, folder: Path, target: Path) -> None:
        """Write one department's report."""
        figures, words = read(folder, self._engine)
        compute(figures)
        self._report.render(context(figures, words), self._jinja)
        self._report.save(target)


_peer: Peer | None = None


def _start(template: Path, engine: str | None) -> None:
    global _peer
    _peer = Peer(template, engine)


def _one(folder: Path, target: Path) -> None:
    assert _peer is not None
    _peer.convert(folder, target)


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("inbox", type=Path)
    options.add_argument("outbox", type=Path)
    options.add_argument("--template", type=Path, required=True)
    options.add_argument("--engine", help="reader of pandas; without it, pandas' own choice")
    options.add_argument("--count", type=int, help="only the first so many departments")
    options.add_argument("--jobs", type=int, default=1)
    return options.parse_args()


def main() -> None:
    """Convert every department and print the seconds and processor seconds it took, imports not counted."""
    given = _options()
    warnings.simplefilter("ignore", DeprecationWarning)  # pandas announces another default reader
    given.outbox.mkdir(parents=True, exist_ok=True)
    folders = sorted(given.inbox.iterdir())[: given.count]
    tasks = [(folder, given.outbox / f"{folder.name}.docx") for folder in folders]
    started, used = time.perf_counter(), _processor_seconds()
    if given.jobs == 1:
        _start(given.template, given.engine)
        for task in tasks:
            _one(*task)
    else:
        with get_context("fork").Pool(given.jobs, _start, (given.template, given.engine)) as pool:
            pool.starmap(_one, tasks, chunksize=1)
            pool.close()
            pool.join()
    print(time.perf_counter() - started, _processor_seconds() - used)


def _processor_seconds() -> float:
    """Return the processor time of this process and of its children that have ended."""
    return sum(os.times()[:4])


if __name__ == "__main__":
    main()
