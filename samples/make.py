"""Write the samples' inbox: `python -m samples.make`."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import yaml

from converter.pack.files.layers import BUILT_IN
from converter.pack.loading import DEFAULT, load_pack
from converter.supplement import write_supplement
from samples.filing import write
from samples.filing.accounts import Filing
from samples.filing.budget import budget
from samples.filing.departments import ARCHIVE, CULTURE, SEED, load
from samples.filing.entries import entries_of
from samples.filing.final_accounts import final_accounts
from samples.filing.goals import goals
from samples.filing.layout import NATIONAL, Layout
from samples.filing.sheet import SheetTable
from samples.filing.supplement import Rows, fill

HERE = Path(__file__).parent
INBOX = HERE / "inbox"
CITY_INBOX, CITY_DEPARTMENT, CITY_PACK = HERE / "inbox-yueyang", "岳阳市档案馆", "yueyang-2018"
LATER_YEAR = 2023


class Later(NamedTuple):
    """What a sample department would file for a later year: into which inbox, by which pack, whose indicators
    are on which sheet.
    """

    inbox: Path
    department: str
    pack: str
    indicators: str


LATER = (
    Later(HERE / "inbox-2023", SEED, "hunan-2021", "整体绩效指标"),
    Later(HERE / "inbox-national", ARCHIVE, "national-selfeval", "绩效指标"),
)

IN_YUAN = replace(NATIONAL, unit="元", public_unit="元", spaced=True, nil="—")
THREE_CODES = replace(NATIONAL, code_columns=3, indent=True, nil="0.00")
SAMPLES: dict[str, tuple[Layout, str]] = {
    SEED: (NATIONAL, ".xlsx"),
    ARCHIVE: (IN_YUAN, ".xls"),
    CULTURE: (THREE_CODES, ".xlsx"),
}
"""Layout and kind of file of each sample department."""

BOOKS = {ARCHIVE: "2021年9月公开 部门决算公开表"}
"""The accounts that are named by the day of their publication, as many departments name them."""

PLANTED = {
    "GK03": (Decimal("409.50"), Decimal("490.50")),
    "GK04": (Decimal("46.70"), Decimal("47.60")),
    "GK07": (Decimal("10.05"), Decimal("10.55")),
}
"""The three errors of the third department: the sheet, the right amount, the amount in the file."""


def make(inbox: Path = INBOX) -> None:
    """Write what every sample department files."""
    for department, (layout, suffix) in SAMPLES.items():
        filing = load(department)
        folder = inbox / department
        year = filing.accounts.year
        accounts = final_accounts(filing.accounts, layout)
        if department == CULTURE:
            accounts = [_spoiled(sheet) for sheet in accounts]
        write.book(accounts, folder / f"{BOOKS.get(department, f'{year}年度部门决算公开表')}{suffix}")
        write.book(budget(filing.accounts, filing.prior, layout), folder / f"{year}年部门预算公开表{suffix}")
        write.book(final_accounts(filing.prior, layout), folder / f"{year - 1}年度部门决算公开表{suffix}")
        supplement(filing, words_of(department), folder / "补充资料.xlsx")


def make_elsewhere(inbox: Path = CITY_INBOX) -> None:
    """Write what a department of a city with forms of its own files."""
    filing = load(CITY_DEPARTMENT)
    folder, year = inbox / CITY_DEPARTMENT, filing.accounts.year
    write.book(final_accounts(filing.accounts, NATIONAL), folder / f"{year}年度部门决算公开表.xlsx")
    write.book(budget(filing.accounts, filing.prior, NATIONAL), folder / f"{year}年部门预算公开表.xlsx")
    write.book(final_accounts(filing.prior, NATIONAL), folder / f"{year - 1}年度部门决算公开表.xlsx")
    supplement(filing, words_of(CITY_DEPARTMENT), folder / "补充资料.xlsx", BUILT_IN / CITY_PACK)


def make_later(later: Later) -> None:
    """Write what a department would file for a later year, by the form of a self-evaluation."""
    filing = load(later.department).moved(LATER_YEAR)
    words, lists = later_words(later.department)
    folder, year = later.inbox / later.department, LATER_YEAR
    write.book(final_accounts(filing.accounts, NATIONAL), folder / f"{year}年度部门决算公开表.xlsx")
    budgets = budget(filing.accounts, filing.prior, NATIONAL)
    budgets.append(goals(later.department, year, lists[later.indicators], NATIONAL))
    write.book(budgets, folder / f"{year}年部门预算公开表.xlsx")
    write.book(final_accounts(filing.prior, NATIONAL), folder / f"{year - 1}年度部门决算公开表.xlsx")
    supplement(filing, words, folder / "补充资料.xlsx", BUILT_IN / later.pack, lists)


def later_words(department: str) -> tuple[dict[str, Any], dict[str, Rows]]:
    """The words of a department in the later year, and its lists by their sheets."""
    words, lists = words_of(department), {}
    for sheet, entry in words_of(f"{department}.{LATER_YEAR}").items():
        if isinstance(entry, list):
            lists[sheet] = entry
        else:
            words[sheet] = words.get(sheet, {}) | entry if isinstance(entry, dict) else {}
    return {sheet: _stated(rows) for sheet, rows in words.items() if rows}, lists


def _stated(rows: dict[str, Any]) -> dict[str, Any]:
    return {label: value for label, value in rows.items() if value not in ("", "null")}


def words_of(department: str) -> dict[str, Any]:
    """The words of a sample department, from the folder prose/."""
    text = (HERE / "prose" / f"{department}.yaml").read_text(encoding="utf-8")
    words: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return words


def supplement(
    filing: Filing,
    words: dict[str, Any],
    target: Path,
    pack: Path = DEFAULT,
    lists: dict[str, Rows] | None = None,
) -> None:
    """Write a blank 补充资料 workbook and enter the department's values in it."""
    with TemporaryDirectory() as folder:
        blank = Path(folder) / "补充资料.xlsx"
        write_supplement(load_pack(pack), blank)  # the only call into the converter
        fill(blank, target, entries_of(filing, words), lists)


def _spoiled(sheet: SheetTable) -> SheetTable:
    right, wrong = PLANTED.get(sheet.name[:4], (None, None))
    if right is None or wrong is None:
        return sheet
    return sheet.replaced(sheet.where(right)[0], wrong)


if __name__ == "__main__":
    make()
    for later in LATER:
        make_later(later)
    make_elsewhere()
