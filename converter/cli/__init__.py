"""The command line: parse, call, print, exit code."""

import signal

from converter.cli import converting, looking  # in the order of the help
from converter.cli.app import app

__all__ = ["app", "converting", "looking", "main"]


def main() -> None:
    """Run the command line; a request to terminate ends it as Ctrl-C does."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    app()
