"""What a machine is asked to do: the local run on a copy of some departments."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from converter import messages
from converter.batch import Job, run
from converter.cluster.copy import WRITTEN, Copy, copied
from converter.cluster.storage import Storage
from converter.errors import Failure
from converter.outbox import FOLDER, LOCK, LOG, LOOSE, MANIFEST, Record, ResultStore

Results = list[Record | Failure]
OWN = (LOCK, LOG, LOOSE, MANIFEST)  # of the run as a whole, not of a department

_one = Lock()  # a process does one run at a time, whatever number of threads Dask gives it


@dataclass(frozen=True, slots=True)
class Chunk:
    """Files of some departments, by their paths in the inbox `source`, and the files in which the outbox
    `target` keeps what became of them. The job's own folders stand for nothing here.
    """

    job: Job
    source: str
    target: str
    filed: tuple[str, ...]
    kept: tuple[str, ...]


def chunk_results(errand: Chunk) -> list[Results]:
    """Return what became of every bundle, without detail lines and what resubmissions changed.

    Doing an errand again, or on two machines at once, writes the same again.
    """
    with _one:
        return _done(errand, frozenset())


def _done(errand: Chunk, known: frozenset[str]) -> list[Results]:
    """Do an errand when its departments are `known` to have these folders in the outbox, and maybe others."""
    source, target = Storage(errand.source), Storage(errand.target)
    with copied(source, target) as copy:
        copy.fetch(errand.filed, errand.kept)
        folders = known | _departments(copy.outbox)
        copy.fetch((), _held(target, folders))
        results = _run(errand.job, copy)
        # A department that nothing is kept of may yet have files: a machine was lost before it was done.
        met = _departments(copy.outbox) - folders
        if _held(target, met):
            return _done(errand, folders | met)
        for name in OWN:
            (copy.outbox / name).unlink(missing_ok=True)
        copy.push()
    return results


def _run(job: Job, copy: Copy) -> list[Results]:
    steps = run(replace(job, inbox=copy.inbox, outbox=copy.outbox), 1)
    next(steps)  # tells how many there are
    return [[_whole(each) for each in results] for _, results in steps]


def _whole(each: Record | Failure) -> Record | Failure:
    """Return a record that holds its figures itself, since the file they lie in does not travel."""
    if isinstance(each, Failure):
        return each
    return replace(each, figures=tuple(each.figures), lines=(), revisions=())


def _departments(outbox: Path) -> frozenset[str]:
    """Return the folders of the departments that something is kept of."""
    kept = map(ResultStore.read, (outbox / FOLDER).glob("*"))
    records = (record for each in kept if each for record in each.everything)
    return frozenset(output.name.partition("/")[0] for record in records for output in record.outputs)


def _held(target: Storage, folders: Iterable[str]) -> list[str]:
    """Return the files the outbox holds of departments: their own, replaced ones, and the hashes of all."""
    places = ("{}", f"{messages.filing.HISTORY}/{{}}", f"{WRITTEN}{{}}.txt")
    return [
        name for folder in sorted(folders) for place in places for name in target.names(place.format(folder))
    ]
