"""The command line in Chinese: its help, and what is said of a command that was not typed right.

The library underneath speaks English alone, so its words are exchanged where it writes them.
"""

import re
import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from converter import messages

PROGRAM = "jixiao"
NO_WORDS = "NoArgsIsHelpError"  # how the library calls a command without words; its text is the help
_TYPE = re.compile(r" <[\w\[\] ]+>")  # of a value; a choice of words stays


class _Help(typer.Context.formatter_class):  # type: ignore[misc, valid-type]  # the library names this class nowhere else
    """Writes help."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args.replace("{", "").replace("}", ""), messages.help.USAGE)

    def write_heading(self, heading: str) -> None:
        self.write(f"{messages.help.HELP_HEADINGS.get(heading, heading)}\n")

    def write_dl(self, rows: Sequence[tuple[str, str]], *spacing: Any, **more: Any) -> None:
        super().write_dl([(_spoken(term), _spoken(text)) for term, text in rows], *spacing, **more)


class _Context(typer.Context):
    formatter_class = _Help


class Command(TyperCommand):
    """A command whose help is Chinese."""

    context_class = _Context


class Group(TyperGroup):
    """All commands. Run as a program, it says in one line what is wrong with a command as it was typed."""

    context_class = _Context

    def main(self, *args: Any, **given: Any) -> Any:
        """Run a command and leave with its exit code."""
        try:
            code = super().main(*args, **given | {"prog_name": PROGRAM, "standalone_mode": False})
        except typer.TyperException as wrong:
            typer.echo(_said(wrong), err=True)
            code = wrong.exit_code
        sys.exit(code or 0)


def _spoken(text: str) -> str:
    for word, chinese in messages.help.HELP_WORDS.items():
        text = text.replace(word, chinese)
    return _TYPE.sub("", text)


def _said(wrong: typer.TyperException) -> str:
    """Return what is wrong, and how to learn more; of a command without words, its help."""
    kind = type(wrong).__name__
    if kind == NO_WORDS:
        return str(wrong)
    context = getattr(wrong, "ctx", None)
    command = context.command_path if context else PROGRAM
    said = messages.help.MISTYPED.get(kind, messages.help.MISTYPED_OTHERWISE).format(name=_name(wrong))
    if alike := getattr(wrong, "possibilities", None):
        said += messages.help.MISTYPED_PERHAPS.format(names=messages.checks.OR.join(sorted(alike)))
    return said + messages.help.MISTYPED_HINT.format(command=command)


def _name(wrong: typer.TyperException) -> str:
    """Return the option or argument that an error is about."""
    parameter = getattr(wrong, "param", None)
    if parameter is None:
        return str(getattr(wrong, "option_name", ""))
    named = parameter.opts if parameter.param_type_name == "option" else [parameter.metavar or parameter.name]
    return messages.checks.OR.join(named)
