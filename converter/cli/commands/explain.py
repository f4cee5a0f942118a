"""`jixiao explain`: the way from a figure back to the cells."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from converter import messages
from converter.cli.app import CLEAN, FAILED, USAGE, ending_on, usage_error
from converter.cli.options import Jobs, PackFolders, Password, Year, argument, filled_path

if TYPE_CHECKING:
    from converter.batch import PackSet
    from converter.trace import Trail


def explain(
    where: Annotated[
        Path,
        argument(help=messages.help.WHERE, metavar=messages.help.ARGUMENT_WHERE, parser=filled_path),
    ],
    figure: Annotated[str, argument(help=messages.help.FIGURE, metavar=messages.help.ARGUMENT_FIGURE)],
    department: Annotated[str, typer.Option(help=messages.help.DEPARTMENT, show_default=False)] = "",
    pack: PackFolders = None,
    year: Year = 0,
    jobs: Jobs = 0,
    password: Password = "",
) -> None:
    """Print the way from a figure back to the cells."""
    from converter.batch import PackSet
    from converter.batch.trails import trails
    from converter.errors import Failure, ReadError
    from converter.pack import PackError

    if not where.exists():
        raise usage_error(messages.trace.NO_PLACE.format(path=where))
    chosen = tuple(pack or ())
    with ending_on(PackError, ReadError):
        packs = PackSet(chosen, None)
        results = list(trails(where, chosen, year, jobs, password))
    for failure in (result for result in results if isinstance(result, Failure)):
        typer.echo(failure.message, err=True)
    readable = [result for result in results if not isinstance(result, Failure)]
    if not readable:
        raise typer.Exit(FAILED)
    asked = [trail for trail in readable if department in trail.department]
    raise typer.Exit(_show(figure, asked, packs))


def _show(wanted: str, trails: "list[Trail]", packs: "PackSet") -> int:
    """Print where the figure wanted comes from, or all it may mean; return the exit code."""
    from converter.trace import describe, find, report_line
    from converter.trace import explain as generated_lines

    meant = [(trail, figures) for trail in trails if (figures := find(wanted, trail))]
    if len(meant) != 1:
        answer = messages.trace.SEVERAL_DEPARTMENTS if meant else messages.trace.NO_FIGURE
        typer.echo(answer.format(figure=wanted, count=len(meant)))
        for trail, _ in meant:
            typer.echo(report_line(trail))
        return USAGE
    [(trail, figures)] = meant
    if len(figures) > 1:
        typer.echo(report_line(trail))
        typer.echo(messages.trace.SEVERAL_FIGURES.format(figure=wanted, count=len(figures)))
        for figure in figures:
            typer.echo(f"  {describe(figure)}")
        return USAGE
    label = packs.titled(trail.pack) or packs.choose(trail.department, trail.year).pack
    for line in generated_lines(figures[0].figure.id, trail, packs.load(label)):
        typer.echo(line)
    return CLEAN
