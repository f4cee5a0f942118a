"""What people wrote in a report of ours is checked before it is filed, and `verify` then says the same."""

from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from converter.conversion.conversion import Conversion
from converter.conversion.draft_findings import draft_findings
from converter.conversion.judged import Judged
from converter.inbox.departments import split_by_department
from converter.inbox.submissions import Submission
from converter.pack.loading import load_pack
from converter.verify.draft_verifier import DraftVerifier
from converter.verify.report.checked import ReportFinding
from converter.verify.verifier import Verifier
from tests.conversion.conftest import SAMPLES, SEED
from tests.data import data_of

CASES = data_of(Path(__file__).parent / "drafts.yaml")
TEXT = "绩效情况"
CONTRADICTED = ("业务工作专项.预算", "日常公用经费.预算")


@pytest.fixture(scope="module")
def conversion() -> Conversion:
    return Conversion(load_pack())


@pytest.fixture(scope="module")
def drafts() -> DraftVerifier:
    return DraftVerifier(load_pack())


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return Verifier(load_pack())


@pytest.fixture(scope="module")
def judged(conversion: Conversion) -> Judged:
    submission = Submission(SEED, tuple(sorted((SAMPLES / SEED).iterdir())))
    [department] = split_by_department(submission, conversion.reader).departments
    return conversion.judge(department)


def _saying(judged: Judged, words: str, name: str) -> Judged:
    texts = judged.ledger.texts
    before = f"{texts[name].value}\n" if name == TEXT else ""
    text = replace(texts.get(name, texts[TEXT]), value=before + words)
    return replace(judged, ledger=replace(judged.ledger, texts=texts | {name: text}))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_draft_and_the_report_made_of_it_have_the_same_findings(
    conversion: Conversion, drafts: DraftVerifier, verifier: Verifier, judged: Judged, case: dict[str, str]
) -> None:
    name = case.get("in", TEXT)
    judged = _saying(judged, case["says"], name)
    report = conversion.narrate(judged)
    found = list(draft_findings(report, judged, drafts))
    assert [f"{finding.code} {finding.severity}" for finding in found] == case["finds"]
    assert all(finding.cells == (judged.ledger.texts[name].origin,) for finding in found)
    written = verifier.open(conversion.writer.write(report, judged, ()))
    graver = [
        _said(each) for each in verifier.check(written, "", judged.ledger).findings if each.severity != "note"
    ]
    assert graver == [f"{finding.code} {finding.severity}" for finding in found]


@pytest.mark.parametrize("figure", CONTRADICTED)
def test_figures_that_contradict_each_other_in_print_are_found(
    conversion: Conversion, drafts: DraftVerifier, verifier: Verifier, judged: Judged, figure: str
) -> None:
    """Each is one that no check of the pack holds: so it stands in the report, and `verify` would find it."""
    [cell] = {found.cell for found in judged.ledger.readings[figure].values()}
    assert cell
    judged = replace(judged, ledger=judged.ledger.scaled({cell}, Decimal("1.5")))
    report = conversion.narrate(judged)
    found = list(draft_findings(report, judged, drafts))
    assert [finding.severity for finding in found] == ["error"]
    assert cell in found[0].cells
    written = verifier.open(conversion.writer.write(report, judged, ()))
    graver = [each for each in verifier.check(written, "").findings if each.severity != "note"]
    assert [finding.severity for finding in graver] == ["error"]


def _said(finding: ReportFinding) -> str:
    return f"{finding.code} {finding.severity}"


def test_a_paragraph_in_which_something_is_missing_is_left(
    conversion: Conversion, drafts: DraftVerifier, judged: Judged
) -> None:
    texts = {name: text for name, text in judged.ledger.texts.items() if name != "项目支出用途"}
    judged = replace(judged, ledger=replace(judged.ledger, texts=texts))
    report = conversion.narrate(judged)
    assert report.missing
    assert not list(draft_findings(report, judged, drafts))
