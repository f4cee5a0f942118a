"""Addresses of cells: `C5` is row 4, column 2. Rows and columns are counted from zero."""

import re
from functools import lru_cache

_ADDRESS = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")
SHEET_ROWS, SHEET_COLUMNS = 1_048_576, 16_384  # of a sheet of Excel, at most
LONGEST_CELL_TEXT = 32_767  # characters that Excel takes in one cell

Merge = tuple[int, int, int, int]
"""A merged area: its first row, first column, last row, last column."""


@lru_cache(maxsize=32768)  # the sheets of all workbooks have much the same addresses
def address(row: int, column: int) -> str:
    """Return the A1 address of a cell."""
    return f"{column_name(column)}{row + 1}"


@lru_cache(maxsize=32768)
def position(address: str) -> tuple[int, int]:
    """Return the row and the column of an A1 address; ValueError if no sheet has such a cell."""
    found = _ADDRESS.fullmatch(address)
    row, column = (int(found[2]) - 1, column_number(found[1])) if found else (SHEET_ROWS, SHEET_COLUMNS)
    if row >= SHEET_ROWS or column >= SHEET_COLUMNS:
        raise ValueError(address)
    return row, column


@lru_cache(maxsize=1024)
def column_name(column: int) -> str:
    """Return the letters of a column."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the number of the column with those letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1
