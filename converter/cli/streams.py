"""The standard streams: whatever happens to the screen, a run goes on, and says so where it can."""

import errno
import io
import os
import sys
from contextlib import suppress
from typing import TextIO

from converter import messages

_STANDARD = (0, 1, 2)


class Stream(io.TextIOWrapper):
    """A stream that goes on when nobody takes what is written any more; `lost` is then why. Signs that it has
    no bytes for, as a Chinese Windows has none for rare characters, are written as numbers.
    """

    lost: OSError | None = None

    def write(self, text: str) -> int:
        """Write text, and return how long it is."""
        try:
            super().write(text)
        except OSError as error:
            self._lose(error)
        return len(text)

    def flush(self) -> None:
        """Hand over what was written."""
        try:
            super().flush()
        except OSError as error:
            self._lose(error)

    def _lose(self, error: OSError) -> None:
        """Let all that is still to be written go to nowhere."""
        self.lost = self.lost or error
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.fileno())
        os.close(nowhere)
        with suppress(OSError):
            super().flush()


def open_streams() -> None:
    """Make standard output and error streams that go on. A stream that was closed leads to nowhere: otherwise
    the next file that is opened would be taken for it.
    """
    for number in _STANDARD:
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free
    sys.stdout, sys.stderr = _stream(sys.stdout, 1), _stream(sys.stderr, 2)


def lost_output() -> str:
    """Return in Chinese why standard output could not be written, '' if it was, or if its reader has seen
    enough.
    """
    sys.stdout.flush()
    lost = getattr(sys.stdout, "lost", None)
    if lost is None or lost.errno == errno.EPIPE:
        return ""
    return messages.screen.OUTPUT_LOST.format(reason=messages.system.os_reason(lost))


def _stream(old: TextIO | None, number: int) -> Stream:
    if not isinstance(old, io.TextIOWrapper):
        return Stream(os.fdopen(number, "wb", closefd=False), "utf-8", "backslashreplace")
    encoding, buffered = old.encoding, old.line_buffering
    return Stream(old.detach(), encoding, "backslashreplace", line_buffering=buffered)
