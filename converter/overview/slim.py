"""What the page shows of every department, as compact data: lists by place, repeated words by number."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from converter import messages
from converter.figures import Finding, Outcome, Severity, half_up
from converter.overview.phrases import Phrases
from converter.overview.rows import Row, Verdict
from converter.pack import Column, Pack

CHUNK = 100  # departments whose details are parsed together, when one of them is looked at
_GRAVITY = {kind: place for place, kind in enumerate([*Severity, Outcome.NOT_EVALUABLE])}


@dataclass(frozen=True, slots=True)
class Department:
    """A row and what only a closer look shows.

    `aliases` are other names to find it by; `odd` maps the label of a column to why the department's figure
    is out of the ordinary.
    """

    row: Row
    findings: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    odd: Mapping[str, str] = field(default_factory=dict)


class Slim:
    """The departments' data, to be embedded in the page: an index, details in chunks, phrases.

    The page reads lists by place; `template/data.js` names the places.
    """

    def __init__(self, departments: Iterable[Department], pack: Pack) -> None:
        self._pack = pack
        self._phrases = Phrases()
        self._levels: dict[str, int] = {}
        self._kinds: dict[str, int] = {}
        self._rules: dict[tuple[str, str], int] = {}
        self._hits: Counter[int] = Counter()
        self._totals: dict[str, Decimal] = {}
        self._odd: list[tuple[int, int]] = []
        self._index: list[list[Any]] = []
        self._details: list[list[Any]] = []
        for department in departments:
            self._take(department)

    def index(self, title: str, scope: str) -> dict[str, Any]:
        """Return what the page needs at once."""
        return {
            "title": title,
            "scope": scope,
            "words": {"verdicts": messages.VERDICTS, "severities": messages.PAGE_SEVERITIES},
            "columns": [self._column(label, each) for label, each in self._columns.items()],
            "rules": [[code, kind, self._hits[number]] for (code, kind), number in self._rules.items()],
            "levels": list(self._levels),
            "kinds": list(self._kinds),
            "verdicts": list(Verdict),
            "departments": self._index,
            "odd": self._odd,
            "chunk": CHUNK,
        }

    def chunks(self) -> Iterator[list[list[Any]]]:
        """Yield the details of the departments, some at a time, in the order of the index."""
        for start in range(0, len(self._details), CHUNK):
            yield self._details[start : start + CHUNK]

    def phrases(self) -> dict[str, list[object]]:
        """Return what the packed texts of the details are made of."""
        return self._phrases.plain()

    @property
    def _columns(self) -> dict[str, Column]:
        return self._pack.overview.columns

    def _take(self, each: Department) -> None:
        """Enter a department into the index and the details."""
        row, at = each.row, len(self._index)
        findings = sorted(each.findings, key=lambda finding: _GRAVITY[_kind(finding)])
        found = [self._rule(finding) for finding in findings]
        self._hits.update(set(found))
        self._odd += [(at, place) for place, label in enumerate(self._columns) if label in each.odd]
        self._index.append(
            [
                row.name,
                row.code,
                " ".join([*each.aliases, row.parent]).strip(),
                _number(self._levels, row.level),
                _number(self._kinds, row.kind),
                list(Verdict).index(row.verdict),
                row.errors,
                row.warnings,
                row.missing,
                row.grade,
                [self._value(row, label) for label in self._columns],
                sorted(set(found)),
            ]
        )
        self._details.append(self._detail(each, findings, found))

    def _detail(self, each: Department, findings: list[Finding], found: list[int]) -> list[Any]:
        row, pack = each.row, self._phrases.pack
        known = [row.figures.get(label) for label in self._columns]
        return [
            [row.year, row.parent],
            [pack(figure.source) if figure and figure.source else None for figure in known],
            [self._finding(finding, number) for finding, number in zip(findings, found, strict=True)],
            self._phrases.pack_all(each.missing),
            list(row.outputs),
            self._phrases.pack_all(row.notes),
            [
                [place, pack(each.odd[label])]
                for place, label in enumerate(self._columns)
                if label in each.odd
            ],
        ]

    def _finding(self, finding: Finding, rule: int) -> list[Any]:
        pack = self._phrases.pack
        return [
            rule,
            pack(finding.message),
            pack(finding.hint) if finding.hint else None,
            self._phrases.pack_all(f"{cell} = {cell.text}" for cell in finding.cells),
            pack(finding.expected) if finding.expected else None,
            pack(finding.actual) if finding.actual else None,
        ]

    def _rule(self, finding: Finding) -> int:
        return _number(self._rules, (finding.code, _kind(finding)))

    def _value(self, row: Row, label: str) -> float | None:
        """Return a figure as printed in its column's unit, and add it to the column's total."""
        known = row.figures.get(label)
        if known is None or known.value is None:
            return None
        self._totals[label] = self._totals.get(label, Decimal(0)) + known.value
        return self._printed(known.value, self._columns[label])

    def _printed(self, value: Decimal, column: Column) -> float:
        unit = self._pack.units[column.unit]
        return float(half_up(value / unit.scale, unit.digits))

    def _column(self, label: str, column: Column) -> list[Any]:
        """Return how a column reads; amounts have a total, what is compared between departments has none."""
        unit, chart, total = self._pack.units[column.unit], column.chart, self._totals.get(label)
        return [
            label,
            unit.sign or column.unit,
            column.group,
            unit.digits,
            unit.trim,
            [float(chart.least), float(chart.most), chart.bars] if chart else None,
            None if column.judge or total is None else self._printed(total, column),
        ]


def _kind(finding: Finding) -> str:
    """Return the finding's severity, or that it could not be checked where that weighs nothing."""
    if finding.outcome is Outcome.NOT_EVALUABLE and finding.severity is Severity.NOTE:
        return Outcome.NOT_EVALUABLE
    return finding.severity


def _number(known: dict[Any, int], word: Hashable) -> int:
    """Return the word's number, the next one if it is new."""
    return known.setdefault(word, len(known))
