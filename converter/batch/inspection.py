"""What was recognised in single files, as plain data: the shape `jixiao inspect --format json` prints."""

from pathlib import Path
from typing import Any

from converter.errors import Failure, attempt
from converter.pack import load_pack
from converter.read import Filing, FormReading, Reader


def inspect(files: list[Path], pack: Path, beside: Path | None) -> list[dict[str, Any] | Failure]:
    """Return, for every file, what was recognised in it and what was not, or why it can't be read."""
    reader = Reader(load_pack(pack, beside))
    return [attempt(path.name, lambda path=path: _file(path, reader)) for path in files]  # type: ignore[misc]


def _file(path: Path, reader: Reader) -> dict[str, Any]:
    filing = reader.read(path, path.name)
    findings = [*filing.findings, *(each for form in filing.forms for each in form.extraction.findings)]
    return {
        "file": path.name,
        "department": filing.department,
        "year": filing.year,
        "forms": [_form(form, filing) for form in filing.forms],
        "ignored": [{"code": each.code, "message": each.message, "hint": each.hint} for each in findings],
    }


def _form(form: FormReading, filing: Filing) -> dict[str, Any]:
    extraction, coverage = form.extraction, form.coverage
    return {
        "form": form.form,
        "sheet": form.sheet,
        "title": form.title_block.title,
        "unit": form.title_block.unit,
        "department": form.title_block.department or filing.department,
        "year": form.title_block.year or filing.year,
        "figures": sum(figure.value is not None for figure in extraction.figures),
        "lines": len(extraction.detail_rows),
        "texts": len(extraction.texts),
        "unread_rows": [{"cell": each.cell, "label": each.label} for each in coverage.rows],
        "unread_columns": [{"cell": each.cell, "label": each.label} for each in coverage.columns],
        "missing": [{"expected": each.expected, "closest": each.closest} for each in coverage.misses],
    }
