"""How reports and workbooks look: page, fonts, sizes, spacing, borders and fills, by name (style.yaml).

Page measures are in mm, type sizes, rules and row heights in points, indents in characters, space before and
after a paragraph in lines of the page's grid.
"""

from enum import StrEnum
from typing import Annotated, Literal

from converter.pack.files.validation import Bounds
from converter.pack.shapes.shape import Shape, written

Positive = Annotated[float, Bounds(gt=0)]
Length = Annotated[float, Bounds(ge=0)]
Percent = Annotated[float, Bounds(ge=0, le=100)]
Colour = Annotated[str, written("([0-9A-Fa-f]{6})?")]
Numbered = Annotated[str, written(r"[^{}]*\{page\}[^{}]*")]


class Alignment(StrEnum):
    """How lines stand between the margins."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


class Margins(Shape):
    """From the edge of the paper to the type area, in mm."""

    top: Length
    bottom: Length
    left: Length
    right: Length


class Page(Shape):
    """The paper upright, and the grid its type area is divided into.

    `landscape` are the margins of the paper laid on its side.
    """

    width: Positive
    height: Positive
    lines: Annotated[int, Bounds(gt=0)]
    characters: Annotated[int, Bounds(gt=0)]
    margins: Margins
    landscape: Margins


class PageNumber(Shape):
    """The page number: its text round `{page}`, the side it is on, and how far in and down.

    `inset` is in characters from the edge of the type area, `below` in mm from the type area to the
    number's middle.
    """

    text: Numbered
    odd: Alignment
    even: Alignment
    inset: Length
    below: Length


class Typography(Shape):
    """Whether punctuation may hang over the edge, Latin be set apart by space, and lone lines be avoided."""

    hanging_punctuation: bool
    space_round_latin: bool
    widow_control: bool


class ParagraphStyle(Shape):
    """A named paragraph style. `line` is the exact line spacing in points; 0 means the page's grid.

    `name` is shown in Word's style list; Word's own styles must keep their English names. `left`,
    `right` and `indent` (first line) are in characters of this style's size, `before` and `after` in
    grid lines; with `close` they vanish between paragraphs of the same style. `border` and `padding`
    are in points, `shade` is a grey in percent of black. `outline` 1 to 9 puts it in the navigation pane.
    """

    name: str
    chinese: str
    latin: str
    size: Positive
    bold: bool = False
    align: Alignment = Alignment.JUSTIFY
    indent: Length = 0
    left: Length = 0
    right: Length = 0
    line: Length = 0
    before: Length = 0
    after: Length = 0
    close: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    new_page: bool = False
    on_grid: bool = True
    outline: Annotated[int, Bounds(ge=0, le=9)] = 0
    border: Length = 0
    padding: Length = 0
    shade: Percent = 0


class CharacterStyle(Shape):
    """A named character style: `shade` is a grey in percent of black, `underline` one of Word's lines."""

    name: str
    bold: bool = False
    underline: Literal["", "single", "double", "dotted", "dash", "wave"] = ""
    shade: Percent = 0


class Characters(Shape):
    """The character styles of a report: of what is missing in a sentence, and of figures in doubt."""

    missing_words: CharacterStyle
    doubtful_figure: CharacterStyle


class TableStyle(Shape):
    """Rules in points; padding beside, and above and below a cell's text, and least row height in mm.

    From `small_from` columns or `small_rows` rows on a table is set in the `small_*` styles; up to
    `whole_to` rows it stays on one page where it fits, and so are up to `group_to` rows that a merged
    cell holds together.
    """

    name: str
    border: Positive
    beside: Length
    above: Length
    row_height: Length
    small_row_height: Length
    small_from: Annotated[int, Bounds(gt=1)]
    small_rows: Annotated[int, Bounds(gt=1)]
    whole_to: Annotated[int, Bounds(ge=0)]
    group_to: Annotated[int, Bounds(ge=0)]


class Styles(Shape):
    """Every paragraph style of a report."""

    cover_title: ParagraphStyle
    cover_line: ParagraphStyle
    cover_foot: ParagraphStyle
    title: ParagraphStyle
    heading_1: ParagraphStyle
    heading_2: ParagraphStyle
    heading_3: ParagraphStyle
    heading_4: ParagraphStyle
    body: ParagraphStyle
    after_table: ParagraphStyle
    missing: ParagraphStyle
    caption: ParagraphStyle
    unit: ParagraphStyle
    table_head: ParagraphStyle
    table_text: ParagraphStyle
    table_label: ParagraphStyle
    table_figure: ParagraphStyle
    small_head: ParagraphStyle
    small_text: ParagraphStyle
    small_label: ParagraphStyle
    small_figure: ParagraphStyle
    note: ParagraphStyle
    table_end: ParagraphStyle
    attachments: ParagraphStyle
    signature: ParagraphStyle
    issue_date: ParagraphStyle
    contact: ParagraphStyle
    annex_mark: ParagraphStyle
    annex_title: ParagraphStyle
    page_number: ParagraphStyle


class CellStyle(Shape):
    """How the cells of one kind look in a workbook; `height` is that of their row.

    What is left out is as in the workbook's `base`; without `format`, numbers look as the column says.
    """

    face: str = ""
    size: Length = 0
    bold: bool = False
    fill: Colour = ""
    align: Literal["", "left", "center", "right"] = ""
    wrap: bool = False
    format: str = ""
    height: Length = 0


class WorkbookStyle(Shape):
    """How a workbook looks: its kinds of cells, the colour of its lines and links, its fills by meaning.

    `blank` are the cells without content or border. A `line_height` of 0 leaves the height of rows to the
    spreadsheet program, an empty `line` the colour.
    """

    base: CellStyle
    blank: CellStyle = CellStyle()
    title: CellStyle = CellStyle()
    note: CellStyle = CellStyle()
    group: CellStyle = CellStyle()
    head: CellStyle = CellStyle()
    text: CellStyle = CellStyle()
    word: CellStyle = CellStyle()
    count: CellStyle = CellStyle()
    number: CellStyle = CellStyle()
    unit: CellStyle = CellStyle()
    tip: CellStyle = CellStyle()
    computed: CellStyle = CellStyle()
    line: Colour = ""
    line_height: Length = 0
    link: Colour = ""
    tones: dict[Literal["good", "warn", "bad", "dim"], Colour] = {}


class Workbooks(Shape):
    """The workbooks the converter writes."""

    overview: WorkbookStyle
    changes: WorkbookStyle
    checked: WorkbookStyle
    supplement: WorkbookStyle


class Style(Shape):
    """The whole of style.yaml."""

    page: Page
    page_number: PageNumber
    typography: Typography
    table: TableStyle
    styles: Styles
    characters: Characters
    workbooks: Workbooks
