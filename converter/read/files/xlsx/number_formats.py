"""The number formats that cells are shown in: their codes, by sheet and cell."""

import re
from collections.abc import Mapping

from converter import messages
from converter.chinese import BUILT_IN_DATES
from converter.read.files.xlsx.markup import NotPlainError, read_part
from converter.read.files.xlsx.package import package_of
from converter.read.files.xlsx.styles import formats_of_styles

_CELL = re.compile(r'<c r="([A-Z0-9]{2,10}+)"[^<>]{0,400}?\ss="([0-9]{1,9})"')
BUILT_IN = {
    "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%", "11": "0.00E+00",
    "14": "yyyy/m/d", "20": "h:mm", "21": "h:mm:ss", "22": "yyyy/m/d h:mm",
    "37": "#,##0;-#,##0", "38": "#,##0;-#,##0", "39": "#,##0.00;-#,##0.00", "40": "#,##0.00;-#,##0.00",
    "41": '#,##0;-#,##0;"-"', "42": '#,##0;-#,##0;"-"', "43": '#,##0.00;-#,##0.00;"-"',
    "44": '#,##0.00;-#,##0.00;"-"', "45": "mm:ss", "46": "[h]:mm:ss", **BUILT_IN_DATES,
}  # fmt: skip
"""Codes of the formats that every program knows by their numbers, as Chinese programs print them."""


def number_formats(parts: Mapping[str, bytes]) -> dict[str, dict[str, str]]:
    """Return the code of each cell's format, by sheet and address, where it has one besides the general one.

    `parts` are those of a workbook that was read.
    """
    package = package_of(parts)
    if not package.styles:
        return {}
    styles = read_part(package.styles, messages.files.UNSAFE_PARTS, _codes)
    return {
        sheet.name: read_part(
            sheet.part,
            messages.files.UNSAFE_SHEET.format(sheet=sheet.name),
            lambda text: {cell: styles[style] for cell, style in _styled(text) if style in styles},
        )
        for sheet in package.sheets
    }


def _styled(text: str) -> list[tuple[str, str]]:
    if text.count("<c ") != text.count('<c r="'):
        raise NotPlainError
    return _CELL.findall(text)


def _codes(text: str) -> dict[str, str]:
    """Return the code of each style that has one, by the style's number as cells write it."""
    written, formats = formats_of_styles(text)
    codes = (written.get(number, BUILT_IN.get(number, "")) for number in formats)
    return {str(style): code for style, code in enumerate(codes) if code}
