"""Which columns of a wide sheet go on which page of A4 laid on its side."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from converter.workbooks.write.sheet import Sheet

PIXELS, PADDING = 7, 5  # of one half-width character, and beside a column's text, in the workbook's own face
ACROSS = 1046  # pixels between margins of 10 mm on A4 laid on its side
SPARE = 0.95  # of a page is used: programs and printers measure a little differently
LEAST_SCALE = 60  # percent; smaller type cannot be read


class Paper(NamedTuple):
    """The first column of every page after the first, and the scale in percent that all pages fit at."""

    breaks: list[int]
    scale: int


def paper(sheet: Sheet, widths: Sequence[float]) -> Paper:
    """Return how a sheet with columns of these widths is spread over pages, groups of columns together."""
    pixels = [PIXELS * width + PADDING for width in widths]
    repeated = sum(pixels[: sheet.frozen])
    room = ACROSS * SPARE * 100 / LEAST_SCALE
    breaks, used, widest = list[int](), repeated, repeated
    for first, last in _groups(sheet):
        group = sum(pixels[first:last])
        if used > repeated and used + group > room:
            breaks.append(first)
            used = repeated
        used += group
        widest = max(widest, used)
    return Paper(breaks, min(100, int(ACROSS * SPARE * 100 / widest)))


def _groups(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Yield first and last column of what stays together, behind the columns on every page."""
    columns = range(sheet.frozen, len(sheet.headings))
    for _, members in groupby(columns, lambda column: sheet.headings[column].group or column):
        together = list(members)
        yield together[0], together[-1] + 1
