"""`jixiao forms`: the supplement workbook, blank or with what is known of every department."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from converter import messages
from converter.cli.app import (
    CLEAN,
    FAILED,
    ending_on,
    existing,
    job_of,
    loaded,
    refusals,
    stoppable,
    usage_error,
)
from converter.cli.options import Jobs, PackFolders, Password, Year, argument, filled_path

if TYPE_CHECKING:
    from converter.batch.supplements import PrefilledSupplement
    from converter.errors import Failure


def forms(
    inbox: Annotated[
        Path | None,
        argument(help=messages.help.FORMS_INBOX, metavar=messages.help.ARGUMENT_INBOX, parser=filled_path),
    ] = None,
    output: Annotated[
        Path, typer.Option("-o", "--output", help=messages.help.FORMS_OUTPUT, parser=filled_path)
    ] = Path(),
    pack: PackFolders = None,
    year: Year = 0,
    jobs: Jobs = 0,
    password: Password = "",
) -> None:
    """Write a supplement for every department of an inbox, or a blank one, unless there is one already."""
    if inbox is None:
        _write_blank(output, pack[0] if pack else None)
    else:
        raise typer.Exit(_write_prefilled(inbox, output, pack, year, jobs, password))


def _write_blank(output: Path, pack: Path | None) -> None:
    from converter.errors import OutboxError, writing
    from converter.supplement import write_supplement

    rules = loaded(pack)
    path = output / rules.meta.supplement_file
    with ending_on(OutboxError):
        with writing(output):
            output.mkdir(parents=True, exist_ok=True)
            is_there = path.is_symlink() or path.exists()
        if is_there:
            raise usage_error(messages.screen.SUPPLEMENT_EXISTS.format(path=path))
        with writing(path):
            write_supplement(rules, path)
    typer.echo(messages.screen.SUPPLEMENT_WRITTEN.format(path=path))


def _write_prefilled(
    inbox: Path, output: Path, packs: list[Path] | None, year: int, jobs: int, password: str
) -> int:
    """Write a supplement for every department, and return the exit code."""
    from converter.batch.supplements import prefill_supplements
    from converter.cli.screen import progress
    from converter.errors import Failure

    job = job_of(existing(inbox), packs, year=year, password=password)
    with ending_on(*refusals()), stoppable(prefill_supplements(job, output, jobs)) as steps:
        results = [result for several in progress(steps) for result in several]
    if not results:
        raise usage_error(messages.screen.INBOX_EMPTY.format(path=inbox))
    for result in results:
        typer.echo(_line(result))
    return FAILED if any(isinstance(result, Failure) for result in results) else CLEAN


def _line(result: "PrefilledSupplement | Failure") -> str:
    from converter.cli.screen import failure_line
    from converter.errors import Failure

    if isinstance(result, Failure):
        return messages.screen.SUPPLEMENT_FAILED.format(reason=failure_line(result))
    counts = result.counts
    if counts is None:
        return messages.screen.SUPPLEMENT_STANDS.format(department=result.department, path=result.path)
    return messages.screen.SUPPLEMENT_PREFILLED.format(
        department=result.department,
        year=result.year,
        path=result.path,
        to_fill=counts.to_fill,
        optional=counts.optional,
        to_confirm=counts.to_confirm,
        known=counts.known,
    )
