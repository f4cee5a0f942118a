"""Our own report: any edited number is seen by its tag, edited prose is not."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from openpyxl import load_workbook

from converter.document.read.trail import read_trail
from converter.pack.loading import load_pack
from converter.trace.trail import Occurrence
from converter.verify.report.checked import ReportFinding
from converter.verify.verifier import Verifier
from tests.conversion.conftest import SAMPLES, SEED, jixiao, report
from tests.zipped import with_part, with_parts

VERIFIER = Verifier(load_pack())
DOCUMENT = "word/document.xml"
PRINTED = re.compile(r"(?<=>)[^<]*?(?P<digit>\d)[^<]*(?=</w:t>)")
EDITIONS = 10
"""Over which the edited figures are spread."""


def _document(data: bytes) -> str:
    return ZipFile(BytesIO(data)).read(DOCUMENT).decode()


def _with_document(data: bytes, document: str) -> bytes:
    return with_part(data, DOCUMENT, lambda _: document.encode())


def _errors(data: bytes) -> list[ReportFinding]:
    return [found for found in VERIFIER.check(VERIFIER.open(data), "").findings if found.severity == "error"]


def _one_digit_edited(document: str, occurrence: Occurrence) -> tuple[str, str]:
    """Return the document with one digit of a figure edited, and the figure as it is then printed."""
    start = document.index(f'w:name="{occurrence.bookmark}"')
    text = PRINTED.search(document, start)
    assert text
    place, end = text.start("digit"), text.end()
    edited = f"{document[:place]}{(int(text['digit']) + 1) % 10}{document[place + 1 :]}"
    return edited, edited[text.start() : end].strip()


def _not_named(data: bytes, occurrences: Sequence[Occurrence]) -> list[Occurrence]:
    """Edit all of them at once, and return those that no error names."""
    document, wrong = _document(data), []
    for occurrence in occurrences:
        document, printed = _one_digit_edited(document, occurrence)
        wrong.append((occurrence, printed))
    named = Counter(error.printed for error in _errors(_with_document(data, document)))
    named.subtract(printed for _, printed in wrong)
    return [occurrence for occurrence, printed in wrong if named[printed] < 0]


def _is_seen(data: bytes, occurrence: Occurrence) -> bool:
    document, _ = _one_digit_edited(_document(data), occurrence)
    return any(error.spans for error in _errors(_with_document(data, document)))


def test_any_edited_number_is_seen(outbox: Path, record_property: Callable[[str, object], None]) -> None:
    """Several are edited at once; those then hidden behind others are tried again, each alone."""
    data = report(outbox, SEED).read_bytes()
    trail = read_trail(data)
    assert trail
    assert _errors(data) == []
    several = [trail.occurrences[nth::EDITIONS] for nth in range(EDITIONS)]
    hidden = [occurrence for occurrences in several for occurrence in _not_named(data, occurrences)]
    unseen = [f"{each.figure} {each.text}" for each in hidden if not _is_seen(data, each)]
    record_property(
        "measured",
        f"tagged report, one digit edited at each of {len(trail.occurrences)} figures: "
        f"seen {len(trail.occurrences) - len(unseen)}; unseen: {', '.join(unseen) or 'none'}",
    )
    assert unseen == []


def test_a_number_edited_wherever_it_is_printed_is_one_error(outbox: Path) -> None:
    data = report(outbox, SEED).read_bytes()
    document = _document(data)
    assert document.count("3915.36") == 3
    [error] = _errors(_with_document(data, document.replace("3915.36", "3951.36")))
    assert (error.printed, error.expected) == ("3951.36", "3915.36")
    assert all(place in error.because for place in ("第 2 段", "第 3 段"))


def test_edited_prose_is_not(outbox: Path) -> None:
    data = report(outbox, SEED).read_bytes()
    document = _document(data)
    assert "协调" in document
    assert _errors(_with_document(data, document.replace("协调", "统筹协调"))) == []


def test_workbooks_agree_with_a_fresh_report(outbox: Path) -> None:
    result = jixiao("verify", report(outbox, SEED), "--data", SAMPLES)
    assert result.exit_code == 0, result.output


def test_a_wrong_figure_exits_1_with_its_right_value(outbox: Path, tmp_path: Path) -> None:
    data = report(outbox, SEED).read_bytes()
    path = tmp_path / "报告.docx"
    path.write_bytes(_with_document(data, _document(data).replace("829.17", "829.71", 1)))
    result = jixiao("verify", path)
    assert result.exit_code == 1
    assert "829.71万元，应为 829.17万元（像是两位数字颠倒）" in result.output


def test_a_report_older_than_its_workbooks_is_stale(outbox: Path, inbox: Path) -> None:
    book = inbox / SEED / "2020年度部门决算公开表.xlsx"
    opened = load_workbook(book)
    cells = [cell for sheet in opened for row in sheet.iter_rows() for cell in row]
    changed = [cell for cell in cells if str(cell.value) == "5168.66"]
    assert changed
    for cell in changed:
        cell.value = 5168.99
    opened.save(book)
    result = jixiao("verify", report(outbox, SEED), "--data", inbox)
    assert result.exit_code == 1
    output = re.sub(r"\s", "", result.output)
    assert "［资料已变］" in output
    assert "财政拨款收入（决算）现在与报告不同" in output


def _without_ledger(data: bytes) -> bytes:
    """Return the report as a program saves it that drops parts it does not know."""

    def kept(name: str, part: bytes) -> bytes | None:
        if name == "[Content_Types].xml" or name.endswith("document.xml.rels"):
            return re.sub(rb"<(Override|Relationship)[^>]*customXml[^>]*/>", b"", part)
        return None if name.startswith("customXml/") else part

    return with_parts(data, kept)


def test_a_wrong_number_is_seen_where_the_ledger_was_dropped(outbox: Path) -> None:
    data = _without_ledger(report(outbox, SEED).read_bytes())
    assert read_trail(data) is None
    assert "_jx1_" in _document(data)
    assert _errors(data) == []
    wrong = _errors(_with_document(data, _document(data).replace("829.17", "829.71", 1)))
    assert ("829.71", "829.17") in [
        (error.printed.rstrip("万元"), error.expected.rstrip("万元")) for error in wrong
    ]


def test_a_report_without_its_ledger_is_checked_against_workbooks(outbox: Path, tmp_path: Path) -> None:
    data = _without_ledger(report(outbox, SEED).read_bytes())
    (tmp_path / "报告.docx").write_bytes(data)
    assert jixiao("verify", tmp_path / "报告.docx", "--data", SAMPLES).exit_code == 0
