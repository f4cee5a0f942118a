"""Lists of rows, as several commands write them: their options, and where they go."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from converter import messages
from converter.cli.app import ending_on, loaded, usage_error
from converter.cli.options import filled_path

if TYPE_CHECKING:
    from converter.errors import Failure
    from converter.outbox import Record


class ListFormat(StrEnum):
    """How a list is given out."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


ListFormatOption = Annotated[ListFormat, typer.Option("--format", help=messages.help.LIST_FORMAT)]
ListOutput = Annotated[
    Path | None,
    typer.Option("-o", "--output", help=messages.help.LIST_OUTPUT, show_default=False, parser=filled_path),
]


def check_output(format: ListFormat, output: Path | None) -> None:
    """Leave with a line on standard error if a list can't be written there: before any work is done."""
    if output is not None and format not in (ListFormat.CSV, ListFormat.XLSX):
        raise usage_error(messages.screen.LIST_ON_SCREEN)
    if format is ListFormat.XLSX and output is None:
        raise usage_error(messages.screen.LIST_NEEDS_FILE)
    if output is not None and (output.exists() or output.is_symlink()):
        raise usage_error(messages.screen.LIST_EXISTS.format(path=output))


def write_list(
    results: "list[Record | Failure]",
    rows_of: "Callable[[Record], Iterable[Struct]]",
    columns: Mapping[str, str],
    format: ListFormat,
    output: Path | None,
    packs: Sequence[Path] | None,
) -> None:
    """Write the fields of every row that are among `columns`, under their heads, and on standard error what
    failed: CSV to the screen unless a file is named. Leave with a line if the list can't be written.
    """
    from converter.api.exports import csv_text, write_csv, write_sheet
    from converter.errors import Failure, OutboxError

    rows: list[Struct] = []
    for result in results:
        if isinstance(result, Failure):
            typer.echo(result.message, err=True)
        else:
            rows += rows_of(result)
    if output is None:
        typer.echo(csv_text(rows, columns), nl=False)
        return
    with ending_on(OutboxError):
        if format is ListFormat.CSV:
            write_csv(rows, columns, output)
        else:
            style = loaded(packs[0] if packs else None).style.workbooks.checked
            write_sheet(rows, columns, output, messages.screen.LIST_SHEET, style)
    typer.echo(messages.screen.LIST_WRITTEN.format(path=output, count=len(rows)))
