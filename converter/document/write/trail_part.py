"""The trail of a report's figures as a custom XML part of its package, as `format.trail` describes it."""

from decimal import Decimal
from functools import lru_cache

from converter.document.format import ATTRIBUTES, NAMESPACE
from converter.document.write.text import escaped
from converter.figures import CellOrigin, Origin, exact_text
from converter.trace import Occurrence, TracedFigure, Trail

PART = "customXml/item1.xml"

_Sheet = tuple[str, str, str, str]


def trail_part(trail: Trail) -> str:
    """Return the part's XML."""
    sheets: dict[_Sheet, int] = {}
    figures = "".join([_figure(traced, sheets) for traced in trail.figures.values()])
    head = "".join([f' {name}="{_safe(str(getattr(trail, name)))}"' for name in ATTRIBUTES])
    inputs = "".join(
        [f'<input file="{_safe(input.file)}" digest="{input.digest}"/>' for input in trail.inputs]
    )
    left = "".join(
        [
            f'<left place="{_safe(each.place)}" theirs="{_safe(each.theirs)}" ours="{_safe(each.ours)}"'
            f' figure="{_safe(each.figure)}"/>'
            for each in trail.left_out
        ]
    )
    generated = escaped("\n".join([line.kind + line.text for line in trail.generated]))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<ledger xmlns="{NAMESPACE}"{head}>{inputs}{"".join(map(_sheet, sheets, sheets.values()))}'
        f"{figures}{''.join(map(_occurrence, trail.occurrences))}{left}"
        f"<generated>{generated}</generated></ledger>"
    )


def _sheet(sheet: _Sheet, key: int) -> str:
    file, name, unit, form = map(_safe, sheet)
    return f'<sheet key="{key}" file="{file}" sheet="{name}" unit="{unit}" form="{form}"/>'


def _figure(traced: TracedFigure, sheets: dict[_Sheet, int]) -> str:
    figure = traced.figure
    return (
        f'<figure id="{_safe(figure.id)}" value="{_exact(figure.value)}" error="{exact_text(figure.error)}"'
        f' unit="{_safe(figure.unit)}" text="{_safe(traced.text)}">{_origin(figure.origin, sheets)}</figure>'
    )


def _origin(origin: Origin, sheets: dict[_Sheet, int]) -> str:
    """Return where a figure came from; a sheet met for the first time gets the next key."""
    if isinstance(origin, CellOrigin):
        key = sheets.setdefault((origin.file, origin.sheet, origin.unit, origin.form), len(sheets))
        return f'<cell at="{origin.cell}" of="{key}" raw="{_safe(origin.text)}"/>'
    inputs = "".join([f'<of id="{_safe(id)}"/>' for id in origin.inputs])
    return f'<formula text="{_safe(origin.formula)}" applied="{_safe(origin.applied)}">{inputs}</formula>'


def _occurrence(occurrence: Occurrence) -> str:
    value, text = _exact(occurrence.value), _safe(occurrence.text)
    figure = _safe(occurrence.figure)
    return f'<mark bookmark="{occurrence.bookmark}" figure="{figure}" value="{value}" text="{text}"/>'


def _exact(value: Decimal | None) -> str:
    return "" if value is None else exact_text(value)


@lru_cache(maxsize=4096)
def _safe(text: str) -> str:
    """Return text for an attribute that is still the same after a parser has normalised it."""
    return escaped(text).replace("\n", "&#10;").replace("\t", "&#9;")
