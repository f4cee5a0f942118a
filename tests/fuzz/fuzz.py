"""Convert spoiled workbooks: bytes flipped, cut and doubled, cells filled with anything.

`python -m tests.fuzz.fuzz --minutes 10` runs at length; a short run is among the tests. What must hold:
no fault of the program's own reaches a user, nothing hangs, no process outgrows its memory. (Where a reader
aborts its whole process on a broken file, only that department fails, with a clear line.)
"""

import argparse
import io
import os
import random
import re
import tempfile
import time
import zipfile
from decimal import Decimal
from functools import partial
from pathlib import Path

from converter import messages
from converter.batch.run import run
from converter.batch.run.job import Job
from converter.errors.errors import Failure
from converter.pack.loading import DEFAULT
from samples.filing import write
from samples.filing.budget import budget
from samples.filing.final_accounts import final_accounts
from samples.filing.invented import invent
from samples.filing.layout import random_layout
from samples.filing.sheet import SheetTable
from tests.zipped import with_part, with_parts

KINDS = (".xlsx", ".xls", ".ods", ".et")
TEXTS = [
    "", "0", "-", "—", "=SUM(A1:A9)", "+1", "@x", "{{ 7*7 }}", "{% for %}", "<w:t>&amp;", "# 标题", "合计",
    "项目", "栏次", "收入支出决算总表", "单位：万元", "单位：元", "部门：../x", "2020年度", "１２３．４",
    "1e400", "NaN", "-0", "99999999999999999999", "a" * 30000, "（", "“”", "\n\n", "其中：", "201", "2010301",
]  # fmt: skip
FORMULAS = [
    b"<f>SUM(C5:D9)</f>", b"<f>SUM(A1:XFD1048576)</f>", b"<f>C5+D5*2-E6/F7%</f>", b"<f/>", b"<f>1/0</f>",
    b"<f>" + b"(" * 900 + b"1" + b")" * 900 + b"</f>", b"<f>ROUND(1e300*1e300,99999999)</f>",
    b'<f t="shared" ref="A1:B9" si="0">B7</f>', b'<f t="shared" si="0"/>', b"<f>'x'!A0+[1]y!B2</f>",
    b"<f>&lt;&amp;{#</f>",
]  # fmt: skip
_CELL = re.compile(rb"(<c [^>]*>)(<v>)")


def spoiled_cells(draw: random.Random, tables: list[SheetTable]) -> list[SheetTable]:
    """Return the tables with some cells filled with anything, rows and columns included."""
    found = []
    for table in tables:
        for place in draw.sample(sorted(table.cells), min(len(table.cells), draw.choice([0, 1, 3, 20]))):
            number = Decimal(draw.randint(-(10**12), 10**12)).scaleb(-draw.choice([0, 2, 9]))
            table = table.replaced(place, draw.choice([*TEXTS, number]))
        found.append(table)
    return found


def spoiled_bytes(draw: random.Random, data: bytes) -> bytes:
    """Return the bytes of a file with something wrong in them; of a zip, often inside one of its parts."""
    if data.startswith(b"PK") and draw.random() < 0.6:
        return _spoiled_part(draw, data)
    return _spoiled(draw, data)


def with_formulas(draw: random.Random, data: bytes) -> bytes:
    """Return an .xlsx workbook some of whose cells have a formula beside their value, true or not."""

    def cell_with_formula(cell: re.Match[bytes]) -> bytes:
        return cell[1] + (draw.choice(FORMULAS) if draw.random() < 0.1 else b"") + cell[2]

    def changed(name: str, content: bytes) -> bytes:
        return _CELL.sub(cell_with_formula, content) if name.startswith("xl/worksheets/") else content

    return with_parts(data, changed)


def _spoiled_part(draw: random.Random, data: bytes) -> bytes:
    wrong = draw.choice(zipfile.ZipFile(io.BytesIO(data)).namelist())
    return with_part(data, wrong, partial(_spoiled, draw))


def _spoiled(draw: random.Random, data: bytes) -> bytes:
    spoiled = bytearray(data)
    for _ in range(draw.choice([1, 1, 5, 50])):
        at = draw.randrange(len(spoiled) or 1)
        kind = draw.randrange(4)
        if kind == 0 and spoiled:
            spoiled[at] = draw.randrange(256)
        elif kind == 1:
            del spoiled[at : at + draw.choice([1, 8, 500])]
        elif kind == 2:
            spoiled[at:at] = spoiled[at : at + draw.choice([1, 8, 500])]
        else:
            spoiled[at:at] = draw.choice([b"\0" * 9, b"\xff" * 9, b"<", b'"', b"999999999", b"&x;"])
    return bytes(spoiled)


def one_round(seed: int, folder: Path, count: int = 8) -> list[str]:
    """File `count` spoiled departments, convert them, and return what went wrong beyond a clear refusal."""
    draw = random.Random(seed)
    for number in range(count):
        filed = invent(draw.randrange(10**6), 2021)
        layout, kind = random_layout(draw.randrange(10**6)), draw.choice(KINDS)
        place = folder / "inbox" / str(number)
        for name, tables in (
            (f"2021年度部门决算公开表{kind}", final_accounts(filed.accounts, layout)),
            (f"2021年部门预算公开表{kind}", budget(filed.accounts, filed.prior, layout)),
        ):
            try:
                path = write.book(spoiled_cells(draw, tables), place / name)
            except (ValueError, TypeError, OverflowError):  # a text the writing library refuses
                continue
            if kind == ".xlsx" and draw.random() < 0.5:
                path.write_bytes(with_formulas(draw, path.read_bytes()))
            if draw.random() < 0.5:
                path.write_bytes(spoiled_bytes(draw, path.read_bytes()))
    own = [messages.filing.FAULT, messages.filing.OUT_OF_TIME, messages.filing.OUT_OF_MEMORY]
    tails = [message.split("：", 1)[1][:8] for message in own]
    results = [
        result
        for _, several in run(Job((DEFAULT,), folder / "inbox", folder / "outbox"), 2)
        for result in several
    ]
    failures = [result.message for result in results if isinstance(result, Failure)]
    return [f"seed {seed}: {message}" for message in failures if any(tail in message for tail in tails)]


def main() -> None:
    """Run for the minutes asked for and print what was found."""
    options = argparse.ArgumentParser()
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    os.environ["PATH"] = ""  # no LibreOffice: it is slow, and what it computes is read like any other file
    end, seed, departments = time.monotonic() + given.minutes * 60, given.seed, 0
    faults: list[str] = []
    while time.monotonic() < end:
        with tempfile.TemporaryDirectory() as folder:
            faults += one_round(seed, Path(folder))
        seed, departments = seed + 1, departments + 8
    print(f"{departments} spoiled departments, {len(faults)} faults")
    print("\n".join(faults))


if __name__ == "__main__":
    main()
