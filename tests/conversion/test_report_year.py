"""Which year a report is for, and that a damaged or missing file never makes one of another year."""

from pathlib import Path
from typing import Any

import pytest

from converter.conversion.report_year import ReportYear, report_year
from converter.errors.errors import Failure, ReadError
from converter.inbox.departments import Department
from converter.inbox.received import UnusedFile
from converter.pack.shapes.forms import FormKind
from converter.read.files.filed_file import FiledFile
from converter.read.forms.filing import Coverage, Extraction, Filing, FormReading
from converter.read.tables.titles.title_block import TitleBlock
from tests.data import data_of
from tests.read.rows import READER

CASES = data_of(Path(__file__).with_name("report_year.yaml"))


def _department(case: dict[str, Any]) -> Department:
    filings = tuple(_filing(file, FormKind(kind), year) for file, (kind, year) in case["filed"].items())
    failures = tuple(Failure(file, "") for file in case.get("unread", ()))
    unused = tuple(UnusedFile(file, "") for file in case.get("unused", ()))
    return Department("某局", filings, failures=failures, unused=unused)


def _filing(file: str, kind: FormKind, year: int) -> Filing:
    title_block = TitleBlock("表", 0, "A1", year, "元", "某局")
    nothing = Extraction((), (), {}, ())
    reading = FormReading(
        "表", kind, file, "表", title_block, (), lambda _: nothing, lambda: Coverage((), (), ())
    )
    return Filing(FiledFile(Path(file), file), "某局", year, (reading,), ())


def _decided(department: Department, asked: int) -> ReportYear:
    return report_year(department, asked, READER.year_named, READER.accounts_year_named)


@pytest.mark.parametrize("name", CASES)
def test_a_report_is_for_the_year_that_its_case_says(name: str) -> None:
    case = CASES[name]
    department, asked = _department(case), case.get("asked", 0)
    if case["year"]:
        found = _decided(department, asked)
        assert (found.year, [each.code for each in found.findings]) == (case["year"], case.get("codes", []))
    else:
        with pytest.raises(ReadError) as stopped:
            _decided(department, asked)
        assert [words for words in case["says"] if words not in str(stopped.value)] == []
