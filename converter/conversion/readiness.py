"""How ready a department's report is to be submitted, and what counts for it: decided only here."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from converter import messages
from converter.figures import CellOrigin, Finding, Outcome, Severity


class Readiness(StrEnum):
    """What became of a department: its report may be submitted, lacks something, has errors, could not be
    made, or nothing was filed. The values are those of the JSON, the words shown are in `messages.overview`.
    """

    READY = "ready"
    TO_SUPPLY = "to-supply"
    PENDING = "pending"
    FAILED = "failed"
    NOT_FILED = "not-filed"


class Part(StrEnum):
    """The parts of a checklist, in order. What stands in one counts as that on screen, in the overview and in
    the manifest. Nobody has to act on `ROUNDING`, nor can on `UNCHECKED`.
    """

    ERROR = "error"
    WARNING = "warning"
    EXPLAINED = "explained"
    SUPPLY = "supply"
    NOTE = "note"
    ROUNDING = "rounding"
    UNCHECKED = "unchecked"


LISTED = (Part.ERROR, Part.WARNING, Part.EXPLAINED, Part.SUPPLY)
"""What people may say something about, in the checklist as a workbook."""
_BY_GRAVITY = (Part.ERROR, Part.WARNING, Part.SUPPLY, Part.EXPLAINED, Part.NOTE)
_OF_NOTES = {Outcome.ROUNDING: Part.ROUNDING, Outcome.NOT_EVALUABLE: Part.UNCHECKED}
_OF_SEVERITIES = {
    Severity.ERROR: Part.ERROR,
    Severity.WARNING: Part.WARNING,
    Severity.NOTE: Part.NOTE,
}


def part_of(finding: Finding) -> Part:
    """Return the part of the checklist a finding stands in."""
    if finding.explained:
        return Part.EXPLAINED
    if finding.to_supply:
        return Part.SUPPLY
    if finding.severity is Severity.NOTE:
        return _OF_NOTES.get(finding.outcome, Part.NOTE)
    return _OF_SEVERITIES[finding.severity]


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings without those that nobody has to act on, as they matter."""
    acted_on = (finding for finding in findings if part_of(finding) in _BY_GRAVITY)
    return sorted(acted_on, key=lambda finding: _BY_GRAVITY.index(part_of(finding)))


def cells_in_doubt(findings: Iterable[Finding]) -> Iterator[CellOrigin]:
    """Yield the cells that errors say are wrong; where they can't tell which of several is, all of them."""
    for finding in findings:
        if part_of(finding) is Part.ERROR:
            yield from finding.doubted_cells


def part_counts(findings: Iterable[Finding], missing: Sequence[str]) -> Counter[Part]:
    """Return how much stands in each part, given what was found and what else a person has to supply."""
    return Counter({Part.SUPPLY: len(missing)}) + Counter(map(part_of, findings))


def readiness_of(findings: Iterable[Finding], missing: Sequence[str]) -> Readiness:
    """Return how ready a report is: pending while there are errors, whatever it lacks besides."""
    counts = part_counts(findings, missing)
    if counts[Part.ERROR]:
        return Readiness.PENDING
    return Readiness.TO_SUPPLY if counts[Part.SUPPLY] else Readiness.READY


def summary_words(readiness: Counter[Readiness]) -> str:
    """Return in words how many reports are how ready, and how much could not be done."""
    failed = readiness[Readiness.FAILED]
    failures = messages.screen.SUMMARY_FAILED.format(failed=failed) if failed else ""
    if failed == readiness.total() > 0:
        return failures
    counts = (
        words.format(count=readiness[Readiness(each)])
        for each, words in messages.screen.SUMMARY_COUNTS.items()
        if readiness[Readiness(each)]
    )
    departments = messages.screen.SUMMARY.format(
        total=readiness.total() - failed, counts=messages.screen.TO_DO_AND.join(counts)
    )
    return departments + failures


def readiness_words(readiness: Readiness, counts: Counter[Part]) -> str:
    """Return in words how ready a report is, and how much there is to do about it."""
    to_do = (
        words.format(count=counts[Part(part)])
        for part, words in messages.screen.TO_DO.items()
        if counts[Part(part)]
    )
    ready = [messages.screen.READY] if readiness is Readiness.READY else []
    return messages.screen.TO_DO_AND.join([*ready, *to_do])
