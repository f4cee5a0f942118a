"""An inbox of departments drawn from seeds, made once: `python -m benchmarks.inbox 200 [--formulas]`.

Every department files this year's and last year's nine final-account tables, the nine budget tables and a
filled 补充资料 workbook, with 80 of its totals as formulas or with none. The same parameters give the same
files.
"""

import argparse
import hashlib
import os
import shutil
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.formulas import put_formulas
from converter.pack.loading import load_pack
from converter.supplement import write_supplement
from samples.filing import write
from samples.filing.budget import budget
from samples.filing.departments import SEED
from samples.filing.entries import entries_of
from samples.filing.final_accounts import final_accounts
from samples.filing.invented import department_name, invent
from samples.filing.supplement import fill
from samples.make import words_of

FOLDER = Path("build/bench")
YEAR = 2020
DRAWN = 200
"""Departments that differ; each further one files what one of these files, under another name."""
FORMULAS = 80
"""Totals of a department that are formulas in the inbox that has such."""
REASON = "按年度工作计划和实际任务安排，根据有关规定和标准据实列支，手续完备，用途符合批复"
"""Fits a rise and a fall: those of drawn amounts go anywhere."""


def inbox(count: int, *, formulas: bool = False) -> Path:
    """Return a folder with `count` departments; it is made if it is not there yet."""
    kind = f"formulas-{count}" if formulas else f"inbox-{count}"
    target = FOLDER / f"{kind}-{_parameters(count)}"
    if not target.is_dir():
        for outdated in FOLDER.glob(f"{kind}-*"):
            shutil.rmtree(outdated)
        making = target.with_name(f"making-{os.getpid()}")
        shutil.rmtree(making, ignore_errors=True)
        for number in range(count):
            _file(number, making / f"{number:05}", making / f"{number % DRAWN:05}", formulas=formulas)
        making.replace(target)
    return target


def name_of(number: int) -> str:
    """Return the name of the department with that number."""
    name, branch = department_name(number % DRAWN), number // DRAWN
    return f"{name}第{branch}分局" if branch else name


def _parameters(count: int) -> str:
    """Return a short hash of everything that determines the inbox's content."""
    blank = write.with_fixed_times(_blank().read_bytes()).hex()
    parts = [str((count, YEAR, DRAWN)), repr(_words("")), blank, *_sources()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:8]


def _sources() -> Iterator[str]:
    for path in sorted(Path(write.__file__).parent.glob("*.*")):
        yield path.read_text(encoding="utf-8")
    for name in ("inbox.py", "formulas.py"):
        yield Path(__file__).with_name(name).read_text(encoding="utf-8")


def _file(number: int, folder: Path, original: Path, *, formulas: bool) -> None:
    folder.mkdir(parents=True)
    if folder != original:
        for book in original.iterdir():
            _rename(book, folder / book.name, name_of(number % DRAWN), name_of(number))
        return
    filing = invent(number, YEAR)
    books = {
        f"{YEAR}年度部门决算公开表.xlsx": (final_accounts(filing.accounts), FORMULAS // 2),
        f"{YEAR - 1}年度部门决算公开表.xlsx": (final_accounts(filing.prior), FORMULAS // 4),
        f"{YEAR}年部门预算公开表.xlsx": (budget(filing.accounts, filing.prior), FORMULAS // 4),
    }
    for name, (sheets, most) in books.items():
        written = write.book(sheets, folder / name)
        if formulas:
            put_formulas(sheets, written, most)
    words = _words(filing.accounts.department)
    fill(_blank(), folder / "补充资料.xlsx", entries_of(filing, words))


def _rename(book: Path, target: Path, old: str, new: str) -> None:
    """Copy a workbook, with another department's name, in letters or, as openpyxl writes it, in numbers."""
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename.endswith(".xml"):
                data = data.replace(old.encode(), new.encode()).replace(_in_numbers(old), _in_numbers(new))
            copy.writestr(entry, data)


def _in_numbers(text: str) -> bytes:
    return "".join(f"&#{ord(letter)};" for letter in text).encode()


def _words(department: str) -> dict[str, Any]:
    """Return the texts of the first sample: as long as those of the published report, and complete."""
    words = words_of(SEED)
    words["基本信息"]["单位简称"] = department
    words["三公经费增减原因"] = dict.fromkeys(words["三公经费增减原因"], REASON)
    return words


@cache
def _blank() -> Path:
    path = FOLDER / f"blank-{os.getpid()}.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_supplement(load_pack(), path)
    return path


def main() -> None:
    """Make an inbox and print where it is."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("count", type=int)
    options.add_argument("--formulas", action="store_true", help="some totals are formulas")
    given = options.parse_args()
    made = inbox(given.count, formulas=given.formulas)
    _blank().unlink()
    print(made)


if __name__ == "__main__":
    main()
