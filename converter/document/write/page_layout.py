"""What a body needs to know of the style: its two kinds of page with their grid, and the heights of rows."""

from msgspec import Struct

from converter.document.write.lengths import points, twips, twips_of_mm
from converter.document.write.line_fit import LineRoom
from converter.document.write.measure import QUARTERS, lines_in_width
from converter.pack import Margins, ParagraphStyle, Style


class PageGrid(Struct, frozen=True):
    """The grid of the type area: line pitch in twips, character pitch in points.

    `spacing` is the letter-spacing, in twips, that brings body type to the character pitch.
    """

    line: int
    character: float
    spacing: int


class PageSetup(Struct, frozen=True):
    """A page upright or on its side: its type area in twips, the lines of its text, and the properties of its
    section in XML, also without a page number, and with numbers that begin.
    """

    text_width: int
    text_height: int
    lines: LineRoom
    section: str
    unnumbered: str
    numbered_from_one: str


class BodyLayout(Struct, frozen=True):
    """A style worked out for writing bodies; `row_heights` by size, in twips."""

    style: Style
    grid: PageGrid
    upright: PageSetup
    sideways: PageSetup
    row_heights: dict[str, int]

    def page(self, *, landscape: bool) -> PageSetup:
        """Return the page laid on its side, or upright."""
        return self.sideways if landscape else self.upright

    @property
    def below_table(self) -> str:
        """The distance that what is right below a table keeps from it, as a property in XML."""
        lines = self.style.styles.after_table.before
        return f'<w:spacing w:beforeLines="{round(lines * 100)}" w:before="{round(lines * self.grid.line)}"/>'

    def height_of(self, role: str, text: str, width: int) -> int:
        """Return about how high a paragraph is in the style for `role`, set in that width; 0 without text."""
        if not text:
            return 0
        style: ParagraphStyle = getattr(self.style.styles, role)
        lines = lines_in_width(text, int(QUARTERS * width / twips(style.size)))
        space = round((style.before + style.after) * self.grid.line)
        return lines * (twips(style.line) or self.grid.line) + space


def body_layout(style: Style, footers: dict[str, str]) -> BodyLayout:
    """Work a style out; `footers` maps Word's footer types (default, even) to relationship ids."""
    return BodyLayout(
        style=style,
        grid=page_grid(style),
        upright=_page_setup(style, footers, landscape=False),
        sideways=_page_setup(style, footers, landscape=True),
        row_heights={
            "table": twips_of_mm(style.table.row_height),
            "small": twips_of_mm(style.table.small_row_height),
        },
    )


def page_grid(style: Style) -> PageGrid:
    """Return the pitches at which the wanted lines and characters just fit the upright page."""
    page = style.page
    width = twips_of_mm(page.width) - twips_of_mm(page.margins.left) - twips_of_mm(page.margins.right)
    height = twips_of_mm(page.height) - twips_of_mm(page.margins.top) - twips_of_mm(page.margins.bottom)
    character = width // page.characters
    return PageGrid(height // page.lines, points(character), character - twips(style.styles.body.size))


def _page_setup(style: Style, footers: dict[str, str], *, landscape: bool) -> PageSetup:
    page = style.page
    width, height = twips_of_mm(page.width), twips_of_mm(page.height)
    if landscape:
        width, height = height, width
    margins = page.landscape if landscape else page.margins
    turned = ' w:orient="landscape"' if landscape else ""
    references = "".join(
        f'<w:footerReference w:type="{kind}" r:id="{target}"/>' for kind, target in footers.items()
    )

    def section(footers: str, numbers: str = "") -> str:
        return (
            f'<w:sectPr>{footers}<w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
            f"{_margins(style, margins)}{numbers}{_doc_grid(style)}</w:sectPr>"
        )

    text_width = width - twips_of_mm(margins.left) - twips_of_mm(margins.right)
    return PageSetup(
        text_width=text_width,
        text_height=height - twips_of_mm(margins.top) - twips_of_mm(margins.bottom),
        lines=_body_lines(style, text_width),
        section=section(references),
        unnumbered=section(""),
        numbered_from_one=section(references, '<w:pgNumType w:start="1"/>'),
    )


def _body_lines(style: Style, width: int) -> LineRoom:
    body, spacing = style.styles.body, page_grid(style).spacing
    return LineRoom(
        width=width - twips(body.size * (body.left + body.right)),
        indent=twips(body.size * body.indent),
        size=twips(body.size),
        spacing=spacing if body.on_grid else 0,
    )


def _margins(style: Style, margins: Margins) -> str:
    return (
        f'<w:pgMar w:top="{twips_of_mm(margins.top)}" w:right="{twips_of_mm(margins.right)}"'
        f' w:bottom="{twips_of_mm(margins.bottom)}" w:left="{twips_of_mm(margins.left)}"'
        f' w:header="{twips_of_mm(margins.top) // 2}" w:footer="{_footer(style, margins)}" w:gutter="0"/>'
    )


def _footer(style: Style, margins: Margins) -> int:
    """Return the distance from the paper's edge to the footer's lower edge, from its middle's place."""
    return twips_of_mm(margins.bottom - style.page_number.below) - twips(style.styles.page_number.line) // 2


def _doc_grid(style: Style) -> str:
    # Word's grid can hold characters too, but LibreOffice 7.4 spreads them over two cells if they are
    # larger than the grid. Letter-spacing in the styles has the same effect in both.
    return f'<w:docGrid w:type="lines" w:linePitch="{page_grid(style).line}"/>'
