"""The command line in Chinese: its help, and complaints about a command that was not typed right.

Typer's own words are English; they are replaced where it writes them.
"""

import re
import sys
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from converter import messages
from converter.cli.help_lines import definitions, lines_of
from converter.cli.streams import lost_output

PROGRAM = "jixiao"
DEFAULT_COMMAND = "convert"
USAGE = 2
OUTPUT_LOST = 3  # as for whatever else could not be done
NO_ARGUMENTS = "NoArgsIsHelpError"  # Typer's error for a command without any arguments; its text is the help
_COUNT = re.compile(r"[0-9]{1,9}")
_TYPE = re.compile(r" <[\w\[\] ]+>")  # the type of a value, not a choice such as <text|json>


class _HelpFormatter(typer.Context.formatter_class):  # type: ignore[misc, valid-type]  # Typer has no public name for this class
    """Writes help with Chinese headings and words."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args.replace("{", "").replace("}", ""), messages.help.USAGE)

    def write_heading(self, heading: str) -> None:
        self.write(f"{messages.help.HEADINGS.get(heading, heading)}\n")

    def write_text(self, text: str) -> None:
        room = self.width - self.current_indent
        self._write_lines(" " * self.current_indent + line for line in lines_of(text, room))

    def write_dl(self, rows: Sequence[tuple[str, str]], *spacing: Any, **more: Any) -> None:
        chinese = [(_in_chinese(term), _in_chinese(text)) for term, text in rows]
        self._write_lines(definitions(chinese, self.current_indent, self.width))

    def _write_lines(self, lines: Iterable[str]) -> None:
        self.write("".join(f"{line}\n" for line in lines))


class _Context(typer.Context):
    formatter_class = _HelpFormatter


class _AsTyped:
    """Takes values that are plain to read. What Typer loads to convert others takes 0.1 seconds."""

    def __init__(self, parameter: Any) -> None:
        described = parameter.type_descriptor
        self._is_list = parameter.multiple or parameter.nargs < 0
        self._kind = described.annotation.__args__[0] if described.is_list else described.annotation
        self._settings, self._converter = described.parameter_info, parameter.get_runtime_param

    def itself(self) -> "_AsTyped":
        """Return this."""
        return self

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return a value as its parameter's type, or several; an error of Typer's if it is none."""
        if value is None:
            return () if self._is_list else None
        try:
            return [self._read(each) for each in value] if self._is_list else self._read(value)
        except ValueError:
            return self._converter().coerce(value, param=param, ctx=ctx)

    def _read(self, value: Any) -> Any:
        """Return one value as its type; ValueError where that is for Typer to tell."""
        if not _is_text(str(value)):
            raise ValueError
        if type(value) is self._kind:
            return value
        if not isinstance(value, str):
            raise ValueError
        if self._settings.parser:  # it stands above the type, as with Typer
            return self._settings.parser(value)
        if self._kind is int and _COUNT.fullmatch(value):
            least, most = self._settings.min, self._settings.max
            if (least is None or least <= int(value)) and (most is None or int(value) <= most):
                return int(value)
        if issubclass(self._kind, Enum):
            return self._kind(value)
        raise ValueError


def _taking_as_typed(parameters: list[Any]) -> list[Any]:
    for parameter in parameters:
        if "get_runtime_param" not in vars(parameter):
            parameter.get_runtime_param = _AsTyped(parameter).itself
    return parameters


class Command(TyperCommand):
    """A command whose help is Chinese."""

    context_class = _Context

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters of the command, which take values as they are typed."""
        return _taking_as_typed(super().get_params(ctx))


class Group(TyperGroup):
    """All commands; what is wrong with a command as it was typed is one line of Chinese."""

    context_class = _Context

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters of the command, which take values as they are typed."""
        return _taking_as_typed(super().get_params(ctx))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that is meant: of something to convert that is given alone, `convert`."""
        if args[0] not in self.commands and Path(args[0]).exists():
            args = [DEFAULT_COMMAND, *args]
        try:
            return super().resolve_command(ctx, args)
        except typer.TyperException as wrong:
            wrong.possibilities = get_close_matches(args[0], self.commands)  # type: ignore[attr-defined]
            raise

    def main(self, *args: Any, **given: Any) -> Any:
        """Run a command and leave with its exit code."""
        for parameter in self.params:
            if parameter.name == "install_completion":
                parameter.callback = _install_completion
        try:
            code = super().main(*args, **given | {"prog_name": PROGRAM, "standalone_mode": False})
        except typer.TyperException as wrong:
            typer.echo(_complaint(wrong), err=True)
            code = wrong.exit_code
        except OSError as refusal:  # of a path that no system takes, such as a name of 300 signs
            typer.echo(messages.system.REFUSED.format(reason=messages.system.os_reason(refusal)), err=True)
            code = USAGE
        if lost := lost_output():
            typer.echo(lost, err=True)
            code = OUTPUT_LOST
        sys.exit(code or 0)


def _install_completion(context: Any, parameter: Any, asked: Any) -> Any:
    """Install completion for the shell that is used, or the one named, if that is asked for."""
    if not asked or context.resilient_parsing:
        return asked
    from typer import _completion_shared as completion  # has no public name, and says in English what it does

    shell = asked if isinstance(asked, str) else completion._get_shell_name()
    if shell not in {each.value for each in completion.Shells}:
        typer.echo(messages.help.COMPLETION_UNKNOWN, err=True)
        raise typer.Exit(USAGE)
    shell, path = completion.install(shell=shell)
    typer.echo(messages.help.COMPLETION_INSTALLED.format(shell=shell, path=path))
    raise typer.Exit


def _is_text(value: str) -> bool:
    """Whether a value has no bytes that stand for no letters."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _in_chinese(text: str) -> str:
    for word, chinese in messages.help.WORDS.items():
        text = text.replace(word, chinese)
    return _TYPE.sub("", text)


def _complaint(wrong: typer.TyperException) -> str:
    """Return what is wrong and where to read more; for a command without any arguments, its help."""
    kind = type(wrong).__name__
    if kind == NO_ARGUMENTS:
        return str(wrong)
    context = getattr(wrong, "ctx", None)
    command = context.command_path if context else PROGRAM
    text = messages.help.MISTYPED.get(kind, messages.help.MISTYPED_OTHERWISE).format(name=_name(wrong))
    if similar := getattr(wrong, "possibilities", None):
        text += messages.help.MISTYPED_PERHAPS.format(names=messages.phrases.OR.join(sorted(similar)))
    return text + messages.help.MISTYPED_HINT.format(command=command)


def _name(wrong: typer.TyperException) -> str:
    """Return the name of the option or argument that an error is about."""
    parameter = getattr(wrong, "param", None)
    if parameter is None:
        return str(getattr(wrong, "option_name", ""))
    names = parameter.opts if parameter.param_type_name == "option" else [parameter.metavar or parameter.name]
    return messages.phrases.OR.join(names)
