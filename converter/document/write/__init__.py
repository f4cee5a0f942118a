"""Blocks to a .docx file.

`skeleton` is the way in: an `empty_package` made once for a style, filled for each report into a `package`.
`body` puts a report's blocks one below the other, `paragraphs`, `tables` and `runs` write each kind,
`comments` and `trail_part` are what a report carries besides its text. `line_fit` is how close a paragraph
is set, by what `measure` says a text takes. Styles, page and footers come from the pack's style (`styles`,
`page_layout`), never from here, in Word's `lengths`; `text` is the one gate through which every text passes.
`template` holds the parts that are always the same. No clock shows: the same blocks give the same bytes.
"""

from converter.document.write.empty_package import Properties
from converter.document.write.skeleton import Skeleton

__all__ = [
    "Properties",
    "Skeleton",
]
