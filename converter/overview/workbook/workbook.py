"""The workbook of all departments: its sheets in their order."""

from converter.overview.builder import Overview
from converter.overview.next_steps import steps
from converter.overview.workbook.chart_page import chart_page
from converter.overview.workbook.cohort_sheet import cohorts
from converter.overview.workbook.department_sheets import departments, measures, rankings
from converter.overview.workbook.list_sheets import files, filing, findings, missing, rules
from converter.overview.workbook.totals_sheet import totals
from converter.workbooks.write import workbook as write_workbook

MANY = 1_000  # departments: the cells of so many fit into memory
SHEETS = (
    steps, chart_page, cohorts, departments, findings, missing, rules, rankings, totals, filing, files,
    measures,
)  # fmt: skip


def workbook(overview: Overview) -> bytes:
    """Return the overview as an .xlsx file; the same overview gives the same bytes."""
    style = overview.pack.style.workbooks.overview
    is_long = len(overview.rows) > MANY
    return write_workbook((sheet(overview) for sheet in SHEETS), style, is_long=is_long)
