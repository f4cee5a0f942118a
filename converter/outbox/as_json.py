"""A department's record as plain data, for programs: the shape `jixiao figures --format json` prints."""

from typing import Any

from converter import messages
from converter.figures import CellOrigin, Figure, Finding, exact_text
from converter.outbox.record import Record


def as_json(record: Record) -> dict[str, Any]:
    """Return department, year, all figures by id (detail lines included) and findings."""
    return {
        "department": record.department,
        "year": record.year,
        "figures": {figure.id: _figure(figure) for figure in record.all_figures},
        "findings": [_finding(finding) for finding in record.findings],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    origin = figure.origin
    source = (
        _cell(origin)
        if isinstance(origin, CellOrigin)
        else {"formula": origin.formula, "inputs": [*origin.inputs]}
    )
    return {
        "value": None if figure.value is None else exact_text(figure.value),
        "unit": figure.unit,
        "origin": source,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": messages.filing.SEVERITIES[finding.severity],
        "outcome": finding.outcome.value,
        "message": finding.message,
        "cells": [_cell(cell) for cell in finding.cells],
    }


def _cell(cell: CellOrigin) -> dict[str, str]:
    return {"file": cell.file, "sheet": cell.sheet, "cell": cell.cell}
