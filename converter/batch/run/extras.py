"""What a job asks for besides reports and lists: review copies, marked workbooks, pages side by side."""

from collections.abc import Sequence

from msgspec import Struct

from converter.batch.run.job import Job
from converter.conversion import Conversion, FinishedReport
from converter.inbox import Department
from converter.trace import Input


class Extras(Struct, frozen=True):
    """The review copy (b"" if there is none), workbooks marked, by their names when filed, and the page."""

    review: bytes = b""
    marked: tuple[tuple[str, bytes], ...] = ()
    page: bytes = b""


def extras_of(
    department: Department,
    finished: FinishedReport,
    inputs: Sequence[Input],
    conversion: Conversion,
    job: Job,
) -> Extras:
    """Return what is asked for of a department; what it takes is loaded for that alone."""
    review = b""
    if job.review:
        review = conversion.writer.write_review_copy(finished.report, finished.judged, inputs)
    with conversion.stopwatch.at("document"):
        marked = tuple(conversion.marked_workbooks(finished.judged, department)) if job.mark else ()
        page = _page(department, finished, conversion) if job.side_by_side else b""
    return Extras(review, marked, page)


def _page(department: Department, finished: FinishedReport, conversion: Conversion) -> bytes:
    from converter.side_by_side import conversion_page, page

    return page(conversion_page(finished, conversion.verifier, department.files, conversion.reader.sheets))
