"""Workbooks of one small sheet, written and read back."""

from pathlib import Path

import openpyxl

from converter.pack.loading import load_pack
from converter.read.forms.filing import Filing
from converter.read.reader import Reader

READER = Reader(load_pack())


def read_rows(path: Path, rows: list[list[object]], name: str = "表") -> Filing:
    book = openpyxl.Workbook()
    book.active.title = name
    for row in rows:
        book.active.append(row)
    book.save(path)
    return READER.read(path, path.name)
