"""What people wrote in a report of ours is checked before it is filed, and `verify` then says the same."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from converter.conversion.conversion import Conversion
from converter.conversion.judged import Judged
from converter.inbox.departments import split_by_department
from converter.inbox.submissions import Submission
from converter.pack.loading import load_pack
from converter.verify.report.checked import ReportFinding
from converter.verify.verifier import Verifier
from tests.conversion.conftest import SAMPLES, SEED
from tests.data import data_of

CASES = data_of(Path(__file__).parent / "drafts.yaml")
TEXT = "绩效情况"


@pytest.fixture(scope="module")
def conversion() -> Conversion:
    return Conversion(load_pack())


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return Verifier(load_pack())


@pytest.fixture(scope="module")
def judged(conversion: Conversion) -> Judged:
    submission = Submission(SEED, tuple(sorted((SAMPLES / SEED).iterdir())))
    [department] = split_by_department(submission, conversion.reader).departments
    found = conversion.judge(department)
    dated = replace(found.ledger.texts[TEXT], value="2021年3月15日")  # an open date is a finding, too
    return replace(found, ledger=replace(found.ledger, texts=found.ledger.texts | {"成文日期": dated}))


def _saying(judged: Judged, words: str) -> Judged:
    texts = judged.ledger.texts
    text = replace(texts[TEXT], value=f"{texts[TEXT].value}\n{words}")
    return replace(judged, ledger=replace(judged.ledger, texts=texts | {TEXT: text}))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_draft_and_the_report_made_of_it_have_the_same_findings(
    conversion: Conversion, verifier: Verifier, judged: Judged, case: dict[str, str]
) -> None:
    judged = _saying(judged, case["says"])
    report = conversion.narrate(judged)
    found = conversion.checked(judged, report).findings[len(judged.findings) :]
    assert [f"{finding.code} {finding.severity}" for finding in found] == case["finds"]
    assert all(finding.cells == (judged.ledger.texts[TEXT].origin,) for finding in found)
    written = verifier.open(conversion.writer.write(report, judged, ()))
    graver = [_said(each) for each in verifier.check(written, "").findings if each.severity != "note"]
    assert graver == [f"{finding.code} {finding.severity}" for finding in found]


def _said(finding: ReportFinding) -> str:
    return f"{finding.code} {finding.severity}"


def test_a_paragraph_in_which_something_is_missing_is_left(conversion: Conversion, judged: Judged) -> None:
    texts = {name: text for name, text in judged.ledger.texts.items() if name != "项目支出用途"}
    judged = replace(judged, ledger=replace(judged.ledger, texts=texts))
    report = conversion.narrate(judged)
    assert report.missing
    assert conversion.checked(judged, report) is judged
