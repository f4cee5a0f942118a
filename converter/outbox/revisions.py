"""A department's new result against the one kept of the run before."""

from dataclasses import replace
from datetime import datetime

from converter.outbox.changes import Revision, figure_changes, without
from converter.outbox.fingerprint import MadeBy
from converter.outbox.record import Record, Stored
from converter.outbox.results import StoredResult


def revised(record: Record, made: MadeBy, before: StoredResult | None) -> Record:
    """Return the record with what changed since the last run put before what earlier runs changed.

    A first filing has no changes. Another pack or program counts as a change only where it made one.
    """
    earlier = next((each for each in before.everything if _same(each, record)), None) if before else None
    if before is None or earlier is None:
        return record
    revision = Revision(
        date=f"{datetime.now():%Y-%m-%d %H:%M}",
        files=_files(earlier.inputs, record.inputs),
        packs=_moved(_pack(before.made), _pack(made)),
        programs=_moved(_program(before.made), _program(made)),
        figures=figure_changes(earlier.all_figures, record.all_figures),
        gone=without(earlier.findings, record.findings),
        come=without(record.findings, earlier.findings),
    )
    revisions = tuple(earlier.revisions)
    if revision.files or revision.figures or revision.gone or revision.come:
        revisions = (revision, *revisions)
    changes = len(revisions[0].figures) if revisions else 0
    return replace(record, revised=len(revisions), changes=changes, revisions=revisions)


def _same(one: Record, other: Record) -> bool:
    return (one.department, one.year) == (other.department, other.year)


def _files(old: tuple[Stored, ...], new: tuple[Stored, ...]) -> tuple[str, ...]:
    """Return the names of files that were added, removed or changed."""
    return tuple(sorted({each.name for each in {*old} ^ {*new}}))


def _moved(old: str, new: str) -> tuple[str, ...]:
    return () if old == new else (old, new)


def _pack(made: MadeBy) -> str:
    return f"{made.pack} {made.version} ({made.digest})"


def _program(made: MadeBy) -> str:
    return f"{made.program} ({made.code})"
