"""Pictures on a page that may show what no text says: a table that was photographed, a stamp."""

from collections.abc import Sequence

from converter.document.read.pdf.drawing import Box, Letter, is_in

LEAST_SIDE = 18.0  # points of a picture in which something could be read: a line of type and its margins
TOUCHING = 1.0  # points apart that pieces of one picture may be


def count_pictures(boxes: Sequence[Box], letters: Sequence[Letter]) -> int:
    """Return how many pictures are on a page: those that touch are pieces of one. One with text on it does
    not count: it is a background, or a scan whose text is read.
    """
    return sum(_is_large(box) and not any(is_in(letter, box) for letter in letters) for box in _whole(boxes))


def _whole(boxes: Sequence[Box]) -> list[Box]:
    """Return boxes, those that touch as one around them."""
    found: list[Box] = []
    for box in boxes:
        while touching := next((each for each in found if _touch(each, box)), None):
            found.remove(touching)
            lefts, tops, rights, bottoms = zip(touching, box, strict=True)
            box = min(lefts), min(tops), max(rights), max(bottoms)
        found.append(box)
    return found


def _touch(one: Box, other: Box) -> bool:
    is_beside = one[0] > other[2] + TOUCHING or other[0] > one[2] + TOUCHING
    is_below = one[1] > other[3] + TOUCHING or other[1] > one[3] + TOUCHING
    return not (is_beside or is_below)


def _is_large(box: Box) -> bool:
    left, top, right, bottom = box
    return min(right - left, bottom - top) >= LEAST_SIDE
