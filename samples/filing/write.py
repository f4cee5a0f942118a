"""Sheets to a workbook file: .xlsx, .xls, .ods, or .et (an .xls under that name).

The same sheets give the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from samples.filing.sheet import SheetTable
from samples.filing.write_ods import ods
from samples.filing.write_xls import xls
from samples.filing.write_xlsx import xlsx

_CLOCK = (2021, 8, 31, 9, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def book(sheets: Sequence[SheetTable], path: Path) -> Path:
    """Write the sheets as the kind of workbook the suffix says, making folders as needed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_WRITERS[path.suffix.lower()](sheets))
    return path


def with_fixed_times(content: bytes) -> bytes:
    """The zip file with fixed timestamps in place of the current time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _CLOCK)
            entry.compress_type = old.getinfo(name).compress_type
            data = _STAMP.sub(rb"\g<1>2021-08-31T09:00:00Z", old.read(name))
            new.writestr(entry, data)
    return stream.getvalue()


_WRITERS: dict[str, Callable[[Sequence[SheetTable]], bytes]] = {
    ".xlsx": xlsx,
    ".xls": xls,
    ".et": xls,
    ".ods": lambda sheets: with_fixed_times(ods(sheets)),
}
