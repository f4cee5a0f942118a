"""`jixiao forms`: the blank supplement workbook."""

from pathlib import Path
from typing import Annotated

import typer

from converter import messages
from converter.cli.app import PackFolder, ending_on, filled_path, loaded, usage_error


def forms(
    output: Annotated[
        Path, typer.Option("-o", "--output", help=messages.help.FORMS_OUTPUT, parser=filled_path)
    ] = Path(),
    pack: PackFolder = None,
) -> None:
    """Write the blank supplement workbook, unless there is one already."""
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
