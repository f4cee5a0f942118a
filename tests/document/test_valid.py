"""Both copies are valid by the schemas, and the validator that says so does see faults."""

from pathlib import Path

import pytest

from tests.document.validator import faults
from tests.zipped import with_part

PLANTED = {
    "a bookmark without a name": ("word/document.xml", b' w:name="_jx1_', b' w:nom="_jx1_'),
    "a bookmark's id twice": ("word/document.xml", b'bookmarkStart w:id="2"', b'bookmarkStart w:id="1"'),
    "a bookmark's name too long": ("word/document.xml", b'"_jx2_', b'"_jx2_' + b"a" * 40),
    "a comment by nobody": ("word/comments.xml", b" w:author=", b" w:by="),
    "a comment that is not there": ("word/document.xml", b'Reference w:id="3"', b'Reference w:id="99"'),
    "a part without an id": ("customXml/itemProps1.xml", b"ds:itemID", b"ds:item"),
    "properties out of order": ("word/document.xml", b"<w:pPr>", b'<w:pPr><w:jc w:val="left"/>'),
}


@pytest.mark.parametrize("copy", ["report", "review"])
def test_every_part_is_valid_word(copy: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(request.getfixturevalue(copy))
    assert faults(tmp_path / "a.docx") == []


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_seen(fault: str, review: bytes, tmp_path: Path) -> None:
    part, right, wrong = PLANTED[fault]
    spoiled = with_part(review, part, lambda data: data.replace(right, wrong, 1))
    assert spoiled != with_part(review, part, bytes)
    (tmp_path / "a.docx").write_bytes(spoiled)
    assert faults(tmp_path / "a.docx")
