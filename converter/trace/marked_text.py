"""Text with the figures it prints marked in it: one string that can be compared, cut and joined.

A mark is a figure's id and its text between characters for private use, which no text of a person holds once
it is `unmarked` (`narrative.blocks`).
"""

import re
from collections.abc import Iterable

from converter.narrative.blocks import TextRun

_ID, _TEXT, _END = "\ue000", "\ue001", "\ue002"
_MARK = re.compile(f"{_ID}([^{_ID}-{_END}]*){_TEXT}([^{_ID}-{_END}]*){_END}")

TextPart = tuple[str, str]
"""A stretch of text, and the id of the figure it prints, '' if none."""


def marked(text: str, figure_id: str) -> str:
    """Return a figure's text, marked."""
    return f"{_ID}{figure_id}{_TEXT}{text}{_END}" if figure_id else text


def marked_runs(runs: Iterable[TextRun]) -> str:
    """Return runs as one marked text."""
    return "".join([marked(run.text, run.figure) for run in runs])


def printed_text(text: str) -> str:
    """Return a marked text as it is printed."""
    return _MARK.sub(r"\2", text) if _ID in text else text


def without_values(text: str) -> str:
    """Return what of a marked text does not depend on the figures' values; white space does not count."""
    return "".join((_MARK.sub(rf"{_ID}\1", text) if _ID in text else text).split())


def text_parts(text: str) -> list[TextPart]:
    """Return the parts of a marked text in order, empty ones left out."""
    pieces = _MARK.split(text)
    found: list[TextPart] = []
    for at in range(0, len(pieces), 3):
        if pieces[at]:
            found.append((pieces[at], ""))
        if at + 2 < len(pieces):
            found.append((pieces[at + 2], pieces[at + 1]))
    return found


def joined_parts(parts: Iterable[TextPart]) -> str:
    """Return parts as one marked text."""
    return "".join([marked(text, figure_id) for text, figure_id in parts])
