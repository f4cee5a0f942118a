"""The sheets that list: findings, what to supply, hits by rule, totals, and the roll call."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from converter import messages
from converter.figures import Finding, Severity
from converter.overview.builder import Overview
from converter.overview.department_sheets import tally
from converter.overview.rows import DepartmentRow
from converter.overview.totals import Match, Total
from converter.pack import Pack
from converter.workbooks.write import (
    ColumnHead,
    Marked,
    Sheet,
    Tone,
    Value,
    ValueKind,
    counted,
    ordered,
    shown,
)

HEADS = messages.overview.HEADS
TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARN, Severity.NOTE: Tone.DIM}
MATCH_TONES = {
    Match.SAME: Tone.GOOD,
    Match.ROUNDING: Tone.GOOD,
    Match.DIFFERS: Tone.BAD,
    Match.UNKNOWN: Tone.DIM,
}
NAMED = 5  # departments named beside a rule; the list of findings has them all


def findings(overview: Overview) -> Sheet:
    """Return the sheet of all findings, the gravest first; forms not filed are among what to supply."""
    counts = Counter(each.severity.value for _, each in _findings(overview))
    rows: list[list[Value]] = []
    for severity in Severity:
        rows += [_finding(row, each) for row, each in _findings(overview) if each.severity is severity]
    headings = [
        ColumnHead(HEADS["name"]),
        ColumnHead(HEADS["severity"], ValueKind.WORD),
        ColumnHead(HEADS["rule"], widest=22),
        ColumnHead(HEADS["file"], widest=24),
        ColumnHead(HEADS["sheet"], widest=26),
        ColumnHead(HEADS["cell"], ValueKind.WORD),
        ColumnHead(HEADS["message"], widest=72),
        ColumnHead(HEADS["hint"], widest=36),
    ]
    note = messages.overview.SHEET_NOTES["findings"].format(
        **{each.value: counts[each.value] for each in Severity}
    )
    return _sheet(overview, "findings", note, headings, rows)


def _findings(overview: Overview) -> Iterator[tuple[DepartmentRow, Finding]]:
    for row in overview.rows:
        yield from ((row, each) for each in row.findings if each.code != messages.filing.FORMS_LACKING.code)


def _finding(row: DepartmentRow, finding: Finding) -> list[Value]:
    cell = finding.cells[0] if finding.cells else None
    place = (cell.file, cell.sheet, cell.cell) if cell else ("", "", "")
    severity = Marked(messages.filing.SEVERITIES[finding.severity], TONES[finding.severity])
    return [row.name, severity, finding.code, *place, finding.message, finding.hint]


def supply(overview: Overview) -> Sheet:
    """Return the sheet of what a person still has to supply, department by department."""
    rows: list[list[Value]] = []
    for row in overview.rows:
        lacking = [each for each in row.findings if each.code == messages.filing.FORMS_LACKING.code]
        rows += [[row.name, messages.filing.FORMS_LACKING.code, each.message, each.hint] for each in lacking]
        rows += [
            [row.name, messages.overview.TO_WRITE, item, messages.overview.TO_WRITE_HINT]
            for item in row.supply
        ]
    headings = [
        ColumnHead(HEADS["name"]),
        ColumnHead(HEADS["what"], ValueKind.WORD),
        ColumnHead(HEADS["item"], widest=70),
        ColumnHead(HEADS["hint"], widest=50),
    ]
    note = messages.overview.SHEET_NOTES["supply"].format(count=len(rows))
    return _sheet(overview, "supply", note, headings, rows)


def rules(overview: Overview) -> Sheet:
    """Return the sheet of rules that hit, the gravest and most frequent first."""
    hits: dict[tuple[Severity, str], list[str]] = {}
    for row in overview.rows:
        for finding in row.findings:
            hits.setdefault((finding.severity, finding.code), []).append(row.name)
    order = list(Severity)
    ranked = sorted(hits.items(), key=lambda each: (order.index(each[0][0]), -len(set(each[1])), each[0][1]))
    processed = sum(bool(row.figures) for row in overview.rows)
    rows = [_rule(severity, code, names, processed) for (severity, code), names in ranked]
    headings = [
        ColumnHead(HEADS["rule"]),
        ColumnHead(HEADS["severity"], ValueKind.WORD),
        counted(HEADS["departments"]),
        ColumnHead(HEADS["share"], ValueKind.NUMBER, format="0.0%"),
        counted(HEADS["count"]),
        ColumnHead(HEADS["which"], widest=80),
    ]
    return _sheet(overview, "rules", messages.overview.SHEET_NOTES["rules"], headings, rows)


def _rule(severity: Severity, code: str, names: list[str], processed: int) -> list[Value]:
    which = list(dict.fromkeys(names))
    said = messages.checks.AND.join(which[:NAMED])
    if len(which) > NAMED:
        said = messages.overview.AND_OTHERS.format(names=said, count=len(which))
    share = Decimal(len(which)) / processed
    word = Marked(messages.filing.SEVERITIES[severity], TONES[severity])
    return [code, word, len(which), share, len(names), said]


def totals(overview: Overview) -> Sheet:
    """Return the sheet of columns added up over departments, beside the bureau's totals."""
    headings = [
        ColumnHead(HEADS["column"]),
        ColumnHead(HEADS["unit"], ValueKind.WORD),
        counted(HEADS["filed"]),
        *(
            ColumnHead(HEADS[each], ValueKind.NUMBER, format="#,##0.00")
            for each in ("sum", "bureau", "difference")
        ),
        ColumnHead(HEADS["match"], ValueKind.WORD),
        ColumnHead(HEADS["source"], widest=70),
    ]
    bureau = messages.overview.WITH_BUREAU if overview.bureau else messages.overview.WITHOUT_BUREAU
    note = messages.overview.SHEET_NOTES["totals"].format(year=overview.year, bureau=bureau)
    rows = [_total(each, overview.pack) for each in overview.totals]
    return _sheet(overview, "totals", note, headings, rows)


def _total(total: Total, pack: Pack) -> list[Value]:
    column = pack.overview.columns[total.label]
    unit = pack.units[column.unit]
    amounts = (total.sum.value, total.bureau.value, total.difference)
    match = Marked(messages.overview.MATCHES[total.match], MATCH_TONES[total.match])
    shown_amounts = [shown(amount, unit) for amount in amounts]
    return [total.label, column.unit, total.filed, *shown_amounts, match, total.bureau.source]


def roll(overview: Overview) -> Sheet:
    """Return the sheet of who has not filed, filed twice, is not on the list, or filed for another year."""
    headings = [
        ColumnHead(HEADS["call"], ValueKind.WORD),
        ColumnHead(HEADS["name"]),
        ColumnHead(HEADS["code"], ValueKind.WORD),
        ColumnHead(HEADS["parent"], widest=26),
        ColumnHead(HEADS["level"], ValueKind.WORD),
        ColumnHead(HEADS["kind"], ValueKind.WORD),
        ColumnHead(HEADS["place"], widest=26),
        ColumnHead(HEADS["said"], widest=70),
    ]
    rows: list[list[Value]] = []
    for each in overview.calls:
        row = each.row
        kind = Marked(messages.overview.ABSENCES[each.kind], Tone.BAD)
        rows.append([kind, row.name, row.code, row.parent, row.level, row.kind, row.place, each.said])
    note = messages.overview.SHEET_NOTES["roll"].format(calls=called(overview))
    return _sheet(overview, "roll", note, headings, rows)


def called(overview: Overview) -> str:
    """Return in words what calling the roll gave."""
    found = tally(messages.overview.ABSENCES[each.kind] for each in overview.calls)
    if overview.roster:
        return found or messages.overview.ALL_FINE
    return messages.overview.AND_THEN.join(filter(None, (messages.overview.NO_ROSTER, found)))


def _sheet(
    overview: Overview, key: str, note: str, headings: list[ColumnHead], rows: list[list[Value]]
) -> Sheet:
    name = messages.overview.SHEETS[key]
    title = messages.overview.SHEET_TITLE.format(year=overview.year, sheet=name)
    heads = [counted(HEADS["order"]), *headings]
    return Sheet(name, title, note, heads, ordered(rows))
