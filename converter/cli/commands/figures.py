"""`jixiao figures`: every figure that was read or computed, with its origin."""

from typing import TYPE_CHECKING

import typer

from converter import messages
from converter.cli.app import exit_code, judged, print_json
from converter.cli.listing import ListFormat, ListFormatOption, ListOutput, check_output, write_list
from converter.cli.options import Inbox, Jobs, PackFolders, Password, Year

if TYPE_CHECKING:
    from converter.outbox import Record


def figures(
    inbox: Inbox,
    pack: PackFolders = None,
    year: Year = 0,
    jobs: Jobs = 0,
    password: Password = "",
    format: ListFormatOption = ListFormat.TEXT,
    output: ListOutput = None,
) -> None:
    """Print every figure that was read or computed, with its origin."""
    from converter.api.department_rows import figure_rows
    from converter.cli.department_json import figures_data
    from converter.cli.departments import show_result
    from converter.outbox import Record

    check_output(format, output)
    results = judged(inbox, pack, year, jobs, password)
    if format is ListFormat.JSON:
        print_json("departments", results, figures_data)
    elif format is not ListFormat.TEXT:
        write_list(results, figure_rows, messages.screen.FIGURE_COLUMNS, format, output, pack)
    else:
        for result in results:
            show_result(result)
            if isinstance(result, Record):
                _show_figures(result)
    raise typer.Exit(exit_code(results))


def _show_figures(record: "Record") -> None:
    from converter.figures import exact_text

    for figure in record.read_all_figures():
        value = messages.phrases.BLANK if figure.value is None else exact_text(figure.value) + figure.unit
        typer.echo(messages.screen.FIGURE_LINE.format(id=figure.id, value=value, origin=figure.origin))
