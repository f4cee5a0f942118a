"""Which segments of two versions of a report are the same, and what of them may differ."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from converter.conversion.edits.segments import NUMBER, Segment
from converter.document.heading_numbers import heading_number
from converter.trace import LineKind, text_parts


def matches(one: Sequence[str], other: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Yield the places where two sequences agree, in order."""
    for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        yield from zip(
            range(block.a, block.a + block.size), range(block.b, block.b + block.size), strict=True
        )


def figures_in(segment: Segment) -> list[tuple[str, str]]:
    """Return the figures a segment prints: what is printed, and their ids."""
    return [part for part in text_parts(segment.text) if part[1]]


def renewals(then: Segment, now: Segment) -> Iterable[tuple[tuple[str, str], str]]:
    """Yield what each figure of a sentence of the program is now, by its id and what it was."""
    for (old, figure), (new, _) in zip(figures_in(then), figures_in(now), strict=False):
        yield (figure, old), new


def same_but_for_figures(base: Segment, edited: Segment) -> bool:
    """Whether two sentences of the same words also have the same numbers, except those of figures."""
    if base.kind is LineKind.ROW or base.words == edited.words:
        return True
    theirs = iter(NUMBER.findall(edited.words))
    for text, figure in text_parts(base.text):
        for number in NUMBER.findall("".join(text.split())):
            if next(theirs, "") != number and not figure:
                return False
    return True


def numbered(base: str, edited: str, new: str) -> str:
    """Return a heading of the new version with the number that a person gave it, unless the program numbers
    it anew itself.
    """
    was, given, now = map(_number, (base, edited, new))
    return given + new[len(now) :] if given and was == now != given else new


def _number(heading: str) -> str:
    """Return the number that a heading begins with."""
    number = heading_number(heading)
    return heading[: number.end] if number else ""
