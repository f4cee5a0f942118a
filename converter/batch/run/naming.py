"""Which department a folder or a file names, as far as that tells where a submission belongs."""

from functools import partial
from pathlib import Path

from converter.batch.run.worker import Worker
from converter.errors import Failure, attempt
from converter.inbox import ReceivedFiles, Submission, filed_file
from converter.read import FiledFile, FileKind, Reader, kind_of


def department_around(worker: Worker) -> str:
    """Return the department that the inbox is named after, '' if it is no department's folder."""
    names, name = worker.conversion.reader.department_names, worker.job.inbox.absolute().name
    return names.official(name) if names.is_organisation(name) and names.names_one(name) else ""


def department_called(worker: Worker, name: str) -> str:
    """Return the department that a folder is named after, '' if the name is no organisation's."""
    reader = worker.conversion.reader
    names = reader.department_names
    if not (names.is_organisation(name) and names.names_one(name)):
        return ""
    return reader.scope_words.bare(names.official(name))


def department_filed_in(worker: Worker, submission: Submission) -> str:
    """Return the department that the first workbook to name one says it is for, '' if none does."""
    reader = worker.conversion.reader
    received = ReceivedFiles(submission.filed_files, reader.copy_names, reader.limits)
    return next(filter(None, map(partial(_named_in, reader), received.workbooks)), "")


def department_named_in(worker: Worker, path: Path) -> str:
    """Return the department a workbook says it is for, '' if it says none; '' also for other files."""
    reader, file = worker.conversion.reader, filed_file(path)
    if attempt(file.name, lambda: kind_of(file, reader.limits)) is not FileKind.WORKBOOK:
        return ""
    return _named_in(reader, file)


def _named_in(reader: Reader, file: FiledFile) -> str:
    workbook = attempt(file.name, lambda: reader.open(file))
    if isinstance(workbook, Failure):
        return ""
    [identity] = reader.identify([workbook])
    return reader.scope_words.bare(identity.department)
