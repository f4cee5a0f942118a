"""Charts of what stands on other sheets of a workbook."""

from collections.abc import Sequence

from msgspec import Struct
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from converter import messages
from converter.pack import WorkbookStyle
from converter.workbooks.write.formats import Formats
from converter.workbooks.write.paper import A4
from converter.workbooks.write.sheet import Sheet, Tone

WIDE, HIGH, APART = 760, 380, 20  # rows of 20 pixels
ROW = 20  # pixels


class Series(Struct, frozen=True):
    """A column of a sheet, by its head, and the colour of its bars."""

    head: str
    tone: Tone


class Chart(Struct, frozen=True):
    """Bars of the columns `series` of the first `rows` rows of a sheet, one on the other.

    The columns from the first to the last of `names` name the bars.
    """

    title: str
    sheet: Sheet
    names: tuple[str, str]
    series: Sequence[Series]
    rows: int


class ChartPage(Struct, frozen=True):
    """A sheet of charts, one below the other."""

    name: str
    title: str
    charts: Sequence[Chart]


def write_charts(book: Workbook, page: ChartPage, style: WorkbookStyle, formats: Formats) -> None:
    """Write a sheet of charts; if there are none, that."""
    written: Worksheet = book.add_worksheet(page.name)
    written.hide_gridlines(2)
    written.set_paper(A4)
    written.fit_to_pages(1, 1)
    written.write_string(0, 0, page.title, formats.title(centred=False))
    if not page.charts:
        written.write_string(1, 0, messages.workbooks.NOTHING, formats.note())
    for number, chart in enumerate(page.charts):
        written.insert_chart(2 + number * (HIGH + APART) // ROW, 0, _drawn(book, chart, style))


def _drawn(book: Workbook, chart: Chart, style: WorkbookStyle) -> object:
    drawn = book.add_chart({"type": "bar", "subtype": "stacked"})
    heads = [heading.label for heading in chart.sheet.headings]
    first = chart.sheet.head + 1
    left, right = map(heads.index, chart.names)
    for series in chart.series:
        column = heads.index(series.head)
        drawn.add_series(
            {
                "name": series.head,
                "categories": [chart.sheet.name, first, left, first + chart.rows - 1, right],
                "values": [chart.sheet.name, first, column, first + chart.rows - 1, column],
                "fill": {"color": f"#{style.tones[series.tone.value]}"},
                "border": {"color": f"#{style.line}"},
                "gap": 60,
            }
        )
    font = {"name": style.base.face, "size": style.base.size}
    drawn.set_title({"name": chart.title, "name_font": font | {"bold": True}, "overlay": False})
    drawn.set_y_axis({"reverse": True, "num_font": font})
    drawn.set_x_axis({"num_font": font, "major_gridlines": {"visible": True}, "num_format": "0", "min": 0})
    drawn.set_legend({"position": "bottom", "font": font} if len(chart.series) > 1 else {"none": True})
    drawn.set_size({"width": WIDE, "height": HIGH})
    return drawn
