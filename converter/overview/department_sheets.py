"""The sheets with one row a department: at a glance, all measures, rankings and outliers."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from converter import messages
from converter.conversion import Readiness
from converter.figures import basis_of, item_of, printed
from converter.overview.builder import Overview
from converter.overview.outliers import Outlier
from converter.overview.rows import DepartmentRow, measure_ids
from converter.pack import Pack, Unit, measure_digits
from converter.workbooks.write import (
    ColumnHead,
    Link,
    Marked,
    Sheet,
    Tone,
    Value,
    ValueKind,
    counted,
    number,
    shown,
)

HEADS, GROUPS = messages.overview.HEADS, messages.overview.GROUPS
TONES = {
    Readiness.READY: Tone.GOOD,
    Readiness.TO_SUPPLY: Tone.WARN,
    Readiness.PENDING: Tone.BAD,
    Readiness.FAILED: Tone.DIM,
    Readiness.NOT_FILED: Tone.DIM,
}


def tally(words: Iterable[str]) -> str:
    """Return how often each word occurs, the most frequent first."""
    counts = Counter(words).most_common()
    return messages.checks.AND.join(
        messages.overview.TALLY.format(what=what, count=count) for what, count in counts
    )


def departments(overview: Overview) -> Sheet:
    """Return the sheet with every department's verdict, key figures, score and link."""
    columns, units = overview.pack.overview.columns, overview.pack.units
    name = messages.overview.SHEETS["departments"]
    headings = [
        *_who(),
        ColumnHead(HEADS["verdict"], ValueKind.WORD, GROUPS["state"]),
        *(counted(HEADS[each], GROUPS["state"]) for each in ("errors", "warnings", "missing")),
        *(number(label, units[column.unit], column.group) for label, column in columns.items()),
        ColumnHead(HEADS["grade"], ValueKind.WORD, GROUPS["result"]),
        ColumnHead(HEADS["report"], ValueKind.WORD, GROUPS["result"]),
        ColumnHead(HEADS["notes"], ValueKind.TEXT, GROUPS["result"], widest=26),
    ]
    flagged = {(each.row.name, each.label) for each in overview.outliers}
    verdicts = tally(messages.overview.VERDICTS[row.readiness] for row in overview.rows)
    return Sheet(
        name,
        messages.overview.SHEET_TITLE.format(year=overview.year, sheet=name),
        messages.overview.SHEET_NOTES["departments"].format(
            count=len(overview.rows), verdicts=verdicts, unit=_amounts(overview.pack)
        ),
        headings,
        [[order, *_department(row, overview.pack, flagged)] for order, row in enumerate(overview.rows, 1)],
    )


def _who() -> list[ColumnHead]:
    return [
        counted(HEADS["order"], GROUPS["who"]),
        ColumnHead(HEADS["name"], ValueKind.TEXT, GROUPS["who"]),
        ColumnHead(HEADS["level"], ValueKind.WORD, GROUPS["sort"], widest=10),
        ColumnHead(HEADS["kind"], ValueKind.WORD, GROUPS["sort"], widest=10),
    ]


def _department(row: DepartmentRow, pack: Pack, flagged: set[tuple[str, str]]) -> Iterator[Value]:
    yield from (row.name, row.level, row.kind)
    yield Marked(messages.overview.VERDICTS[row.readiness], TONES[row.readiness])
    processed = row.readiness not in (Readiness.FAILED, Readiness.NOT_FILED)
    yield from (row.errors, row.warnings, row.missing) if processed else (None, None, None)
    for label, column in pack.overview.columns.items():
        value = shown(row.figure(label).value, pack.units[column.unit])
        yield Marked(value, Tone.BAD) if (row.name, label) in flagged else value
    yield row.grade
    yield Link(messages.overview.OPEN_REPORT, row.report) if row.report else ""
    yield messages.overview.AND_THEN.join(row.notes)


def _amounts(pack: Pack) -> str:
    """Return the unit of the columns that add up."""
    return messages.checks.AND.join(
        dict.fromkeys(pack.overview.columns[each].unit for each in pack.overview.totals)
    )


def measures(overview: Overview) -> Sheet:
    """Return the sheet with every measure of every department that was processed."""
    pack, name = overview.pack, messages.overview.SHEETS["measures"]
    ids, digits = measure_ids(pack), measure_digits(pack)
    items = list(dict.fromkeys(map(item_of, ids)))
    order = sorted(range(len(ids)), key=lambda at: items.index(item_of(ids[at])))
    units = {each: _printed_unit(pack, each) for each in ids}
    rows = [row for row in overview.rows if row.measures]
    return Sheet(
        name,
        messages.overview.SHEET_TITLE.format(year=overview.year, sheet=name),
        messages.overview.SHEET_NOTES["measures"].format(unit=_amounts(pack)),
        [
            counted(HEADS["order"], GROUPS["who"]),
            ColumnHead(HEADS["name"], ValueKind.TEXT, GROUPS["who"]),
            ColumnHead(HEADS["code"], ValueKind.WORD, GROUPS["sort"]),
            ColumnHead(HEADS["parent"], ValueKind.TEXT, GROUPS["sort"], widest=20),
            *(
                number(basis_of(each), units[each], item_of(each), digits[each])
                for each in (ids[at] for at in order)
            ),
        ],
        [
            [nth, row.name, row.code, row.parent, *(shown(row.measures[at], units[ids[at]]) for at in order)]
            for nth, row in enumerate(rows, 1)
        ],
    )


def _printed_unit(pack: Pack, measure: str) -> Unit:
    stated = pack.measures.get(measure) or pack.measures[basis_of(measure)]
    return pack.units[pack.units[stated.unit].prints or stated.unit]


def rankings(overview: Overview) -> Sheet:
    """Return the sheet with every judged column's value and rank, departments with most outliers first."""
    pack, name = overview.pack, messages.overview.SHEETS["outliers"]
    judged = {label: each for label, each in pack.overview.columns.items() if each.judge}
    by_row: dict[str, list[Outlier]] = {}
    for each in overview.outliers:
        by_row.setdefault(each.row.name, []).append(each)
    rows = [row for row in overview.rows if row.figures]
    rows.sort(key=lambda row: (-len(by_row.get(row.name, ())), -(row.score or Decimal(0))))
    ranks = {label: _ranks(rows, label) for label in judged}
    headings = _who()
    for label, column in judged.items():
        headings += [number(HEADS["value"], pack.units[column.unit], label), counted(HEADS["rank"], label)]
    headings += [
        counted(HEADS["outliers"], GROUPS["outliers"]),
        ColumnHead(HEADS["why"], ValueKind.TEXT, GROUPS["outliers"], widest=64),
    ]
    shape = pack.overview.outliers
    return Sheet(
        name,
        messages.overview.SHEET_TITLE.format(year=overview.year, sheet=name),
        messages.overview.SHEET_NOTES["outliers"].format(
            distance=shape.distance, least=shape.least, count=len(overview.outliers)
        ),
        headings,
        [[order, *_ranked(row, by_row.get(row.name, []), ranks, pack)] for order, row in enumerate(rows, 1)],
    )


def _ranked(
    row: DepartmentRow, found: list[Outlier], ranks: dict[str, dict[Decimal, int]], pack: Pack
) -> Iterator[Value]:
    yield from (row.name, row.level, row.kind)
    flagged = {each.label for each in found}
    for label, ranked in ranks.items():
        exact = row.figure(label).value
        value = shown(exact, pack.units[pack.overview.columns[label].unit])
        yield Marked(value, Tone.BAD) if label in flagged else value
        yield None if exact is None else ranked[exact]
    yield len(found) or None
    yield messages.overview.AND_THEN.join(reason(each, pack) for each in found)


def _ranks(rows: Iterable[DepartmentRow], label: str) -> dict[Decimal, int]:
    """Return each value's rank from the highest down; equal values share the better one."""
    values = sorted((value for row in rows if (value := row.figure(label).value) is not None), reverse=True)
    ranks: dict[Decimal, int] = {}
    for rank, value in enumerate(values, 1):
        ranks.setdefault(value, rank)
    return ranks


def reason(each: Outlier, pack: Pack) -> str:
    """Return in a sentence why a value is out of the ordinary."""
    unit = pack.units[pack.overview.columns[each.label].unit]
    peers = each.peers
    group = messages.checks.AND.join(filter(None, (peers.level, peers.kind)))
    return messages.overview.OUTLIER.format(
        label=each.label,
        value=_text(each.value, unit),
        side=messages.overview.SIDES[each.value > peers.median],
        peers=messages.overview.PEERS.format(group=group) if group else messages.overview.ALL_PEERS,
        count=peers.size,
        median=_text(peers.median, unit),
        gap=_text(abs(each.value - peers.median), unit),
        distance=printed(each.distance, Decimal(1), 1),
    )


def _text(value: Decimal, unit: Unit) -> str:
    return printed(value, unit.scale, unit.digits) + (unit.sign or unit.suffix)
