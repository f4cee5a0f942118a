"""How departments round what they publish: a filing exact to the cent, written by each habit."""

import struct
from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from pathlib import Path

from converter.conversion.conversion import Conversion
from converter.figures.finding import Finding
from converter.inbox.departments import split_by_department
from converter.inbox.submissions import Submission
from samples.filing import write
from samples.filing.budget import budget
from samples.filing.final_accounts import final_accounts
from samples.filing.invented import FEN, invent
from samples.filing.layout import NATIONAL
from samples.filing.sheet import SheetTable
from tests.quality import alter

YEAR = 2020
IN_YUAN = replace(NATIONAL, unit="元", public_unit="元", title="year")
TEN_THOUSAND = Decimal(10000)


def _to(digits: int, rounding: str = ROUND_HALF_UP) -> Callable[[Decimal], Decimal]:
    return lambda amount: amount.quantize(Decimal(1).scaleb(-digits), rounding)


def _single(amount: Decimal) -> Decimal:
    [single] = struct.unpack("f", struct.pack("f", float(amount)))
    return Decimal(single)


HABITS: dict[str, tuple[str, Decimal, Callable[[Decimal], Decimal]]] = {
    "万元两位": ("万元", Decimal(100), lambda yuan: _to(2)(yuan / TEN_THOUSAND)),
    "万元两位舍去": ("万元", Decimal(100), lambda yuan: _to(2, ROUND_DOWN)(yuan / TEN_THOUSAND)),
    "元，按万元两位舍入": ("元", Decimal(100), lambda yuan: _to(2)(yuan / TEN_THOUSAND) * TEN_THOUSAND),
    "整元": ("元", Decimal(1), _to(0)),
    "整元舍去": ("元", Decimal(1), _to(0, ROUND_DOWN)),
    "万元一位": ("万元", Decimal(1000), lambda yuan: _to(1)(yuan / TEN_THOUSAND)),
    "万元单精度": ("万元", Decimal(100), lambda yuan: _single(_to(2)(yuan / TEN_THOUSAND))),
    "元单精度": ("元", Decimal(10), _single),
    "万元六位": ("万元", Decimal("0.01"), lambda yuan: yuan / TEN_THOUSAND),
}
"""The unit a habit prints in, the smallest step between its amounts in yuan, an amount of yuan as filed."""


def filed_by(habit: str, seed: int, folder: Path) -> dict[str, list[SheetTable]]:
    """File an invented department's tables by a habit; return them by the name of their workbook."""
    filing = invent(seed, YEAR, FEN)
    books = {
        f"{YEAR}年度部门决算公开表": final_accounts(filing.accounts, IN_YUAN),
        f"{YEAR}年部门预算公开表": budget(filing.accounts, filing.prior, IN_YUAN),
        f"{YEAR - 1}年度部门决算公开表": final_accounts(filing.prior, IN_YUAN),
    }
    written = {name: [_written(table, habit) for table in tables] for name, tables in books.items()}
    for name, tables in written.items():
        write.book(tables, folder / f"{name}.xlsx")
    return written


def findings_of(folder: Path, conversion: Conversion) -> tuple[Finding, ...]:
    """Return all findings on a department's folder."""
    submission = Submission("部门", tuple(sorted(folder.iterdir())))
    [department] = split_by_department(submission, conversion.reader).departments
    return conversion.judge(department).findings


def _written(table: SheetTable, habit: str) -> SheetTable:
    unit, _, printed = HABITS[habit]
    cells = {
        at: printed(value) if isinstance(value, Decimal) and at in table.formats else value
        for at, value in table.cells.items()
    }
    return alter.reword(replace(table, cells=cells), "单位：元", f"单位：{unit}")
