"""The brackets of any kind that a label ends in."""

from msgspec import Struct

from converter.chinese import LABEL_BRACKETS

_OPENING = dict(zip(f")]>{LABEL_BRACKETS[1::2]}", f"([<{LABEL_BRACKETS[::2]}", strict=True))


class Bracketed(Struct, frozen=True, gc=False):
    """A label in two: what stands before the brackets it ends in, and what they hold."""

    before: str
    inside: str


def bracketed(label: str) -> Bracketed | None:
    """Return a label in normal form without the last brackets it ends in, None if it ends in none."""
    if opening := _OPENING.get(label[-1:]):
        before, found, inside = label[:-1].rpartition(opening)
        return Bracketed(before, inside) if found else None
    return None
