"""What LibreOffice makes of the tags: it shows none of them, and keeps them all."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from converter.document.read.trail import read_trail
from converter.document.read.word_file import read_document
from tests.conversion.conftest import SEED, report
from tests.document.bookmarks import bookmarked_texts
from tests.document.pages import Page, laid_out, resaved
from tests.zipped import with_part

pytestmark = pytest.mark.render

TABLE = re.compile(rb"(<w:tbl>.*?</w:tbl>)", re.DOTALL)
BOOKMARK = re.compile(rb"<w:bookmark(Start|End) [^>]*/>")
# LibreOffice cuts a line's text at a bookmark and rounds the parts, so justified text may shift a little:
# docs/tags.md says what was tried.
SHIFT = 3


@pytest.fixture(scope="module")
def tagged(outbox: Path) -> bytes:
    return report(outbox, SEED).read_bytes()


def _untagged(document: bytes) -> bytes:
    return BOOKMARK.sub(b"", document)


def _tagged_in_tables(document: bytes) -> bytes:
    pieces = TABLE.split(document)
    return b"".join(piece if TABLE.fullmatch(piece) else _untagged(piece) for piece in pieces)


@pytest.fixture(scope="module")
def untagged(tagged: bytes, tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    return laid_out(with_part(tagged, "word/document.xml", _untagged), tmp_path_factory.mktemp("untagged"))


def test_tags_in_tables_move_nothing(tagged: bytes, untagged: list[Page], tmp_path: Path) -> None:
    assert laid_out(with_part(tagged, "word/document.xml", _tagged_in_tables), tmp_path) == untagged


def test_pages_look_as_they_do_without_tags(
    tagged: bytes, untagged: list[Page], tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    pages = laid_out(tagged, tmp_path)
    shifts = [0.0]
    for without, page in zip(untagged, pages, strict=True):
        assert [(line.text, line.middle) for line in page.lines] == [
            (line.text, line.middle) for line in without.lines
        ]
        for line, other in zip(page.lines, without.lines, strict=True):
            shifts += [abs(line.left - other.left), abs(line.right - other.right)]
    assert max(shifts) <= SHIFT
    same = sum(page == without for page, without in zip(pages, untagged, strict=True))
    record_property(
        "measured",
        f"tagged and untagged: every line the same on all {len(pages)} pages, {same} exactly the same, "
        f"line ends elsewhere at most {max(shifts):.1f} pt apart",
    )


def test_bookmarks_and_ledger_survive_libreoffice(tagged: bytes, tmp_path: Path) -> None:
    saved = resaved(tagged, tmp_path)
    assert bookmarked_texts(read_document(saved).contents) == bookmarked_texts(read_document(tagged).contents)
    assert read_trail(saved) == read_trail(tagged)
