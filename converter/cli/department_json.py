"""Departments as JSON for programs."""

from typing import Any

from converter import messages
from converter.figures import CellOrigin, Figure, Finding, exact_text
from converter.outbox import Record


def figures_data(record: Record) -> dict[str, Any]:
    """Return department, year, all figures by id (those of detail rows included) and findings."""
    return {
        "department": record.department,
        "year": record.year,
        "figures": {figure.id: _figure(figure) for figure in record.read_all_figures()},
        "findings": [_finding(finding) for finding in record.findings],
    }


def findings_data(record: Record) -> dict[str, Any]:
    """Return department, year, how ready its report is, findings and the checks that held."""
    return {
        "department": record.department,
        "year": record.year,
        "readiness": record.readiness.value,
        "findings": [_finding(finding) for finding in record.findings],
        "checks_held": [
            {"code": check.code, "message": check.message, "cells": [_cell(cell) for cell in check.cells]}
            for check in record.lists.read_checks_held()
        ],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    origin = figure.origin
    return {
        "value": None if figure.value is None else exact_text(figure.value),
        "unit": figure.unit,
        "origin": _cell(origin)
        if isinstance(origin, CellOrigin)
        else {"formula": origin.formula, "inputs": [*origin.inputs]},
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
