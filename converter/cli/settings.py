"""Options that a file in the inbox sets, for whatever the command line does not say itself."""

from pathlib import Path
from typing import Any

import typer

from converter import messages
from converter.cli.chinese_help import DEFAULT_COMMAND, Command

NOT_TO_SET = ("help", "scheduler")  # a file that anybody may have written must not send the inbox elsewhere
NOT_TYPED = "DEFAULT"  # where the value of an option is from that was not typed


class InboxCommand(Command):
    """A command on an inbox, where a file may set its options."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command with what the file sets; leave with a line on standard error if that is wrong."""
        inbox = ctx.params.get("inbox")
        if inbox is not None:
            _set_options(self, ctx, Path(inbox))
        return super().invoke(ctx)


def _set_options(command: Command, ctx: Any, inbox: Path) -> None:
    folder = inbox if inbox.is_dir() else inbox.parent
    file = folder / messages.screen.SETTINGS_FILE
    if not (file.is_symlink() or file.exists()):  # a link that leads nowhere is named, too
        return
    from converter.batch import overlay_settings
    from converter.cli.app import ending_on, usage_error
    from converter.pack import PackError, setting_error

    known = _by_name(ctx.parent.command.commands[DEFAULT_COMMAND].params)
    with ending_on(PackError):
        file, settings = overlay_settings(folder, known)
    for name, parameter in _by_name(command.params).items():
        setting = settings.get(name)
        if setting is None or parameter.help != known[name].help:  # which means something else here
            continue
        if ctx.get_parameter_source(parameter.name).name != NOT_TYPED:
            continue
        value = [setting.value] if parameter.multiple and isinstance(setting.value, str) else setting.value
        try:
            ctx.params[parameter.name] = parameter.process_value(ctx, value)
        except typer.BadParameter:
            raise usage_error(str(setting_error(file, name, setting))) from None
        except typer.Exit:  # of an option that says itself what is wrong with it
            typer.echo(messages.screen.SETTING_AT.format(file=file, line=setting.line), err=True)
            raise


def _by_name(parameters: list[Any]) -> dict[str, Any]:
    """Return options by their long names."""
    return {
        name: parameter
        for parameter in parameters
        for option in parameter.opts
        if option.startswith("--") and (name := option.removeprefix("--")) not in NOT_TO_SET
    }
