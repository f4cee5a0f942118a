"""The one error a wrong pack raises."""

from pathlib import Path


class PackError(Exception):
    """A pack is wrong: the run stops at start. `str()` is a Chinese line naming file and line."""

    def __init__(self, file: Path, line: int, message: str) -> None:
        super().__init__(f"{file}:{line}: {message}" if line else f"{file}: {message}")
