"""A binary workbook (.xlsb) reads like any other; no library writes one, so its records stand here."""

import struct
import zipfile
from pathlib import Path

import pytest

from converter.errors.errors import ReadError
from tests.read.rows import READER

ROWS: list[list[str | float]] = [
    ["2020年度支出决算表"],
    ["部门：某某局", "", "单位：元"],
    ["项目", "本年支出合计", "基本支出", "项目支出"],
    ["合计", 30, 20.5, 9.5],
]
BOOK, END_BOOK, SHEETS, END_SHEETS, SHEET_OF_BOOK = 131, 132, 143, 144, 156
SHEET, END_SHEET, DIMENSION, DATA, END_DATA, ROW, REAL, STRING = 129, 130, 148, 145, 146, 0, 5, 6
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _varint(number: int) -> bytes:
    low, rest = number & 0x7F, number >> 7
    return bytes([low | 0x80]) + _varint(rest) if rest else bytes([low])


def _record(kind: int, body: bytes = b"") -> bytes:
    return _varint(kind) + _varint(len(body)) + body


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _cell(column: int, value: str | float) -> bytes:
    place = struct.pack("<II", column, 0)
    if isinstance(value, str):
        return _record(STRING, place + _text(value))
    return _record(REAL, place + struct.pack("<d", value))


def _sheet() -> bytes:
    rows = b"".join(
        _record(ROW, struct.pack("<I", nth) + bytes(13))
        + b"".join(_cell(column, value) for column, value in enumerate(row) if value != "")
        for nth, row in enumerate(ROWS)
    )
    used = struct.pack("<IIII", 0, len(ROWS) - 1, 0, 3)
    return (
        _record(SHEET)
        + _record(DIMENSION, used)
        + _record(DATA)
        + rows
        + _record(END_DATA)
        + _record(END_SHEET)
    )


def _relation(kind: str, target: str) -> str:
    one = f'<Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{RELATIONS}">{one}</Relationships>'


def _write(path: Path, sheet: bytes) -> None:
    about = _record(SHEET_OF_BOOK, struct.pack("<II", 0, 1) + _text("rId1") + _text("表"))
    parts: dict[str, str | bytes] = {
        "_rels/.rels": _relation("officeDocument", "xl/workbook.bin"),
        "xl/workbook.bin": b"".join(
            (_record(BOOK), _record(SHEETS), about, _record(END_SHEETS), _record(END_BOOK))
        ),
        "xl/_rels/workbook.bin.rels": _relation("worksheet", "worksheets/sheet1.bin"),
        "xl/worksheets/sheet1.bin": sheet,
    }
    with zipfile.ZipFile(path, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)


def test_a_binary_workbook_gives_its_figures(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsb"
    _write(path, _sheet())
    filing = READER.read(path, path.name)
    assert (filing.department, filing.year) == ("某某局", 2020)
    assert {figure.id: str(figure.value) for figure in filing.forms[0].extraction.figures} == {
        "本年支出.决算": "30",
        "本年基本支出.决算": "20.5",
        "本年项目支出.决算": "9.5",
    }


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        pytest.param(_record(3, struct.pack("<IIB", 4, 0, 0x17)), "有出错的单元格", id="an error"),
        pytest.param(
            _record(ROW, struct.pack("<I", 1048575)) + _cell(16383, 1.0), "范围异常大", id="a far cell"
        ),
        pytest.param(b"\x05", "文件损坏", id="cut off"),
    ],
)
def test_what_can_not_be_read_safely_is_refused(tmp_path: Path, cell: bytes, said: str) -> None:
    path = tmp_path / "a.xlsb"
    _write(path, _sheet() + cell)
    with pytest.raises(ReadError, match=said):
        READER.read(path, path.name)
