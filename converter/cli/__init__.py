"""The command line: parse, call, print, exit code."""

import gc
import signal

from converter.cli import convert as converting
from converter.cli import look as looking
from converter.cli.app import app

__all__ = ["app", "converting", "looking", "main"]

FIRST_COLLECTION = 100_000  # objects: what a start loads stays, so looking through it for rubbish is in vain


def main() -> None:
    """Run the command line; a request to terminate ends it as Ctrl-C does."""
    gc.set_threshold(FIRST_COLLECTION)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    app()
