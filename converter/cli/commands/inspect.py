"""`jixiao inspect`: what was recognised in single files, what was not, and what to do about it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from converter import messages
from converter.cli.app import CLEAN, FAILED, ending_on, print_json
from converter.cli.options import Format, PackFolder, argument, filled_path

if TYPE_CHECKING:
    from converter.batch import InspectedFile, InspectedForm


def inspect(
    files: Annotated[
        list[Path],
        argument(help=messages.help.FILES, metavar=messages.help.ARGUMENT_FILES, parser=filled_path),
    ],
    pack: PackFolder = None,
    format: Annotated[Format, typer.Option("--format", help=messages.help.FORMAT)] = Format.TEXT,
) -> None:
    """Print what was recognised in single files, and what was not."""
    from converter.batch import inspect as inspected
    from converter.cli.screen import show_failure
    from converter.errors import Failure
    from converter.pack import DEFAULT, PackError

    with ending_on(PackError):
        results = inspected(files, pack or DEFAULT, files[0].parent)
    if format is Format.JSON:
        print_json("files", results, _data)
    else:
        for result in results:
            show_failure(result) if isinstance(result, Failure) else _show_file(result)
    raise typer.Exit(FAILED if any(isinstance(result, Failure) for result in results) else CLEAN)


def _show_file(file: "InspectedFile") -> None:
    """Print what was recognised in a file, what was not, and lines ready to paste for new labels."""
    from converter.cli.screen import coloured

    line = messages.screen.INSPECTED.format(
        file=file.file, department=_department(file.department), year=_year(file.year)
    )
    typer.echo(line)
    _show_evidence(file)
    several = len({form.department for form in file.forms}) > 1
    for form in file.forms:
        _show_form(form, several=several)
    for table in file.unused:
        typer.echo(coloured("dim", _unused(table.title, table.sheet, table.forms)))
    for finding in file.findings:
        entry = messages.filing.ENTRY.format(code=finding.code, message=finding.message)
        typer.echo(f"  {coloured('yellow', entry + messages.filing.HINT.format(hint=finding.hint))}")


def _show_evidence(file: "InspectedFile") -> None:
    """Print what tells a file's year and department."""
    from converter.cli.screen import coloured

    for line, evidence in (
        (messages.identity.YEAR_EVIDENCE, file.year_evidence),
        (messages.identity.DEPARTMENT_EVIDENCE, file.department_evidence),
    ):
        told = [
            messages.identity.HINTS.format(value=value, places=messages.phrases.AND.join(places))
            for value, places in evidence.items()
        ]
        if told:
            typer.echo(coloured("dim", line.format(hints=messages.phrases.THEN.join(told))))


def _show_form(form: "InspectedForm", *, several: bool) -> None:
    """Print what was recognised in a form; its department if the file has `several`."""
    from converter.cli.screen import coloured

    department = messages.screen.INSPECTED_OF.format(department=_department(form.department))
    line = messages.screen.INSPECTED_FORM.format(
        form=form.form,
        sheet=form.sheet,
        title=form.title or messages.screen.NO_TITLE,
        unit=form.unit or messages.screen.NO_UNIT,
        year=_year(form.year),
        whose=department if several else "",
        figures=form.figures,
        lines=form.detail_rows,
        texts=form.texts,
    )
    typer.echo(line)
    for labels, text in (
        (form.unread_rows, messages.screen.UNREAD_ROW),
        (form.unread_columns, messages.screen.UNREAD_COLUMN),
    ):
        for label in labels:
            typer.echo(f"    {coloured('dim', text.format(cell=label.cell, label=label.label))}")
    for miss in form.near_misses:
        if miss.closest:
            words = {"expected": miss.expected, "closest": miss.closest}
            typer.echo(f"    {coloured('yellow', messages.screen.NEAR_MISS.format(**words))}")
            typer.echo(messages.screen.PASTE.format(**words))


def _unused(title: str, sheet: str, forms: Sequence[str]) -> str:
    """Return the line on a table that is known but not used, or not like the `forms` its title may mean."""
    alike = messages.screen.UNUSED_ALIKE.format(forms=messages.phrases.OR.join(forms))
    return messages.screen.UNUSED_TABLE.format(
        title=title, sheet=sheet, what=alike if forms else messages.screen.UNUSED
    )


def _department(name: str) -> str:
    """Return in words which department a file or a form of it names."""
    return (
        messages.screen.INSPECTED_DEPARTMENT.format(department=name)
        if name
        else messages.screen.NO_DEPARTMENT
    )


def _year(year: int) -> str:
    return messages.screen.INSPECTED_YEAR.format(year=year) if year else messages.screen.NO_YEAR


def _data(file: "InspectedFile") -> dict[str, Any]:
    """Return the same as plain data, for programs."""
    return {
        "file": file.file,
        "department": file.department,
        "year": file.year,
        "forms": [_form_data(form) for form in file.forms],
        "unused": [
            {"sheet": table.sheet, "cell": table.cell, "title": table.title, "forms": [*table.forms]}
            for table in file.unused
        ],
        "ignored": [
            {"code": finding.code, "message": finding.message, "hint": finding.hint}
            for finding in file.findings
        ],
    }


def _form_data(form: "InspectedForm") -> dict[str, Any]:
    return {
        "form": form.form,
        "sheet": form.sheet,
        "title": form.title,
        "unit": form.unit,
        "department": form.department,
        "year": form.year,
        "figures": form.figures,
        "lines": form.detail_rows,
        "texts": form.texts,
        "unread_rows": [{"cell": row.cell, "label": row.label} for row in form.unread_rows],
        "unread_columns": [{"cell": column.cell, "label": column.label} for column in form.unread_columns],
        "missing": [{"expected": miss.expected, "closest": miss.closest} for miss in form.near_misses],
    }
