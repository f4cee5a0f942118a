"""Addresses of cells and their rows and columns, both ways."""

import pytest

from converter.figures import address, column_name, column_number, position

CELLS = {
    "A1": (0, 0),
    "Z9": (8, 25),
    "AA10": (9, 26),
    "AZ1": (0, 51),
    "BA2": (1, 52),
    "XFD1048576": (1048575, 16383),
}


@pytest.mark.parametrize("cell", CELLS)
def test_an_address_means_its_row_and_column(cell: str) -> None:
    assert position(cell) == CELLS[cell]
    assert address(*CELLS[cell]) == cell


def test_letters_of_columns_count_in_either_case() -> None:
    assert column_number("aa") == column_number("AA") == 26
    assert [column_name(column) for column in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
