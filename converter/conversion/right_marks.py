"""A department's texts as the report prints them: marks and blanks set right, each change told."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from converter import messages
from converter.figures import Finding, Outcome, Severity, Text
from converter.narrative import set_right
from converter.pack import Pack

MOST_TOLD = 6
"""Changes of one text told one by one; of more, their number."""


def with_right_marks(texts: Mapping[str, Text], pack: Pack) -> tuple[dict[str, Text], list[Finding]]:
    """Return texts as the report prints them, and notes on what was changed or is doubtful.

    What names the department or its year is left alone: it is compared with what the tables say.
    """
    names, findings, right = pack.meta.texts, list[Finding](), dict[str, Text]()
    for name, text in texts.items():
        setting = None if name in (names.department, names.year) else set_right(text.value)
        right[name] = replace(text, value=setting.text) if setting else text
        if setting:
            findings += _findings(name, text, setting.changes, setting.doubts)
    return right, findings


def _findings(
    name: str, text: Text, changes: tuple[tuple[str, str], ...], doubts: tuple[str, ...]
) -> Iterator[Finding]:
    changed = [messages.filing.MARKS_CHANGE.format(before=before, after=after) for before, after in changes]
    doubtful = [messages.phrases.QUOTED.format(words=doubt) for doubt in doubts]
    for message, places in (
        (messages.filing.MARKS_SET_RIGHT, changed),
        (messages.filing.MARKS_DOUBTFUL, doubtful),
    ):
        if places:
            yield Finding.worded(
                message,
                Severity.NOTE,
                Outcome.HOLDS,
                (text.origin,),
                place=_place(text),
                name=name,
                count=len(places),
                places=messages.phrases.AND.join(places[:MOST_TOLD]) + _more(places),
            )


def _more(places: list[str]) -> str:
    return messages.phrases.AND_MORE.format(count=len(places)) if len(places) > MOST_TOLD else ""


def _place(text: Text) -> str:
    """Return where a text stands; one out of a document, by the document alone."""
    cell = text.origin
    if not cell.cell:
        return cell.file
    return messages.filing.TEXT_CELL.format(file=cell.file, sheet=cell.sheet, cell=cell.cell)
