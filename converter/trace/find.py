"""Which figure a person means: by id, by a number as printed, or by a word of its name."""

import re
from collections.abc import Iterable

from converter.figures import basis_of, item_of
from converter.trace.trail import TracedFigure, Trail

_NUMBER = re.compile(r"-?[\d,]+(\.\d+)?%?")


def find(wanted: str, trail: Trail) -> tuple[TracedFigure, ...]:
    """Return the figures that may be meant, in the report's order.

    An id means that figure alone; a number, those that are printed so; a name, those of that item or basis,
    without those on which another of them rests, since its tree shows them.
    """
    wanted = wanted.strip()
    if wanted in trail.figures:
        return (trail.figures[wanted],)
    ids = _printed(wanted, trail) if _NUMBER.match(wanted) else _named(wanted, trail)
    return tuple(trail.figures[each] for each in ids)


def _printed(wanted: str, trail: Trail) -> Iterable[str]:
    """Return the ids of figures printed as `wanted`, with unit or without; else of those only rested on."""
    number = wanted.replace(",", "")
    shown = [mark.figure for mark in trail.marks if number in (mark.text, _number(mark.text))]
    known = (each for each, noted in trail.figures.items() if number in (noted.text, _number(noted.text)))
    return dict.fromkeys(shown or known)


def _number(text: str) -> str:
    found = _NUMBER.match(text)
    return found[0] if found else text


def _named(wanted: str, trail: Trail) -> Iterable[str]:
    exact = [each for each in trail.figures if wanted in (item_of(each), basis_of(each))]
    found = exact or [each for each in trail.figures if wanted in each]
    under = {figure.id for upper in found for figure in trail.under([upper]) if figure.id != upper}
    return [each for each in found if each not in under]
