"""A report of ours that a person has edited: what of it to carry into the next one, and what can't be."""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from converter import messages
from converter.conversion.prose_sections import AssignedSection, assigned_sections, texts_of
from converter.document.read import bookmarked_texts, read_contents
from converter.figures import Text
from converter.pack import Pack
from converter.read import FiledFile
from converter.trace import Trail, line_digest

FIRST_CHARACTERS = 20  # of a line that was not carried over: enough to find it by


class EditedReport(Struct, frozen=True):
    """What a person's edits made of a report.

    `texts` is its prose by name, `changed` the names of prose that is not as generated; `left_out` describes,
    a phrase each, the edits that are not carried over.
    """

    texts: Mapping[str, Text]
    changed: frozenset[str]
    left_out: tuple[str, ...]


def read_edited(document: FiledFile, trail: Trail, pack: Pack) -> EditedReport:
    """Return the prose of a report that carries the trail, and what a person changed in it.

    Prose is what was supplied, or is not as generated. Among the points that the rules make (the pack's
    problems and remedies) a person's are left out: carried over, they would appear twice.
    DocumentError if it is no Word document.
    """
    points = {pack.meta.texts.problems, pack.meta.texts.remedies}
    sections = [
        replace(section, name="")
        if section.name in points and _is_generated_in_part(section, trail)
        else section
        for section in assigned_sections(document, trail.department, pack)
    ]
    changed = frozenset(
        section.name for section in sections if section.name and _changed_lines(section, trail)
    )
    prose = (section for section in sections if section.name in changed.union(trail.prose))
    left_out = [
        messages.filing.EDITED_LINE.format(
            heading=section.heading or messages.verify.FRONT, words=line[:FIRST_CHARACTERS]
        )
        for section in sections
        if not section.name
        for line in _changed_lines(section, trail)
    ]
    return EditedReport(texts_of(prose, document), changed, (*_changed_figures(document, trail), *left_out))


def _is_generated_in_part(section: AssignedSection, trail: Trail) -> bool:
    return len(_changed_lines(section, trail)) < len(section.lines)


def _changed_lines(section: AssignedSection, trail: Trail) -> list[str]:
    return [line for line in section.lines if line_digest(line) not in trail.line_digests]


def _changed_figures(document: FiledFile, trail: Trail) -> Iterator[str]:
    """Yield a phrase for every figure that was changed by hand."""
    now = bookmarked_texts(read_contents(document.read_bytes()))
    for occurrence in trail.occurrences:
        text = now.get(occurrence.bookmark, occurrence.text)
        if text != occurrence.text:
            yield messages.filing.EDITED_FIGURE.format(
                figure=occurrence.figure, then=occurrence.text, now=text
            )
