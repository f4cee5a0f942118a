"""Which prose of the Word documents a department filed goes into its ledger.

Any document only fills in what the supplement leaves empty. Our own report of the same year, edited by a
person, goes further: its prose also replaces texts from files that are as they were when it was made.
"""

import hashlib
from collections.abc import Mapping, Sequence, Set

from msgspec import Struct

from converter import messages
from converter.conversion.edited_report import EditedReport, read_edited
from converter.conversion.prose_sections import AssignedSection, assigned_sections, texts_of
from converter.document.read import read_trail
from converter.errors import DocumentError, ReadError
from converter.figures import Finding, Ledger, Outcome, Severity, Text
from converter.inbox import Department
from converter.pack import Pack
from converter.read import FiledFile, vet
from converter.trace import Trail


class ProseIntake(Struct, frozen=True):
    """Texts to enter into a ledger, also in place of those of the same name, and what to say about them."""

    texts: dict[str, Text]
    findings: tuple[Finding, ...] = ()


def take_in_prose(department: Department, ledger: Ledger, pack: Pack) -> ProseIntake:
    """Return what the department's documents, one after the other, give to its ledger."""
    used: dict[str, Text] = {}
    findings: list[Finding] = []
    for document in department.prose_files:
        try:
            vet(document, pack.limits)
            intake = _of_document(document, department, ledger, ledger.texts | used, pack)
        except (DocumentError, ReadError):
            findings.append(_unreadable(document))
        else:
            used |= intake.texts
            findings += intake.findings
    return ProseIntake(used, tuple(findings))


def _of_document(
    document: FiledFile, department: Department, ledger: Ledger, texts: Mapping[str, Text], pack: Pack
) -> ProseIntake:
    """Return what one document gives to a ledger that has these texts already."""
    trail = read_trail(document.read_bytes())
    if (
        not trail
        or not trail.line_digests
        or (trail.department, trail.year) != (ledger.department, ledger.year)
    ):
        sections = assigned_sections(document, ledger.department, pack)
        intake = _filled_in(document, texts_of(sections, document), texts, frozenset())
        return ProseIntake(intake.texts, (*intake.findings, *_unused(document, sections)))
    edited, unchanged = read_edited(document, trail, pack), _unchanged_files(department, trail)
    newer = {name for name, text in texts.items() if text.origin.file not in unchanged}
    intake = _filled_in(document, edited.texts, texts, texts.keys() - newer)
    return ProseIntake(intake.texts, (*intake.findings, *_left_out(document, edited, newer)))


def _filled_in(
    document: FiledFile, offered: Mapping[str, Text], texts: Mapping[str, Text], outdated: Set[str]
) -> ProseIntake:
    """Return those of the offered texts that are lacking or outdated; a note names those that say something
    else than before.
    """
    before = {name: _bare(text) for name, text in texts.items()}
    used = {name: text for name, text in offered.items() if name not in before or name in outdated}
    changed = [name for name, text in used.items() if _bare(text) != before.get(name)]
    if not changed:
        return ProseIntake(used)
    names = messages.phrases.AND.join(changed)
    message = messages.filing.PROSE_TAKEN_IN
    note = Finding.worded(message, Severity.NOTE, Outcome.HOLDS, file=document.name, names=names)
    return ProseIntake(used, (note,))


def _unused(document: FiledFile, sections: Sequence[AssignedSection]) -> tuple[Finding, ...]:
    """Return a note that names the chapters of a document that belong to no text, and counts its tables."""
    chapters = [
        messages.filing.CHAPTER.format(heading=section.heading)
        if section.heading
        else messages.filing.FIRST_LINES
        for section in sections
        if not section.name and section.lines and not section.is_table
    ]
    tables = sum(section.is_table for section in sections)
    parts = [messages.phrases.AND.join(dict.fromkeys(chapters))] if chapters else []
    parts += [messages.filing.TABLES_IN_PROSE.format(count=tables)] if tables else []
    if not parts:
        return ()
    message, unused = messages.filing.PROSE_UNUSED, messages.phrases.THEN.join(parts)
    return (Finding.worded(message, Severity.NOTE, Outcome.NOT_EVALUABLE, file=document.name, unused=unused),)


def _left_out(document: FiledFile, edited: EditedReport, newer: Set[str]) -> tuple[Finding, ...]:
    """Return a warning that names the edits not carried over: those of texts that are newer in a filed file
    among them.
    """
    overtaken = [messages.filing.EDITED_OLDER.format(name=name) for name in sorted(edited.changed & newer)]
    left_out = [*edited.left_out, *overtaken]
    if not left_out:
        return ()
    left = messages.phrases.THEN.join(left_out)
    message = messages.filing.EDITS_LEFT_OUT
    warning = Finding.worded(message, Severity.WARNING, Outcome.NOT_EVALUABLE, file=document.name, left=left)
    return (warning,)


def _unreadable(document: FiledFile) -> Finding:
    message = messages.filing.PROSE_UNREADABLE
    text = message.text.format(file=document.name)
    return Finding(message.code, Severity.WARNING, Outcome.NOT_EVALUABLE, text, to_supply=True)


def _unchanged_files(department: Department, trail: Trail) -> set[str]:
    """Return the names of the files that are as they were when the report was made."""
    then = {file.digest for file in trail.inputs}
    return {
        name
        for name, file in department.files.items()
        if hashlib.sha256(file.read_bytes()).hexdigest() in then
    }


def _bare(text: Text) -> str:
    """Return a text without white space, by which texts are compared."""
    return "".join(text.value.split())
