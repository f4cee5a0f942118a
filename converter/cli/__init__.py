"""The command line: parse, call, print, exit code.

`commands` holds a module for each command. Of what they share, `options` has what several are given, `app`
what happens before and after a run, `screen` and `listing` what several print, `departments` what a run
prints, `department_json` what is for programs, `streams` where it goes. `settings` is what a file in the
inbox sets, `chinese_help` makes help and complaints Chinese, in `help_lines` of a terminal's width.

A command imports what it calls when it is called, so that the program starts at once. Decides nothing about
departments: every answer comes from a package below.
"""

import atexit
import gc
import os
import signal
import sys

from converter import messages
from converter.cli.app import USAGE, add, app
from converter.cli.commands.check import check
from converter.cli.commands.convert import convert
from converter.cli.commands.doctor import doctor
from converter.cli.commands.explain import explain
from converter.cli.commands.figures import figures
from converter.cli.commands.forms import forms
from converter.cli.commands.inspect import inspect
from converter.cli.commands.pack import packs
from converter.cli.commands.verify import verify
from converter.cli.commands.watch import watch
from converter.cli.settings import InboxCommand
from converter.cli.streams import open_streams

__all__ = ["app", "main"]

FIRST_COLLECTION = 1_000_000  # objects: what a start loads stays, so collecting while it loads is in vain

# In the order of the help.
add(convert, messages.help.CONVERT, InboxCommand)
add(watch, messages.help.WATCH, InboxCommand)
add(check, messages.help.CHECK, InboxCommand)
add(figures, messages.help.FIGURES, InboxCommand)
add(explain, messages.help.EXPLAIN)
add(verify, messages.help.VERIFY)
add(inspect, messages.help.INSPECT)
add(forms, messages.help.FORMS, InboxCommand)
add(doctor, messages.help.DOCTOR)
app.add_typer(packs, name="pack", help=messages.help.PACKS)


def main() -> None:
    """Run the command line. A request to terminate ends it as Ctrl-C does; so does closing the terminal,
    unless it was started to outlive that.
    """
    open_streams()
    if (encoding := sys.getfilesystemencoding()) != "utf-8":  # the files of packs have names in UTF-8
        print(messages.system.FILE_NAMES.format(encoding=encoding), file=sys.stderr)
        raise SystemExit(USAGE)
    gc.set_threshold(FIRST_COLLECTION)
    atexit.register(gc.freeze)  # nor is what then ends all at once looked through for circles
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # seeking them in all packages takes 10 ms
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signal.signal(signal.SIGHUP, signal.default_int_handler)
    app()
