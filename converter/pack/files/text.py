"""The text of a pack's file, and what is wrong with a pack."""

from pathlib import Path

from msgspec import Struct

from converter import messages

LARGEST = 5_000_000  # bytes; the largest file of a shipped pack has some 20,000


class PackError(Exception):
    """A pack is wrong: the run stops at its start. `str()` is a Chinese line that names file and line."""

    def __init__(self, file: Path, line: int, message: str) -> None:
        super().__init__(file, line, message)  # as it came: it travels from a worker

    def __str__(self) -> str:
        file, line, message = self.args
        return f"{file}:{line}: {message}" if line else f"{file}: {message}"


class Position(Struct, frozen=True, gc=False):
    """A line of a file; lines are counted from 1."""

    file: Path
    line: int


def read_text(file: Path) -> str:
    """Return a file's text; PackError if it is not in UTF-8, or too large to be a pack's."""
    with file.open("rb") as opened:
        content = opened.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise PackError(file, 0, messages.packs.TOO_LARGE.format(most=LARGEST // 1_000_000))
    return text_in(content, file)


def text_in(data: bytes, file: Path) -> str:
    """Return what a file says that holds this; PackError if it is not in UTF-8."""
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise PackError(file, 0, messages.packs.ENCODING) from None
