"""Compute formulas that were saved without results, with LibreOffice where it is installed."""

from converter.read.files.office import converted


def recalculated(data: bytes) -> bytes | None:
    """Return the workbook as .xlsx with its formulas computed; None without LibreOffice, or if it fails."""
    return converted(data, ".xlsx", "xlsx")
