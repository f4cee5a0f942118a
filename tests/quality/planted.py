"""Errors planted one at a time in a clean filing: named kinds, and every slip in cells of every table."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from converter.figures import address
from samples.filing.sheet import SheetTable
from samples.filing.supplement import fill
from tests.data import data_of
from tests.quality import alter
from tests.quality.clean_filing import CleanFiling
from tests.quality.slips import SLIPS

KINDS: dict[str, dict[str, Any]] = data_of(Path(__file__).with_name("kinds.yaml"))
SMALLEST_ALTERED = Decimal(10)  # 万元: a slip in a smaller amount may pass for a rounding remainder
CELLS_A_TABLE = 4
EXCHANGES = ("对换", "两行互换")
WHOLE_SHEET = "整表移一行"
CellAddress = tuple[str, str, str]
"""A file, a sheet and a cell."""


def plant(filing: CleanFiling, kind: dict[str, Any]) -> set[CellAddress]:
    """Plant one kind of error and return the wrong cells: one, two exchanged, none for a whole sheet."""
    if kind.get("do") in _WHOLE:
        _plant_in_book(filing, kind)
        return set()
    if "supplement" in kind:
        sheet, row, column = kind["supplement"]
        path = filing.folder / "补充资料.xlsx"
        shutil.copyfile(path, filing.set_aside)
        fill(path, path, {sheet: {row: {column: kind["with"]}}})
        filing.reader.forget(path)
        return set()
    book, table = kind.get("book", "决算"), filing.table(kind.get("book", "决算"), kind["table"])
    keys = [] if kind["do"] == WHOLE_SHEET else ["at", "to"] if kind["do"] in EXCHANGES else ["at"]
    wrong = [kind[key] for key in keys if key in kind]
    _ALTERED.get(kind["do"], _slipped)(filing, book, table, kind)
    cells = (alter.place(table, at) for at in wrong)
    file = filing.path(book, table).name
    return {(file, table.name, address(row - 1, column - 1)) for row, column in cells}


def restore(filing: CleanFiling, kind: dict[str, Any]) -> None:
    """Restore the clean filing."""
    path = filing.folder / "补充资料.xlsx"
    if "supplement" in kind:
        shutil.copyfile(filing.set_aside, path)
        filing.reader.forget(path)
        return
    if kind["do"] in _WHOLE:
        filing.put_apart(kind.get("book", "决算"))
        return
    book, table = kind.get("book", "决算"), filing.table(kind.get("book", "决算"), kind["table"])
    filing.put_back(book, table)
    for other in filing.folder.glob("另*"):
        other.unlink()
        filing.reader.forget(other)


def matrix(filing: CleanFiling) -> Iterator[dict[str, Any]]:
    """Yield every slip in several cells of every table that holds amounts."""
    for table in filing.tables["决算"]:
        cells = [
            where for where, value in sorted(table.cells.items())
            if isinstance(value, Decimal) and abs(value) >= SMALLEST_ALTERED
        ]  # fmt: skip
        step = max(1, len(cells) // CELLS_A_TABLE)
        for where, slip in itertools.product(cells[::step][:CELLS_A_TABLE], SLIPS):
            wrong = SLIPS[slip](Decimal(str(table.cells[where])))
            if wrong is not None and wrong != table.cells[where]:
                yield {"table": table.name, "at": address(where[0] - 1, where[1] - 1), "do": slip}


Altered = Callable[[SheetTable, dict[str, Any]], SheetTable]


def _alone(altered: Altered) -> Callable[[CleanFiling, str, SheetTable, dict[str, Any]], None]:
    return lambda filing, book, table, kind: filing.write(book, altered(table, kind))


def _slipped(filing: CleanFiling, book: str, table: SheetTable, kind: dict[str, Any]) -> None:
    filing.write(book, alter.slip(table, kind["at"], kind["do"]))


def _another(filing: CleanFiling, book: str, table: SheetTable, kind: dict[str, Any]) -> None:
    clean = filing.path(book, table)
    shutil.copyfile(clean, filing.set_aside)
    filing.write(book, alter.put(table, kind["at"], kind["with"]))
    clean.rename(clean.with_name("另" + clean.name))
    shutil.copyfile(filing.set_aside, clean)
    filing.reader.forget(clean)


def _beside(filing: CleanFiling, book: str, table: SheetTable, kind: dict[str, Any]) -> None:
    other = replace(alter.put(table, kind["at"], kind["with"]), name="旧" + table.name[:20])
    filing.write(book, table, other)


def _hidden(filing: CleanFiling, book: str, table: SheetTable, kind: dict[str, Any]) -> None:
    _beside(filing, book, table, kind)
    workbook = load_workbook(filing.path(book, table))
    workbook.worksheets[1].sheet_state = "hidden"
    workbook.save(filing.path(book, table))


def _last_years(filing: CleanFiling, book: str, table: SheetTable, kind: dict[str, Any]) -> None:
    last = filing.table("上年", kind["table"])
    filing.write(book, alter.reword(replace(last, name=table.name), "2019", "2020"))


def _plant_in_book(filing: CleanFiling, kind: dict[str, Any]) -> None:
    book = kind.get("book", "决算")
    tables = filing.tables["上年" if kind["do"] == "整本换成上年的" else book][2:]
    filing.write_together(book, [_WHOLE[kind["do"]](table, kind) for table in tables])


def _missing(filing: CleanFiling, book: str, table: SheetTable, kind: dict[str, Any]) -> None:
    path = filing.path(book, table)
    path.unlink()
    filing.reader.forget(path)


_ALTERED: dict[str, Callable[[CleanFiling, str, SheetTable, dict[str, Any]], None]] = {
    "改成": _alone(lambda table, kind: alter.put(table, kind["at"], kind["with"])),
    "对换": _alone(lambda table, kind: alter.exchange(table, kind["at"], kind["to"])),
    "两行互换": _alone(lambda table, kind: alter.exchange_rows(table, kind["at"], kind["to"])),
    "下移一行": _alone(lambda table, kind: alter.shift(table, kind["at"], kind["to"])),
    "循环移行": _alone(lambda table, kind: alter.rotate(table, kind["at"], kind["to"], int(kind["with"]))),
    "删去一行": _alone(lambda table, kind: alter.drop_row(table, kind["at"])),
    WHOLE_SHEET: _alone(lambda table, kind: alter.move(table, kind["at"], int(kind["with"]))),
    "重复一行": _alone(lambda table, kind: alter.double_row(table, kind["at"])),
    "清空一行": _alone(lambda table, kind: alter.clear_row(table, kind["at"])),
    "清空一列": _alone(lambda table, kind: alter.clear_column(table, kind["at"], kind["with"])),
    "加上": _alone(lambda table, kind: alter.add(table, kind["at"], kind["to"], 1)),
    "减去": _alone(lambda table, kind: alter.add(table, kind["at"], kind["to"], -1)),
    "单位改成": _alone(lambda table, kind: alter.reword(table, "单位：万元", _unit(kind["with"]))),
    "单位加写": _alone(lambda table, kind: alter.reword(table, "部门：", f"单位：{kind['with']}  部门：")),
    "年度改成": _alone(lambda table, kind: alter.reword(table, "2020年度", f"{kind['with']}年度")),
    "抄一行": lambda filing, book, table, kind: filing.write(
        book, alter.copy_row(table, kind["at"], filing.table(book, kind["from"]))
    ),
    "另报一份": _another,
    "同簿再来一张": _beside,
    "隐藏旧表": _hidden,
    "换成上年的表": _last_years,
    "不报": _missing,
}


_WHOLE: dict[str, Altered] = {
    "整本单位改成": lambda table, kind: alter.reword(table, "单位：万元", _unit(kind["with"])),
    "整本换成上年的": lambda table, kind: alter.reword(table, "2019", "2020"),
}
"""What is done to every table of a workbook."""


def _unit(unit: str) -> str:
    return f"单位：{unit}" if unit else ""
