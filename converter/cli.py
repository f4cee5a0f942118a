"""The command line: parse, call, print, exit code."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from converter import messages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from converter.batch import Failure, Record

CLEAN, ERRORS, USAGE, FAILED = 0, 1, 2, 3


class Format(StrEnum):
    """How `figures` prints."""

    TEXT = "text"
    JSON = "json"


Shown = StrEnum("Shown", {"TEXT": "text", "JSON": "json", "XLSX": "xlsx"})  # how `verify` prints

app = typer.Typer(
    help=messages.HELP,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
Inbox = Annotated[Path, typer.Argument(help=messages.HELP_INBOX, show_default=False)]
Output = Annotated[Path, typer.Option("-o", "--output", help=messages.HELP_OUTPUT)]
PackFolder = Annotated[Path | None, typer.Option("--pack", help=messages.HELP_PACK, show_default=False)]
Year = Annotated[int, typer.Option("--year", help=messages.HELP_YEAR, show_default=False)]
Password = Annotated[str, typer.Option("--password", help=messages.HELP_PASSWORD, show_default=False)]
OverviewFile = Annotated[Path, typer.Option("-o", "--output", help=messages.HELP_VERIFY_OUTPUT)]
Jobs = Annotated[int, typer.Option("-j", "--jobs", help=messages.HELP_JOBS, min=0, show_default=False)]


@app.command(help=messages.HELP_CONVERT)
def convert(
    inbox: Inbox,
    output: Output = Path("outbox"),
    pack: PackFolder = None,
    year: Year = 0,
    jobs: Jobs = 0,
    password: Password = "",
) -> None:
    """Write every department's report and list."""
    from converter.screen import Screen

    screen = Screen()
    results = screen.results(_steps(inbox, pack, jobs, year=year, outbox=output, password=password))
    for each in results:
        screen.verdict(each)
    screen.summary(results, output)
    raise typer.Exit(_code(results))


@app.command(help=messages.HELP_CHECK)
def check(
    inbox: Inbox, pack: PackFolder = None, year: Year = 0, jobs: Jobs = 0, password: Password = ""
) -> None:
    """Print every department's findings, and write nothing."""
    from converter.screen import Screen

    screen = Screen()
    results = screen.results(_steps(inbox, pack, jobs, year=year, password=password))
    for each in results:
        screen.findings(each)
    screen.summary(results)
    raise typer.Exit(_code(results))


@app.command(help=messages.HELP_FIGURES)
def figures(
    inbox: Inbox,
    pack: PackFolder = None,
    year: Year = 0,
    jobs: Jobs = 0,
    password: Password = "",
    format: Annotated[Format, typer.Option("--format", help=messages.HELP_FORMAT)] = Format.TEXT,
) -> None:
    """Print every figure that was read or computed, with its origin."""
    from converter.batch import plain_data
    from converter.screen import Screen

    screen = Screen()
    results = screen.results(_steps(inbox, pack, jobs, year=year, password=password))
    if format is Format.TEXT:
        for each in results:
            screen.figures(each)
    else:
        _print_json("departments", results, plain_data)
    raise typer.Exit(_code(results))


@app.command(help=messages.HELP_EXPLAIN)
def explain(
    where: Annotated[Path, typer.Argument(help=messages.HELP_WHERE, show_default=False)],
    figure: Annotated[str, typer.Argument(help=messages.HELP_FIGURE, show_default=False)],
    department: Annotated[str, typer.Option(help=messages.HELP_DEPARTMENT, show_default=False)] = "",
    pack: PackFolder = None,
    year: Year = 0,
    jobs: Jobs = 0,
    password: Password = "",
) -> None:
    """Print the way from a figure back to the cells."""
    from converter.batch import Failure, trails
    from converter.pack import DEFAULT, PackError
    from converter.screen import Screen

    if not where.exists():
        raise _usage(messages.WHERE_NONE.format(path=where))
    try:
        found = list(trails(where, pack or DEFAULT, year, jobs, password))
    except PackError as wrong:
        raise _usage(str(wrong)) from None
    for failure in (each for each in found if isinstance(each, Failure)):
        typer.echo(failure.message, err=True)
    readable = [each for each in found if not isinstance(each, Failure)]
    if not readable:
        raise typer.Exit(FAILED)
    asked = [each for each in readable if department in each.department]
    raise typer.Exit(CLEAN if Screen().explanation(figure, asked) else USAGE)


@app.command(help=messages.HELP_VERIFY)
def verify(
    places: Annotated[list[Path], typer.Argument(help=messages.HELP_REPORTS, show_default=False)],
    data: Annotated[Path | None, typer.Option(help=messages.HELP_DATA, show_default=False)] = None,
    format: Annotated[Shown, typer.Option("--format", help=messages.HELP_VERIFY_FORMAT)] = Shown.TEXT,
    output: OverviewFile = Path(messages.OVERVIEW_FILE),
    pack: PackFolder = None,
    password: Password = "",
) -> None:
    """Check finished reports, number by number."""
    from converter.batch import Verification, checked_data, write_overview
    from converter.batch import verify as checked
    from converter.pack import DEFAULT, PackError
    from converter.screen import Screen

    try:
        found = list(checked(Verification(pack or DEFAULT, places, data, password)))
    except (PackError, FileNotFoundError) as wrong:
        raise _usage(str(wrong)) from None
    if format is Shown.JSON:
        _print_json("reports", found, checked_data)
    else:
        Screen().checked(found)
    if format is Shown.XLSX:
        write_overview(found, output)
        typer.echo(messages.OVERVIEW_WRITTEN.format(path=output))
    raise typer.Exit(_code(found))


@app.command(help=messages.HELP_INSPECT)
def inspect(
    files: Annotated[list[Path], typer.Argument(help=messages.HELP_FILES, show_default=False)],
    pack: PackFolder = None,
    format: Annotated[Format, typer.Option("--format", help=messages.HELP_FORMAT)] = Format.TEXT,
) -> None:
    """Print what was recognised in single files, and what was not."""
    from converter.batch import Failure
    from converter.batch import inspect as look_into
    from converter.pack import DEFAULT, PackError
    from converter.screen import Screen

    try:
        found = look_into(files, pack or DEFAULT, files[0].parent)
    except PackError as wrong:
        raise _usage(str(wrong)) from None
    if format is Format.JSON:
        _print_json("files", found, dict)
    else:
        Screen().inspection(found)
    raise typer.Exit(FAILED if any(isinstance(each, Failure) for each in found) else CLEAN)


@app.command(help=messages.HELP_FORMS)
def forms(
    output: Annotated[Path, typer.Option("-o", "--output", help=messages.HELP_FORMS_OUTPUT)] = Path(),
    pack: PackFolder = None,
) -> None:
    """Write the blank supplement workbook."""
    from converter.forms import write_blank
    from converter.pack import DEFAULT, PackError, load_pack

    try:
        loaded = load_pack(pack or DEFAULT)
        output.mkdir(parents=True, exist_ok=True)
        path = output / loaded.meta.supplement_file
        write_blank(loaded, path)
    except PackError as wrong:
        raise _usage(str(wrong)) from None
    except FileExistsError:
        raise _usage(messages.FORM_EXISTS.format(path=path)) from None
    typer.echo(messages.FORM_WRITTEN.format(path=path))


def _steps(
    inbox: Path, pack: Path | None, jobs: int, **more: Any
) -> "Iterator[tuple[int, list[Record | Failure]]]":
    """Yield the steps of a job, `more` said of it; leave with a line on standard error if it can't begin."""
    from converter.batch import Job, run
    from converter.pack import DEFAULT, PackError

    if not inbox.is_dir():
        raise _usage(messages.INBOX_NONE.format(path=inbox))
    try:
        steps = run(Job(pack or DEFAULT, inbox, **more), jobs)
        total, _ = first = next(steps)
    except PackError as wrong:
        raise _usage(str(wrong)) from None
    if not total:
        raise _usage(messages.INBOX_EMPTY.format(path=inbox))
    yield first
    yield from steps


def _print_json(key: str, found: "Sequence[Any]", data: "Callable[[Any], dict[str, Any]]") -> None:
    """Print what was done as plain data under `key`, and what failed."""
    from converter.batch import Failure

    failures = [{"file": each.file, "message": each.message} for each in found if isinstance(each, Failure)]
    done = [data(each) for each in found if not isinstance(each, Failure)]
    typer.echo(json.dumps({key: done, "failures": failures}, ensure_ascii=False, indent=1))


def _code(results: "Sequence[Any]") -> int:
    from converter.batch import Failure

    if any(isinstance(each, Failure) for each in results):
        return FAILED
    return ERRORS if any(each.errors for each in results if not isinstance(each, Failure)) else CLEAN


def _usage(message: str) -> typer.Exit:
    typer.echo(message, err=True)
    return typer.Exit(USAGE)


def main() -> None:
    """Run the command line."""
    app()
