"""A department's new record against the one stored by the run before."""

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace

from converter.conversion import Readiness
from converter.outbox.changes import Revision, figure_changes, findings_only_in
from converter.outbox.fingerprint import Provenance
from converter.outbox.record import HashedFile, LongLists, Record
from converter.outbox.results import StoredResult
from converter.pack import PackLabel


def with_revisions(record: Record, provenance: Provenance, before: StoredResult | None) -> Record:
    """Return the record with what changed since the run before, followed by what earlier runs changed.

    A first filing has no changes, nor has one that only fills in what was blank. Another pack or program
    counts as a change only where it made one, a person's edits of the report not at all.
    """
    earlier = before.find(record.key) if before else None
    if before is None or earlier is None:
        return record
    revision = _revision(earlier, before.provenance, record, provenance)
    revisions = earlier.lists.read_revisions()
    if _is_resubmission(revision, earlier):
        revisions = (revision, *revisions)
    lists = LongLists(record.lists.read_figures(), record.lists.read_detail_figures(), revisions)
    changes = len(revisions[0].figures) if revisions else 0
    return replace(record, revised=len(revisions), changes=changes, lists=lists)


def _revision(old: Record, made_old: Provenance, new: Record, made_new: Provenance) -> Revision:
    return Revision(
        date=f"{datetime.now():%Y-%m-%d %H:%M}",
        files=_changed_files(old.inputs, new.inputs),
        packs=_if_different(_pack(old, made_old), _pack(new, made_new)),
        programs=_if_different(_program(made_old), _program(made_new)),
        figures=figure_changes(old.read_all_figures(), new.read_all_figures()),
        findings_gone=findings_only_in(old.findings, new.findings),
        findings_new=findings_only_in(new.findings, old.findings),
    )


def _is_resubmission(revision: Revision, earlier: Record) -> bool:
    """Whether anything changed of what was filed or how it is judged.

    As long as a report can't be submitted, filling in what was blank is no change, nor is an answer.
    """
    judged_anew = revision.packs or revision.programs
    if earlier.readiness is not Readiness.READY:
        filed = {figure.id for figure in earlier.read_all_figures() if figure.cell}
        return any(
            change.old is not None and (judged_anew or change.id in filed) for change in revision.figures
        )
    found = revision.findings_gone or revision.findings_new
    return bool(revision.files or revision.figures or (judged_anew and found))


def _changed_files(old: Iterable[HashedFile], new: Iterable[HashedFile]) -> tuple[str, ...]:
    """Return the names of files that were added, removed or changed."""
    return tuple(sorted({file.name for file in {*old} ^ {*new}}))


def _if_different(old: str, new: str) -> tuple[str, ...]:
    return () if old == new else (old, new)


def _pack(record: Record, made: Provenance) -> str:
    """Return the pack of a record in words; those of earlier versions of the program have it in what the run
    was made with.
    """
    pack = (
        record.pack
        if record.pack.title
        else PackLabel(title=made.pack, version=made.version, digest=made.digest)
    )
    return f"{pack.title} {pack.version} ({pack.digest})"


def _program(provenance: Provenance) -> str:
    return f"{provenance.program} ({provenance.code})"
