"""A workbook's bytes: no clock in them, and in cells with formulas the results that were read."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils.datetime import to_excel
from openpyxl.writer.excel import ExcelWriter

EPOCH = datetime(2000, 1, 1)
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_FORMULA = re.compile(
    r'<c r="([A-Z]+[0-9]+)"((?: s="[0-9]+")?)(?: t="[a-z]+")?>(<f[^<>]*>[^<>]*</f>)<v ?(?:/>|></v>)</c>'
)
ValueAt = Callable[[str], object]
"""What a cell of a sheet holds, by its address; '' if nothing."""


class _Timeless(zipfile.ZipFile):
    """A zip archive that does not look at the clock, which may be set to a year that no archive can hold."""

    def writestr(self, zinfo_or_arcname: Any, *data: Any, **options: Any) -> None:
        """Write a member; one that is only named has no time of its own."""
        is_named = isinstance(zinfo_or_arcname, str)
        member = zipfile.ZipInfo(zinfo_or_arcname, ZIP_EPOCH) if is_named else zinfo_or_arcname
        super().writestr(member, *data, **options)


def saved(book: Workbook, results: Mapping[int, ValueAt]) -> bytes:
    """Return the workbook's bytes, in which formulas have `results`, by the number of their sheet from 1."""
    about = book.properties
    about.creator, about.lastModifiedBy, about.created, about.modified = "", None, EPOCH, EPOCH
    written, fixed = io.BytesIO(), io.BytesIO()
    package = _Timeless(written, "w", strict_timestamps=False)
    ExcelWriter(book, package).save()  # a workbook's own `save` looks at the clock
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            part = source.read(member)
            for number, result in results.items():
                if member.filename == f"xl/worksheets/sheet{number}.xml":
                    part = _with_results(part.decode(), result, book.epoch).encode()
            target.writestr(zipfile.ZipInfo(member.filename, ZIP_EPOCH), part, zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def _with_results(sheet: str, result: ValueAt, epoch: datetime) -> str:
    def filled(found: re.Match[str]) -> str:
        address, style, formula = found.groups()
        value = result(address)
        if isinstance(value, bool):
            return f'<c r="{address}"{style} t="b">{formula}<v>{int(value)}</v></c>'
        if isinstance(value, date | time | timedelta):
            value = to_excel(value, epoch)
        if isinstance(value, int | float):
            return f'<c r="{address}"{style}>{formula}<v>{value!r}</v></c>'
        if isinstance(value, str) and value:
            text = escape(ILLEGAL_CHARACTERS_RE.sub("", value))
            return f'<c r="{address}"{style} t="str">{formula}<v>{text}</v></c>'
        return found[0]

    return _FORMULA.sub(filled, sheet)
