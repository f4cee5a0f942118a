"""Named amounts over lines: what a column or a row of a table holds, e.g. `一般公共.基本支出` or `上年.支出`.

A name is a measure, with scopes before it: a fund (`财政拨款`, `一般公共` …), an item of income
(`事业收入` …), or `上年` for the lines of the year before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from samples.filing.accounts import ZERO, Fund, Line, Source, sum_of

Lines = Sequence[Line]

MEASURES: dict[str, Callable[[Line], Decimal]] = {
    "收入": lambda line: line.income.total,
    "支出": lambda line: line.spent.total,
    "基本支出": lambda line: line.spent.basic,
    "项目支出": lambda line: line.spent.project,
    "年初结转": lambda line: line.opening.total,
    "年末结转": lambda line: line.closing.total,
    "动用结余": lambda line: line.surplus_used.total,
    "结余分配": lambda line: line.surplus_distributed.total,
    "总计": lambda line: (line.opening + line.income + line.surplus_used).total,
    "预算": lambda line: line.budgeted.total,
    "基本预算": lambda line: line.budgeted.basic,
    "项目预算": lambda line: line.budgeted.project,
    "人员预算": lambda line: line.budgeted.basic - line.office,
    "公用预算": lambda line: line.office,
    "基本全年": lambda line: (line.opening + line.income + line.surplus_used).basic,
    "项目全年": lambda line: (line.opening + line.income + line.surplus_used).project,
    "无": lambda line: ZERO,
}

SCOPES: dict[str, frozenset[Source]] = {
    "全部": frozenset(Source),
    "财政拨款": frozenset(source for source in Source if source.fund is not Fund.OTHER),
    "其余收入": frozenset({Source.SUPERIOR, Source.SUBSIDIARY, Source.OTHER}),
    **{fund.value: frozenset(source for source in Source if source.fund is fund) for fund in Fund},
    **{source.value: frozenset({source}) for source in Source},
}


@dataclass(frozen=True)
class Slice:
    """Some lines of the year, and the lines of the year before in the same row."""

    now: Lines
    before: Lines = ()

    def under(self, code: str) -> Slice:
        """The lines of one functional 类, 款 or 项."""
        return self._where(lambda line: line.code.startswith(code))

    def within(self, scope: str) -> Slice:
        """The lines of one fund or item of income, or of the year before."""
        if scope == "上年":
            return Slice(self.before)
        wanted = SCOPES[scope]
        return self._where(lambda line: line.source in wanted)

    def _where(self, wanted: Callable[[Line], bool]) -> Slice:
        return Slice(list(filter(wanted, self.now)), list(filter(wanted, self.before)))

    def amount(self, name: str) -> Decimal:
        """The amount of that name over these lines."""
        *scopes, measure = name.split(".")
        part = self
        for scope in scopes:
            part = part.within(scope)
        return sum_of(MEASURES[measure](line) for line in part.now)

    def codes(self) -> set[str]:
        """The functional 项 that occur."""
        return {line.code for line in (*self.now, *self.before)}
