"""A checked report in words, a line each: the verdict, its numbers and findings, what was not read."""

from collections import Counter
from collections.abc import Iterable

from converter import messages
from converter.document.contents import Tabular, UnreadKind, UnreadPart
from converter.figures import some_of
from converter.verify.claims.claim import Span
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.report.checked import CheckedReport, NotRead, ReportFinding, Status

MOST_PLACES = 6  # of one kind of what was not read that are named


def verdict_words(checked: CheckedReport) -> str:
    """Return the verdict on a report, in words that promise no more than was checked."""
    if checked.errors:
        return messages.verify.VERIFIED_WRONG.format(count=checked.errors)
    if doubtful := checked.count()[Status.DOUBTFUL]:
        return messages.verify.VERIFIED_DOUBTFUL.format(count=doubtful)
    if checked.is_mostly_checked:
        return messages.verify.VERIFIED_RIGHT
    if checked.checked:
        return messages.verify.VERIFIED_PARTLY.format(checked=checked.checked)
    return messages.verify.VERIFIED_NOTHING


def numbers_words(checked: CheckedReport) -> str:
    """Return in words how many numbers a report has, and what became of them."""
    counts, bare = checked.count(), checked.unchecked_without_unit
    counted = [
        messages.verify.COUNTED.format(status=messages.verify.STATUSES[status], count=counts[status])
        for status in Status
        if counts[status]
    ]
    aside = messages.verify.COUNTED_BARE.format(count=bare) if bare else ""
    return messages.verify.NUMBERS.format(
        total=len(checked.numbers), counts=messages.phrases.AND.join(counted) + aside
    )


def counts_words(reports: Iterable[CheckedReport], failed: int) -> str:
    """Return in words how many reports are without errors, have some, could not be checked."""
    counts = Counter(map(_result, reports)) + Counter(failed=failed)
    results = [
        words.format(count=counts[key])
        for key, words in messages.verify.VERIFY_RESULTS.items()
        if counts[key]
    ]
    return messages.verify.VERIFY_SUMMARY.format(
        total=sum(counts.values()), results=messages.screen.TO_DO_AND.join(results)
    )


def _result(checked: CheckedReport) -> str:
    if checked.errors:
        return "wrong"
    return "right" if checked.checked else "unchecked"


def finding_words(finding: ReportFinding) -> str:
    """Return a finding in one line; one on nothing that is printed says where it is itself."""
    if not finding.printed:
        return messages.verify.FOUND_NOWHERE.format(code=finding.code, because=finding.because)
    return finding.filled_into(messages.verify.FOUND)


def not_read_in(report: SubmittedReport) -> tuple[NotRead, ...]:
    """Return what of a report was not read, in words."""
    return tuple(
        NotRead(messages.verify.UNREAD[part.kind], _place(report, part), part.count) for part in report.unread
    )


def _place(report: SubmittedReport, part: UnreadPart) -> str:
    if part.page:
        return messages.verify.ON_PAGE.format(page=part.page)
    if part.place < 0:
        return messages.verify.WHOLE_REPORT if part.kind is UnreadKind.REST else messages.verify.BESIDE_TEXT
    is_table = isinstance(report.contents[part.place], Tabular)
    return report.where(Span(part.place, 0 if is_table else -1, 0 if is_table else -1, 0, 0))


def not_read_words(checked: CheckedReport) -> str:
    """Return in one line what of a report was not read, each kind once, '' if everything was."""
    kinds: dict[str, list[NotRead]] = {}
    for part in checked.unread:
        kinds.setdefault(part.what, []).append(part)
    return messages.phrases.AND.join(
        messages.verify.NOT_READ_PART.format(
            what=what,
            count=sum(part.count for part in parts),
            where=some_of(list(dict.fromkeys(part.where for part in parts)), MOST_PLACES),
        )
        for what, parts in kinds.items()
    )


def data_words(checked: CheckedReport) -> str:
    """Return which workbooks a report was checked against, or why against none; '' if none were given."""
    data = checked.data
    if data is None:
        return ""
    if data.why:
        return messages.verify.NOT_CHECKED_AGAINST.format(why=data.why)
    return messages.verify.CHECKED_AGAINST.format(department=data.department, year=data.year)
