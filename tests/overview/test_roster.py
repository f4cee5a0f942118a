"""Who has filed, by a list as a bureau would keep it: roster.yaml; and lists that cannot be used."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from converter import messages
from converter.conversion.readiness import Readiness
from converter.errors.errors import Failure
from converter.overview.builder import Overview, OverviewBuilder
from converter.pack.loading import load_pack
from tests.data import data_of
from tests.overview.records import YEAR, finding, record

CASES = data_of(Path(__file__).parent / "roster.yaml")
LISTS = data_of(Path(__file__).parent / "roster_rows.yaml")
PACK = load_pack()
HEADS = "部门名称,预算编码,别名,主管部门,级次,类别"


def _overview(inbox: Path, *results: Any, year: int = 0) -> Overview:
    builder = OverviewBuilder(PACK)
    for each in results:
        builder.add([each])
    return builder.overview(inbox, year)


def _issues(overview: Overview) -> list[str]:
    return [
        f"{messages.overview.FILING_ISSUES[each.kind]} {each.row.name}" for each in overview.filing_issues
    ]


def _line(entry: str | dict[str, str]) -> str:
    entry = {"name": entry} if isinstance(entry, str) else entry
    return ",".join(entry.get(key, "") for key in ("name", "code", "alias", "parent", "level", "kind"))


def _filed(text: str) -> Any:
    name, year, place = [*text.split(" / "), "", ""][:3]
    return record(name, year=int(year or YEAR), place=place)


@pytest.mark.parametrize("name", CASES)
def test_who_has_not_filed_or_filed_otherwise(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    if case["roster"]:
        text = "\n".join([HEADS, *map(_line, case["roster"])])
        (tmp_path / "名册.csv").write_text(text, "utf-8-sig")
    assert _issues(_overview(tmp_path, *map(_filed, case["filed"]))) == case["issues"]


def test_a_row_takes_what_the_list_says_and_how_it_was_filed(tmp_path: Path) -> None:
    (tmp_path / "名册.csv").write_text(f"{HEADS}\n档案馆,101005,档案局,政府办,一级,事业\n", "gb18030")
    [row] = _overview(tmp_path, record("档案局")).rows
    assert (row.name, row.code, row.parent, row.level, row.kind) == (
        "档案馆", "101005", "政府办", "一级", "事业",
    )  # fmt: skip
    assert row.notes == ("报送时用的名称是“档案局”",)


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("单位全称", "档案馆 ,101005"),
        ("填报部门名称", "档案馆,101005"),
        ("预算单位编码及名称", "101005-档案馆,"),
        ("部门（单位）全称", "101005档案馆,101005"),
    ],
)
def test_the_heads_of_names_are_composed_like_lines_above_tables(
    head: str, cell: str, tmp_path: Path
) -> None:
    (tmp_path / "名册.csv").write_text(f"{head},单位编码,归口科室\n{cell},行政科\n", "utf-8")
    [row] = _overview(tmp_path, record("档案馆")).rows
    assert (row.name, row.code, row.readiness) == ("档案馆", "101005", Readiness.READY)


def test_a_number_that_is_part_of_a_name_is_no_code(tmp_path: Path) -> None:
    (tmp_path / "名册.csv").write_text("单位名称\n302医院\n101-档案馆\n", "utf-8")
    assert [(row.name, row.code) for row in _overview(tmp_path).rows] == [("302医院", ""), ("档案馆", "101")]


@pytest.mark.parametrize("separator", [*"\t;|，；、"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_list_in_text_however_its_columns_are_parted(separator: str, encoding: str, tmp_path: Path) -> None:
    text = f"临江县预算单位名册\n{HEADS}\n档案馆,101005,,政府办,一级,事业\n".replace(",", separator)
    (tmp_path / "名册.csv").write_bytes(text.encode(encoding))
    [row] = _overview(tmp_path).rows
    assert (row.name, row.code, row.kind) == ("档案馆", "101005", "事业")


def test_separators_within_a_column_part_nothing(tmp_path: Path) -> None:
    (tmp_path / "名册.csv").write_text("部门名称,别名\n档案馆,档案局，县档案馆；史志办\n", "utf-8")
    [row] = _overview(tmp_path).rows
    assert row.aliases == ("档案局", "县档案馆", "史志办")


def test_a_list_in_a_workbook_below_a_title_with_codes_as_numbers(tmp_path: Path) -> None:
    book = Workbook()
    for line in (["临江县预算单位名册"], [], ["序号", "单位编码", "单位名称"], [1, 101005, "档案馆"]):
        book.active.append(line)
    book.save(tmp_path / "名册.xlsx")
    [row] = _overview(tmp_path).rows
    assert (row.name, row.code, row.readiness) == ("档案馆", "101005", Readiness.NOT_FILED)


@pytest.mark.parametrize("name", LISTS)
def test_rows_that_are_no_departments(name: str, tmp_path: Path) -> None:
    case = LISTS[name]
    book = Workbook()
    book.remove(book.active)
    for at, rows in enumerate(case["sheets"]):
        sheet = book.create_sheet(f"表{at}")
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "名册.xlsx")
    overview = _overview(tmp_path)
    assert [row.name for row in overview.rows] == case["departments"]
    assert len(overview.faults) == ("says" in case)
    assert case.get("says", "") in "".join(overview.faults)


def test_a_folder_that_failed_is_not_missing(tmp_path: Path) -> None:
    (tmp_path / "名册.csv").write_text(f"{HEADS}\n档案馆\n", "utf-8")
    overview = _overview(tmp_path, Failure("决算.xlsx", "决算.xlsx：文件损坏", "档案馆"))
    assert [(row.name, row.readiness) for row in overview.rows] == [("档案馆", Readiness.FAILED)]
    assert overview.filing_issues == []


def test_a_file_that_failed_beside_a_department_is_a_note_on_its_row() -> None:
    builder = OverviewBuilder(PACK)
    builder.add([Failure("补充资料.xlsx", "补充资料.xlsx：打不开", "档案馆"), record("档案馆")])
    [row] = builder.overview(Path("samples")).rows
    assert row.notes == ("补充资料.xlsx：打不开",)


def test_a_department_filed_in_two_folders_is_named(tmp_path: Path) -> None:
    twice = Failure("档案馆", "文件夹“甲”和“乙”都有它", "乙")
    overview = _overview(tmp_path, record("档案馆", place="甲"), twice)
    assert [(each.kind, each.explanation) for each in overview.filing_issues] == [
        ("twice", "文件夹“甲”和“乙”都有它")
    ]


def test_the_year_asked_for_is_the_expected_one(tmp_path: Path) -> None:
    assert _issues(_overview(tmp_path, record("档案馆"), year=2021)) == ["年度不符 档案馆"]


def test_findings_about_filing_are_filing_issues(tmp_path: Path) -> None:
    overview = _overview(tmp_path, record("档案馆", findings=(finding("重复报送"), finding("收支总计相等"))))
    assert _issues(overview) == ["报送口径 档案馆"]


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"名册.csv": "名单\n档案馆\n".encode()}, "名册.csv：没有找到表头，应有一栏叫“部门或单位或部门名称”"),
        ({"名册.csv": "部门名称  预算编码\n档案馆  101".encode()}, "名册.csv：栏与栏之间没有分开"),
        ({"名册.csv": "部门甲乙;预算编码\n档案馆;101".encode()}, "名册.csv：没有找到表头"),
        ({"名册.csv": "部门\n\n".encode()}, "名册.csv：表头下面没有内容"),
        ({"名册.csv": b"\xff\xfe\x00\xd8"}, "名册.csv：文字编码不是 UTF-8 或 GB18030"),
        ({"名册.xlsx": b"PK\x03\x04 broken"}, "名册.xlsx：文件损坏"),
        ({"名册.xlsx": "部门".encode()}, "名册.xlsx：内容不是电子表格"),
        ({"名册.csv": "部门\n甲".encode(), "名册.xlsx": b""}, "有几份名册（名册.csv、名册.xlsx）"),
    ],
)
def test_a_list_of_no_use_is_one_line(tmp_path: Path, files: dict[str, bytes], says: str) -> None:
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    overview = _overview(tmp_path, record("档案馆"))
    [fault] = overview.faults
    assert fault.startswith("名册未采用，没有核对谁未报送：")
    assert says in fault
    assert not overview.has_roster
