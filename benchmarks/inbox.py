"""An inbox of deterministic departments, made once and kept for the next run."""

import shutil
from pathlib import Path

from samples.filing import write
from samples.filing.budget import budget
from samples.filing.departments import SEED
from samples.filing.final_accounts import final_accounts
from samples.filing.invented import invent
from samples.make import supplement, words_of

KEPT = Path("build/bench")
YEAR = 2021


def inbox(count: int, kept: Path = KEPT) -> Path:
    """Return a folder with `count` departments: final accounts of two years, budget, supplement (.xlsx)."""
    target = kept / f"inbox-{count}"
    if not target.is_dir():
        making = kept / f"making-{count}"
        shutil.rmtree(making, ignore_errors=True)
        for number in range(count):
            _file(number, making / f"{number:05}")
        making.replace(target)
    return target


def _file(number: int, folder: Path) -> None:
    filing = invent(number, YEAR)
    folder.mkdir(parents=True)
    write.book(final_accounts(filing.accounts), folder / f"{YEAR}年度部门决算公开表.xlsx")
    write.book(final_accounts(filing.prior), folder / f"{YEAR - 1}年度部门决算公开表.xlsx")
    write.book(budget(filing.accounts, filing.prior), folder / f"{YEAR}年部门预算公开表.xlsx")
    supplement(filing, words_of(SEED), folder / "补充资料.xlsx")
