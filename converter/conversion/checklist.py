"""What a person still has to do for one department, as a plain text that anyone can open."""

from collections.abc import Iterable

from converter import messages
from converter.conversion.judged import Judged
from converter.conversion.readiness import Part, part_of
from converter.figures import Finding
from converter.pack import PackLabel

BOM = "\ufeff"  # without it, Notepad on older systems takes the text for GBK


def checklist(judged: Judged, missing: Iterable[str], report: str, pack: PackLabel) -> bytes:
    """Return the department's list: of which report by which pack, part by part, and the files received."""
    entries = checklist_parts(judged.findings, missing)
    lines = [
        messages.filing.CHECKLIST_TITLE.format(report=report),
        pack.in_words,
        "",
    ]
    for part in Part:
        lines += _section(messages.filing.CHECKLIST_PARTS[part], entries[part])
    if judged.inventory:
        lines += _section(messages.filing.FILES_RECEIVED, map(str, judged.inventory))
    lines.append(messages.filing.CHECKLIST_PASSED.format(count=len(judged.assessment.checks_held)))
    return (BOM + "\r\n".join(lines) + "\r\n").encode("utf-8")


def checklist_parts(findings: Iterable[Finding], missing: Iterable[str]) -> dict[Part, list[str]]:
    """Return the lines of each part, in order."""
    entries: dict[Part, list[str]] = {part: [] for part in Part}
    for finding in findings:
        entries[part_of(finding)].append(checklist_line(finding))
    entries[Part.SUPPLY].extend(missing)
    return entries


def _section(heading: str, entries: Iterable[str]) -> list[str]:
    numbered = [f"{number}. {entry}" for number, entry in enumerate(entries, 1)]
    return [messages.filing.CHECKLIST_HEADING.format(heading=heading, count=len(numbered)), *numbered, ""]


def checklist_line(finding: Finding) -> str:
    """Return a finding in a line: code, message, hint; for the hint what a person explained."""
    hint = messages.filing.HINT.format(hint=finding.hint) if finding.hint and not finding.explained else ""
    return finding_line(finding) + hint


def finding_line(finding: Finding) -> str:
    """Return a finding in a line without its hint."""
    return messages.filing.ENTRY.format(code=finding.code, message=explained_message(finding))


def part_word(finding: Finding) -> str:
    """Return in a word what kind of finding it is, as the checklist as a workbook calls it."""
    return messages.edits.LIST_PARTS.get(part_of(finding), messages.filing.SEVERITIES["note"])


def explained_message(finding: Finding) -> str:
    """Return what is found, and what a person explained about it."""
    said = messages.edits.EXPLAINED.format(said=finding.explained) if finding.explained else ""
    return finding.message + said
