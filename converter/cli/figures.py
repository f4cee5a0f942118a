"""`jixiao figures`: every figure that was read or computed, with its origin."""

from typing import TYPE_CHECKING, Annotated

import typer

from converter import messages
from converter.cli.app import Format, Inbox, Jobs, PackFolder, Password, Year, exit_code, judged, print_json

if TYPE_CHECKING:
    from converter.outbox import Record


def figures(
    inbox: Inbox,
    pack: PackFolder = None,
    year: Year = 0,
    jobs: Jobs = 0,
    password: Password = "",
    format: Annotated[Format, typer.Option("--format", help=messages.help.FORMAT)] = Format.TEXT,
) -> None:
    """Print every figure that was read or computed, with its origin."""
    from converter.cli.screen import show_result
    from converter.outbox import Record, as_json

    results = judged(inbox, pack, year, jobs, password)
    if format is Format.JSON:
        print_json("departments", results, as_json)
    else:
        for result in results:
            show_result(result)
            if isinstance(result, Record):
                _show_figures(result)
    raise typer.Exit(exit_code(results))


def _show_figures(record: "Record") -> None:
    from converter.figures import exact_text

    for figure in record.all_figures:
        value = messages.phrases.BLANK if figure.value is None else exact_text(figure.value) + figure.unit
        typer.echo(messages.screen.FIGURE_LINE.format(id=figure.id, value=value, origin=figure.origin))
