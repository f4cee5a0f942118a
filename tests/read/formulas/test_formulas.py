"""A saved result that its own formula contradicts is named and not used; one never computed is no nil."""

import re
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from converter.figures import Severity
from converter.read.files.formulas.evaluate import evaluate
from converter.read.files.formulas.syntax import Area, parse
from converter.read.files.formulas.tokens import NotEvaluableError
from converter.read.files.formulas.values import FaultError
from converter.read.forms.filing import Filing
from tests.data import data_of
from tests.read.rows import READER, read_rows
from tests.zipped import with_part

CASES = data_of(Path(__file__).with_name("formulas.yaml"))
SHEETS: dict[str, list[list[Any]]] = {
    "": [[Decimal("1.5")], [Decimal(2)], ["words"], [None], [NotEvaluableError()], ["7"]],
    "GK 01": [
        [None, None, None, None, "2010101", Decimal(7)],
        [None, Decimal(100), None, None, Decimal(2010102), Decimal(8)],
        [],
        [FaultError("#REF!")],
    ],
}
ROWS: list[list[Any]] = [
    ["2020年度支出决算表"],
    ["部门：某某局", None, "单位：元"],
    ["项目", "本年支出合计", "基本支出", "项目支出"],
    ["合计", 30, 20, 10],
]


def _cells(area: Area) -> list[tuple[int, int, Any]]:
    if area.sheet not in SHEETS:
        raise NotEvaluableError
    found = []
    for row, line in enumerate(SHEETS[area.sheet]):
        for column, cell in enumerate(line):
            if area.top <= row <= area.bottom and area.left <= column <= area.right and cell is not None:
                if isinstance(cell, Exception):
                    raise cell
                found.append((row, column, cell))
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["formula"])
def test_what_a_formula_gives(case: dict[str, Any]) -> None:
    gives = case["gives"]
    try:
        found = evaluate(parse(case["formula"]), _cells).value
    except NotEvaluableError:
        found = None
    if isinstance(found, Decimal):
        assert found == Decimal(gives)
    else:
        assert str(found) == str(gives)


def _xlsx(path: Path, formulas: dict[str, str], rows: list[list[Any]] = ROWS) -> Filing:
    """Read a workbook in which some cells have a formula beside the value of `rows`."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)

    def with_formulas(content: bytes) -> bytes:
        sheet = content.decode()
        for cell, formula in formulas.items():
            sheet, changed = re.subn(rf'(<c r="{cell}"[^>]*>)', rf"\1{formula}", sheet)
            assert changed == 1
        return sheet.encode()

    path.write_bytes(with_part(path.read_bytes(), "xl/worksheets/sheet1.xml", with_formulas))
    return READER.read(path, path.name)


def _found(filing: Filing) -> dict[str, str]:
    return {f.cells[0].cell: f.code for reading in filing.forms for f in reading.extraction.findings}


def _spending(filing: Filing) -> Decimal | None:
    return {f.id: f.value for reading in filing.forms for f in reading.extraction.figures}["本年支出.决算"]


def test_a_stale_result_is_named_and_not_lifted(tmp_path: Path) -> None:
    filing = _xlsx(tmp_path / "a.xlsx", {"B4": "<f>SUM(C4:D4)+1</f>"})
    assert (_spending(filing), _found(filing)) == (None, {"B4": "公式结果过期"})
    [finding] = filing.forms[0].extraction.findings
    assert "工作表“Sheet”单元格 B4" in finding.message
    assert "公式 =SUM(C4:D4)+1，保存的是 30，按表中数字应为 31" in finding.message
    assert "F9" in finding.hint


@pytest.mark.parametrize(
    "formula",
    [
        pytest.param("<f>SUM(C4:D4)</f>", id="true"),
        pytest.param("<f>SUM(C4:D4)+0.0000001</f>", id="true but for noise"),
    ],
)
def test_a_result_that_stands_is_lifted(tmp_path: Path, formula: str) -> None:
    filing = _xlsx(tmp_path / "b.xlsx", {"B4": formula})
    assert (_spending(filing), _found(filing)) == (30, {})


@pytest.mark.parametrize(
    "formula",
    [
        pytest.param("<f>LOOKUP(C4,D4)</f>", id="not evaluated"),
        pytest.param('<f t="array" ref="B4">SUM(C4:D4)+1</f>', id="of an array"),
        pytest.param('<f t="shared" si="7"/>', id="shared with none"),
    ],
)
def test_a_result_that_nothing_is_known_of_is_named(tmp_path: Path, formula: str) -> None:
    filing = _xlsx(tmp_path / "b.xlsx", {"B4": formula})
    assert (_spending(filing), _found(filing)) == (30, {"B4": "公式未核对"})


def test_stale_results_of_a_sheet_are_one_finding(tmp_path: Path) -> None:
    rows = [*ROWS[:3], ["合计", 30, 20, 10], ["类", 30, 20, 10]]
    filing = _xlsx(tmp_path / "c.xlsx", {"B4": "<f>B5</f>", "B5": "<f>C5+D5*2</f>"}, rows)
    [finding] = filing.forms[0].extraction.findings
    assert [origin.cell for origin in finding.cells] == ["B5", "B4"]
    assert "单元格 B5、B4 保存的结果与它的公式不符（B5 的公式 =C5+D5*2" in finding.message


def test_a_result_never_saved_is_computed_and_noted(tmp_path: Path) -> None:
    filing = read_rows(tmp_path / "g.xlsx", [*ROWS[:3], ["合计", "=SUM(C4:D4)*2", 20, 10]])
    assert (_spending(filing), _found(filing)) == (60, {})
    [note] = filing.findings
    assert (note.code, note.severity) == ("公式重新计算", Severity.NOTE)
    assert "g.xlsx 有公式没有保存计算结果（工作表“表”B4），已按公式和表中数字算出后采用" in note.message


def test_formulas_that_name_themselves_are_named(tmp_path: Path) -> None:
    filing = _xlsx(tmp_path / "h.xlsx", {"B4": "<f>SUM(B4:D4)</f>"})
    [finding] = filing.forms[0].extraction.findings
    assert (finding.code, _spending(filing)) == ("公式未计算", None)
    assert "单元格 B4 的公式直接或间接引用了自身" in finding.message


def test_a_table_that_shares_its_sheet_names_only_its_own_stale_cells(tmp_path: Path) -> None:
    below = [["2020年度收入决算表"], ["单位：元"], ["项目", "本年收入合计"], ["合计", 30]]
    filing = _xlsx(tmp_path / "f.xlsx", {"B4": "<f>SUM(C4:D4)+1</f>"}, [*ROWS, *below])
    assert [[f.code for f in reading.extraction.findings] for reading in filing.forms] == [
        ["公式结果过期"],
        [],
    ]


def test_a_formula_shared_by_cells_is_read_in_each(tmp_path: Path) -> None:
    rows = [*ROWS[:3], ["合计", 30, 20, 10], ["类", 31, 20, 10]]
    shared = {"B4": '<f t="shared" ref="B4:B5" si="0">C4+D4</f>', "B5": '<f t="shared" si="0"/>'}
    filing = _xlsx(tmp_path / "d.xlsx", shared, rows)
    assert _found(filing) == {"B5": "公式结果过期"}
    assert "=C5+D5" in filing.forms[0].extraction.findings[0].message


ODS = {
    "stale": ('formula="of:=[.C4]+[.D4]*2" office:value-type="float" office:value="30"', "公式结果过期"),
    "with an error": ('formula="of:=[.C4]+[.A4]"', "公式未计算"),
    "true": ('formula="of:=SUM([.C4:.D4];[$表.A9])" office:value-type="float" office:value="30"', None),
}


@pytest.mark.parametrize("case", ODS)
def test_formulas_of_ods_are_evaluated_like_those_of_excel(tmp_path: Path, case: str) -> None:
    cell, code = ODS[case]
    rows = "".join(
        "<table:table-row>" + "".join(map(_ods_cell, row)) + "</table:table-row>" for row in ROWS
    ).replace('office:value-type="float" office:value="30"', f"table:{cell}")
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {names}><office:body><office:spreadsheet>"
        f'<table:table table:name="表">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    path = tmp_path / "e.ods"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("META-INF/manifest.xml", "<manifest/>")
        made.writestr("content.xml", content)
    filing = READER.read(path, path.name)
    assert (_spending(filing), _found(filing)) == (None, {"B4": code}) if code else (30, {})


def _ods_cell(cell: Any) -> str:
    if isinstance(cell, int):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
    return f'<table:table-cell office:value-type="string"><text:p>{cell or ""}</text:p></table:table-cell>'
