"""What files and systems refuse, one Chinese line each: raised as an exception, returned as a Failure."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from converter import messages


class Failure(Struct, frozen=True):
    """A file or department that could not be processed, and why in one Chinese line.

    `place` is the folder of the inbox it was filed in, '' where not known; `files` are the files filed for
    it, each by its name with what became of it.
    """

    file: str
    message: str
    place: str = ""
    files: tuple[tuple[str, str], ...] = ()


class ReadError(Exception):
    """A file cannot be read, or two contradict each other. `str()` is a Chinese line that names them and
    what to do.
    """


class DocumentError(ValueError):
    """The data is not a Word document (.docx) that can be read."""


class OutboxError(Exception):
    """A file could not be written: one Chinese line that names it and says what to do."""


@contextmanager
def reading(file: str) -> Iterator[None]:
    """Turn a refusal by the operating system into a ReadError about a file."""
    try:
        yield
    except OSError as error:
        why = messages.system.os_reason(error)
        raise ReadError(messages.files.FILE_UNREADABLE.format(file=file, reason=why)) from None


@contextmanager
def writing(file: str | Path) -> Iterator[None]:
    """Turn a refusal by the operating system into an OutboxError about a file."""
    try:
        yield
    except PermissionError:
        raise OutboxError(messages.runs.OUTPUT_OPEN.format(file=file)) from None
    except OSError as error:
        raise OutboxError(
            messages.runs.OUTPUT_REFUSED.format(file=file, reason=messages.system.os_reason(error))
        ) from None
