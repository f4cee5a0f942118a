"""What a person still has to do for one department, as a plain text that anyone can open."""

from collections.abc import Iterable

from converter import messages
from converter.conversion.judged import Judged
from converter.figures import Finding, Outcome, Severity

BOM = "\ufeff"  # without it, Notepad on older systems takes the text for GBK


def checklist(judged: Judged, missing: Iterable[str]) -> bytes:
    """Return the department's list: errors, warnings, what to supply, what could not be checked, and the
    files received.
    """
    entries: dict[str, list[str]] = {}
    for finding in judged.findings:
        entries.setdefault(_part_of(finding), []).append(checklist_line(finding))
    entries.setdefault(messages.filing.TO_SUPPLY, []).extend(missing)
    ledger = judged.ledger
    lines = [messages.filing.CHECKLIST_TITLE.format(year=ledger.year, department=ledger.department), ""]
    for part, heading in messages.filing.CHECKLIST_PARTS.items():
        lines += _section(heading, entries.get(part, []))
    if judged.inventory:
        lines += _section(messages.filing.FILES_RECEIVED, map(str, judged.inventory))
    lines.append(messages.filing.CHECKLIST_PASSED.format(count=len(judged.assessment.checks_held)))
    return (BOM + "\r\n".join(lines) + "\r\n").encode("utf-8")


def _section(heading: str, entries: Iterable[str]) -> list[str]:
    numbered = [f"{number}. {entry}" for number, entry in enumerate(entries, 1)]
    return [messages.filing.CHECKLIST_HEADING.format(heading=heading, count=len(numbered)), *numbered, ""]


def checklist_line(finding: Finding) -> str:
    """Return a finding in a line: code, message, hint."""
    hint = messages.filing.HINT.format(hint=finding.hint) if finding.hint else ""
    return messages.filing.ENTRY.format(code=finding.code, message=finding.message) + hint


def _part_of(finding: Finding) -> str:
    """Return the part of the list that a finding belongs to."""
    if finding.code == messages.filing.FORMS_MISSING.code:
        return messages.filing.TO_SUPPLY
    if finding.outcome is Outcome.NOT_EVALUABLE and finding.severity is Severity.NOTE:
        return Outcome.NOT_EVALUABLE
    return finding.severity
