"""What each kind of finding counts as, and what becomes of a report: the whole grid."""

from itertools import product

import pytest

from converter.conversion.readiness import Part, Readiness, part_counts, part_of, readiness_of
from converter.figures.finding import Finding, Outcome, Severity

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
