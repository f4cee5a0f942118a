"""A department's texts as the report prints them: punctuation and blanks corrected, each change told."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from converter import messages
from converter.figures import Finding, Outcome, Severity, Text
from converter.narrative.punctuation import CorrectedText, corrected
from converter.pack import Pack

MOST_TOLD = 6
"""Changes of one text told one by one; of more, their number."""


def corrected_texts(texts: Mapping[str, Text], pack: Pack) -> tuple[dict[str, Text], list[Finding]]:
    """Return texts as the report prints them, and notes on what was changed or is doubtful.

    What names the department or its year is left alone: it is compared with what the tables say.
    """
    names, findings, right = pack.meta.texts, list[Finding](), dict[str, Text]()
    for name, text in texts.items():
        result = None if name in (names.department, names.year) else corrected(text.value)
        right[name] = replace(text, value=result.text) if result else text
        if result:
            findings += _findings(name, text, result)
    return right, findings


def _findings(name: str, text: Text, result: CorrectedText) -> Iterator[Finding]:
    change = messages.filing.MARKS_CHANGE.format
    changed = [change(before=before, after=after) for before, after in result.changes]
    doubtful = [messages.phrases.QUOTED.format(words=doubt) for doubt in result.doubts]
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
