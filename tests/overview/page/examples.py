"""An overview of made-up departments: enough of them for pages, filters and outliers, one of them hostile."""

from decimal import Decimal

from converter.conversion.readiness import Readiness
from converter.figures.finding import Finding, Outcome, Severity
from converter.figures.origin import CellOrigin
from converter.overview.builder import Overview
from converter.overview.cohorts import cohorts_of
from converter.overview.rows import DepartmentRow, FigureValue, RowFile
from converter.pack.pack import Pack

YEAR = 2020
COUNT = 120
HOSTILE = "<img src=x onerror=\"document.title='harmed'\">&amp;</script>#%41\u2028局"
ODD = "第007局"
LEVELS, KINDS = ("市级", "县级"), ("行政单位", "事业单位", "")


def overview(pack: Pack, count: int = COUNT) -> Overview:
    """Return `count` departments of which one is out of the ordinary, and three that are not like others."""
    rows = [_row(number, pack) for number in reversed(range(count))]
    rows += [
        DepartmentRow("坏文件.xlsx", Readiness.FAILED, notes=("坏文件.xlsx：内容不是电子表格",)),
        DepartmentRow("没交局", Readiness.NOT_FILED, code="999", aliases=("迟到的局",), parent="上级厅"),
        DepartmentRow(
            HOSTILE, Readiness.PENDING, year=YEAR, findings=(_finding(HOSTILE),), missing=(HOSTILE,),
            outputs=(f"{HOSTILE}/报告.docx",), notes=(HOSTILE,), level=HOSTILE,
            files=(RowFile(HOSTILE, "unused", HOSTILE),),
        ),
    ]  # fmt: skip
    cohorts = cohorts_of(rows, lambda label: pack, lambda year, pack: {})
    return Overview(
        pack=pack, year=YEAR, rows=rows, strays=[], filing_issues=[], cohorts=cohorts, has_roster=True,
        faults=[],
    )  # fmt: skip


def _row(number: int, pack: Pack) -> DepartmentRow:
    """Every third is ready, lacks something, has an error; the amounts go up and down with the number."""
    readiness = (Readiness.READY, Readiness.TO_SUPPLY, Readiness.PENDING)[number % 3]
    name = f"第{number:03}局"
    pending = readiness is Readiness.PENDING
    return DepartmentRow(
        name=name, readiness=readiness, year=YEAR, code=f"{1000 + number}",
        level=LEVELS[number % 2], kind=KINDS[number % 3],
        figures={label: _value(name, label, number) for label in pack.overview.columns},
        grade=("优秀", "良好")[number % 2], outputs=(f"{name}/报告.docx",),
        files=(RowFile(f"{name}决算.xlsx", "tables", "决算 9 张表"),),
        findings=(_finding(name),) if pending else (),
        missing=("部门概况",) if readiness is Readiness.TO_SUPPLY else (),
    )  # fmt: skip


def _value(name: str, label: str, number: int) -> FigureValue:
    if number == 5:
        return FigureValue()  # nothing known of this one
    value = Decimal(number * 37 % 100) / 1000
    if name == ODD:
        value = Decimal(9)
    return FigureValue(value, f"{name}决算.xlsx!{label}!C{number} = {value}")


def _finding(name: str) -> Finding:
    cell = CellOrigin(f"{name}.xlsx", name, "C8", name)
    rule = "收入总计" if name < "第060局" else "支出合计"
    message = f"{name}.xlsx，工作表“决算”，C8：本年收入 1,234.50万元 可能有误"
    return Finding(rule, Severity.ERROR, Outcome.DIFFERS, message, (cell,), "1,243.50", "1,234.50", name)
