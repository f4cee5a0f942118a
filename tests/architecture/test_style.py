"""The style of all code is as pyproject.toml asks for."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("check", [("check",), ("format", "--check")], ids=" ".join)
def test_ruff_finds_nothing(check: tuple[str, ...]) -> None:
    command = (sys.executable, "-m", "ruff", *check, "--no-cache", "--quiet", ".")
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (run.returncode, run.stdout + run.stderr) == (0, "")
