"""A department that is filed for twice: the second time it fails, for there can be but one report."""

from collections.abc import Iterable, Iterator

from converter import messages
from converter.batch.worker import Results
from converter.errors import Failure
from converter.outbox import Record, safe_name


def without_duplicates(several: Iterable[Results]) -> Iterator[Results]:
    """Yield the results of each submission, a failure instead of every department that an earlier submission
    filed for in the same year.

    Names that differ in case alone are one folder on many systems.
    """
    first_places: dict[tuple[str, int], str] = {}
    for results in several:
        checked: Results = []
        for result in results:
            if isinstance(result, Record):
                key = safe_name(result.department).casefold(), result.year
                first = first_places.setdefault(key, result.place)
                checked.append(result if first == result.place else _filed_twice(result, first))
            else:
                checked.append(result)
        yield checked


def _filed_twice(record: Record, first: str) -> Failure:
    text = messages.filing.DEPARTMENT_TWICE.format(
        department=record.department, year=record.year, first=first, second=record.place
    )
    return Failure(record.department, text, record.place)
