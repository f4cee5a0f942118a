"""`jixiao forms`: the blank supplement workbook."""

from pathlib import Path
from typing import Annotated

import typer

from converter import messages
from converter.cli.app import PackFolder, loaded, usage_error


def forms(
    output: Annotated[Path, typer.Option("-o", "--output", help=messages.help.FORMS_OUTPUT)] = Path(),
    pack: PackFolder = None,
) -> None:
    """Write the blank supplement workbook, unless there is one already."""
    from converter.supplement import write_blank

    rules = loaded(pack)
    path = output / rules.meta.supplement_file
    try:
        output.mkdir(parents=True, exist_ok=True)
        write_blank(rules, path)
    except FileExistsError:
        raise usage_error(messages.screen.SUPPLEMENT_EXISTS.format(path=path)) from None
    typer.echo(messages.screen.SUPPLEMENT_WRITTEN.format(path=path))
