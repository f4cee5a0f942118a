"""A judged department as plain data, for programs: the shape `jixiao figures --format json` prints."""

from typing import Any

from converter import messages
from converter.batch.line import Judged
from converter.figures import CellOrigin, Figure, Finding, plain


def plain_data(judged: Judged) -> dict[str, Any]:
    """Return department, year, all figures by id (detail lines included) and findings."""
    ledger = judged.ledger
    lines = (
        figure for several in ledger.lines.values() for line in several for figure in line.figures.values()
    )
    figures = [*ledger.figures.values(), *lines]
    return {
        "department": ledger.department,
        "year": ledger.year,
        "figures": {figure.id: _figure(figure) for figure in figures},
        "findings": [_finding(finding) for finding in judged.findings],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    origin = figure.origin
    source = (
        _cell(origin)
        if isinstance(origin, CellOrigin)
        else {"formula": origin.formula, "inputs": [*origin.inputs]}
    )
    return {
        "value": None if figure.value is None else plain(figure.value),
        "unit": figure.unit,
        "origin": source,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": messages.SEVERITIES[finding.severity],
        "outcome": finding.outcome.value,
        "message": finding.message,
        "cells": [_cell(cell) for cell in finding.cells],
    }


def _cell(cell: CellOrigin) -> dict[str, str]:
    return {"file": cell.file, "sheet": cell.sheet, "cell": cell.cell}
