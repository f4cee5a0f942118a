"""Workbooks of one or two parts, written by hand, and what our reader makes of them."""

import io
import zipfile
from collections.abc import Mapping

from converter.pack.loading import DEFAULT, load_pack
from converter.read.files import xlsx
from converter.read.files.archive import unpacked
from converter.read.files.format import FileContent, Worksheet

LIMITS = load_pack(DEFAULT).limits
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def relations(**targets: str) -> str:
    """Return the part that refers to others, by kind; their ids are the kinds."""
    listed = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}">{listed}</Relationships>'


WORKBOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">%s'
    '<sheets><sheet name="表" sheetId="1" r:id="worksheet"/></sheets></workbook>'
)
PARTS = {
    "_rels/.rels": relations(officeDocument="xl/workbook.xml"),
    "xl/workbook.xml": WORKBOOK % "",
    "xl/_rels/workbook.xml.rels": relations(
        worksheet="worksheets/sheet1.xml", sharedStrings="sharedStrings.xml", styles="styles.xml"
    ),
}
SHEET = "xl/worksheets/sheet1.xml"


def worksheet(rows: str, before: str = "", after: str = "") -> str:
    """Return the XML of a worksheet with these rows."""
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a workbook with these parts, the usual ones where it lacks them."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in {**PARTS, **parts}.items():
            made.writestr(name, part)
    return data.getvalue()


def read(data: bytes) -> list[Worksheet]:
    """Return the worksheets of a workbook."""
    return xlsx.read(FileContent(data, unpacked(data, LIMITS), is_zip=True), LIMITS)


def read_sheet(sheet: str | bytes, **parts: str) -> Worksheet:
    """Return the one worksheet of a workbook; `strings`, `styles` and `workbook` are its other parts."""
    names = {"strings": "sharedStrings", "styles": "styles", "workbook": "workbook"}
    [found] = read(package({SHEET: sheet} | {f"xl/{names[key]}.xml": part for key, part in parts.items()}))
    return found
