"""How a sheet is printed: on A4 laid on its side, one page wide or on pages side by side."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from xlsxwriter.worksheet import Worksheet

from converter import messages
from converter.workbooks.write.sheet import Paper, Sheet

A4 = 9
MARGIN_SIDE, MARGIN_TOP, MARGIN_BOTTOM = 0.4, 0.5, 0.6  # inches
PIXELS, PADDING = 7, 5  # of one half-width character, and beside a column's text, in the workbook's own face
ACROSS = 1046  # pixels between margins of 10 mm on A4 laid on its side
SPARE = 0.95  # of a page is used: programs and printers measure a little differently
LEAST_SCALE = 60  # percent; smaller type cannot be read


class PageSpread(Struct, frozen=True):
    """The first column of every page after the first, and the scale in percent that all pages fit at."""

    breaks: list[int]
    scale: int


def page_spread(sheet: Sheet, widths: Sequence[float]) -> PageSpread:
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
    return PageSpread(breaks, min(100, int(ACROSS * SPARE * 100 / widest)))


def set_up_printing(page: Worksheet, sheet: Sheet, spread: PageSpread) -> None:
    """Set paper and scale, and what is repeated on every page; the pages of a row lie side by side."""
    if sheet.paper is Paper.UNSET:
        return
    page.set_landscape()
    page.set_paper(A4)
    if sheet.paper is Paper.FITTED:
        page.repeat_rows(0, sheet.head)
        page.fit_to_pages(1, 0)
        page.set_footer(messages.workbooks.PAGES_PLAIN)
        return
    page.repeat_rows(sheet.head - sheet.grouped, sheet.head)
    if spread.breaks:
        page.set_print_scale(spread.scale)
        page.set_v_pagebreaks(spread.breaks)
        page.repeat_columns(0, sheet.frozen - 1)
        page.print_across()
    else:
        page.fit_to_pages(1, 0)
    page.set_margins(MARGIN_SIDE, MARGIN_SIDE, MARGIN_TOP, MARGIN_BOTTOM)
    page.center_horizontally()
    page.set_footer(messages.workbooks.PAGES.format(sheet=sheet.name))


def _groups(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Yield first and last column of what stays together, behind the columns on every page."""
    columns = range(sheet.frozen, len(sheet.headings))
    for _, members in groupby(columns, lambda column: sheet.headings[column].group or column):
        together = list(members)
        yield together[0], together[-1] + 1
