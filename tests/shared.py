"""What one process makes for all that run tests, and none of them alters."""

import os
import shutil
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

PATIENCE = 300


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder that `make` has filled: the process that asks first makes it, others wait for it."""
    own = factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / f"shared-{name}"
    made, deadline = folder.with_suffix(".made"), time.monotonic() + PATIENCE
    while not made.exists():
        try:
            folder.mkdir()
        except FileExistsError:
            assert time.monotonic() < deadline, folder
            time.sleep(0.05)
        else:
            _make(folder, make)
            made.touch()
    return folder


def _make(folder: Path, make: Callable[[Path], object]) -> None:
    """Make it; where that fails, leave nothing, so that the next that asks fails for itself."""
    with ExitStack() as undo:
        undo.callback(shutil.rmtree, folder)
        make(folder)
        undo.pop_all()
