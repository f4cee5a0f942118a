"""The blank supplement workbook: written from the same description by which it is read back."""

from converter.supplement.blank import write_blank

__all__ = [
    "write_blank",
]
