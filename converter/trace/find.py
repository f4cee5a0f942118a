"""Which figure a person means: by id, by a number as printed, or by a word of its name."""

import re
from collections.abc import Iterable

from converter.figures import basis_of, item_of
from converter.trace.trail import TracedFigure, Trail

_NUMBER = re.compile(r"-?[\d,]+(\.\d+)?%?")


def find(wanted: str, trail: Trail) -> tuple[TracedFigure, ...]:
    """Return the figures that may be meant, in the report's order.

    An id means that figure alone; a number means the figures that print so; a name means the figures of that
    item or basis, except those from which another of them is computed: its tree shows them.
    """
    wanted = wanted.strip()
    if wanted in trail.figures:
        return (trail.figures[wanted],)
    ids = _printed_as(wanted, trail) if _NUMBER.match(wanted) else _named(wanted, trail)
    return tuple(trail.figures[figure_id] for figure_id in ids)


def _printed_as(wanted: str, trail: Trail) -> Iterable[str]:
    """Return the ids of the figures that are printed so, with unit or without; else of any that would be."""
    number = wanted.replace(",", "")
    printed = [each.figure for each in trail.occurrences if number in (each.text, _number(each.text))]
    others = (key for key, each in trail.figures.items() if number in (each.text, _number(each.text)))
    return dict.fromkeys(printed or others)


def _number(text: str) -> str:
    found = _NUMBER.match(text)
    return found[0] if found else text


def _named(wanted: str, trail: Trail) -> Iterable[str]:
    exact = [key for key in trail.figures if wanted in (item_of(key), basis_of(key))]
    found = exact or [key for key in trail.figures if wanted in key]
    inputs = {figure.id for key in found for figure in trail.with_inputs([key]) if figure.id != key}
    return [key for key in found if key not in inputs]
