"""Which year and department tables are taken for, by all the evidence there is: files and answers as data."""

import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from converter.read.files.filed_file import FiledFile
from tests.data import data_of
from tests.read.rows import READER

CASES = data_of(Path(__file__).with_name("identity.yaml"))
TABLE = [["项目", "本年支出合计"], ["合计", 8]]


def _write(path: Path, sheets: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path) as book:
        for name, content in sheets.items():
            sheet = book.add_worksheet(name)
            rows = content["rows"] if isinstance(content, dict) else [*content, *TABLE]
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if value is not None:
                        sheet.write(number, column, value)


def _document(path: Path, lines: list[str]) -> FiledFile:
    """Return a Word document of these lines; a mere name if there are none."""
    if lines:
        text = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("word/document.xml", f"<w:document><w:body>{text}</w:body></w:document>")
    else:
        path.write_bytes(b"%PDF")
    return FiledFile(path, path.name)


@pytest.mark.parametrize("name", CASES)
def test_year_and_department_of_every_case(tmp_path: Path, name: str) -> None:
    case = CASES[name]
    for file, sheets in case["files"].items():
        _write(tmp_path / file, sheets)
    documents = [_document(tmp_path / name, lines) for name, lines in case.get("documents", {}).items()]
    workbooks = [READER.open(FiledFile(tmp_path / file, file)) for file in case["files"]]
    identities = READER.identify(workbooks, case.get("folder", ""), case.get("asked", 0), documents)
    years = [[hint.year if hint else 0 for hint in identity.years] for identity in identities]
    assert dict(zip(case["files"], years, strict=True)) == case["years"]
    assert [finding.code for identity in identities for finding in identity.findings] == case.get("codes", [])
    if "departments" in case:
        departments = [list(identity.departments) for identity in identities]
        assert dict(zip(case["files"], departments, strict=True)) == case["departments"]
    refusals = "".join(identity.refusal for identity in identities)
    assert bool(refusals) == ("refused" in case)
    assert [words for words in case.get("refused", ()) if words not in refusals] == []
