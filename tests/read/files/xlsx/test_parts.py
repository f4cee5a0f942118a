"""Parts however they are written and named: encodings, prefixes, styles, texts, merged areas, columns."""

import datetime
from typing import Any

import pytest

from converter.read.files.archive import UnsafeError
from tests.read.files.xlsx.books import (
    MAIN,
    PARTS,
    SHEET,
    WORKBOOK,
    package,
    read,
    read_sheet,
    relations,
    worksheet,
)

STRICT = "http://purl.oclc.org/ooxml"
ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>合计</t></is></c><c r="B1"><v>3</v></c></row>'
READ = [["合计", 3.0]]


def _styled(number: str, style: str = "0") -> str:
    return worksheet(f'<row r="1"><c r="A1" s="{style}"><v>{number}</v></c></row>')


def _styles(*formats: str) -> str:
    """Return styles, one for each format: a number of one built in, or a code."""
    codes = "".join(
        f'<numFmt numFmtId="{nth + 200}" formatCode="{code}"/>' for nth, code in enumerate(formats)
    )
    numbers = [code if code.isdigit() else nth + 200 for nth, code in enumerate(formats)]
    styles = "".join(f'<xf numFmtId="{number}"><alignment/></xf>' for number in numbers)
    return f"<styleSheet><numFmts>{codes}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-16-le", ""),
        ("gbk", "GBK"),
        ("gb18030", "gb18030"),
    ],
)
def test_a_sheet_in_any_encoding(encoding: str, declared: str) -> None:
    declaration = f'<?xml version="1.0" encoding="{declared}"?>\r\n' if declared else ""
    assert read_sheet((declaration + worksheet(ROW)).encode(encoding)).grid.rows == READ


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (b'<?xml version="1.0" encoding="foo-bar"?><worksheet/>', "已损坏"),
        (b'<?xml version="1.0" encoding="punycode"?><worksheet/>', "已损坏"),
        (worksheet(ROW).encode("gbk"), "已损坏"),
        (worksheet(ROW).replace("<sheetData>", "<sheetData>\0").encode(), "已损坏"),
        (f"<!DOCTYPE x>{worksheet(ROW)}".encode("utf-16"), "不安全的外部实体声明"),
        (worksheet(ROW)[:-20].encode(), "已损坏"),
        (b"", "已损坏"),
    ],
    ids=[
        "unknown",
        "no encoding of office programs",
        "not as declared",
        "a nil",
        "a type",
        "cut off",
        "empty",
    ],
)
def test_a_sheet_that_is_refused(part: bytes, said: str) -> None:
    with pytest.raises(UnsafeError, match=said):
        read_sheet(part)


def test_a_sheet_with_a_prefix() -> None:
    prefixed = worksheet(ROW).replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
    assert read_sheet(prefixed.replace("xmlns=", "xmlns:x=")).grid.rows == READ


def test_strict_ooxml_is_read() -> None:
    strict = {
        name: part.replace(MAIN, f"{STRICT}/spreadsheetml/main").replace(
            "http://schemas.openxmlformats.org/officeDocument/2006", f"{STRICT}/officeDocument"
        )
        for name, part in (PARTS | {SHEET: worksheet(ROW)}).items()
    }
    [sheet] = read(package(strict))
    assert sheet.grid.rows == READ


def test_parts_under_names_of_their_own() -> None:
    parts = {
        "_rels/.rels": relations(officeDocument="/Book/Main.xml"),
        "book\\main.xml": WORKBOOK % "",
        "book\\_rels\\main.xml.rels": relations(worksheet="./../One.xml"),
        "one.xml": worksheet(ROW),
        "xl/workbook.xml": WORKBOOK.replace("表", "decoy") % "",
    }
    [sheet] = read(package(parts))
    assert (sheet.grid.name, sheet.grid.rows) == ("表", READ)


@pytest.mark.parametrize(
    ("sheets", "said"),
    [
        ('<sheet name="表" r:id="worksheet"/><sheet name="表" r:id="worksheet"/>', "工作表“表”的内容已损坏"),
        ('<sheet name="无" r:id="nothing"/>', "工作表“无”的内容已损坏"),
        ("<sheet", "工作簿的内容已损坏"),
    ],
    ids=["two of a name", "one that is nowhere", "broken off"],
)
def test_sheets_that_are_refused(sheets: str, said: str) -> None:
    workbook = f'<workbook xmlns:r="x"><sheets>{sheets}</sheets></workbook>'
    with pytest.raises(UnsafeError, match=said):
        read_sheet(worksheet(ROW), workbook=workbook)


def test_a_hidden_sheet_and_one_that_is_a_chart() -> None:
    sheets = (
        '<sheet name="图" r:id="chartsheet"/><sheet name="藏" state="veryHidden" r:id="worksheet"></sheet>'
    )
    related = relations(chartsheet="charts/1.xml", worksheet="worksheets/sheet1.xml")
    parts = {
        "xl/workbook.xml": f'<workbook xmlns:r="x"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": related,
        SHEET: worksheet(ROW),
    }
    [sheet] = read(package(parts))
    assert (sheet.grid.name, sheet.grid.is_hidden) == ("藏", True)


def test_formulas_of_a_workbook_that_computes_as_shown_are_left() -> None:
    formula = worksheet('<row r="1"><c r="A1"><f>B1</f><v>1</v></c><c r="C1"><f>B1</f></c></row>')
    sheet = read_sheet(formula, workbook=WORKBOOK % '<calcPr calcId="1" fullPrecision="0"/>')
    assert (sheet.formulas.texts, sheet.formulas.failed) == ({}, {"C1"})


@pytest.mark.parametrize(
    ("code", "number", "shown"),
    [
        ("14", "43891", datetime.date(2020, 3, 1)),
        ("31", "43891", datetime.date(2020, 3, 1)),
        ("57", "43891", datetime.date(2020, 3, 1)),
        ("22", "43891.5", datetime.datetime(2020, 3, 1, 12)),
        ("20", "0.25", datetime.time(6)),
        ("46", "1.5", datetime.timedelta(hours=36)),
        ("2", "43891", 43891.0),
        ("49", "43891", 43891.0),
        ("yyyy&quot;年&quot;m&quot;月&quot;", "43891", datetime.date(2020, 3, 1)),
        ("[$-804]AM/PM h:mm", "0.5", datetime.time(12)),
        ("[h]:mm", "2", datetime.timedelta(days=2)),
        ("HH[M]", "0.5", datetime.time(12)),
        ("0.00&quot;days&quot;", "5", 5.0),
        ("#,##0.00_d;[Red]-0\\d", "5", 5.0),
        ("[DBNum2][$-804]General", "5", 5.0),
        ("14", "60", datetime.date(1900, 2, 28)),
        ("14", "99999999", 99999999.0),
        ("14", "-5", datetime.time(0)),
    ],
)
def test_a_number_is_what_its_style_shows(code: str, number: str, shown: Any) -> None:
    assert read_sheet(_styled(number), styles=_styles(code)).grid.rows == [[shown]]


def test_days_counted_from_1904() -> None:
    workbook = WORKBOOK % '<workbookPr date1904="1"/>'
    [[day]] = read_sheet(_styled("1"), styles=_styles("14"), workbook=workbook).grid.rows
    assert day == datetime.date(1904, 1, 2)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("<t>合计</t><phoneticPr fontId='1'/>", "合计"),
        ('<t xml:space="preserve"> 合</t><phoneticPr fontId="1" type="noConversion"/>', " 合"),
        ('<r><rPr><sz val="9"/><b/></rPr><t xml:space="preserve">合 </t></r><r><t>计</t></r>', "合 计"),
        ('<t>合计</t><rPh sb="0" eb="2"><t>heji</t></rPh><phoneticPr fontId="1"/>', "合计"),
        ("<r><t>合</t></r><!-- 不 --><r><t><![CDATA[<计>]]></t></r>", "合<计>"),
        ("", ""),
        ("<t/>", ""),
    ],
    ids=["plain", "blanks", "runs", "phonetic", "comment and CDATA", "nothing", "empty"],
)
def test_a_shared_text_is_read_without_its_markup(written: str, text: str) -> None:
    cells = worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>')
    strings = f'<sst xmlns="{MAIN}" uniqueCount="4294967295"><si>{written}</si><si><t>项目</t></si></sst>'
    assert read_sheet(cells, strings=strings).grid.rows == [[text, "项目"]]


def test_merged_areas_are_read() -> None:
    merges = '<mergeCells count="9"><mergeCell ref="A1:B2"/><mergeCell ref="C1"></mergeCell></mergeCells>'
    assert read_sheet(worksheet(ROW, after=merges)).grid.merges == [(0, 0, 1, 1), (0, 2, 0, 2)]


@pytest.mark.parametrize("ref", ["A1:B", "B2:A1", "A1:XFE1", "A0:A1", "$A$1:B2", "A1:B2:C3"])
def test_an_area_that_is_none(ref: str) -> None:
    merges = f'<mergeCells><mergeCell ref="{ref}"/></mergeCells>'
    with pytest.raises(UnsafeError, match="工作表“表”的内容已损坏"):
        read_sheet(worksheet(ROW, after=merges))


def test_hidden_columns_do_not_go_on_for_ever() -> None:
    columns = (
        '<cols><col min="2" max="3" hidden="1"/><col min="16384" max="1000000000000" hidden="true"/></cols>'
    )
    assert read_sheet(worksheet(ROW, before=columns)).grid.hidden.columns == {1, 2, 16383}


def test_empty_rows_are_no_cost() -> None:
    rows = read_sheet(worksheet('<row r="1000000"><c r="B1000000"><v>1</v></c></row>')).grid.rows
    assert (len(rows), rows[-1]) == (1_000_000, ["", 1.0])
    assert rows[0] is rows[999_998]


def test_the_grids_of_a_workbook_together_stay_within_bounds() -> None:
    names = [f"sheet{nth}" for nth in range(30)]
    parts = {
        "xl/workbook.xml": f'<workbook xmlns:r="x"><sheets>{"".join(map(_entry, names))}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(worksheet="worksheets/sheet1.xml"),
        SHEET: worksheet('<row r="1000000"><c r="B1000000"><v>1</v></c></row>'),
    }
    with pytest.raises(UnsafeError, match="工作表“sheet10”的表格范围异常大（单元格 B1000000 离表格太远）"):
        read(package(parts))


def _entry(name: str) -> str:
    return f'<sheet name="{name}" r:id="worksheet"/>'


def test_one_long_attribute_is_refused() -> None:
    with pytest.raises(UnsafeError, match="解压后过大"):
        read_sheet(worksheet(f'<row r="1" x="{"y" * 2_000_000}"><c r="A1"><f>1</f></c></row>'))
