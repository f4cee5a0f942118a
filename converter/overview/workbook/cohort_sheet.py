"""The sheet with one row for the departments of each year and pack."""

from decimal import Decimal

from converter import messages
from converter.conversion import Readiness
from converter.overview.builder import Overview
from converter.overview.cohorts import Cohort
from converter.overview.columns import Column, sheet_of_items
from converter.workbooks.write import CellValue, ColumnHead, Sheet, ValueKind, counted, number, shown

HEADS, GROUPS = messages.overview.HEADS, messages.overview.GROUPS
COUNTED = (Readiness.READY, Readiness.TO_SUPPLY, Readiness.PENDING)


def cohorts(overview: Overview) -> Sheet:
    """Return the sheet of cohorts: how many departments, how ready, and what they add up to."""
    summed = [label for label in overview.columns if any(label in _sums(each) for each in overview.cohorts)]
    columns: list[Column[Cohort]] = [
        Column(ColumnHead(HEADS["year"], ValueKind.WORD, GROUPS["cohort"]), lambda each: str(each.year)),
        Column(ColumnHead(HEADS["pack"], group=GROUPS["cohort"]), lambda each: str(each.label)),
        Column(ColumnHead(HEADS["region"], ValueKind.WORD, GROUPS["cohort"]), lambda each: each.label.region),
        Column(counted(HEADS["cohort_size"], GROUPS["state"]), lambda each: len(each.rows)),
        *map(_readiness, COUNTED),
        *(_sum(label, overview) for label in summed),
    ]
    units = dict.fromkeys(overview.columns[label].unit for label in summed)
    note = messages.overview.SHEET_NOTES["cohorts"].format(unit=messages.phrases.AND.join(units))
    return sheet_of_items("cohorts", overview.subject, note, columns, overview.cohorts)


def _readiness(readiness: Readiness) -> Column[Cohort]:
    head = messages.overview.READINESS[readiness]
    return Column(counted(head, GROUPS["state"]), lambda each: each.readiness[readiness])


def _sum(label: str, overview: Overview) -> Column[Cohort]:
    unit = overview.unit_of(label)

    def cell(cohort: Cohort) -> CellValue:
        return shown(_sums(cohort).get(label), unit)

    return Column(number(label, unit, GROUPS["sums"]), cell)


def _sums(cohort: Cohort) -> dict[str, Decimal | None]:
    return {total.label: total.sum.value for total in cohort.totals}
