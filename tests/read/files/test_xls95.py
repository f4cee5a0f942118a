"""Workbooks of Excel 5.0 and 95 are read by their code page, or refused by version; older ones always."""

import datetime
import struct
from collections.abc import Sequence
from pathlib import Path

import pytest
from xlwt.CompoundDoc import XlsDoc

from converter.errors import ReadError
from converter.pack.loading import load_pack
from converter.read.files.filed_file import FiledFile
from converter.read.files.grid import Grid
from converter.read.files.workbook import open_workbook

GLOBALS, SHEET = b"\x00\x05\x05\x00" + bytes(4), b"\x00\x05\x10\x00" + bytes(4)
CODE_PAGE = 0x42, struct.pack("<H", 936)
PLAIN, DATED = 0, 1
STYLES = [(0xE0, struct.pack("<HH", 0, shown_as) + bytes(12)) for shown_as in (0, 164)]
DATE = 0x41E, struct.pack("<HB", 164, 10) + b"yyyy-mm-dd"


def _cell(kind: int, row: int, column: int, rest: bytes, style: int = PLAIN) -> tuple[int, bytes]:
    return kind, struct.pack("<HHH", row, column, style) + rest


def _text(text: str) -> bytes:
    data = text.encode("gbk")
    return struct.pack("<H", len(data)) + data


CELLS = [
    _cell(0x204, 0, 0, _text("2020年度支出决算表")),
    _cell(0xD6, 0, 1, _text("着重") + b"\x01\x00\x00"),
    _cell(0x203, 1, 0, struct.pack("<d", 5517.87)),
    _cell(0x27E, 1, 1, struct.pack("<i", (-7 << 2) | 2)),
    _cell(0xBD, 1, 2, struct.pack("<IHIH", (12345 << 2) | 3, PLAIN, 0x3FF80000, 3)),
    _cell(0x06, 2, 0, struct.pack("<d", 30.0) + bytes(8)),
    _cell(0x06, 2, 1, b"\x00" * 6 + b"\xff\xff" + bytes(8)),
    (0x207, _text("合计")),
    _cell(0x06, 2, 2, b"\x01\x00\x01\x00\x00\x00\xff\xff" + bytes(8)),
    _cell(0x06, 2, 3, b"\x02\x00\x07\x00\x00\x00\xff\xff" + bytes(8)),
    _cell(0x205, 3, 0, b"\x01\x00"),
    _cell(0x203, 3, 1, struct.pack("<d", 44196.0), DATED),
    _cell(0x201, 3, 2, b""),
    (0x208, struct.pack("<HHHHHHHH", 3, 0, 9, 255, 0, 0, 0x20, 0)),
    (0x7D, struct.pack("<HHHHH", 5, 6, 0, 0, 1)),
]


def _packed(records: Sequence[tuple[int, bytes]]) -> bytes:
    return b"".join(struct.pack("<HH", kind, len(body)) + body for kind, body in records)


def _stream(own: Sequence[tuple[int, bytes]], sheets: Sequence[tuple[str, int]]) -> bytes:
    """Return a workbook with its own records and sheets of a visibility and kind, each with the cells."""
    begin, sheet = (0x809, GLOBALS), _packed([(0x809, SHEET), *CELLS, (0x0A, b"")])
    names = [
        (struct.pack("<H", flags) + bytes([len(name.encode("gbk"))]) + name.encode("gbk"))
        for name, flags in sheets
    ]
    length = len(_packed([begin, *own, *((0x85, bytes(4) + name) for name in names), (0x0A, b"")]))
    announced = [
        (0x85, struct.pack("<I", length + nth * len(sheet)) + name) for nth, name in enumerate(names)
    ]
    return _packed([begin, *own, *announced, (0x0A, b"")]) + sheet * len(sheets)


def _opened(path: Path, stream: bytes) -> list[Grid]:
    XlsDoc().save(str(path), stream)
    older = "Book".encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 10)
    newer = "Workbook".encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 18)
    path.write_bytes(path.read_bytes().replace(newer, older))
    return open_workbook(FiledFile(path, path.name), load_pack().limits).grids


def test_every_kind_of_cell_is_read(tmp_path: Path) -> None:
    sheets = [("支出决算表", 0), ("旧数", 1), ("图", 0x200)]
    first, second = _opened(tmp_path / "a.xls", _stream([CODE_PAGE, *STYLES, DATE], sheets))
    assert (first.name, first.is_hidden, second.name, second.is_hidden) == ("支出决算表", False, "旧数", True)
    assert first.rows == second.rows
    assert first.rows == [
        ["2020年度支出决算表", "着重", "", ""],
        [5517.87, -7.0, 123.45, 1.5],
        [30.0, "合计", True, ""],
        [True, datetime.datetime(2020, 12, 31), "", ""],
    ]
    assert first.uncomputed == {"D3"}
    assert (first.hidden.rows, first.hidden.columns) == ({3}, {5, 6})


@pytest.mark.parametrize(
    ("own", "reason"),
    [
        pytest.param([(0x42, struct.pack("<H", 1252))], "文字编码不是中文", id="a western code page"),
        pytest.param([], "文字编码不是中文", id="no code page"),
        pytest.param([CODE_PAGE, (0x2F, bytes(6))], "设有打开密码", id="locked"),
    ],
)
def test_what_would_be_nonsense_is_refused(tmp_path: Path, own: list[tuple[int, bytes]], reason: str) -> None:
    with pytest.raises(ReadError, match=f"b.xls：是 Excel 5.0/95 的旧格式，.*{reason}"):
        _opened(tmp_path / "b.xls", _stream(own, [("表", 0)]))


def test_a_damaged_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="文件损坏"):
        _opened(tmp_path / "c.xls", _stream([CODE_PAGE, (0x85, b"\0")], [("表", 0)]))


@pytest.mark.parametrize(
    ("begin", "version"),
    [
        (b"\x09\x00\x04\x00\x02\x00\x10\x00", "2.x"),
        (b"\x09\x02\x06\x00\x00\x00\x10\x00", "3.0"),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00", "4.0"),
        (b"\x09\x08\x08\x00\x00\x05\x10\x00", "5.0/95"),
    ],
)
def test_older_ones_are_refused_by_their_version(tmp_path: Path, begin: bytes, version: str) -> None:
    path = tmp_path / "d.xls"
    path.write_bytes(begin + bytes(200))
    with pytest.raises(ReadError, match=f"d.xls：内容是 Excel {version} 的旧格式"):
        open_workbook(FiledFile(path, path.name), load_pack().limits)
