"""One list of columns for workbook and page: what is in it is shown in both, but for what is said here."""

from pathlib import Path

from converter import messages
from converter.overview.builder import Overview, OverviewBuilder
from converter.overview.department_columns import COLUMNS
from converter.overview.page.data import PageData
from converter.overview.workbook.department_sheets import departments
from converter.pack.loading import load_pack
from tests.overview.records import record

PACK = load_pack()
WORKBOOK_ONLY = {"report"}  # the page has them in the details of a department


def _overview(inbox: Path) -> Overview:
    builder = OverviewBuilder(PACK)
    builder.add([record("档案馆", report="档案馆/报告.docx")])
    return builder.overview(inbox)


def test_a_column_is_in_the_workbook_and_on_the_page() -> None:
    keys = [column.key for column in COLUMNS]
    assert len(set(keys)) == len(keys)
    assert {column.key for column in COLUMNS if not column.on_page} == WORKBOOK_ONLY
    assert set(messages.overview.PAGE_HEADS) == set(keys) - WORKBOOK_ONLY


def test_the_workbook_has_every_column_once(tmp_path: Path) -> None:
    heads = [heading.label for heading in departments(_overview(tmp_path)).headings]
    listed = [messages.overview.HEADS[column.key] for column in COLUMNS]
    assert [head for head in heads if head in listed] == listed
    assert set(heads) - set(listed) == {messages.overview.HEADS["order"], *PACK.overview.columns}


def test_the_page_has_head_and_value_of_every_column_of_its_own_by_name(tmp_path: Path) -> None:
    index = PageData(_overview(tmp_path)).index()
    assert {column.key: column.head for column in index.columns} == messages.overview.PAGE_HEADS
    [department] = index.departments
    assert list(department.columns) == [column.key for column in index.columns]
    assert list(department.figures) == list(PACK.overview.columns)
