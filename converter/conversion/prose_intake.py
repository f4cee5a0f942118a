"""The prose a department filed as Word documents, taken into its ledger by simple laws.

Any document fills in only what the supplement leaves empty. Our own report of the same year, edited by a
person, goes further: its prose also replaces texts of files that are as they were when it was made.
"""

import hashlib
from collections.abc import Iterator, Mapping, Set
from pathlib import Path

from converter import messages
from converter.document.read import read_trail
from converter.errors import DocumentError, ReadError
from converter.figures import Finding, Ledger, Outcome, Severity, Text
from converter.inbox import Department
from converter.pack import Pack
from converter.read import vet
from converter.trace import Trail


def take_prose(case: Department, ledger: Ledger, pack: Pack) -> Iterator[Finding]:
    """Take the case's documents one after the other; yield what was taken, and what could not be."""
    for document in case.prose:
        try:
            vet(document, pack.limits)
            yield from _take(document, case, ledger, pack)
        except (DocumentError, ReadError):
            said = messages.filing.PROSE_UNREADABLE.format(file=document.name)
            yield Finding(
                messages.filing.PROSE_UNREADABLE_CODE, Severity.WARNING, Outcome.NOT_EVALUABLE, said
            )


def _take(document: Path, case: Department, ledger: Ledger, pack: Pack) -> Iterator[Finding]:
    from converter.conversion.edited_report import read_edited
    from converter.conversion.prose import read_prose

    trail = read_trail(document.read_bytes())
    if not trail or not trail.passages or (trail.department, trail.year) != (ledger.department, ledger.year):
        yield from _fill(document, read_prose(document, pack), ledger, frozenset())
        return
    edited, older = read_edited(document, trail, pack), _older(case, trail)
    newer = {name for name, text in ledger.texts.items() if text.origin.file not in older}
    yield from _fill(document, edited.texts, ledger, ledger.texts.keys() - newer)
    left = [messages.filing.EDITED_OLDER.format(name=name) for name in sorted(edited.changed & newer)]
    if left := [*edited.left, *left]:
        said = messages.filing.EDITED_LEFT.format(file=document.name, left=messages.checks.THEN.join(left))
        hint = messages.filing.EDITED_LEFT_HINT
        yield Finding(
            messages.filing.EDITED_LEFT_CODE, Severity.WARNING, Outcome.NOT_EVALUABLE, said, hint=hint
        )


def _fill(document: Path, found: Mapping[str, Text], ledger: Ledger, outdated: Set[str]) -> Iterator[Finding]:
    """Take texts that the ledger lacks, or has from before, and say which of them say something else."""
    standing = {name: "".join(text.value.split()) for name, text in ledger.texts.items()}
    fresh = {name: text for name, text in found.items() if name not in standing or name in outdated}
    ledger.texts.update(fresh)
    if take_prose := [
        name for name, text in fresh.items() if "".join(text.value.split()) != standing.get(name)
    ]:
        said = messages.filing.PROSE_TAKEN.format(
            file=document.name, names=messages.checks.AND.join(take_prose)
        )
        hint = messages.filing.PROSE_TAKEN_HINT
        yield Finding(messages.filing.PROSE_TAKEN_CODE, Severity.NOTE, Outcome.HOLDS, said, hint=hint)


def _older(case: Department, trail: Trail) -> set[str]:
    """Return the names of the files that are as they were when the report was made."""
    then = {each.digest for each in trail.inputs}
    return {path.name for path in case.files if hashlib.sha256(path.read_bytes()).hexdigest() in then}
