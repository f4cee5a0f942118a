"""The files that a department gets: made, put into its folder, and what they replace put away."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from converter.batch.run.department_folder import DepartmentFolder, report_name
from converter.batch.run.extras import extras_of
from converter.batch.run.job import Job
from converter.conversion import Conversion, Converted, FinishedReport, checklist, readiness_words
from converter.outbox import HashedFile, Outputs, Record, hash_of_file
from converter.pack import Pack
from converter.trace import Input


class DepartmentFiles:
    """Writes the files of departments into an outbox, and those beside the report that a job asks for."""

    def __init__(self, root: Path, pack: Pack, conversion: Conversion, job: Job) -> None:
        self._root, self._pack, self._conversion, self._job = root, pack, conversion, job

    def write(self, converted: Converted, record: Record, last: Record | None) -> Record:
        """Write the report, the checklist, and what there is of changes and extras; return the record with
        the files. Edited reports go to the history, and what was written for the `last` record by another
        pack and is not written now.
        """
        judged, report = converted.judged, converted.report
        inputs = [Input(file.name, file.digest) for file in record.inputs]
        document = self._conversion.writer.write(report, judged, inputs)
        name = report_name(record.department, record.year, self._pack)
        ready = readiness_words(record.readiness, record.counts)
        finished = FinishedReport(judged, report, document, name, ready)
        extras = extras_of(converted.department, finished, inputs, self._conversion, self._job)
        listed = checklist(judged, report.missing, name, self._pack.label)
        with self._conversion.stopwatch.at("files"):
            folder = DepartmentFolder(self._root, record, self._pack)
            outputs = Outputs(
                report=folder.put_report(document),
                checklist=folder.put_checklist(listed),
                review_copy=folder.put_review_copy(extras.review),
                changes=folder.put_changes(),
                checklist_workbook=folder.put_checklist_workbook(judged.explanations),
                marked_copies=tuple(folder.put_marked_copies(extras.marked)),
                page=folder.put_page(extras.page),
            )
            if last and last.pack != record.pack:
                written = {file.name for file in outputs.files}
                for file in last.output_files:
                    if file.name not in written:
                        folder.outbox.retire(self._root / file.name)
            beside = self._retire(folder, [file.path for file in converted.edited])
        return replace(record, outputs=outputs, edited=tuple(folder.outbox.edited), beside=beside)

    def _retire(self, folder: DepartmentFolder, read: Sequence[Path]) -> tuple[HashedFile, ...]:
        """Move edited reports to the history, and return the other documents of people in the folder."""
        outbox = folder.outbox
        for path in read:
            if not path.is_relative_to(self._root):
                continue  # it was filed, and stays where it is
            if path in outbox.documents_of_people(path.parent.relative_to(self._root).as_posix()):
                outbox.retire(path)
        return tuple(
            HashedFile(path.relative_to(self._root).as_posix(), hash_of_file(path, path.name))
            for path in (*outbox.documents_of_people(folder.name), *outbox.documents_below(folder.name))
        )
