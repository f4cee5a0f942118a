"""Workbooks that are traps, broken or locked: each is made by code and named for its one defect."""

import io
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import xlwt
from msoffcrypto.format.ooxml import OOXMLFile
from xlwt.CompoundDoc import XlsDoc

from samples.filing import write
from samples.filing.sheet import SheetTable

NAME = "2020年度部门决算公开表"
BOMB = 310_000_000
SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def path_in(folder: Path, kind: str = ".xlsx") -> Path:
    """Return the path of the folder's workbook, whose name contains the case."""
    return folder / f"{NAME}（{folder.name}）{kind}"


def table(department: str) -> SheetTable:
    """Return a small form that is read without a finding."""
    cells = {
        (1, 1): "2020年度支出决算表",
        (2, 1): f"部门：{department}",
        (2, 4): "单位：元",
        (3, 1): "项目",
        (3, 2): "本年支出合计",
        (3, 3): "基本支出",
        (3, 4): "项目支出",
        (4, 1): "合计",
        (4, 2): 3,
        (4, 3): 2,
        (4, 4): 1,
    }
    return SheetTable("表", cells)


def ordinary(folder: Path, kind: str = ".xlsx") -> Path:
    return write.book([table(folder.name)], path_in(folder, kind))


def _altered(folder: Path, alter: Callable[[str, bytes], bytes], kind: str = ".xlsx", **more: bytes) -> Path:
    """File a workbook with every part changed by `alter`, and some more parts."""
    path, data = ordinary(folder, kind), io.BytesIO()
    with zipfile.ZipFile(path) as old, _package(data) as new:
        parts = {name: alter(name, old.read(name)) for name in old.namelist()}
        for name, content in (parts | more).items():
            new.writestr(name, content)
    path.write_bytes(data.getvalue())
    return path


def _package(target: Path | io.BytesIO) -> zipfile.ZipFile:
    """Return a package to be written, packed fast: a bomb has much to be packed."""
    return zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1)


def _in_part(part: str, before: str, after: str) -> Callable[[str, bytes], bytes]:
    def alter(name: str, content: bytes) -> bytes:
        if name != part:
            return content
        assert before.encode() in content
        return content.replace(before.encode(), after.encode(), 1)

    return alter


def _unchanged(_: str, content: bytes) -> bytes:
    return content


def zip_bomb(folder: Path) -> None:
    _altered(folder, _unchanged, **{STRINGS: bytes(BOMB)})


def zip_bomb_that_lies_about_its_size(folder: Path) -> None:
    zip_bomb(folder)
    path = path_in(folder)
    path.write_bytes(path.read_bytes().replace(struct.pack("<I", BOMB), struct.pack("<I", 100)))


def too_many_members(folder: Path) -> None:
    _altered(folder, _unchanged, **{f"x/{number}": b"" for number in range(20_000)})


def member_twice(folder: Path) -> None:
    path = ordinary(folder)
    with zipfile.ZipFile(path) as old:
        content = old.read(SHEET)
    with zipfile.ZipFile(path, "a") as more:
        more.writestr(SHEET.upper(), content)


def entity_in(part: str, root: str, kind: str = ".xlsx") -> Callable[[Path], None]:
    return lambda folder: (_altered(folder, _in_part(part, root, ENTITY + root), kind), None)[1]


def entity_in_new(part: str) -> Callable[[Path], None]:
    return lambda folder: (_altered(folder, _unchanged, **{part: ENTITY.encode()}), None)[1]


def _cells(xml: str) -> Callable[[Path], None]:
    return lambda folder: (_altered(folder, _in_part(SHEET, "</sheetData>", f"{xml}</sheetData>")), None)[1]


far_corner = _cells('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
far_corner_in_a_row_without_number = _cells('<row><c r="XFD1048576"><v>1</v></c></row>')
far_corner_not_last = _cells('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="9"/>')
phantom_corner = _cells('<row r="1048576"><c r="XFD1048576" s="0"/></row>')


def lying_dimension(folder: Path) -> None:
    _altered(folder, _in_part(SHEET, 'ref="A1:D4"', 'ref="A1:XFD1048576"'))


def too_many_merges(folder: Path) -> None:
    merges = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(10, 150_000))
    _altered(folder, _in_part(SHEET, "</sheetData>", f"</sheetData><mergeCells>{merges}</mergeCells>"))


def too_many_sheets(folder: Path) -> None:
    sheets = "".join(f'<sheet name="{nth}" sheetId="{nth}" r:id="rId1"/>' for nth in range(10, 11_000))
    _altered(folder, _in_part("xl/workbook.xml", "</sheets>", f"{sheets}</sheets>"))


def ods_that_repeats_without_end(folder: Path) -> None:
    row = (
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float" '
        'office:value="1" table:number-columns-repeated="16000"/></table:table-row>'
    )
    _altered(folder, _in_part("content.xml", "</table:table>", f"{row}</table:table>"), ".ods")


def locked_xlsx(folder: Path) -> None:
    path, locked = ordinary(folder), io.BytesIO()
    with path.open("rb") as source:
        OOXMLFile(source).encrypt("secret", locked)
    path.write_bytes(locked.getvalue())


def locked_xls(folder: Path) -> None:
    """The record that demands a password follows the first one; nothing after it is looked at."""
    book = xlwt.Workbook()
    book.add_sheet("a")
    data = book.get_biff_data()
    first = 4 + struct.unpack_from("<H", data, 2)[0]
    locked = data[:first] + struct.pack("<HH", 0x2F, 54) + struct.pack("<H", 1) + bytes(52) + data[first:]
    folder.mkdir(parents=True)
    XlsDoc().save(str(path_in(folder, ".xls")), locked)


def locked_ods(folder: Path) -> None:
    made = (
        b'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        b'<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>'
    )

    def alter(name: str, content: bytes) -> bytes:
        return {"META-INF/manifest.xml": made, "content.xml": b"\x93\x11" * 400}.get(name, content)

    _altered(folder, alter, ".ods")


def cut(kind: str) -> Callable[[Path], None]:
    def cut_off(folder: Path) -> None:
        path = ordinary(folder, kind)
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    return cut_off


def holding(content: bytes, kind: str = ".xlsx") -> Callable[[Path], None]:
    def hold(folder: Path) -> None:
        folder.mkdir(parents=True)
        path_in(folder, kind).write_bytes(content)

    return hold


def macros(folder: Path) -> None:
    path = _altered(folder, _unchanged, **{"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(500)})
    path.rename(path.with_suffix(".xlsm"))


def ole_object(folder: Path) -> None:
    _altered(folder, _unchanged, **{"xl/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0" + bytes(500)})


def bomb_as_prose(folder: Path) -> None:
    ordinary(folder)
    with _package(folder / "文字材料.docx") as made:
        made.writestr("word/document.xml", bytes(BOMB))


def pipe(folder: Path) -> None:
    folder.mkdir(parents=True)
    os.mkfifo(path_in(folder))


def dangling_link(folder: Path) -> None:
    folder.mkdir(parents=True)
    path_in(folder).symlink_to(folder / "nothing.xlsx")


def device(folder: Path) -> None:
    folder.mkdir(parents=True)
    path_in(folder).symlink_to("/dev/zero")


def link_to_a_file_outside(folder: Path) -> None:
    outside = ordinary(folder.parents[1] / "outside" / folder.name)
    folder.mkdir(parents=True)
    path_in(folder).symlink_to(outside)


def link_to_a_folder_outside(folder: Path) -> None:
    ordinary(folder.parents[1] / "outside" / folder.name)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.symlink_to(folder.parents[1] / "outside" / folder.name)


def link_round_in_a_circle(folder: Path) -> None:
    ordinary(folder)
    (folder / "again").symlink_to(folder)


def folder_named_like_a_workbook(folder: Path) -> None:
    write.book([table(folder.name)], folder / "表.xlsx" / f"{NAME}.xlsx")
