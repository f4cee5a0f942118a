"""The data rows of a table's panel: what identifies each of them."""

from dataclasses import dataclass

from converter.read.cells import digits, words
from converter.read.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Panel:
    """Columns that belong together: those that identify a row, and those that hold its values."""

    labels: tuple[int, ...]
    codes: tuple[int, ...]
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A data row of a panel: its code, its canonical label, and whether it is counted in words."""

    index: int
    code: str
    label: str
    counted: bool


def data_rows(sheet: Sheet, panel: Panel, first: int, last: int) -> tuple[Row, ...]:
    """Return the panel's rows from `first` to before `last` that have a code or a label."""
    found = []
    for index in range(first, last):
        cells = sheet.grid.rows[index]
        width = len(cells)
        codes = (digits(cells[column]) for column in panel.codes if column < width)
        code = "".join(_two(part, nth) for nth, part in enumerate(codes))
        texts = (words(cells[column]) for column in (*panel.labels, *panel.codes) if column < width)
        text = next((text for text in texts if text and not text.isdigit()), "")
        if code or text:
            counted = bool(sheet.vocabulary.counted.match(text))
            found.append(Row(index, code, sheet.name(text), counted))
    return tuple(found)


def _two(code: str, nth: int) -> str:
    """Return a part of a code; the second and third columns hold two digits each, zeros often lost."""
    return code.zfill(2) if nth and code else code
