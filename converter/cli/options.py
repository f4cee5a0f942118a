"""Arguments and options that several commands have, and what of them is refused."""

import errno
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from converter import messages
from converter.cli.app import ending_on, usage_error

MOST_SECONDS = 86_400
FIRST_YEAR, LAST_YEAR = 1990, 2100  # of reports anybody writes


class Format(StrEnum):
    """How a command prints."""

    TEXT = "text"
    JSON = "json"


def checked_year(year: int) -> int:
    """Return a year, 0 for none; leave with a line on standard error if no report can be of it."""
    if year and not FIRST_YEAR <= year <= LAST_YEAR:
        raise usage_error(messages.screen.YEAR_WRONG.format(first=FIRST_YEAR, last=LAST_YEAR))
    return year


def checked_timeout(seconds: int) -> int:
    """Return a limit of time, 0 for none; leave with a line on standard error if it is none to wait for."""
    if not 0 <= seconds <= MOST_SECONDS:
        raise usage_error(messages.screen.TIMEOUT_WRONG.format(most=MOST_SECONDS))
    return seconds


def filled(path: str) -> str:
    """Return a path; leave with a line on standard error if it is empty: a variable that is not set would
    mean the current folder. So it is if other programs would read or write a stream.
    """
    if not path.strip():
        raise usage_error(messages.screen.PATH_EMPTY)
    if path == "-":
        raise usage_error(messages.screen.PATH_DASH)
    return path


def pack_folder(name: str) -> Path:
    """Return the folder of a pack by name or path; leave with a line on standard error if there is none."""
    from converter.pack import PackError, pack_named

    with ending_on(PackError):
        return pack_named(name)


def filled_path(path: str) -> Path:
    """Return a path that is not empty, as above, and does not lead through links round in a circle."""
    found = Path(filled(path))
    try:
        found.resolve()
    except RuntimeError:  # so says Python before 3.13; later ones find nothing there
        raise OSError(errno.ELOOP, path) from None
    return found


argument = partial(typer.Argument, show_default=False)
Inbox = Annotated[
    Path,
    argument(help=messages.help.INBOX, metavar=messages.help.ARGUMENT_INBOX, parser=filled_path),
]
Output = Annotated[Path, typer.Option("-o", "--output", help=messages.help.OUTPUT, parser=filled_path)]
_PACK = partial(typer.Option, "--pack", show_default=False, parser=lambda name: pack_folder(filled(name)))
PackFolder = Annotated[Path | None, _PACK(help=messages.help.PACK)]
PackFolders = Annotated[list[Path] | None, _PACK(help=messages.help.PACKS_TO_CHOOSE)]
Year = Annotated[
    int, typer.Option("--year", help=messages.help.YEAR, show_default=False, callback=checked_year)
]
Password = Annotated[str, typer.Option("--password", help=messages.help.PASSWORD, show_default=False)]
Jobs = Annotated[int, typer.Option("-j", "--jobs", help=messages.help.JOBS, min=0, show_default=False)]
