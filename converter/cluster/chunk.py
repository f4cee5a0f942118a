"""What a machine is asked to do: the local run on a copy of some departments."""

from collections.abc import Iterable
from pathlib import Path
from platform import node
from threading import Lock

from msgspec import Struct
from msgspec.structs import replace

from converter import messages
from converter.batch.run import Job, Worker, run
from converter.cluster.copy import WRITTEN, Copy, copied
from converter.cluster.storage import Storage
from converter.errors import Failure
from converter.inbox import files_by_folder
from converter.outbox import (
    FOLDER,
    LOCK,
    LOG,
    LOOSE,
    MANIFEST,
    SYSTEM_LOCK,
    LongLists,
    Provenance,
    Record,
    read_result,
)

Results = list[Record | Failure]
OF_THE_RUN = (LOCK, SYSTEM_LOCK, LOG, LOOSE, MANIFEST)  # files of the run as a whole, not of a department

_one_at_a_time = Lock()  # a process does one run, whatever number of threads Dask gives it


class Chunk(Struct, frozen=True):
    """Some departments to do; the `job`'s own folders do not matter here.

    - `provenance`: what the asking machine makes results with.
    - `filed`: the departments' files, by their paths in the inbox `source`; `bureau_files`: the files there
      that concern all departments.
    - `stored`: the results about them, by their paths in the outbox `target`.
    """

    job: Job
    provenance: Provenance
    source: str
    target: str
    filed: tuple[str, ...]
    bureau_files: tuple[str, ...]
    stored: tuple[str, ...]


def chunk_results(chunk: Chunk) -> list[Results]:
    """Do a chunk, and return what became of every submission, with none of the long lists but the figures.

    Done again, or on two machines at once, it writes the same again.
    """
    with _one_at_a_time:
        return _results(chunk, frozenset())


def _results(chunk: Chunk, known: frozenset[str]) -> list[Results]:
    """Do a chunk whose departments have the folders `known` in the outbox, and maybe others."""
    source, target = Storage(chunk.source), Storage(chunk.target)
    with copied(source, target) as copy:
        copy.fetch((*chunk.filed, *chunk.bureau_files), chunk.stored)
        folders = known | _department_folders(copy.outbox)
        copy.fetch((), _files_of(folders, target))
        if there := _other_provenance(chunk, copy):
            return [
                [_refused(place, there, chunk.provenance)] for place in sorted(files_by_folder(chunk.filed))
            ]
        results = _run(chunk.job, copy)
        # A department of which nothing is stored may yet have files: a machine was lost before it was done.
        met = _department_folders(copy.outbox) - folders
        if _files_of(met, target):
            return _results(chunk, folders | met)
        for name in OF_THE_RUN:
            (copy.outbox / name).unlink(missing_ok=True)
        copy.push()
    return results


def _other_provenance(chunk: Chunk, copy: Copy) -> Provenance | None:
    """Return what this machine would make results with, None if it is what the asking one does."""
    there = Worker(replace(chunk.job, inbox=copy.inbox, outbox=copy.outbox)).provenance
    return None if there == chunk.provenance else there


def _refused(folder: str, there: Provenance, asked: Provenance) -> Failure:
    place = folder or messages.filing.LOOSE
    text = messages.runs.MACHINE_DIFFERS.format(
        name=place, host=node(), there=_described(there), asked=_described(asked)
    )
    return Failure(place, text, place)


def _described(made: Provenance) -> str:
    return messages.runs.MADE_BY.format(
        program=made.program, code=made.code, pack=made.version, digest=made.digest[:16]
    )


def _run(job: Job, copy: Copy) -> list[Results]:
    steps = run(replace(job, inbox=copy.inbox, outbox=copy.outbox), 1)
    next(steps)  # only says how many there are
    return [[_with_figures(result) for result in results] for _, results in steps]


def _with_figures(result: Record | Failure) -> Record | Failure:
    """Return a record that holds its figures itself, since their file is not sent."""
    if isinstance(result, Failure):
        return result
    return replace(result, lists=LongLists(result.lists.read_figures()))


def _department_folders(outbox: Path) -> frozenset[str]:
    """Return the folders of the departments of which anything is stored."""
    results = map(read_result, (outbox / FOLDER).glob("*"))
    records = (record for result in results if result for record in result.all_records)
    return frozenset(file.name.partition("/")[0] for record in records for file in record.output_files)


def _files_of(folders: Iterable[str], target: Storage) -> list[str]:
    """Return the files the outbox has of departments: their own, replaced ones, and the hashes of all."""
    places = ("{}", f"{messages.filing.HISTORY}/{{}}", f"{WRITTEN}{{}}.txt")
    return [
        name for folder in sorted(folders) for place in places for name in target.names(place.format(folder))
    ]
