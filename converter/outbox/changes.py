"""What a resubmission changed: figures old and new with their cells, findings gone and new."""

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from converter.figures import Figure, Finding


class FigureChange(Struct, frozen=True):
    """A figure before and after, in its base unit (None: blank, or not there), and where each came from."""

    id: str
    unit: str
    old: Decimal | None
    new: Decimal | None
    old_origin: str
    new_origin: str


class Revision(Struct, frozen=True):
    """What one run changed in a department's result.

    `files` were added, removed or changed; `packs` are the old and the new pack where it was another one,
    `programs` likewise.
    """

    date: str
    files: tuple[str, ...]
    packs: tuple[str, ...]
    programs: tuple[str, ...]
    figures: tuple[FigureChange, ...]
    findings_gone: tuple[Finding, ...]
    findings_new: tuple[Finding, ...]


def figure_changes(old: Iterable[Figure], new: Iterable[Figure]) -> tuple[FigureChange, ...]:
    """Return the figures whose value differs, in the order of the new ones, those no longer there last."""
    before, after = ({figure.id: figure for figure in figures} for figures in (old, new))
    return tuple(
        _change(before.get(figure_id), after.get(figure_id))
        for figure_id in dict.fromkeys([*after, *before])
        if _value(before.get(figure_id)) != _value(after.get(figure_id))
    )


def findings_only_in(findings: Iterable[Finding], others: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that say something none of the others says."""
    known = {(finding.code, finding.message) for finding in others}
    return tuple(finding for finding in findings if (finding.code, finding.message) not in known)


def _change(old: Figure | None, new: Figure | None) -> FigureChange:
    known = new or old
    assert known is not None
    return FigureChange(known.id, known.unit, _value(old), _value(new), _origin(old), _origin(new))


def _value(figure: Figure | None) -> Decimal | None:
    return figure.value if figure else None


def _origin(figure: Figure | None) -> str:
    return str(figure.origin) if figure else ""
