"""The files that a department gets in the outbox: which, and under which names."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path, PurePath

from msgspec.structs import replace

from converter import messages
from converter.batch.run.extras import extras_of
from converter.batch.run.job import Job
from converter.conversion import (
    LISTED,
    Conversion,
    Converted,
    FinishedReport,
    Judged,
    LeftFiles,
    Readiness,
    checklist,
    readiness_words,
)
from converter.outbox import HashedFile, Outbox, Outputs, Record, bare_name, hash_of_file, safe_name
from converter.pack import Pack
from converter.read import FiledFile
from converter.trace import Input


class DepartmentFiles:
    """Writes the files of departments into an outbox, and those besides the report that a job asks for."""

    def __init__(self, root: Path, pack: Pack, conversion: Conversion, job: Job) -> None:
        self._root, self._pack, self._conversion, self._job = root, pack, conversion, job

    def left_by_people(self, department: str, last: Record | None) -> LeftFiles:
        """Return what people left in a department's folder; `last` is its record of the last run."""
        return LeftFiles(
            documents=tuple(self._documents(department, last)),
            below=tuple(self._below(department)),
            checklists=tuple(self._checklists(department, last)),
            former_names=frozenset({last.department} if last else ()),
        )

    def _documents(self, department: str, last: Record | None) -> Iterator[FiledFile]:
        """Yield what may tell of people's edits: documents in the department's folder that are not as we
        wrote them, and its last report if that has edits already.
        """
        outbox, folders = Outbox(self._root), {safe_name(department): None}
        if last and last.folder:
            folders[last.folder] = None
        paths = [path for folder in folders for path in outbox.documents_of_people(folder)]
        report = self._root / last.report if last and last.report else None
        if report and last and last.edits and report not in paths and report.is_file():
            paths.append(report)
        for path in sorted(paths, key=lambda path: path != report):
            yield FiledFile(path, path.name)

    def _below(self, department: str) -> Iterator[str]:
        """Yield the documents of people in folders within the department's, as it would name them: they may
        be copies that somebody put aside, so they are named and left alone.
        """
        folder = safe_name(department)
        for path in Outbox(self._root).documents_below(folder):
            yield path.relative_to(self._root / folder).as_posix()

    def _checklists(self, department: str, last: Record | None) -> Iterator[FiledFile]:
        """Yield the checklist in which people may have explained findings, if there is one."""
        folder = last.folder if last and last.folder else safe_name(department)
        path = self._root / folder / messages.filing.CHECKLIST_WORKBOOK
        is_changed = Outbox(self._root).is_changed(folder, messages.filing.CHECKLIST_WORKBOOK)
        if is_changed or (last and last.said):
            yield FiledFile(path, path.name)

    def write(self, converted: Converted, record: Record, last: Record | None) -> Record:
        """Write the report, the checklist, and what there is of changes and extras; return the record with
        the files. Edited reports go to the history, and what was written for the `last` record by another
        pack and is not written now.
        """
        judged, report = converted.judged, converted.report
        inputs = [Input(file.name, file.digest) for file in record.inputs]
        document = self._conversion.writer.write(report, judged, inputs)
        name = self._report_name(record.department, record.year)
        ready = readiness_words(record.readiness, record.counts)
        finished = FinishedReport(judged, report, document, name, ready)
        extras = extras_of(converted.department, finished, inputs, self._conversion, self._job)
        listed = checklist(judged, tuple(report.missing), name, self._pack.label)
        with self._conversion.stopwatch.at("files"):
            outbox, folder = Outbox(self._root), safe_name(record.department)
            outputs = Outputs(
                report=self._put_report(outbox, folder, record, document),
                checklist=outbox.put(folder, messages.filing.CHECKLIST_FILE, listed),
                review_copy=self._put_review_copy(outbox, folder, record.year, extras.review),
                changes=self._put_changes(outbox, folder, record),
                checklist_workbook=self._put_workbook(outbox, folder, record, judged),
                marked_copies=tuple(self._put_marked(outbox, folder, extras.marked)),
                page=self._put_page(outbox, folder, extras.page),
            )
            if last and last.pack != record.pack:
                written = {file.name for file in outputs.files}
                for file in last.output_files:
                    if file.name not in written:
                        outbox.retire(self._root / file.name)
            beside = self._retire(outbox, folder, [file.path for file in converted.edited])
        return replace(record, outputs=outputs, edited=tuple(outbox.edited), beside=beside)

    def _retire(self, outbox: Outbox, folder: str, read: Sequence[Path]) -> tuple[HashedFile, ...]:
        """Move edited reports to the history, and return the other documents of people in the folder."""
        for path in read:
            if not path.is_relative_to(self._root):
                continue  # it was filed, and stays where it is
            if path in outbox.documents_of_people(path.parent.relative_to(self._root).as_posix()):
                outbox.retire(path)
        return tuple(
            HashedFile(path.relative_to(self._root).as_posix(), hash_of_file(path, path.name))
            for path in (*outbox.documents_of_people(folder), *outbox.documents_below(folder))
        )

    def _put_report(self, outbox: Outbox, folder: str, record: Record, document: bytes) -> HashedFile:
        """Put the report under the name that says how ready it is, instead of those under the others."""
        names = self._report_names(folder, record.year)
        name = names.pop(record.readiness)
        return outbox.put(folder, name, document, instead_of=tuple(names.values()))

    def _put_review_copy(self, outbox: Outbox, folder: str, year: int, document: bytes) -> HashedFile | None:
        if not document:
            return None
        return outbox.put(folder, f"{self._stem(folder, year)}{self._pack.meta.review}.docx", document)

    def _put_marked(
        self, outbox: Outbox, folder: str, marked: Iterable[tuple[str, bytes]]
    ) -> Iterator[HashedFile]:
        """Put workbooks that were marked, by their names, into a folder of their own; those of an earlier run
        go to the history.
        """
        inner, taken = f"{folder}/{messages.filing.MARKED_FOLDER}", set[str]()
        for file, data in marked:
            stem = safe_name(PurePath(file).with_suffix("").as_posix())
            stems = (f"{stem}_{number}" if number > 1 else stem for number in count(1))
            stem = next(each for each in stems if each.casefold() not in taken)
            taken.add(stem.casefold())
            yield outbox.put(inner, messages.filing.MARKED_FILE.format(stem=stem), data)
        written = {messages.filing.MARKED_FILE.format(stem=stem) for stem in taken}
        outbox.retire_others(inner, messages.filing.MARKED_FILE.format(stem="*"), written)

    def _put_page(self, outbox: Outbox, folder: str, page: bytes) -> HashedFile | None:
        """Put the page with the report and its sources; without one, that of an earlier run is outdated."""
        if not page:
            outbox.retire(self._root / folder / messages.filing.PAGE_FILE)
            return None
        return outbox.put(folder, messages.filing.PAGE_FILE, page)

    def _put_workbook(self, outbox: Outbox, folder: str, record: Record, judged: Judged) -> HashedFile | None:
        name = messages.filing.CHECKLIST_WORKBOOK
        counts = record.counts
        if not judged.explanations and not any(counts[part] for part in LISTED):
            outbox.retire(self._root / folder / name)
            return None
        from converter.outbox.checklist_workbook import checklist_workbook

        return outbox.put(folder, name, checklist_workbook(record, judged.explanations, self._pack))

    def _put_changes(self, outbox: Outbox, folder: str, record: Record) -> HashedFile | None:
        if not record.revised:
            return None
        from converter.outbox.changes_workbook import changes_workbook  # most departments have none

        return outbox.put(folder, messages.runs.CHANGES_FILE, changes_workbook(record, self._pack))

    def _report_names(self, folder: str, year: int) -> dict[Readiness, str]:
        """Return what a report is named, by how ready it is."""
        stem, meta = self._stem(folder, year), self._pack.meta
        marks = {Readiness.READY: "", Readiness.TO_SUPPLY: meta.to_supply, Readiness.PENDING: meta.pending}
        return {readiness: f"{stem}{mark}.docx" for readiness, mark in marks.items()}

    def _stem(self, folder: str, year: int) -> str:
        return bare_name(self._report_name(folder, year))

    def _report_name(self, department: str, year: int) -> str:
        return self._pack.meta.report.format(year=year, department=department)
