"""Which documents are reports to carry edits from, and what is said of the others."""

from pathlib import Path

import pytest

from converter.conversion.edits.reports import not_read, reports_of
from converter.inbox.departments import Department
from converter.pack.loading import load_pack
from converter.read.files.filed_file import FiledFile
from tests.conversion.conftest import SEED, outbox, report
from tests.zipped import with_parts

__all__ = ["outbox"]  # a fixture
LIMITS = load_pack().limits


def _without_trail(data: bytes) -> bytes:
    """Return a report as another program leaves it: what belongs to ours is gone."""
    return with_parts(data, lambda name, part: None if name.startswith("customXml/") else part)


@pytest.mark.parametrize(
    ("name", "former_names", "spoil", "codes"),
    [
        (SEED, [], False, []),
        ("别的局", [SEED], False, []),
        (SEED, [], True, ["手改未带入"]),
        ("别的局", [], False, ["他部门的报告"]),
    ],
)
def test_a_document_in_the_outbox_is_a_report_of_ours_or_it_is_said_why_not(
    outbox: Path, tmp_path: Path, name: str, former_names: list[str], spoil: bool, codes: list[str]
) -> None:
    data = report(outbox, SEED).read_bytes()
    path = tmp_path / "报告.docx"
    path.write_bytes(_without_trail(data) if spoil else data)
    names = {name, *former_names}
    _, found = reports_of(Department(name), 2020, [FiledFile(path, path.name)], names, LIMITS)
    assert [finding.code for finding in found.findings] == codes
    assert len(found.reports) == (not codes)


def test_documents_that_lie_too_deep_are_named() -> None:
    finding = not_read([f"备份/{number}.docx" for number in range(9)])
    assert (finding.code, finding.message.endswith("备份/4.docx 等 9 份")) == ("手改未读", True)


def test_a_filed_report_of_another_department_is_no_prose(outbox: Path) -> None:
    path = report(outbox, SEED)
    department = Department("别的局", prose_files=(FiledFile(path, path.name),))
    department, found = reports_of(department, 2020, [], ["别的局"], LIMITS)
    assert (department.prose_files, found.reports) == ((), [])
    assert [finding.code for finding in found.findings] == ["他部门的报告"]
