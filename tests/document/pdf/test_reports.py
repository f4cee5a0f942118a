"""Reports printed by LibreOffice: what their Word files say is read, and none of it is called wrong."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from converter.document.contents import Passage, ReadDocument, Tabular
from converter.document.read.pdf.contents import contents_of_pages
from converter.document.read.pdf.pages import PrintedPage, Word, pages_of
from converter.document.read.word_file import read_document
from converter.figures.finding import Severity
from converter.pack.loading import load_pack
from converter.verify.report.checked import CheckedReport, Status
from converter.verify.verifier import Verifier
from tests.conversion.conftest import SAMPLES, SEED, jixiao, report
from tests.document.pages import printed
from tests.verify.seed import TEXT, document, parts
from tests.verify.test_seed import RATIOS, SUMS

pytestmark = pytest.mark.render
VERIFIER = Verifier(load_pack())
AMOUNT = re.compile(r"\d+\.\d+")


def _checked(pages: list[PrintedPage]) -> CheckedReport:
    return VERIFIER.check(VERIFIER.from_print(ReadDocument(contents_of_pages(pages))), "")


@pytest.fixture(scope="module")
def ours(outbox: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return printed(report(outbox, SEED).read_bytes(), tmp_path_factory.mktemp("ours"))


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> list[PrintedPage]:
    if not TEXT.is_file() and not os.environ.get("CI"):
        pytest.skip("the reference text is not beside the checkout")
    content = document(parts(TEXT.read_text("utf-8")))
    return pages_of(printed(content, tmp_path_factory.mktemp("reference")), "")


def test_paragraphs_are_joined_again(ours: bytes, outbox: Path) -> None:
    contents = read_document(report(outbox, SEED).read_bytes()).contents
    written = [part for part in contents if isinstance(part, Passage)]
    read = [part for part in contents_of_pages(pages_of(ours, "")) if isinstance(part, Passage)]
    texts = {re.sub(r"\s", "", passage.written.text) for passage in read}
    _, *others = filter(None, (re.sub(r"\s", "", passage.written.text) for passage in written))
    assert set(others) - texts == set()


def _texts(table: Tabular) -> list[list[str]]:
    return [["".join(cell.text.split()) for cell in row] for row in table.rows]


def test_ruled_tables_are_read_cell_by_cell(ours: bytes, outbox: Path) -> None:
    """Over pages and with merged cells, as the Word file has them."""
    written = read_document(report(outbox, SEED).read_bytes()).contents
    tables = [part for part in contents_of_pages(pages_of(ours, "")) if isinstance(part, Tabular)]
    expected = [part for part in written if isinstance(part, Tabular)]
    assert [_texts(table) for table in tables] == [_texts(table) for table in expected]


def test_our_report_is_right_and_agrees_with_the_workbooks(ours: bytes, tmp_path: Path) -> None:
    (tmp_path / "报告.pdf").write_bytes(ours)
    result = jixiao("verify", tmp_path / "报告.pdf", "--data", SAMPLES)
    assert result.exit_code == 0, result.output
    assert "核对相符" in result.output


def test_sums_ratios_and_score_of_the_published_report_are_confirmed(reference: list[PrintedPage]) -> None:
    checked = _checked(reference)
    confirmed = {number.claim.id for number in checked.numbers if number.status is Status.CONFIRMED}
    assert checked.errors == 0, checked.findings
    assert confirmed >= {*SUMS, *RATIOS, "综合评价.得分"}


def _found(checked: CheckedReport) -> int:
    return sum(finding.severity is not Severity.NOTE for finding in checked.findings)


def _changed(word: Word) -> Word:
    """Return a word with the last digit of its first amount changed."""
    found = AMOUNT.search(word.text)
    assert found
    digit = (int(word.text[found.end() - 1]) + 3) % 10
    return replace(word, text=f"{word.text[: found.end() - 1]}{digit}{word.text[found.end() :]}")


def test_a_changed_digit_is_seen(
    reference: list[PrintedPage], record_property: Callable[[str, object], None]
) -> None:
    checked = _checked(reference)
    numbers = (number for number in checked.numbers if number.status is Status.CONFIRMED)
    confirmed = {number.claim.printed for number in numbers}
    seen, unseen = 0, []
    for page, sheet in enumerate(reference):
        for number, word in enumerate(sheet.words):
            found = AMOUNT.search(word.text)
            if not found or not any(printed_number.startswith(found[0]) for printed_number in confirmed):
                continue
            words = [*sheet.words[:number], _changed(word), *sheet.words[number + 1 :]]
            pages = [*reference[:page], replace(sheet, words=words), *reference[page + 1 :]]
            if _found(_checked(pages)) > _found(checked):
                seen += 1
            else:
                unseen.append(word.text)
    record_property(
        "measured",
        f"printed reference report, last digit changed at each of {seen + len(unseen)} confirmed amounts: "
        f"seen {seen}; unseen: {', '.join(unseen) or 'none'}",
    )
    assert seen >= 0.9 * (seen + len(unseen))
