"""Write the samples' inbox: `python -m samples.make`."""

from __future__ import annotations

from pathlib import Path

from samples.filing import write
from samples.filing.budget import budget
from samples.filing.departments import SEED, load
from samples.filing.final_accounts import final_accounts

INBOX = Path(__file__).parent / "inbox"


def make(inbox: Path = INBOX) -> None:
    """Write what every sample department files."""
    filing = load(SEED)
    folder = inbox / SEED
    write.book(final_accounts(filing.accounts), folder / "2020年度部门决算公开表.xlsx")
    write.book(budget(filing.accounts, filing.prior), folder / "2020年部门预算公开表.xlsx")
    write.book(final_accounts(filing.prior), folder / "2019年度部门决算公开表.xlsx")


if __name__ == "__main__":
    make()
