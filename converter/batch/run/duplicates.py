"""A department that is filed for twice: the second time it fails, for there can be but one report."""

from collections.abc import Iterable, Iterator

from converter import messages
from converter.batch.run.worker import Results
from converter.errors import Failure
from converter.outbox import Record, safe_name

ReportKey = tuple[str, int]
First = tuple[str, str]  # a department and the place it was first filed in


def report_key(record: Record) -> ReportKey:
    """Return what two records share that are of one report. Names that differ in case alone, or beyond the
    longest that a system allows, are one folder.
    """
    return safe_name(record.department).casefold(), record.year


def without_duplicates(several: Iterable[Results], filed_twice: set[str] | None = None) -> Iterator[Results]:
    """Yield the results of each submission, a failure instead of every department that an earlier submission
    filed for in the same year. The places of these earlier ones are added to `filed_twice`.
    """
    firsts: dict[ReportKey, First] = {}
    for results in several:
        checked: Results = []
        for result in results:
            if isinstance(result, Failure):
                checked.append(result)
                continue
            first = firsts.setdefault(report_key(result), (result.department, result.place))
            if first[1] == result.place:
                checked.append(result)
            else:
                checked.append(_filed_twice(result, *first))
                if filed_twice is not None:
                    filed_twice.add(first[1])
        yield checked


def _filed_twice(record: Record, first: str, place: str) -> Failure:
    """Return the failure of a department whose report there is already: of `first`, filed in a place."""
    same = record.department == first
    words = messages.filing.DEPARTMENT_TWICE if same else messages.filing.DEPARTMENTS_ALIKE
    text = words.format(
        department=record.department,
        year=record.year,
        other=first,
        first=place,
        second=record.place,
    )
    return Failure(record.department, text, record.place)
