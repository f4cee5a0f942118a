"""The only place where any exception is caught: one department's fault must not stop the others."""

from collections.abc import Callable
from typing import TypeVar

from converter import messages
from converter.errors.errors import Failure, OutboxError, ReadError

Result = TypeVar("Result")
PANIC = "PanicException"  # raised by the spreadsheet reader on some broken files; no subclass of Exception


def attempt(name: str, action: Callable[[], Result]) -> Result | Failure:
    """Return what `action` returns, or a failure that says what went wrong with the file or department."""
    try:
        return action()
    except (ReadError, OutboxError) as error:
        return Failure(name, str(error))
    except (KeyboardInterrupt, SystemExit):
        raise
    except MemoryError:
        return Failure(name, messages.filing.OUT_OF_MEMORY.format(name=name))
    except BaseException as fault:  # noqa: BLE001
        if type(fault).__name__ == PANIC:
            return Failure(name, messages.files.FILE_BROKEN.format(file=name))
        return Failure(name, messages.filing.FAULT.format(name=name, fault=repr(fault)[:200]))
