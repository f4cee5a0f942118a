"""Points of the rows of lists by the method their sign names: for those left blank, and to check others."""

import re
from collections.abc import Iterator
from decimal import Decimal
from unicodedata import normalize

from msgspec import Struct

from converter import messages
from converter.figures import Derived, Figure, Finding, Ledger, ListRow, Outcome, Severity, exact_text
from converter.pack import Pack, ScoredRows
from converter.rules.scorecard.points import application, points_for
from converter.rules.scorecard.targets import Attained

_STATED = re.compile(r"(?P<sign>[^\d.-]*)(?P<number>-?\d+(?:,\d{3})*(?:\.\d+)?)(?P<unit>\D*)")


class _Stated(Struct, frozen=True):
    """What a cell states: the sign before a number, the number, the words behind it."""

    sign: str
    number: Decimal
    unit: str


class _Due(Struct, frozen=True):
    """What a method gives for a row: the points, how they were found, and of how many."""

    points: Decimal
    applied: str
    method: str
    standard: str
    full: Figure


class ListPoints:
    """Scores the rows of a pack's lists whose words state a target and what was attained, both as numbers."""

    def __init__(self, pack: Pack) -> None:
        self._lists = {name: listed.scored for name, listed in pack.lists.items() if listed.scored}
        self._card, self._unit = pack.scorecard, pack.meta.score_unit

    def figures(self, ledger: Ledger) -> Iterator[Figure]:
        """Yield the points of each row in which they were left blank and a method gives them."""
        for row, scored, due in self._due(ledger):
            if self._filed(row, scored, ledger) is None:
                origin = Derived(due.standard, (due.full.id,), due.applied)
                yield Figure(f"{row.id}.{scored.points}", due.points, self._unit, origin)

    def findings(self, ledger: Ledger) -> Iterator[Finding]:
        """Yield a warning for each row whose points are not those of its method, a note if we gave them."""
        for row, scored, due in self._due(ledger):
            filed, given = self._filed(row, scored, ledger), ledger.find(f"{row.id}.{scored.points}")
            message, severity, outcome = messages.checks.POINTS_COMPUTED, Severity.NOTE, Outcome.HOLDS
            cell = given.cell if given else None
            if filed is not None:
                if filed == due.points:
                    continue
                message, severity, outcome = messages.checks.POINTS_DIFFER, Severity.WARNING, Outcome.DIFFERS
            where = cell or row.cell
            yield Finding.worded(
                message,
                severity,
                outcome,
                (where,),
                file=where.file,
                sheet=where.sheet,
                cell=where.cell,
                row=row.name,
                method=due.method,
                applied=due.applied,
                filed=exact_text(filed or Decimal(0)),
            )

    def _filed(self, row: ListRow, scored: ScoredRows, ledger: Ledger) -> Decimal | None:
        figure = ledger.find(f"{row.id}.{scored.points}")
        return figure.value if figure and figure.cell else None

    def _due(self, ledger: Ledger) -> Iterator[tuple[ListRow, ScoredRows, _Due]]:
        """Yield the rows for which a method gives points, with these."""
        for name, scored in self._lists.items():
            for row in ledger.rows_of(name) if scored else ():
                if scored and (due := self._of_row(row, scored, ledger)):
                    yield row, scored, due

    def _of_row(self, row: ListRow, scored: ScoredRows, ledger: Ledger) -> _Due | None:
        full = ledger.find(f"{row.id}.{scored.full}")
        target, value = (_stated(row, column) for column in (scored.target, scored.value))
        if full is None or not full.value or target is None or value is None:
            return None
        sign = row.texts[scored.by].value if scored.by in row.texts else target.sign
        named = self._card.method_for(sign) if sign else ""
        if not named or value.sign or target.unit != value.unit:
            return None
        if target.sign and self._card.method_for(target.sign) != named:
            return None
        return self._by(named, full, Attained(value.number, target.number), target.unit)

    def _by(self, named: str, full: Figure, attained: Attained, unit: str) -> _Due | None:
        rule, most = self._card.methods[named], full.value or Decimal(0)
        points = points_for(rule, most, attained, self._card.digits)
        applied = application(
            rule, most, attained, lambda number: exact_text(number) + unit, self._card.digits
        )
        return None if points is None else _Due(points, str(applied or ""), named, rule.standard, full)


def _stated(row: ListRow, column: str) -> _Stated | None:
    """Return what the words in a column state, None unless that is one number."""
    text = row.texts.get(column)
    bare = "".join(normalize("NFKC", text.value).split()) if text else ""
    found = _STATED.fullmatch(bare)
    if found is None:
        return None
    return _Stated(found["sign"], Decimal(found["number"].replace(",", "")), found["unit"])
