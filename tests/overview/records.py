"""Records as a run would leave them, with only what a case is about."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from converter.conversion.readiness import readiness_of
from converter.figures.figure import Figure
from converter.figures.finding import Finding, Outcome, Severity
from converter.figures.origin import CellOrigin
from converter.outbox.record import HashedFile, LongLists, Outputs, Record
from converter.pack.catalogue.label import PackLabel

YEAR = 2020


def figure(figure_id: str, value: str | None, unit: str = "元", raw: object = "", cell: str = "B2") -> Figure:
    origin = CellOrigin("决算.xlsx", "收支总表", cell, raw or value or "", "元")
    return Figure(figure_id, None if value is None else Decimal(value), unit, origin)


def finding(
    code: str, severity: Severity = Severity.ERROR, message: str = "合计不符", **more: Any
) -> Finding:
    cells = (CellOrigin("决算.xlsx", "收支总表", "C9", 12.5, "元"),)
    return Finding(code, severity, Outcome.DIFFERS, message, cells, **more)


def record(
    department: str,
    figures: Mapping[str, str] | tuple[Figure, ...] = (),
    *,
    year: int = YEAR,
    place: str = "",
    findings: tuple[Finding, ...] = (),
    missing: tuple[str, ...] = (),
    score: str = "",
    report: str = "",
    pack: PackLabel | None = None,
) -> Record:
    """Return a department's record; figures by id are in yuan, ratios if their basis says so."""
    if isinstance(figures, Mapping):
        units = {key: "比率" if key.endswith("率") else "元" for key in figures}
        figures = tuple(figure(key, value, units[key]) for key, value in figures.items())
    outputs = Outputs(HashedFile(report, "0"), HashedFile("核对清单.txt", "0")) if report else None
    readiness = readiness_of(findings, missing)
    return Record(
        department, year, readiness, place or department, findings=findings, missing=missing,
        lists=LongLists(figures),
        score=score, grade="优秀" if score else "", outputs=outputs, pack=pack or PackLabel(),
    )  # fmt: skip
