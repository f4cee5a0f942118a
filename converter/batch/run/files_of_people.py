"""What people left in a department's folder of the outbox since the last run."""

from collections.abc import Iterator
from pathlib import Path

from converter import messages
from converter.conversion import FilesOfPeople
from converter.outbox import Outbox, Record, safe_name
from converter.read import FiledFile


def files_of_people(root: Path, department: str, last: Record | None) -> FilesOfPeople:
    """Return what people left in the folder of a department in the outbox `root`; `last` is its record of the
    last run.
    """
    return FilesOfPeople(
        documents=tuple(_documents(root, department, last)),
        below=tuple(_below(root, department)),
        checklists=tuple(_checklists(root, department, last)),
        former_names=frozenset({last.department} if last else ()),
    )


def _documents(root: Path, department: str, last: Record | None) -> Iterator[FiledFile]:
    """Yield documents that may have people's edits: those in the department's folder that are not as we wrote
    them, and its last report if that has edits already.
    """
    outbox, folders = Outbox(root), {safe_name(department): None}
    if last and last.folder:
        folders[last.folder] = None
    paths = [path for folder in folders for path in outbox.documents_of_people(folder)]
    report = root / last.report if last and last.report else None
    if report and last and last.edits and report not in paths and report.is_file():
        paths.append(report)
    for path in sorted(paths, key=lambda path: path != report):
        yield FiledFile(path, path.name)


def _below(root: Path, department: str) -> Iterator[str]:
    """Yield the paths of people's documents in folders within the department's. They may be copies that
    somebody keeps, so they are named and left alone.
    """
    folder = safe_name(department)
    for path in Outbox(root).documents_below(folder):
        yield path.relative_to(root / folder).as_posix()


def _checklists(root: Path, department: str, last: Record | None) -> Iterator[FiledFile]:
    """Yield the checklist in which people may have explained findings, if there is one."""
    folder = last.folder if last and last.folder else safe_name(department)
    path = root / folder / messages.filing.CHECKLIST_WORKBOOK
    is_changed = Outbox(root).is_changed(folder, messages.filing.CHECKLIST_WORKBOOK)
    if is_changed or (last and last.said):
        yield FiledFile(path, path.name)
