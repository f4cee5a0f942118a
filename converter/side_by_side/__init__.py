"""A page for one report: left the report as it reads, right the filed sheets its figures come from.

`of_conversion` gives what is on it from a report just made, what was judged and its trail, `of_verification`
from a report that was checked. `template` draws the page from `records`. `report_side`, `marks`,
`figure_trails` and `sheet_side` fill these, with cells as `shown_text` prints them; `page` puts all into one
file that needs no network.
"""

from converter.side_by_side.of_conversion import conversion_page
from converter.side_by_side.of_verification import FiledSources, verification_page
from converter.side_by_side.page import page

__all__ = ["FiledSources", "conversion_page", "page", "verification_page"]
