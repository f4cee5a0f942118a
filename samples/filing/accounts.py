"""The accounts of one department for one year, in Decimal 元, consistent by construction.

A year is a list of lines. A line is money of one 项 from one source: what was carried in, what the budget
gave, what was added during the year, what is left. Everything printed in a table is a sum over lines, so the
tables agree with one another to the cent.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

ZERO = Decimal(0)


class Fund(Enum):
    """The four funds a department spends from."""

    GENERAL = "一般公共"
    FUND = "政府性基金"
    CAPITAL = "国有资本"
    OTHER = "其他资金"


class Source(Enum):
    """The eight items of income in 收入支出决算总表, in order."""

    GENERAL = "一般公共预算财政拨款收入"
    FUND = "政府性基金预算财政拨款收入"
    CAPITAL = "国有资本经营预算财政拨款收入"
    SUPERIOR = "上级补助收入"
    SERVICE = "事业收入"
    OPERATING = "经营收入"
    SUBSIDIARY = "附属单位上缴收入"
    OTHER = "其他收入"

    @property
    def fund(self) -> Fund:
        """The fund this income goes into."""
        return Fund.__members__.get(self.name, Fund.OTHER)


@dataclass(frozen=True)
class Split:
    """An amount divided into 基本支出 and 项目支出."""

    basic: Decimal = ZERO
    project: Decimal = ZERO

    @property
    def total(self) -> Decimal:
        """Both parts together."""
        return self.basic + self.project

    def __add__(self, other: Split) -> Split:
        return Split(self.basic + other.basic, self.project + other.project)

    def __sub__(self, other: Split) -> Split:
        return Split(self.basic - other.basic, self.project - other.project)


NIL = Split()


@dataclass(frozen=True)
class Line:
    """Money of one functional 项 from one source; `office` is the 公用经费 within the budgeted 基本支出."""

    code: str
    source: Source
    opening: Split = NIL
    budgeted: Split = NIL
    added: Split = NIL
    closing: Split = NIL
    surplus_used: Split = NIL
    surplus_distributed: Split = NIL
    office: Decimal = ZERO

    @property
    def income(self) -> Split:
        """本年收入: the budget and what was added to it."""
        return self.budgeted + self.added

    @property
    def spent(self) -> Split:
        """本年支出: what came in and is no longer there."""
        available = self.opening + self.income + self.surplus_used
        return available - self.surplus_distributed - self.closing


@dataclass(frozen=True)
class PublicCosts:
    """“三公”经费 by item."""

    abroad: Decimal = ZERO
    purchase: Decimal = ZERO
    running: Decimal = ZERO
    reception: Decimal = ZERO

    @property
    def vehicles(self) -> Decimal:
        """公务用车购置及运行费小计."""
        return self.purchase + self.running

    @property
    def total(self) -> Decimal:
        """合计."""
        return self.abroad + self.vehicles + self.reception


@dataclass(frozen=True)
class Staff:
    """编制、在职、离退休人数."""

    quota: int
    serving: int
    retired: int


@dataclass(frozen=True)
class Accounts:
    """One department-year; `economic` and `planned_economic` divide 一般公共预算基本支出 by economic code.

    A year whose budget is not filed (the year before) may leave `planned_economic` empty.
    """

    department: str
    year: int
    lines: tuple[Line, ...]
    economic: dict[str, Decimal]
    planned_economic: dict[str, Decimal]
    public_spent: PublicCosts
    public_planned: PublicCosts

    def __post_init__(self) -> None:
        general = self.of(Fund.GENERAL)
        self._agree("基本支出按经济分类", self.economic, sum_of(line.spent.basic for line in general))
        if self.planned_economic:
            basic = sum_of(line.budgeted.basic for line in general)
            self._agree("基本支出预算按经济分类", self.planned_economic, basic)
            office = {k: v for k, v in self.planned_economic.items() if not is_personnel(k)}
            self._agree("公用经费预算", office, sum_of(line.office for line in general))
        for line in self.lines:
            if min(line.spent.basic, line.spent.project) < 0:
                raise ValueError(f"{self.department} {self.year} {line.code}: 支出为负")

    def _agree(self, what: str, parts: dict[str, Decimal], whole: Decimal) -> None:
        found = sum_of(parts.values())
        if found != whole:
            raise ValueError(f"{self.department} {self.year} {what}: {found} 不等于 {whole}")

    def of(self, *funds: Fund) -> tuple[Line, ...]:
        """The lines paid from these funds."""
        return tuple(line for line in self.lines if line.source.fund in funds)


@dataclass(frozen=True)
class Filing:
    """All that a department files for a year: its accounts and budget, last year's accounts, its staff."""

    accounts: Accounts
    prior: Accounts
    staff: Staff

    def moved(self, year: int) -> Filing:
        """The same filing, for another year."""
        accounts, prior = replace(self.accounts, year=year), replace(self.prior, year=year - 1)
        return replace(self, accounts=accounts, prior=prior)


def is_personnel(code: str) -> bool:
    """Whether an economic code is 人员经费 (301, 303) rather than 公用经费."""
    return code[:3] in ("301", "303")


def sum_of(amounts: Iterable[Decimal]) -> Decimal:
    """The sum, a Decimal even when there is nothing to add."""
    return sum(amounts, ZERO)
