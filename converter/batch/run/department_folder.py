"""A department's folder in the outbox: its files, each put there under its name."""

from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path, PurePath

from converter import messages
from converter.conversion import LISTED, Explanation, Readiness
from converter.outbox import HashedFile, Outbox, Record, bare_name, safe_name
from converter.pack import Pack


def report_name(department: str, year: int, pack: Pack) -> str:
    """Return what a department's report of a year is called, without its suffix."""
    return pack.meta.report.format(year=year, department=department)


class DepartmentFolder:
    """Puts the files of one department into an outbox; `record` says what became of it."""

    def __init__(self, root: Path, record: Record, pack: Pack) -> None:
        self._root, self._record, self._pack = root, record, pack
        self.outbox, self.name = Outbox(root), safe_name(record.department)
        self._stem = bare_name(report_name(self.name, record.year, pack))

    def put_report(self, document: bytes) -> HashedFile:
        """Put the report under the name that says how ready it is, instead of those under the others."""
        meta = self._pack.meta
        marks = {Readiness.READY: "", Readiness.TO_SUPPLY: meta.to_supply, Readiness.PENDING: meta.pending}
        names = {readiness: f"{self._stem}{mark}.docx" for readiness, mark in marks.items()}
        name = names.pop(self._record.readiness)
        return self.outbox.put(self.name, name, document, instead_of=tuple(names.values()))

    def put_checklist(self, checklist: bytes) -> HashedFile:
        """Put the checklist as a text."""
        return self.outbox.put(self.name, messages.filing.CHECKLIST_FILE, checklist)

    def put_review_copy(self, document: bytes) -> HashedFile | None:
        """Put the review copy, if there is one."""
        if not document:
            return None
        return self.outbox.put(self.name, f"{self._stem}{self._pack.meta.review}.docx", document)

    def put_changes(self) -> HashedFile | None:
        """Put the workbook of what resubmissions changed, if any did."""
        if not self._record.revised:
            return None
        from converter.outbox.changes_workbook import changes_workbook  # most departments have none

        data = changes_workbook(self._record, self._pack)
        return self.outbox.put(self.name, messages.runs.CHANGES_FILE, data)

    def put_checklist_workbook(self, explanations: Iterable[Explanation]) -> HashedFile | None:
        """Put the checklist as a workbook; with nothing on it, that of an earlier run is outdated."""
        name, counts, explanations = messages.filing.CHECKLIST_WORKBOOK, self._record.counts, [*explanations]
        if not explanations and not any(counts[part] for part in LISTED):
            self.outbox.retire(self._root / self.name / name)
            return None
        from converter.outbox.checklist_workbook import checklist_workbook

        return self.outbox.put(self.name, name, checklist_workbook(self._record, explanations, self._pack))

    def put_marked_copies(self, marked: Iterable[tuple[str, bytes]]) -> Iterator[HashedFile]:
        """Put workbooks that were marked, by their names, into a folder of their own; those of an earlier run
        go to the history.
        """
        inner, taken = f"{self.name}/{messages.filing.MARKED_FOLDER}", set[str]()
        for file, data in marked:
            stem = safe_name(PurePath(file).with_suffix("").as_posix())
            stems = (f"{stem}_{number}" if number > 1 else stem for number in count(1))
            stem = next(each for each in stems if each.casefold() not in taken)
            taken.add(stem.casefold())
            yield self.outbox.put(inner, messages.filing.MARKED_FILE.format(stem=stem), data)
        written = {messages.filing.MARKED_FILE.format(stem=stem) for stem in taken}
        self.outbox.retire_others(inner, messages.filing.MARKED_FILE.format(stem="*"), written)

    def put_page(self, page: bytes) -> HashedFile | None:
        """Put the page with the report and its sources; without one, that of an earlier run is outdated."""
        if not page:
            self.outbox.retire(self._root / self.name / messages.filing.PAGE_FILE)
            return None
        return self.outbox.put(self.name, messages.filing.PAGE_FILE, page)
