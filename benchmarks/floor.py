"""The least a report can cost: its workbooks unpacked and parsed without handlers, the report packed."""

import io
import statistics
import tempfile
import time
import zipfile
from collections.abc import Iterable
from pathlib import Path
from xml.parsers.expat import ParserCreate


def floor(departments: Iterable[tuple[Iterable[Path], Path]], rounds: int) -> float:
    """Return the median milliseconds over departments, each given by its workbooks and its report."""
    unpacked = [(workbooks, _unpacked(report)) for workbooks, report in departments]
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "report.docx"
        return statistics.median(
            _spent(workbooks, report, target) for _ in range(rounds) for workbooks, report in unpacked
        )


def _spent(workbooks: Iterable[Path], report: dict[str, bytes], target: Path) -> float:
    started = time.perf_counter()
    for workbook in workbooks:
        for name, part in _unpacked(workbook).items():
            if name.endswith(".xml"):
                ParserCreate().Parse(part, True)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in report.items():
            package.writestr(name, part)
    target.write_bytes(packed.getvalue())
    return (time.perf_counter() - started) * 1000


def _unpacked(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as package:
        return {name: package.read(name) for name in package.namelist()}
