"""Which figure a person means: by id, by a number as printed, or by a word of its name."""

import re

from converter.figures import Noted, Trail, basis_of, item_of, resting

_NUMBER = re.compile(r"-?[\d,]+(\.\d+)?%?")


def find(wanted: str, trail: Trail) -> tuple[Noted, ...]:
    """Return the figures that may be meant, in the report's order.

    An id means that figure alone; a number, those that are printed so; a name, those of that item or basis,
    without those on which another of them rests, since its tree shows them.
    """
    wanted = wanted.strip()
    if wanted in trail.figures:
        return (trail.figures[wanted],)
    ids = _printed(wanted, trail) if _NUMBER.match(wanted) else _named(wanted, trail)
    return tuple(trail.figures[each] for each in ids)


def _printed(wanted: str, trail: Trail) -> dict[str, None]:
    """Return the ids of figures printed as `wanted`, with their unit or without."""
    places = [(mark.figure, mark.text) for mark in trail.marks] or [
        (figure_id, noted.text) for figure_id, noted in trail.figures.items()
    ]
    wanted = wanted.replace(",", "")
    return dict.fromkeys(
        figure_id
        for figure_id, text in places
        if wanted in (text, _number(text)) and figure_id in trail.figures
    )


def _number(text: str) -> str:
    found = _NUMBER.match(text)
    return found[0] if found else text


def _named(wanted: str, trail: Trail) -> list[str]:
    exact = [each for each in trail.figures if wanted in (item_of(each), basis_of(each))]
    found = exact or [each for each in trail.figures if wanted in each]
    return [each for each in found if not any(_rests(other, each, trail) for other in found if other != each)]


def _rests(upper: str, lower: str, trail: Trail) -> bool:
    figures = {figure_id: noted.figure for figure_id, noted in trail.figures.items()}
    return any(figure.id == lower for figure in resting([upper], figures.get))
