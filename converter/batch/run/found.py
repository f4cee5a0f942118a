"""What is to be done in an inbox: its submissions, all that were filed for one department together."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from converter.batch import Pool
from converter.batch.run.naming import (
    department_around,
    department_called,
    department_filed_in,
    department_named_in,
)
from converter.batch.run.worker import Worker
from converter.errors import Failure, attempt
from converter.inbox import Submission, joined, readable, split_loose_files, submissions
from converter.outbox import KnownNames, hash_of_file, hash_of_files

TRIES = 2  # to read whose a folder is: a process may have been killed at it
NamesByPath = Mapping[str, str | None]


class Found(Struct, frozen=True):
    """The submissions of an inbox, and what had to be read to tell them apart. Unless `all_seen`, others may
    be hidden behind what can't be read.
    """

    submissions: list[Submission]
    known: KnownNames
    all_seen: bool


def find_submissions(worker: Worker, pool: Pool[Worker], known: KnownNames) -> Found:
    """Return what is in the inbox, its loose files grouped by the department they name, and folders for the
    same department together.

    What an earlier run has `known` of files is not read again.
    """
    found: list[Submission] = []
    named: dict[str, str] = {}
    all_seen = worker.job.only is None
    for submission in _submissions(worker):
        if submission.folder == "" and "" in worker.job.waiting:
            all_seen = False
        elif submission.folder or submission.department:
            found.append(submission)
        else:
            hashes = _hashes(submission)
            all_seen = all_seen and len(hashes) == len(submission.files)
            named = _departments(hashes, pool, known.named)
            by_path = {path: named[digest] for path, digest in hashes.items() if digest in named}
            found += split_loose_files(submission, by_path, department_around(worker))
    names, read = _names(found, worker, pool, known.named)
    groups = _groups(found, names, known.groups)
    together = tuple(tuple(each.name for each in group) for group in groups if len(group) > 1)
    everything = [group[0] if len(group) == 1 else joined(group) for group in groups]
    return Found(everything, replace(known, named=named | read, groups=together), all_seen and bool(found))


def _submissions(worker: Worker) -> list[Submission]:
    """Return the submissions of the inbox, or the one file that is to be looked at as one."""
    found, only = submissions(worker.job.inbox, worker.not_filed), worker.job.only
    if only is None:
        return found
    return [replace(each, files=(only,)) for each in found if only in each.files]


def _names(
    found: list[Submission], worker: Worker, pool: Pool[Worker], known: Mapping[str, str]
) -> tuple[NamesByPath, dict[str, str]]:
    """Return the department of each submission by the submission's name, '' where only its tables can tell,
    None where it can't be read now; and the names that were looked up in files, by the files' hash.

    A folder named after an organisation is not looked into for that.
    """
    names = {each.name: _name_of_folder(each, worker) for each in found}
    to_look_up = [each for each in found if each.folder and names[each.name] == ""]
    if len(found) < 2 or not to_look_up:
        return names, {}
    hashed = [(each, attempt(each.name, partial(hash_of_files, each))) for each in to_look_up]
    names |= {each.name: None for each, digest in hashed if isinstance(digest, Failure)}
    digests = [(each, digest) for each, digest in hashed if not isinstance(digest, Failure)]
    read = _read_names([each for each, digest in digests if digest not in known], pool)
    looked_up: dict[str, str] = {}
    for each, digest in digests:
        names[each.name] = name = read.get(each.name, known.get(digest))
        if name is not None:
            looked_up[digest] = name
    return names, looked_up


def _name_of_folder(submission: Submission, worker: Worker) -> str | None:
    if submission.unseen or submission.folder in worker.job.waiting:
        return None
    return department_called(worker, submission.department or submission.folder)


def _read_names(several: Iterable[Submission], pool: Pool[Worker]) -> dict[str, str]:
    """Return the department that each submission's workbooks name, none of one that can't be read now."""
    names: dict[str, str] = {}
    for _ in range(TRIES):
        left = [(each.name, each) for each in several if each.name not in names]
        answers = zip(left, pool.results(department_filed_in, left), strict=True)
        names |= {name: answer for (name, _), answer in answers if not isinstance(answer, Failure)}
    return names


def _groups(
    found: Iterable[Submission], names: NamesByPath, before: Iterable[Iterable[str]]
) -> list[list[Submission]]:
    """Return the submissions for one department together. What can't be read now stays where it was `before`,
    and with it what was there too.
    """
    group_before = {name: f"\0{number}" for number, group in enumerate(before) for name in group}
    staying = {group_before.get(each.name, "") for each in found if names[each.name] is None} - {""}
    groups: dict[str, list[Submission]] = {}
    for each in found:
        old = group_before.get(each.name, "")
        key = old if old in staying else names[each.name]
        groups.setdefault(key or f"\0\0{each.name}", []).append(each)
    return list(groups.values())


def _hashes(submission: Submission) -> dict[Path, str]:
    """Return the hash of each file that can be read."""
    files = zip(submission.files, submission.file_names, strict=True)
    hashed = {path: attempt(name, partial(hash_of_file, path, name)) for path, name in files}
    return {path: digest for path, digest in hashed.items() if not isinstance(digest, Failure)}


def _departments(hashes: Mapping[Path, str], pool: Pool[Worker], known: Mapping[str, str]) -> dict[str, str]:
    """Return the departments that files name, by the file's hash: known already, or read now."""
    to_read = [path for path, digest in hashes.items() if digest not in known]
    names = pool.results(department_named_in, [(readable(path.name), path) for path in to_read])
    read = {
        hashes[path]: name for path, name in zip(to_read, names, strict=True) if not isinstance(name, Failure)
    }
    return {
        digest: name
        for digest in hashes.values()
        if (name := read.get(digest, known.get(digest))) is not None
    }
