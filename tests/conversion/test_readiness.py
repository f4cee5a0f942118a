"""What each kind of finding counts as, and what becomes of a report: the whole grid."""

from decimal import Decimal
from itertools import product

import pytest
from msgspec.structs import replace

from converter.conversion.conversion import Conversion
from converter.conversion.readiness import Part, Readiness, part_counts, part_of, readiness_of
from converter.figures.finding import Finding, Outcome, Severity
from converter.inbox.departments import split_by_department
from converter.inbox.submissions import Submission
from converter.narrative.blocks import Missing
from converter.pack.files.layers import BUILT_IN
from converter.pack.loading import load_pack
from converter.rules import Rules
from tests.conversion.conftest import SAMPLES

NOTES = {Outcome.ROUNDING: Part.ROUNDING, Outcome.NOT_EVALUABLE: Part.UNCHECKED}


def _finding(severity: Severity, outcome: Outcome, *, to_supply: bool = False) -> Finding:
    return Finding("码", severity, outcome, "话", to_supply=to_supply)


@pytest.mark.parametrize(("severity", "outcome"), [*product(Severity, Outcome)])
def test_the_part_of_a_finding(severity: Severity, outcome: Outcome) -> None:
    expected = {
        Severity.ERROR: Part.ERROR,
        Severity.WARNING: Part.WARNING,
        Severity.NOTE: NOTES.get(outcome, Part.NOTE),
    }
    assert part_of(_finding(severity, outcome)) is expected[severity]
    assert part_of(_finding(severity, outcome, to_supply=True)) is Part.SUPPLY


ERROR = _finding(Severity.ERROR, Outcome.DIFFERS)
WARNING = _finding(Severity.WARNING, Outcome.DIFFERS)
NOTE = _finding(Severity.NOTE, Outcome.ROUNDING)
LACKING = _finding(Severity.WARNING, Outcome.NOT_EVALUABLE, to_supply=True)


@pytest.mark.parametrize("beside", [(), (WARNING,), (NOTE,), (WARNING, NOTE)])
@pytest.mark.parametrize(
    ("findings", "missing", "readiness"),
    [
        ((), (), Readiness.READY),
        ((), ("职责",), Readiness.TO_SUPPLY),
        ((LACKING,), (), Readiness.TO_SUPPLY),
        ((ERROR,), (), Readiness.PENDING),
        ((ERROR, LACKING), ("职责",), Readiness.PENDING),
    ],
)
def test_errors_come_before_what_is_missing(
    findings: tuple[Finding, ...], missing: tuple[str, ...], readiness: Readiness, beside: tuple[Finding, ...]
) -> None:
    assert readiness_of((*beside, *findings), missing) is readiness
    counts = part_counts((*beside, *findings), missing)
    assert counts[Part.SUPPLY] == len(missing) + (LACKING in findings)
    assert counts.total() == len(beside) + len(findings) + len(missing)


def test_a_report_with_a_box_is_not_finished_though_nothing_can_be_entered_for_it() -> None:
    """Without posts there is no rate of those that are filled, and so no total."""
    pack = load_pack(BUILT_IN / "yueyang-2018")
    conversion, [folder] = Conversion(pack), [*(SAMPLES.parent / "inbox-yueyang").iterdir()]
    submission = Submission(folder.name, tuple(sorted(folder.iterdir())))
    [department] = split_by_department(submission, conversion.reader).departments
    judged = conversion.judge(department)
    none = {judged.ledger.figures["人员.编制"].cell}
    ledger = judged.ledger.scaled({cell for cell in none if cell}, Decimal(0))
    filed = {name: figure for name, figure in ledger.figures.items() if figure.cell}
    ledger = replace(ledger, figures=filed)
    assessment = Rules(pack).judge(ledger)
    ledger = ledger.with_figures(assessment.figures)
    report = conversion.narrate(replace(judged, ledger=ledger, assessment=assessment))
    [box] = [block.text for block in report.blocks if isinstance(block, Missing)]
    [line] = report.missing
    assert "“财政供养人员控制率”算不出得分" in line
    assert "财政供养人员控制率" in box
