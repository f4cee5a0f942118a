"""The one error a file that cannot be read raises, and how the system's refusal becomes it."""

from collections.abc import Iterator
from contextlib import contextmanager

from converter import messages


class ReadError(Exception):
    """A file cannot be read, or two contradict each other. `str()` is a Chinese line that names them and
    what to do.
    """


@contextmanager
def reading(file: str) -> Iterator[None]:
    """Turn a refusal by the system into a ReadError about a file."""
    try:
        yield
    except OSError as wrong:
        why = messages.os_reason(wrong)
        raise ReadError(messages.FILE_UNREADABLE.format(file=file, reason=why)) from None
