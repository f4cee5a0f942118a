"""The samples' reports and lists as text a person can review. `make golden` renews them."""

import os
from pathlib import Path

import docx
import pytest
from docx.table import Table
from docx.text.paragraph import Paragraph

from tests.conversion.conftest import CLEAN, FAULTY, NATIONAL_SAMPLES, SEED, jixiao, report

GOLDEN = Path(__file__).parents[1] / "golden"


def text_of(path: Path) -> str:
    """Return a report as text: a line a paragraph with its style, a line a table row."""
    lines = []
    for part in docx.Document(str(path)).iter_inner_content():
        if isinstance(part, Paragraph):
            lines.append(f"[{part.style.name}] {part.text}")
        elif isinstance(part, Table):
            lines += [" | ".join(_row(row)) for row in part.rows]
    return "\n".join(lines) + "\n"


def _row(row: object) -> list[str]:
    """Return the texts of a row's cells, a merged cell once."""
    cells: list[str] = []
    seen: set[int] = set()
    for cell in row.cells:  # type: ignore[attr-defined]
        if id(cell._tc) not in seen:
            seen.add(id(cell._tc))
            cells.append(cell.text.replace("\n", "⏎"))
    return cells


@pytest.mark.parametrize("kind", ["报告", "清单"])
def test_report_and_list_of_a_city_are_the_recorded_ones(city_outbox: Path, kind: str) -> None:
    [path] = city_outbox.glob("*/*评价自评报告.docx")
    check_golden(path, kind, path.parent.name)


@pytest.mark.parametrize("kind", ["报告", "清单"])
def test_report_and_list_by_the_national_form_are_the_recorded_ones(national_outbox: Path, kind: str) -> None:
    check_golden(next((national_outbox / CLEAN).glob("*.docx")), kind, f"{CLEAN}.2023")


def test_the_report_of_the_national_form_holds_against_its_workbooks(national_outbox: Path) -> None:
    checked = jixiao(
        "verify",
        national_outbox / CLEAN,
        "--data",
        NATIONAL_SAMPLES,
        "--pack",
        "national-selfeval",
        "-j",
        "1",
    )
    assert (checked.exit_code, "1 份没有错误" in checked.output) == (0, True), checked.output


@pytest.mark.parametrize(("department", "pending"), [(SEED, False), (CLEAN, False), (FAULTY, True)])
@pytest.mark.parametrize("kind", ["报告", "清单"])
def test_reports_and_checklists_are_as_recorded(
    outbox: Path, department: str, pending: bool, kind: str
) -> None:
    check_golden(report(outbox, department, pending), kind, department)


def check_golden(path: Path, kind: str, name: str) -> None:
    """Compare a report, or the list beside it, with the golden one of that name."""
    text = text_of(path) if kind == "报告" else path.with_name("核对清单.txt").read_text("utf-8-sig")
    golden = GOLDEN / f"{name}.{kind}.txt"
    if os.environ.get("JIXIAO_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")
