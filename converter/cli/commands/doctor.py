"""`jixiao doctor`: whether all that the program rests on is there, and what to do where it is not."""

import typer

from converter import messages
from converter.cli.app import CLEAN, ERRORS, loaded
from converter.cli.options import PackFolder


def doctor(pack: PackFolder = None) -> None:
    """Print a line for each thing the program rests on."""
    from converter.cli.screen import coloured
    from converter.surroundings import surroundings

    found = list(surroundings(loaded(pack)))
    for each in found:
        typer.echo(each.line if each.is_well else coloured("yellow", each.line))
    is_well = all(each.is_well for each in found)
    if is_well:
        typer.echo(messages.system.ALL_WELL)
    raise typer.Exit(CLEAN if is_well else ERRORS)
