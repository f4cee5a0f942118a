"""The blank supplement workbook, for what no public form holds.

It is written from the same description in the pack by which the filled one is read back; `cell_styles` gives
its cells the pack's style. The package knows nothing but the pack.
"""

from converter.supplement.blank import write_blank

__all__ = [
    "write_blank",
]
