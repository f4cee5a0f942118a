"""A report of ours that a person has edited: what to carry into the next one, and what can't be."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from converter import messages
from converter.conversion.prose import AssignedSection, assigned_sections, texts
from converter.document.read import marked_texts
from converter.figures import Text
from converter.pack import Pack
from converter.trace import Trail, passage_of

FIRST_WORDS = 20  # of a line that was not carried: enough to find it by


@dataclass(frozen=True, slots=True)
class EditedReport:
    """The prose of the report by name, which of it is not as generated, and what else was changed by hand."""

    texts: Mapping[str, Text]
    changed: frozenset[str]
    left: tuple[str, ...]


def read_edited(document: Path, trail: Trail, pack: Pack) -> EditedReport:
    """Return the prose of a report that carries the trail, and what a person changed in it.

    Prose is what was supplied, or is not as generated.
    Among points that the rules have made (the pack's problems and remedies), a person's would be told twice:
    they are left. DocumentError if it is no Word document.
    """
    points = {pack.meta.texts.problems, pack.meta.texts.remedies}
    sections = [
        each._replace(name="")
        if each.name in points and len(_changed(each, trail)) < len(each.lines)
        else each
        for each in assigned_sections(document, pack)
    ]
    changed = frozenset(each.name for each in sections if each.name and _changed(each, trail))
    kept = (each for each in sections if each.name in changed.union(trail.prose))
    left = [
        messages.filing.EDITED_LINE.format(
            heading=each.heading or messages.verify.FRONT, words=line[:FIRST_WORDS]
        )
        for each in sections
        if not each.name
        for line in _changed(each, trail)
    ]
    return EditedReport(texts(kept, document), changed, (*_figures(document, trail), *left))


def _changed(section: AssignedSection, trail: Trail) -> list[str]:
    return [line for line in section.lines if passage_of(line) not in trail.passages]


def _figures(document: Path, trail: Trail) -> list[str]:
    """Return a line for every figure that was changed by hand."""
    now = marked_texts(document.read_bytes())
    return [
        messages.filing.EDITED_FIGURE.format(figure=each.figure, then=each.text, now=now[each.bookmark])
        for each in trail.marks
        if now.get(each.bookmark, each.text) != each.text
    ]
