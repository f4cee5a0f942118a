"""`jixiao inspect`: what was recognised in single files, what was not, and what to do about it."""

from pathlib import Path
from typing import Annotated, Any

import typer

from converter import messages
from converter.cli.app import (
    CLEAN,
    FAILED,
    Format,
    PackFolder,
    argument,
    ending_on,
    print_json,
)
from converter.errors import Failure


def inspect(
    files: Annotated[list[Path], argument(help=messages.help.FILES, metavar=messages.help.ARGUMENT_FILES)],
    pack: PackFolder = None,
    format: Annotated[Format, typer.Option("--format", help=messages.help.FORMAT)] = Format.TEXT,
) -> None:
    """Print what was recognised in single files, and what was not."""
    from converter.batch import inspect as inspected
    from converter.cli.screen import show_failure
    from converter.pack import DEFAULT, PackError

    with ending_on(PackError):
        results = inspected(files, pack or DEFAULT, files[0].parent)
    if format is Format.JSON:
        print_json("files", results, dict)
    else:
        for result in results:
            show_failure(result) if isinstance(result, Failure) else _show_file(result)
    raise typer.Exit(FAILED if any(isinstance(result, Failure) for result in results) else CLEAN)


def _show_file(file: dict[str, Any]) -> None:
    """Print what was recognised in a file, what was not, and lines ready to paste for new labels."""
    from converter.cli.screen import coloured

    line = messages.screen.INSPECTED.format(file=file["file"], department=_department(file), year=_year(file))
    typer.echo(line)
    several = len({form["department"] for form in file["forms"]}) > 1
    for form in file["forms"]:
        _show_form(form, several=several)
    for ignored in file["ignored"]:
        entry = messages.filing.ENTRY.format(**ignored) + messages.filing.HINT.format(**ignored)
        typer.echo(f"  {coloured('yellow', entry)}")


def _show_form(form: dict[str, Any], *, several: bool) -> None:
    from converter.cli.screen import coloured

    words = {
        "year": _year(form),
        "whose": messages.screen.INSPECTED_OF.format(department=_department(form)) if several else "",
        "unit": form["unit"] or messages.screen.NO_UNIT,
        "title": form["title"] or messages.screen.NO_TITLE,
    }
    typer.echo(messages.screen.INSPECTED_FORM.format(**form | words))
    for kind, text in (
        ("unread_rows", messages.screen.UNREAD_ROW),
        ("unread_columns", messages.screen.UNREAD_COLUMN),
    ):
        for label in form[kind]:
            typer.echo(f"    {coloured('dim', text.format(**label))}")
    for miss in form["missing"]:
        if miss["closest"]:
            typer.echo(f"    {coloured('yellow', messages.screen.NEAR_MISS.format(**miss))}")
            typer.echo(messages.screen.PASTE.format(**miss))


def _department(found: dict[str, Any]) -> str:
    """Return in words which department a file or a table of it names."""
    return (
        messages.screen.INSPECTED_DEPARTMENT.format(**found)
        if found["department"]
        else messages.screen.NO_DEPARTMENT
    )


def _year(found: dict[str, Any]) -> str:
    return messages.screen.INSPECTED_YEAR.format(**found) if found["year"] else messages.screen.NO_YEAR
