"""What a Word file is made of, for whoever writes, reads or marks one.

`markup` names the elements of WordprocessingML and walks the text in them, `levels` ranks paragraphs by style
and numbering, `trail` is the form in which a report carries the trail of its figures.
"""

from converter.document.format.levels import Levels
from converter.document.format.markup import (
    PARAGRAPH,
    TABLE,
    cell_at,
    cells,
    columns_of,
    is_on,
    merged_down,
    node_text,
    nodes,
    rows,
    tag,
    text_nodes,
    text_of,
)
from converter.document.format.trail import ATTRIBUTES, BOOKMARK, NAMESPACE

__all__ = [
    "ATTRIBUTES",
    "BOOKMARK",
    "NAMESPACE",
    "PARAGRAPH",
    "TABLE",
    "Levels",
    "cell_at",
    "cells",
    "columns_of",
    "is_on",
    "merged_down",
    "node_text",
    "nodes",
    "rows",
    "tag",
    "text_nodes",
    "text_of",
]
