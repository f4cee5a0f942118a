"""What people explained in a checklist: read back, and held against the findings of today."""

from collections.abc import Iterable, Mapping, Sequence, Set
from hashlib import blake2s

from msgspec import Struct
from msgspec.structs import replace

from converter import messages
from converter.errors import ReadError
from converter.figures import Finding, Outcome, Severity
from converter.pack import Limits
from converter.read import FiledFile, read_list

_DIGEST_BYTES = 5
_NO_EXCUSE = frozenset(
    message.code
    for message in (
        messages.checks.LAST_YEAR_SHEET,
        messages.checks.LAST_YEARS_BOOK,
        messages.checks.THIS_YEARS_BOOK,
        messages.checks.ONE_OF_TWO_BOOKS,
        messages.edits.UNREADABLE,
        messages.filing.ACCOUNTS_ABSENT,
        messages.filing.PROSE_UNREADABLE,
        messages.filing.SUPPLEMENT_EARLIER,
        messages.filing.SUPPLEMENT_OTHER,
        messages.inventory.UNOPENED,
        messages.inventory.UNREADABLE,
        messages.reading.UNDATED,
        messages.reading.YEAR_UNKNOWN,
        messages.identity.YEARS_DIFFER,
        messages.verify.YEAR_WRONG,
    )
)
"""Codes of findings on wrong years and on files that were not read: no reason makes up for them."""


class Explanation(Struct, frozen=True):
    """What a person wrote beside a finding: how it was dealt with, why it is as it is, and who says so.

    `key` is that of the finding, `code` and `message` are its words.
    """

    key: str
    code: str = ""
    message: str = ""
    handling: str = ""
    words: str = ""
    by: str = ""

    def counts(self, unsettled: Set[str]) -> bool:
        """Whether it says why, and who says so; `unsettled` are words for what is still to be done."""
        return all(map(_says_something, (self.words, self.by))) and self.handling not in unsettled


def _says_something(words: str) -> bool:
    """Whether there is anything to read, not signs alone that nobody sees."""
    return any(sign.isalnum() for sign in words)


def explanation_key(finding: Finding) -> str:
    """Return what an explanation is bound to: code, words, amounts, cells and what stands in them."""
    cells = (f"{cell}={cell.text}" for cell in finding.cells)
    parts = (finding.code, finding.message, finding.expected, finding.actual, *cells)
    return blake2s("\0".join(parts).encode(), digest_size=_DIGEST_BYTES).hexdigest()


def may_be_explained(finding: Finding) -> bool:
    """Whether a person's reason may stand for a correction: never for what is lacking, blank or unread, nor
    for a wrong year.
    """
    return (
        finding.severity is not Severity.NOTE
        and finding.outcome is not Outcome.NOT_EVALUABLE
        and not finding.to_supply
        and finding.code not in _NO_EXCUSE
    )


def read_explanations(
    files: Iterable[FiledFile], limits: Limits
) -> tuple[dict[str, Explanation], list[Finding]]:
    """Return what people wrote into checklists, by the finding's key, the first of two counting; and what is
    to be said of checklists that can't be read.
    """
    found: dict[str, Explanation] = {}
    findings: list[Finding] = []
    for file in files:
        try:
            entries = read_list(file.path, messages.edits.LIST_READ, "key", limits)
        except ReadError as wrong:
            findings.append(
                Finding.worded(
                    messages.edits.LIST_UNREADABLE,
                    Severity.WARNING,
                    Outcome.NOT_EVALUABLE,
                    reason=str(wrong),
                )
            )
            continue
        for entry in entries:
            explanation = Explanation(**entry.texts)
            if explanation.handling or explanation.words or explanation.by:
                found.setdefault(explanation.key, explanation)
    return found, findings


def explained(
    findings: Sequence[Finding], explanations: Mapping[str, Explanation], unsettled: Set[str]
) -> tuple[Finding, ...]:
    """Return the findings, the explained ones marked so, with notes on explanations that do not count."""
    marked: list[Finding] = []
    refused, incomplete = int(messages.edits.LIST_NO_KEY in explanations), 0
    current = {messages.edits.LIST_NO_KEY}
    for finding in findings:
        key = explanation_key(finding)
        explanation = explanations.get(key)
        current.add(key)
        if explanation and explanation.counts(unsettled):
            if may_be_explained(finding):
                words = messages.edits.SAID.format(words=explanation.words, by=explanation.by)
                finding = replace(finding, explained=words)
            else:
                refused += 1
        elif explanation and (explanation.words or explanation.by):
            incomplete += 1
        marked.append(finding)
    void = sum(key not in current for key in explanations)
    for message, count in (
        (messages.edits.NO_EXCUSE, refused),
        (messages.edits.INCOMPLETE, incomplete),
        (messages.edits.VOID, void),
    ):
        if count:
            marked.append(Finding.worded(message, Severity.NOTE, Outcome.NOT_APPLICABLE, count=count))
    return tuple(marked)
