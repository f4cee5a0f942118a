"""What a resubmission changed: figures old and new with their cells, findings gone and new."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from converter.figures import Figure, Finding


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure before and after, in its base unit (None: blank, or not there), and where each came from."""

    id: str
    unit: str
    old: Decimal | None
    new: Decimal | None
    old_origin: str
    new_origin: str


@dataclass(frozen=True, slots=True)
class Revision:
    """What one run changed in a department's result.

    `files` were added, removed or changed; `packs` are the old and the new pack where it was another one,
    `programs` likewise. `gone` and `come` are the findings that went and that are new.
    """

    date: str
    files: tuple[str, ...]
    packs: tuple[str, ...]
    programs: tuple[str, ...]
    figures: tuple[FigureChange, ...]
    gone: tuple[Finding, ...]
    come: tuple[Finding, ...]


def figure_changes(old: Iterable[Figure], new: Iterable[Figure]) -> tuple[FigureChange, ...]:
    """Return the figures whose value differs, in the order of the new ones, those no longer there last."""
    before, after = ({figure.id: figure for figure in figures} for figures in (old, new))
    return tuple(
        _change(name, before.get(name), after.get(name))
        for name in dict.fromkeys([*after, *before])
        if _value(before.get(name)) != _value(after.get(name))
    )


def without(findings: Iterable[Finding], others: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that say something none of the others says."""
    said = {(each.code, each.message) for each in others}
    return tuple(each for each in findings if (each.code, each.message) not in said)


def _change(name: str, old: Figure | None, new: Figure | None) -> FigureChange:
    known = new or old
    assert known is not None
    origins = ["" if each is None else str(each.origin) for each in (old, new)]
    return FigureChange(name, known.unit, _value(old), _value(new), *origins)


def _value(figure: Figure | None) -> Decimal | None:
    return figure.value if figure else None
