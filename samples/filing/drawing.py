"""Random amounts of an invented department, in whole steps so that every sum is exact."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from samples.filing.accounts import ZERO, Fund, Line, PublicCosts, Source, Split, is_personnel, sum_of
from samples.filing.catalogue import economic_codes

PUBLIC_CODES = {"abroad": "30212", "reception": "30217", "running": "30231", "purchase": "31013"}
SHARES = {"301": (55, 75), "303": (5, 15), "302": (12, 28), "310": (0, 3)}
"""Weight of each economic 类 in 基本支出, from and to."""


@dataclass(frozen=True)
class Plan:
    """A line to draw: roughly how much 元 of 基本支出 and 项目支出 it has in a year."""

    code: str
    source: Source
    basic: int = 0
    project: int = 0


@dataclass(frozen=True)
class Draw:
    """A source of random numbers, and the step of amounts in 元."""

    rng: random.Random
    quantum: Decimal

    def line(self, plan: Plan) -> tuple[Line, Line]:
        """A line of this year, and of the year before, whose closing balance is this one's opening."""
        basic, project = self._parts(plan.basic), self._parts(plan.project)
        now, before = (_line(plan, *year) for year in zip(basic, project, strict=True))
        if plan.source.fund is Fund.OTHER and self.rng.random() < 0.5:
            surplus = Split(project=self.amount(plan.project // 20))
            now = replace(now, surplus_used=surplus, surplus_distributed=surplus)
        return now, before

    def _parts(self, size: int) -> tuple[tuple[Decimal, ...], tuple[Decimal, ...]]:
        """Opening, budget, addition, closing: of this year and of the year before."""
        opening = self.amount(size // 12, chance=0.5)
        before_opening = self.amount(size // 12, chance=0.5)
        budget, before_budget = (self.amount(size, size // 2) for _ in range(2))
        added, before_added = (self.amount(size // 2, chance=0.7) for _ in range(2))
        closing = self.amount(size // 15, chance=0.5)
        return (opening, budget, added, closing), (before_opening, before_budget, before_added, opening)

    def amount(self, most: int, least: int = 0, chance: float = 1) -> Decimal:
        """With this chance an amount of 元 from `least` to `most`, else nil."""
        steps = [int(Decimal(bound) / self.quantum) for bound in (least, most)]
        return self.rng.randint(*steps) * self.quantum if self.rng.random() < chance else ZERO

    def divide(self, whole: Decimal, weights: Sequence[float]) -> list[Decimal]:
        """The whole divided by weights; the last part is what remains, so that the sum is exact."""
        steps = int(whole / self.quantum)
        scale = sum(weights)
        parts = [int(steps * weight / scale) for weight in weights[:-1]]
        return [part * self.quantum for part in (*parts, steps - sum(parts))]

    def economic(self, whole: Decimal) -> dict[str, Decimal]:
        """基本支出 divided by economic code; some codes stay nil."""
        shares = self.divide(whole, [self.rng.uniform(*bounds) for bounds in SHARES.values()])
        found: dict[str, Decimal] = {}
        for head, share in zip(SHARES, shares, strict=True):
            codes = [code for code in economic_codes(head) if len(code) == 5]
            used = [code for code in codes if code in PUBLIC_CODES.values() or self.rng.random() < 0.6]
            used = used or codes[:1]
            weights = [self.rng.uniform(0.2, 3) if self.rng.random() < 0.8 else 0.0 for _ in used]
            parts = self.divide(share, [*weights[:-1], 1.0])
            found |= {code: part for code, part in zip(used, parts, strict=True) if part}
        return found

    def public_costs(self, economic: dict[str, Decimal], project: Decimal) -> PublicCosts:
        """“三公”经费: what 基本支出 contains of it, and sometimes more out of 项目支出."""
        most = int(project / 50)
        return PublicCosts(
            **{
                item: economic.get(code, ZERO) + self.amount(most, chance=0.3)
                for item, code in PUBLIC_CODES.items()
            }
        )

    def public_budget(self, spent: PublicCosts, planned: dict[str, Decimal]) -> PublicCosts:
        """The “三公” budget: close to what was spent, no less than the budget of 基本支出 contains of it."""
        items: dict[str, Decimal] = {}
        for item, code in PUBLIC_CODES.items():
            near = int(getattr(spent, item))
            items[item] = max(self.amount(near * 7 // 5, near * 9 // 10), planned.get(code, ZERO))
        return PublicCosts(**items)

    def with_office(self, lines: Sequence[Line], planned: dict[str, Decimal]) -> tuple[Line, ...]:
        """The lines with the planned 公用经费 spread over them, none with more than its 基本支出."""
        left = sum_of(amount for code, amount in planned.items() if not is_personnel(code))
        found = []
        for line in lines:
            office = min(left, line.budgeted.basic) if line.source.fund is Fund.GENERAL else ZERO
            left -= office
            found.append(replace(line, office=office))
        return tuple(found)


def _line(plan: Plan, basic: Sequence[Decimal], project: Sequence[Decimal]) -> Line:
    opening, budgeted, added, closing = map(Split, basic, project)
    return Line(plan.code, plan.source, opening, budgeted, added, closing)
