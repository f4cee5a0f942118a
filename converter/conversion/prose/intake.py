"""Which prose of the Word documents a department filed goes into its ledger: what its supplement lacks."""

import re
from collections.abc import Callable, Container, Mapping, Sequence

from msgspec import Struct

from converter import messages
from converter.chinese import ELLIPSIS
from converter.conversion.prose.sections import AssignedSection, assigned_sections, texts_of, year_of
from converter.errors import DocumentError, ReadError
from converter.figures import Finding, Ledger, Outcome, Severity, Text
from converter.inbox import Department
from converter.pack import Pack
from converter.read import FiledFile, vet

AROUND = 16  # characters shown before and behind where two texts differ


class ProseIntake(Struct, frozen=True):
    """Texts to enter into a ledger, and what to say about them."""

    texts: dict[str, Text]
    findings: tuple[Finding, ...] = ()


def take_in_prose(
    department: Department, ledger: Ledger, pack: Pack, year_named: Callable[[str], int]
) -> ProseIntake:
    """Return what the department's documents, one after the other, give to its ledger: those first that are
    called revised; those of another year give nothing. `year_named` tells the year that a title or the name
    of a file names.
    """
    revised = re.compile("|".join(pack.labels.revised))
    used: dict[str, Text] = {}
    findings: list[Finding] = []
    is_revised = {file.name: bool(revised.search(file.path.stem)) for file in department.prose_files}
    for document in sorted(department.prose_files, key=lambda file: not is_revised[file.name]):
        try:
            vet(document, pack.limits)
            sections = assigned_sections(document, ledger.department, pack)
            year = year_of(sections, document, year_named)
        except (DocumentError, ReadError):
            findings.append(_unreadable(document))
            continue
        if year not in (0, ledger.year):
            findings.append(_of_another_year(document, year, ledger.year))
            continue
        offered = texts_of(sections, document)
        contradicted = _contradicted(
            document, offered, used | (ledger.texts if is_revised[document.name] else {})
        )
        intake = _filled_in(document, offered, ledger.texts | used, contradicted)
        used |= intake.texts
        findings += (*intake.findings, *contradicted.values(), *_unused(document, sections))
    return ProseIntake(used, tuple(findings))


def _of_another_year(document: FiledFile, other: int, year: int) -> Finding:
    message = messages.filing.PROSE_OF_ANOTHER_YEAR
    return Finding.worded(
        message, Severity.NOTE, Outcome.NOT_EVALUABLE, file=document.name, other=other, year=year
    )


def _filled_in(
    document: FiledFile, offered: Mapping[str, Text], texts: Mapping[str, Text], asked: Container[str]
) -> ProseIntake:
    """Return those of the offered texts that are lacking; notes name them, and those that say other words,
    unless they are asked about.
    """
    used = {name: text for name, text in offered.items() if name not in texts}
    given = [name for name in offered if name in texts and name not in asked]
    other = [name for name in given if _words(offered[name]) != _words(texts[name])]
    said = ((messages.filing.PROSE_TAKEN_IN, used), (messages.filing.PROSE_GIVEN_ALREADY, other))
    notes = (
        Finding.worded(
            message, Severity.NOTE, Outcome.HOLDS, file=document.name, names=messages.phrases.AND.join(names)
        )
        for message, names in said
        if names
    )
    return ProseIntake(used, tuple(notes))


def _contradicted(
    document: FiledFile, offered: Mapping[str, Text], used: Mapping[str, Text]
) -> dict[str, Finding]:
    """Return an error for each text of which what is used does not say all that this document does: which of
    them is right only a person knows.
    """
    found: dict[str, Finding] = {}
    for name, text in offered.items():
        if name in used and _words(text) not in _words(used[name]):
            ours, other = _apart(used[name].value, text.value)
            found[name] = Finding.worded(
                messages.filing.PROSE_CONTRADICTED, Severity.ERROR, Outcome.DIFFERS, file=document.name,
                name=name, used=used[name].origin.file, ours=ours, other=other,
            )  # fmt: skip
    return found


def _words(text: Text) -> str:
    return "".join(filter(str.isalnum, text.value))


def _apart(one: str, other: str) -> tuple[str, str]:
    """Return what two texts say where they first differ."""
    texts = ["".join(one.split()), "".join(other.split())]
    at = next(
        (at for at, signs in enumerate(zip(*texts, strict=False)) if signs[0] != signs[1]), len(texts[0])
    )
    return _around(texts[0], at), _around(texts[1], at)


def _around(text: str, at: int) -> str:
    first, end = max(at - AROUND, 0), at + AROUND
    return (ELLIPSIS if first else "") + text[first:end] + (ELLIPSIS if end < len(text) else "")


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


def _unreadable(document: FiledFile) -> Finding:
    message = messages.filing.PROSE_UNREADABLE
    text = message.text.format(file=document.name)
    return Finding(message.code, Severity.WARNING, Outcome.NOT_EVALUABLE, text, to_supply=True)
