"""Addresses of cells: `C5` is row 4, column 2. Rows and columns are counted from zero."""

from functools import lru_cache


def address(row: int, column: int) -> str:
    """Return the A1 address of a cell."""
    return f"{column_name(column)}{row + 1}"


def position(address: str) -> tuple[int, int]:
    """Return the row and the column of an A1 address."""
    letters = address.rstrip("0123456789")
    return int(address[len(letters) :]) - 1, column_number(letters)


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
