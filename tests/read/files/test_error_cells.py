"""A formula that came out as an error is no nil, whatever the format."""

import re
from pathlib import Path

import pytest
import xlwt

from samples.filing import write
from samples.filing.sheet import SheetTable
from tests.read.rows import READER
from tests.zipped import with_part

MARK = b'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
NUMBER = re.compile(
    rb'office:value="77" office:value-type="float"|office:value-type="float" office:value="77"'
)
ERROR = b'office:value-type="string" office:string-value="" calcext:value-type="error"'
CELLS = {
    (1, 1): "2020年度支出决算表",
    (2, 1): "部门：某某局",
    (2, 3): "单位：元",
    (3, 1): "项目",
    (3, 2): "本年支出合计",
    (3, 3): "基本支出",
    (3, 4): "项目支出",
    (4, 1): "合计",
    (4, 3): 2,
    (4, 4): 1,
}


def _xls(path: Path, formula: bool) -> Path:
    book = xlwt.Workbook()
    book.add_sheet("封面").write(0, 0, "封面")
    page = book.add_sheet("表三")
    for (row, column), value in CELLS.items():
        page.write(row - 1, column - 1, value)
    page.row(3).set_cell_error(1, "#REF!")
    if formula:
        page.write(4, 0, "见上")
        page.write(4, 1, xlwt.Formula("1+1"))  # a formula with a result is no fault
    book.save(path)
    return path


def _ods(path: Path) -> Path:
    write.book([SheetTable("表三", {**CELLS, (4, 2): 77})], path)

    def with_error(content: bytes) -> bytes:
        content = content.replace(b"<office:document-content ", b"<office:document-content " + MARK)
        content, changed = NUMBER.subn(ERROR, content)
        assert changed == 1
        return content.replace(b">77<", b"><")

    path.write_bytes(with_part(path.read_bytes(), "content.xml", with_error))
    return path


@pytest.mark.parametrize("kind", ["xls", "xls with a formula", "ods"])
def test_an_error_cell_gives_no_amount_and_is_named(tmp_path: Path, kind: str) -> None:
    path = _ods(tmp_path / "a.ods") if kind == "ods" else _xls(tmp_path / "a.xls", kind != "xls")
    [reading] = READER.read(path, path.name).forms
    values = {figure.id: figure.value for figure in reading.extraction.figures}
    assert values == {"本年支出.决算": None, "本年基本支出.决算": 2, "本年项目支出.决算": 1}
    [finding] = reading.extraction.findings
    assert (finding.code, finding.cells[0].cell) == ("公式未计算", "B4")
