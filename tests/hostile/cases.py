"""Hostile inputs by name: how to file each, and what a user reads where it is refused."""

from collections.abc import Callable
from pathlib import Path

from samples.filing import write
from tests.hostile import packages
from tests.hostile.packages import NAME, cut, entity_in, entity_in_new, holding, table

Filing = Callable[[Path], object]

SPREAD, ENTITY = "表格范围异常大", "不安全的外部实体声明"
REFUSED: dict[str, tuple[Filing, str]] = {
    "zip-bomb": (packages.zip_bomb, "解压后过大"),
    "zip-bomb-that-lies-about-its-size": (packages.zip_bomb_that_lies_about_its_size, "解压后过大"),
    "too-many-members": (packages.too_many_members, "压缩包里的文件过多"),
    "member-twice": (packages.member_twice, "压缩包里有重名的文件"),
    "entity-in-sheet": (entity_in(packages.SHEET, "<worksheet"), ENTITY),
    "entity-in-shared-strings": (entity_in_new(packages.STRINGS), ENTITY),
    "entity-in-styles": (entity_in("xl/styles.xml", "<styleSheet"), ENTITY),
    "entity-in-workbook": (entity_in("xl/workbook.xml", "<workbook"), ENTITY),
    "entity-in-relations": (entity_in("xl/_rels/workbook.xml.rels", "<Relationships"), ENTITY),
    "entity-in-drawing": (entity_in_new("xl/drawings/drawing1.xml"), ENTITY),
    "entity-in-ods": (entity_in("content.xml", "<office:document-content", ".ods"), ENTITY),
    "far-corner": (packages.far_corner, SPREAD),
    "far-corner-in-a-row-without-number": (packages.far_corner_in_a_row_without_number, SPREAD),
    "far-corner-not-last": (packages.far_corner_not_last, SPREAD),
    "ods-that-repeats-without-end": (packages.ods_that_repeats_without_end, SPREAD),
    "too-many-merges": (packages.too_many_merges, "合并单元格过多"),
    "too-many-sheets": (packages.too_many_sheets, "工作表过多"),
    "locked-xlsx": (packages.locked_xlsx, "设有打开密码，请去掉密码后再放入，或用 --password 给出密码"),
    "locked-xls": (packages.locked_xls, "设有打开密码，这种格式"),
    "locked-ods": (packages.locked_ods, "设有打开密码，这种格式"),
    "cut-xlsx": (cut(".xlsx"), "请重新导出"),
    "cut-xls": (cut(".xls"), "请重新导出"),
    "cut-ods": (cut(".ods"), "请重新导出"),
    "empty-file": (holding(b""), "内容不是电子表格"),
    "table-as-text": (holding("科目\t编码\t1\r\n".encode("gb18030") * 9), "各栏用制表符隔开"),
    "table-as-wide-text": (
        holding("甲,乙\n".encode("utf-16") + "1,2\n".encode("utf-16-le") * 3),
        "用逗号隔开",
    ),
    "prose-as-workbook": (holding("一段话，没有表。".encode() * 3000), "内容不是电子表格"),
    "noise": (holding(bytes(range(256)) * 40), "内容不是电子表格"),
    "web-page": (holding(b"<html><table></table></html>", ".xls"), "里面没有表格（也许是登录页、出错页）"),
    "web-page-in-one-file": (holding(b"MIME-Version: 1.0\r\n", ".xls"), "单个文件的网页"),
    "spreadsheet-2003": (
        holding(
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', ".xls"
        ),
        "内容是“XML 电子表格 2003”",
    ),
    "zip-of-nothing": (holding(b"PK\x05\x06" + bytes(18)), "内容不是电子表格"),
    "head-of-a-zip": (holding(b"PK\x03\x04" + b"x" * 900), "请重新导出"),
    "head-of-an-ole-file": (holding(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 900, ".xls"), "请重新导出"),
    "pipe": (packages.pipe, "不是普通文件"),
    "dangling-link": (packages.dangling_link, "不是普通文件"),
    "device": (packages.device, "不是普通文件"),
}


def named(department: str, kind: str = ".xlsx") -> Filing:
    return lambda folder: write.book([table(department)], folder / f"{NAME}{kind}")


READ: dict[str, Filing] = {
    "lying-dimension": packages.lying_dimension,
    "phantom-corner": packages.phantom_corner,
    "macros": packages.macros,
    "ole-object": packages.ole_object,
    "bomb-as-prose": packages.bomb_as_prose,
    "link-to-a-file-outside": packages.link_to_a_file_outside,
    "link-to-a-folder-outside": packages.link_to_a_folder_outside,
    "link-round-in-a-circle": packages.link_round_in_a_circle,
    "folder-named-like-a-workbook": packages.folder_named_like_a_workbook,
}

NAMES: dict[str, tuple[str, str]] = {
    "climbing": ("../xy", "_xy"),
    "absolute": ("/etc/x", "_etc_x"),
    "reserved": ("CON", "_CON"),
    "reserved with an ending": ("aux.局", "_aux.局"),
    "overlong": ("局" * 200, "局" * 54),
    "trailing dots": ("某局...", "某局"),
    "like a formula": ("=1+1局", "=1+1局"),
    "emoji": ("某🙂局", "某🙂局"),
    "right to left": ("某\u202e局", "某局"),
    "Jinja": ("{{ 7*7 }}局", "{{7_7}}局"),
    "XML": ("<b>&局", "_b_&局"),
    "Markdown": ("某_局_[x](y)", "某_局_[x]（y）"),
}
"""Odd department names: the name as filed, and the folder it must get."""
