"""What a body needs to know of the style: its two kinds of page and the measures of tables."""

from dataclasses import dataclass

from converter.document.write.lengths import twips_of_mm
from converter.document.write.page import PageGrid, PageSetup, grid, sheet
from converter.pack import Style


@dataclass(frozen=True, slots=True)
class BodyLayout:
    """A style worked out for writing bodies; `row_heights` by size, in twips."""

    style: Style
    grid: PageGrid
    upright: PageSetup
    sideways: PageSetup
    row_heights: dict[str, int]

    def sheet(self, landscape: bool) -> PageSetup:
        """Return the page laid on its side, or upright."""
        return self.sideways if landscape else self.upright


def layout(style: Style, footers: dict[str, str]) -> BodyLayout:
    """Work a style out; `footers` maps Word's footer types to relationship ids."""
    return BodyLayout(
        style=style,
        grid=grid(style),
        upright=sheet(style, footers, landscape=False),
        sideways=sheet(style, footers, landscape=True),
        row_heights={
            "table": twips_of_mm(style.table.row_height),
            "small": twips_of_mm(style.table.small_row_height),
        },
    )
