"""What the page shows of every department, as compact data: lists by place, repeated words by number."""

from collections import Counter
from collections.abc import Hashable, Iterator
from decimal import Decimal
from typing import Any

from converter import messages
from converter.conversion import Readiness
from converter.figures import Finding, Severity, half_up, plain
from converter.overview.builder import Overview
from converter.overview.department_sheets import reason
from converter.overview.phrases import Phrases
from converter.overview.rows import DepartmentRow
from converter.overview.totals import Total
from converter.pack import OverviewColumn

CHUNK = 100  # departments whose details are parsed together, when one of them is looked at
_GRAVITY = {severity: place for place, severity in enumerate(Severity)}


class PageData:
    """An overview's data, to be embedded in the page: an index, details in chunks, phrases.

    The page reads lists by place; `template/data.js` names the places.
    """

    def __init__(self, overview: Overview) -> None:
        self._overview = overview
        self._columns = overview.pack.overview.columns
        self._phrases = Phrases()
        self._levels: dict[str, int] = {}
        self._kinds: dict[str, int] = {}
        self._rules: dict[tuple[str, str], int] = {}
        self._hits: Counter[int] = Counter()
        self._why = self._reasons()
        self._said = self._called()
        self._index: list[list[Any]] = []
        self._details: list[list[Any]] = []
        for row in overview.rows:
            self._take(row)

    def index(self) -> dict[str, Any]:
        """Return what the page needs at once."""
        overview = self._overview
        return {
            "title": messages.overview.PAGE_TITLE.format(year=overview.year),
            "scope": messages.overview.PAGE_SCOPE.format(title=overview.pack.meta.title),
            "notices": overview.faults,
            "words": {
                "verdicts": messages.overview.VERDICTS,
                "severities": messages.filing.SEVERITIES,
                "matches": messages.overview.MATCHES,
            },
            "columns": [self._column(label, each) for label, each in self._columns.items()],
            "totals": [self._total(total) for total in overview.totals],
            "rules": [[code, kind, self._hits[number]] for (code, kind), number in self._rules.items()],
            "levels": list(self._levels),
            "kinds": list(self._kinds),
            "verdicts": list(Readiness),
            "departments": self._index,
            "chunk": CHUNK,
        }

    def chunks(self) -> Iterator[list[list[Any]]]:
        """Yield the details of the departments, some at a time, in the order of the index."""
        for start in range(0, len(self._details), CHUNK):
            yield self._details[start : start + CHUNK]

    def phrases(self) -> dict[str, list[Any]]:
        """Return what the packed texts of the details are made of."""
        return self._phrases.plain()

    def _reasons(self) -> dict[int, dict[int, str]]:
        """Return why figures are out of the ordinary, by the row's identity and the column's place."""
        places = {label: place for place, label in enumerate(self._columns)}
        found: dict[int, dict[int, str]] = {}
        for each in self._overview.outliers:
            found.setdefault(id(each.row), {})[places[each.label]] = reason(each, self._overview.pack)
        return found

    def _called(self) -> dict[int, list[str]]:
        """Return what the roll call said of rows, by their identity."""
        found: dict[int, list[str]] = {}
        for call in self._overview.calls:
            said = messages.overview.PAGE_CALL.format(
                call=messages.overview.ABSENCES[call.kind], said=call.said
            )
            found.setdefault(id(call.row), []).append(said)
        return found

    def _take(self, row: DepartmentRow) -> None:
        """Enter a department into the index and the details."""
        findings = sorted(row.findings, key=lambda finding: _GRAVITY[finding.severity])
        found = [_number(self._rules, (finding.code, finding.severity.value)) for finding in findings]
        rules, odd = sorted(set(found)), self._why.get(id(row), {})
        self._hits.update(rules)
        others = " ".join(filter(None, [*row.aliases, row.parent]))
        level, kind = _number(self._levels, row.level), _number(self._kinds, row.kind)
        counts = (row.errors, row.warnings, row.missing)
        values = [self._printed(row.figure(label).value, each) for label, each in self._columns.items()]
        verdict = list(Readiness).index(row.readiness)
        self._index.append(
            [row.name, row.code, others, level, kind, verdict, *counts, row.grade, values, rules, sorted(odd)]
        )
        self._details.append(self._detail(row, findings, found, odd))

    def _detail(
        self, row: DepartmentRow, findings: list[Finding], found: list[int], odd: dict[int, str]
    ) -> list[Any]:
        sources = [row.figure(label).source for label in self._columns]
        notes = [*row.notes, *self._said.get(id(row), [])]
        return [
            [row.year, row.parent, None if row.score is None else plain(row.score)],
            [self._packed(source) for source in sources],
            [self._finding(finding, rule) for finding, rule in zip(findings, found, strict=True)],
            [self._packed(text) for text in row.supply],
            list(row.outputs),
            [self._packed(note) for note in notes],
            [[place, self._packed(why)] for place, why in sorted(odd.items())],
        ]

    def _finding(self, finding: Finding, rule: int) -> list[Any]:
        cells = [self._packed(f"{cell} = {cell.text or messages.checks.BLANK}") for cell in finding.cells]
        told = (finding.message, finding.hint, finding.expected, finding.actual)
        return [rule, cells, *map(self._packed, told)]

    def _packed(self, text: str) -> Any:
        """Return the text packed, None for no text."""
        return self._phrases.pack(text) if text else None

    def _printed(self, value: Decimal | None, column: OverviewColumn) -> float | None:
        """Return a value rounded as its column prints it, in the column's unit."""
        unit = self._overview.pack.units[column.unit]
        return None if value is None else float(half_up(value / unit.scale, unit.digits))

    def _column(self, label: str, column: OverviewColumn) -> list[Any]:
        unit, chart = self._overview.pack.units[column.unit], column.chart
        bounds = [float(chart.least), float(chart.most), chart.bars] if chart else None
        return [label, unit.sign or column.unit, column.group, unit.digits, unit.trim, bounds]

    def _total(self, total: Total) -> list[Any]:
        """Return the column's place, its sum, and how it goes with the bureau's if that is there."""
        place = list(self._columns).index(total.label)
        match = total.match.value if self._overview.bureau else ""
        return [place, self._printed(total.sum.value, self._columns[total.label]), match]


def _number(known: dict[Any, int], word: Hashable) -> int:
    """Return the word's number, the next one if it is new."""
    return known.setdefault(word, len(known))
