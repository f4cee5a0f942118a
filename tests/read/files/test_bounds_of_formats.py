"""The formats beside .xlsx: their patterns go over a text once, and their records are bounded."""

import re
import struct
from itertools import product

import pytest

from converter.pack import load_pack
from converter.read.files import biff, xls, xls95, xlsb
from converter.read.files.archive import UnsafeError
from converter.read.files.ods import content as ods
from tests.read.files.xlsx.steps import Steps

PATTERNS = {
    f"{module.__name__.rpartition('.')[2]}.{name}": pattern
    for module in (ods, xls, xls95)
    for name, pattern in vars(module).items()
    if isinstance(pattern, re.Pattern)
}
PIECES = [
    "[", "['", "['a", "['a''", "[.A1:", "[$a.$A$1", "[a.A", "''", "[.A1:[", ".A1", "]", ":", '"', '"a', "[h",
    "\\", "\x06\x00", "\x05\x02\x08\x00", "\x7d\x00\x0c\x00", "\x08\x02\x10\x00", "\x00", "\xff", "1", "A",
    "table:formula", "value-type=", "-repeated=1",
]  # fmt: skip
SIZE, MOST = 20, 2.3


@pytest.mark.parametrize("name", PATTERNS)
def test_steps_grow_with_the_text(name: str) -> None:
    pattern = PATTERNS[name].pattern
    text = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
    compiled = re.compile(text, PATTERNS[name].flags & (re.DOTALL | re.IGNORECASE))
    for piece, before in product(PIECES, ("", "[", "['")):
        once, twice = (Steps(compiled, before + piece * size).taken for size in (SIZE, 2 * SIZE))
        assert twice <= MOST * once + SIZE, (before, piece)


def test_records_without_a_body_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(biff, "MOST_RECORDS", 3)
    stream = struct.pack("<HH", 9, 0)
    assert len(list(biff.records(stream * 3))) == 3
    with pytest.raises(UnsafeError, match="过大"):
        list(biff.records(stream * 4))


def test_a_number_of_seven_bits_a_byte_ends() -> None:
    with pytest.raises(IndexError):
        xlsb._number(b"\x80" * 5 + b"\x01", 0)


def test_a_cell_that_repeats_its_error_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ods, "_MOST_FAILED", 99)
    names = 'xmlns:table="{}" xmlns:office="{}" xmlns:calcext="{}"'.format(
        *(name.strip("{}") for name in (ods._TABLE, ods._OFFICE, ods._CALC))
    )
    repeated = 'calcext:value-type="error" table:number-columns-repeated="100"'
    row = f'<table:table-row><table:table-cell office:value-type="string" {repeated}/></table:table-row>'
    xml = f'<a {names}><table:table table:name="甲">{row}</table:table></a>'
    with pytest.raises(UnsafeError, match="范围"):
        ods._formulas(xml.encode(), load_pack().limits)
