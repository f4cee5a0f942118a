"""The sheets with one row a department: at a glance, all measures, rankings and outliers."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from converter import messages
from converter.figures import basis_of, item_of
from converter.overview.builder import Overview
from converter.overview.columns import Column, sheet_of_items
from converter.overview.department_columns import RESULT, STATE, WHO
from converter.overview.outliers import Outlier
from converter.overview.rows import DepartmentRow, measure_ids
from converter.overview.wording import counts_in_words, outlier_reason
from converter.pack import Pack, PackLabel, Unit, measure_digits
from converter.workbooks.write import (
    CellValue,
    ColumnHead,
    Highlighted,
    Sheet,
    Tone,
    ValueKind,
    counted,
    number,
    shown,
)

HEADS, GROUPS = messages.overview.HEADS, messages.overview.GROUPS


def departments(overview: Overview) -> Sheet:
    """Return the sheet with every department's readiness, key figures, score and link."""
    flagged = {(outlier.row.name, outlier.label) for outlier in overview.outliers}
    columns = [
        *(column.in_workbook() for column in (*WHO, *STATE)),
        *(_figure(label, label, shape.group, overview, flagged) for label, shape in overview.columns.items()),
        *(column.in_workbook() for column in RESULT),
    ]
    readiness = counts_in_words(messages.overview.READINESS[row.readiness] for row in overview.rows)
    note = messages.overview.SHEET_NOTES["departments"].format(
        count=len(overview.rows), readiness=readiness, unit=_unit_of_totals(overview)
    )
    return sheet_of_items("departments", overview.subject, note, columns, overview.rows)


def _figure(
    label: str, head: str, group: str, overview: Overview, flagged: set[tuple[str, str]]
) -> Column[DepartmentRow]:
    """Return the column of a figure; `flagged` are the departments and labels whose cell stands out."""
    unit = overview.unit_of(label)

    def cell(row: DepartmentRow) -> CellValue:
        value = shown(row.figure(label).value, unit)
        return Highlighted(value, Tone.BAD) if (row.name, label) in flagged else value

    return Column(number(head, unit, group), cell)


def _unit_of_totals(overview: Overview) -> str:
    """Return the unit of the columns that add up."""
    summed = (pack.overview.columns[label] for pack in overview.packs for label in pack.overview.totals)
    return messages.phrases.AND.join(dict.fromkeys(shape.unit for shape in summed))


def measures(overview: Overview) -> Sheet:
    """Return the sheet with every measure of every department that was processed."""
    by_id = {measure: pack for pack in reversed(overview.packs) for measure in measure_ids(pack)}
    items = list(dict.fromkeys(map(item_of, by_id)))
    places = {
        cohort.label: {measure: at for at, measure in enumerate(measure_ids(cohort.pack))}
        for cohort in overview.cohorts
    }
    columns: list[Column[DepartmentRow]] = [
        Column(ColumnHead(HEADS["name"], ValueKind.TEXT, GROUPS["who"]), lambda row: row.name),
        Column(ColumnHead(HEADS["code"], ValueKind.WORD, GROUPS["sort"]), lambda row: row.code),
        Column(
            ColumnHead(HEADS["parent"], ValueKind.TEXT, GROUPS["sort"], widest=20), lambda row: row.parent
        ),
        *(
            _measure(measure, places, by_id[measure])
            for measure in sorted(by_id, key=lambda measure: items.index(item_of(measure)))
        ),
    ]
    note = messages.overview.SHEET_NOTES["measures"].format(unit=_unit_of_totals(overview))
    return sheet_of_items(
        "measures", overview.subject, note, columns, [row for row in overview.rows if row.measures]
    )


def _measure(
    measure: str, places: Mapping[PackLabel, Mapping[str, int]], pack: Pack
) -> Column[DepartmentRow]:
    """Return the column of a measure; `places` are where it stands among a row's, by the row's pack."""

    def cell(row: DepartmentRow) -> CellValue:
        at = places[row.pack].get(measure)
        return None if at is None else shown(row.measures[at], unit)

    unit, digits = _printed_unit(pack, measure), measure_digits(pack)[measure]
    return Column(number(basis_of(measure), unit, item_of(measure), digits), cell)


def _printed_unit(pack: Pack, measure: str) -> Unit:
    stated = pack.measures.get(measure) or pack.measures[basis_of(measure)]
    return pack.units[pack.units[stated.unit].prints or stated.unit]


def rankings(overview: Overview) -> Sheet:
    """Return the sheet with every judged column's value and rank, departments with most outliers first."""
    outliers: dict[str, list[Outlier]] = {}
    for outlier in overview.outliers:
        outliers.setdefault(outlier.row.name, []).append(outlier)
    flagged = {(outlier.row.name, outlier.label) for outlier in overview.outliers}
    rows = [row for row in overview.rows if row.figures]
    rows.sort(key=lambda row: (-len(outliers.get(row.name, ())), -(row.score or Decimal(0))))
    columns = [column.in_workbook() for column in WHO]
    for label in (label for label, shape in overview.columns.items() if shape.judge):
        columns += [_figure(label, HEADS["value"], label, overview, flagged), _rank(label, rows)]
    columns += [
        Column(
            counted(HEADS["outliers"], GROUPS["outliers"]),
            lambda row: len(outliers.get(row.name, ())) or None,
        ),
        Column(
            ColumnHead(HEADS["reasons"], ValueKind.TEXT, GROUPS["outliers"], widest=64),
            lambda row: messages.overview.AND_THEN.join(
                outlier_reason(outlier, overview.unit_of(outlier.label))
                for outlier in outliers.get(row.name, ())
            ),
        ),
    ]
    shape = overview.pack.overview.outliers
    note = messages.overview.SHEET_NOTES["outliers"].format(
        distance=shape.distance, least=shape.least, count=len(overview.outliers)
    )
    return sheet_of_items("outliers", overview.subject, note, columns, rows)


def _rank(label: str, rows: Iterable[DepartmentRow]) -> Column[DepartmentRow]:
    """Return the column of a value's rank in its cohort from the highest down; equal values share the better
    one.
    """
    values: dict[tuple[int, PackLabel], list[Decimal]] = {}
    for row in rows:
        if (value := row.figure(label).value) is not None:
            values.setdefault(row.cohort, []).append(value)
    ranks: dict[tuple[tuple[int, PackLabel], Decimal], int] = {}
    for cohort, several in values.items():
        for rank, value in enumerate(sorted(several, reverse=True), 1):
            ranks.setdefault((cohort, value), rank)

    def cell(row: DepartmentRow) -> CellValue:
        value = row.figure(label).value
        return None if value is None else ranks[row.cohort, value]

    return Column(counted(HEADS["rank"], label), cell)
