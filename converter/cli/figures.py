"""`jixiao figures`: every figure that was read or computed, with its origin."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from converter import messages
from converter.cli.app import Format, Inbox, Jobs, PackFolder, Password, Year, exit_code, judged, print_json

if TYPE_CHECKING:
    from converter.figures import CellOrigin, Figure, Finding
    from converter.outbox import Record


def figures(
    inbox: Inbox,
    pack: PackFolder = None,
    year: Year = 0,
    jobs: Jobs = 0,
    password: Password = "",
    format: Annotated[Format, typer.Option("--format", help=messages.help.FORMAT)] = Format.TEXT,
) -> None:
    """Print every figure that was read or computed, with its origin."""
    from converter.cli.screen import show_result
    from converter.outbox import Record

    results = judged(inbox, pack, year, jobs, password)
    if format is Format.JSON:
        print_json("departments", results, _data)
    else:
        for result in results:
            show_result(result)
            if isinstance(result, Record):
                _show_figures(result)
    raise typer.Exit(exit_code(results))


def _show_figures(record: "Record") -> None:
    from converter.figures import exact_text

    for figure in record.read_all_figures():
        value = messages.phrases.BLANK if figure.value is None else exact_text(figure.value) + figure.unit
        typer.echo(messages.screen.FIGURE_LINE.format(id=figure.id, value=value, origin=figure.origin))


def _data(record: "Record") -> dict[str, Any]:
    """Return department, year, all figures by id (those of detail rows included) and findings."""
    return {
        "department": record.department,
        "year": record.year,
        "figures": {figure.id: _figure(figure) for figure in record.read_all_figures()},
        "findings": [_finding(finding) for finding in record.findings],
    }


def _figure(figure: "Figure") -> dict[str, Any]:
    from converter.figures import CellOrigin, exact_text

    origin = figure.origin
    return {
        "value": None if figure.value is None else exact_text(figure.value),
        "unit": figure.unit,
        "origin": _cell(origin)
        if isinstance(origin, CellOrigin)
        else {"formula": origin.formula, "inputs": [*origin.inputs]},
    }


def _finding(finding: "Finding") -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": messages.filing.SEVERITIES[finding.severity],
        "outcome": finding.outcome.value,
        "message": finding.message,
        "cells": [_cell(cell) for cell in finding.cells],
    }


def _cell(cell: "CellOrigin") -> dict[str, str]:
    return {"file": cell.file, "sheet": cell.sheet, "cell": cell.cell}
