"""What a job asks for besides reports and lists: review copies, marked workbooks, pages side by side."""

from msgspec import Struct

from converter.batch.run.job import Job
from converter.conversion import Conversion, Judged, readiness_words
from converter.inbox import Department
from converter.narrative import Report
from converter.outbox import Record
from converter.pack import Pack
from converter.trace import Input


class MadeCopies(Struct, frozen=True):
    """The review copy (b"" if there is none), workbooks marked, by their names when filed, and the page."""

    review: bytes = b""
    marked: tuple[tuple[str, bytes], ...] = ()
    page: bytes = b""


class Copies:
    """Makes what a job asks for; what it takes is loaded for that alone."""

    def __init__(self, pack: Pack, conversion: Conversion, job: Job) -> None:
        self._pack, self._conversion, self._job = pack, conversion, job

    def made(
        self, department: Department, judged: Judged, report: Report, document: bytes, record: Record
    ) -> MadeCopies:
        """Return what is asked for of a department, whose report is the `document`."""
        job, conversion = self._job, self._conversion
        inputs = [Input(file.name, file.digest) for file in record.inputs]
        review = conversion.write_review_copy(report, judged, inputs) if job.review else b""
        with conversion.stopwatch.at("document"):
            marked = tuple(conversion.marked_workbooks(judged, department)) if job.mark else ()
            page = self._page(department, judged, report, document, record) if job.side_by_side else b""
        return MadeCopies(review, marked, page)

    def _page(
        self, department: Department, judged: Judged, report: Report, document: bytes, record: Record
    ) -> bytes:
        from converter.side_by_side import Converted, conversion_page, page

        named = self._pack.meta.report.format(year=record.year, department=record.department)
        ready = readiness_words(record.readiness, record.counts)
        converted = Converted(judged, report, document, named, ready)
        conversion = self._conversion
        shown = conversion_page(converted, conversion.verifier, department.files, conversion.reader.sheets)
        return page(shown)
