"""The sheet of columns added up over departments, beside the bureau's totals."""

from decimal import Decimal

from msgspec import Struct

from converter import messages
from converter.overview.builder import Overview
from converter.overview.cohorts import Cohort
from converter.overview.columns import Column, sheet_of_items
from converter.overview.totals import Match, Total
from converter.overview.wording import first_named
from converter.workbooks.write import ColumnHead, Highlighted, Sheet, Tone, ValueKind, counted, shown

HEADS = messages.overview.HEADS
MATCH_TONES = {
    Match.SAME: Tone.GOOD,
    Match.ROUNDING: Tone.GOOD,
    Match.DIFFERS: Tone.BAD,
    Match.UNKNOWN: Tone.DIM,
}


class CohortTotal(Struct, frozen=True):
    """A column added up over the departments of one year and pack."""

    cohort: Cohort
    total: Total


def totals(overview: Overview) -> Sheet:
    """Return the sheet of columns added up over departments, beside the bureau's totals."""
    shapes = overview.columns
    items = [CohortTotal(cohort, total) for cohort in overview.cohorts for total in cohort.totals]

    def amount(key: str) -> ColumnHead:
        return ColumnHead(HEADS[key], ValueKind.NUMBER, format="#,##0.00")

    def in_unit(total: Total, value: Decimal | None) -> Decimal | None:
        return shown(value, overview.unit_of(total.label))

    columns: list[Column[CohortTotal]] = [
        Column(ColumnHead(HEADS["year"], ValueKind.WORD), lambda item: str(item.cohort.year)),
        Column(ColumnHead(HEADS["pack"]), lambda item: str(item.cohort.label)),
        Column(ColumnHead(HEADS["column"]), lambda item: item.total.label),
        Column(ColumnHead(HEADS["unit"], ValueKind.WORD), lambda item: shapes[item.total.label].unit),
        Column(counted(HEADS["filed"]), lambda item: item.total.filed),
        Column(amount("sum"), lambda item: in_unit(item.total, item.total.sum.value)),
        Column(ColumnHead(HEADS["excluded"], widest=30), lambda item: first_named(item.total.excluded)),
        Column(amount("bureau"), lambda item: in_unit(item.total, item.total.bureau.value)),
        Column(amount("difference"), lambda item: in_unit(item.total, item.total.difference)),
        Column(
            ColumnHead(HEADS["match"], ValueKind.WORD),
            lambda item: _match(item.total.match),
        ),
        Column(ColumnHead(HEADS["source"], widest=70), lambda item: item.total.bureau.source),
    ]
    with_bureau = any(cohort.has_bureau for cohort in overview.cohorts)
    bureau = messages.overview.WITH_BUREAU if with_bureau else messages.overview.WITHOUT_BUREAU
    note = messages.overview.SHEET_NOTES["totals"].format(bureau=bureau)
    return sheet_of_items("totals", overview.subject, note, columns, items)


def _match(match: Match) -> Highlighted:
    return Highlighted(messages.overview.MATCHES[match], MATCH_TONES[match])
