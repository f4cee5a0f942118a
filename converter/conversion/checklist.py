"""What a person still has to do for one department, as a plain text anyone can open."""

from collections.abc import Iterable, Iterator

from converter import messages
from converter.conversion.conversion import Judged
from converter.figures import Finding, Outcome, Severity

BOM = "\ufeff"  # without it, Notepad on older systems takes the text for GBK


def checklist(judged: Judged, missing: Iterable[str]) -> bytes:
    """Return the department's list: errors, warnings, what to supply, what could not be checked."""
    by_kind: dict[str, list[Finding]] = {}
    for finding in judged.findings:
        by_kind.setdefault(kind_of(finding), []).append(finding)
    lines = [
        messages.filing.LIST_TITLE.format(year=judged.ledger.year, department=judged.ledger.department),
        "",
    ]
    for kind, heading in messages.filing.LIST_PARTS.items():
        entries = [*map(checklist_line, by_kind.get(kind, []))]
        if kind == messages.filing.TO_SUPPLY:
            entries += list(missing)
        lines += _part(heading, entries)
    lines.append(messages.filing.LIST_HELD.format(count=judged.judgement.held))
    return (BOM + "\r\n".join(lines) + "\r\n").encode("utf-8")


def kind_of(finding: Finding) -> str:
    """Return the part of the list a finding belongs to."""
    if finding.code == messages.filing.FORMS_LACKING_CODE:
        return messages.filing.TO_SUPPLY
    if finding.outcome is Outcome.NOT_EVALUABLE and finding.severity is Severity.NOTE:
        return Outcome.NOT_EVALUABLE
    return finding.severity


def checklist_line(finding: Finding) -> str:
    """Return a finding in a line: code, message, hint."""
    hint = messages.filing.HINT.format(hint=finding.hint) if finding.hint else ""
    return messages.filing.ENTRY.format(code=finding.code, message=finding.message) + hint


def _part(heading: str, entries: list[str]) -> Iterator[str]:
    yield messages.filing.LIST_HEADING.format(heading=heading, count=len(entries))
    yield from (f"{number}. {entry}" for number, entry in enumerate(entries, 1))
    yield ""
