"""Commands that look at what is there: inspect, explain, verify; and the one that writes the blank form."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from converter import messages
from converter.cli.app import (
    CLEAN,
    FAILED,
    USAGE,
    Format,
    Jobs,
    PackFolder,
    Password,
    Year,
    argument,
    command,
    exit_code,
    print_json,
    usage_error,
)

Shown = StrEnum(
    "Shown", {"TEXT": "text", "JSON": "json", "XLSX": "xlsx", "DOCX": "docx"}
)  # how `verify` prints
CheckedTo = Annotated[
    Path | None, typer.Option("-o", "--output", help=messages.verify.HELP_VERIFY_OUTPUT, show_default=False)
]


@command(help=messages.trace.HELP_EXPLAIN)
def explain(
    where: Annotated[Path, argument(help=messages.trace.HELP_WHERE, metavar=messages.help.ARGUMENT_WHERE)],
    figure: Annotated[str, argument(help=messages.trace.HELP_FIGURE, metavar=messages.help.ARGUMENT_FIGURE)],
    department: Annotated[str, typer.Option(help=messages.trace.HELP_DEPARTMENT, show_default=False)] = "",
    pack: PackFolder = None,
    year: Year = 0,
    jobs: Jobs = 0,
    password: Password = "",
) -> None:
    """Print the way from a figure back to the cells."""
    from converter.batch.trails import trails
    from converter.cli.screen import Screen
    from converter.errors import Failure
    from converter.pack import DEFAULT, PackError, load_pack

    if not where.exists():
        raise usage_error(messages.trace.WHERE_NONE.format(path=where))
    try:
        loaded = load_pack(pack or DEFAULT)
        found = list(trails(where, pack or DEFAULT, year, jobs, password))
    except PackError as wrong:
        raise usage_error(str(wrong)) from None
    for failure in (each for each in found if isinstance(each, Failure)):
        typer.echo(failure.message, err=True)
    readable = [each for each in found if not isinstance(each, Failure)]
    if not readable:
        raise typer.Exit(FAILED)
    asked = [each for each in readable if department in each.department]
    raise typer.Exit(CLEAN if Screen().explanation(figure, asked, loaded) else USAGE)


@command(help=messages.verify.HELP_VERIFY)
def verify(
    places: Annotated[
        list[Path], argument(help=messages.verify.HELP_REPORTS, metavar=messages.help.ARGUMENT_REPORTS)
    ],
    data: Annotated[Path | None, typer.Option(help=messages.verify.HELP_DATA, show_default=False)] = None,
    format: Annotated[Shown, typer.Option("--format", help=messages.verify.HELP_VERIFY_FORMAT)] = Shown.TEXT,
    output: CheckedTo = None,
    pack: PackFolder = None,
    password: Password = "",
    jobs: Jobs = 0,
) -> None:
    """Check finished reports, number by number."""
    from converter.batch.verification import Verification
    from converter.batch.verification import verify as checked
    from converter.cli.screen import Screen
    from converter.errors import OutboxError
    from converter.pack import DEFAULT, PackError, load_pack
    from converter.verify import checked_data, write_checked

    try:
        copies = (output or Path()) if format is Shown.DOCX else None
        found = list(checked(Verification(pack or DEFAULT, places, data, password, copies), jobs))
    except (PackError, FileNotFoundError) as wrong:
        raise usage_error(str(wrong)) from None
    if format is Shown.JSON:
        print_json("reports", found, checked_data)
    else:
        Screen().checked(found)
    if format is Shown.XLSX:
        book = output or Path(messages.verify.CHECKED_FILE)
        try:
            write_checked(found, book, load_pack(pack or DEFAULT).style.workbooks.checked)
        except OutboxError as wrong:
            raise usage_error(str(wrong)) from None
        typer.echo(messages.verify.CHECKED_WRITTEN.format(path=book))
    raise typer.Exit(exit_code(found))


@command(help=messages.help.HELP_INSPECT)
def inspect(
    files: Annotated[
        list[Path], argument(help=messages.help.HELP_FILES, metavar=messages.help.ARGUMENT_FILES)
    ],
    pack: PackFolder = None,
    format: Annotated[Format, typer.Option("--format", help=messages.help.HELP_FORMAT)] = Format.TEXT,
) -> None:
    """Print what was recognised in single files, and what was not."""
    from converter.batch import inspect as look_into
    from converter.cli.screen import Screen
    from converter.errors import Failure
    from converter.pack import DEFAULT, PackError

    try:
        found = look_into(files, pack or DEFAULT, files[0].parent)
    except PackError as wrong:
        raise usage_error(str(wrong)) from None
    if format is Format.JSON:
        print_json("files", found, dict)
    else:
        Screen().inspection(found)
    raise typer.Exit(FAILED if any(isinstance(each, Failure) for each in found) else CLEAN)


@command(help=messages.help.HELP_FORMS)
def forms(
    output: Annotated[Path, typer.Option("-o", "--output", help=messages.help.HELP_FORMS_OUTPUT)] = Path(),
    pack: PackFolder = None,
) -> None:
    """Write the blank supplement workbook."""
    from converter.pack import DEFAULT, PackError, load_pack
    from converter.supplement import write_blank

    try:
        loaded = load_pack(pack or DEFAULT)
        output.mkdir(parents=True, exist_ok=True)
        path = output / loaded.meta.supplement_file
        write_blank(loaded, path)
    except PackError as wrong:
        raise usage_error(str(wrong)) from None
    except FileExistsError:
        raise usage_error(messages.screen.FORM_EXISTS.format(path=path)) from None
    typer.echo(messages.screen.FORM_WRITTEN.format(path=path))
