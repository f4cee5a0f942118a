"""Compare tables that claim to be the same one: a copy is passed over, of two that differ neither is used."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from converter import messages
from converter.errors import ReadError
from converter.figures import Figure, Finding, Outcome, Severity
from converter.read.forms.filing import DatedReading, FormReading

TwoReadings = tuple[FormReading, FormReading]
TwoFigures = tuple[Figure, Figure]


def find_duplicates(dated: Iterable[DatedReading], department: str) -> list[Finding]:
    """Return a note for all files, or sheets of one, that hold the same tables.

    ReadError, naming the department, the files and the first figure they differ in, if any two readings
    of one form and year do differ.
    """
    by_form: dict[tuple[int, str], list[FormReading]] = {}
    for each in dated:
        by_form.setdefault((each.year, each.reading.form), []).append(each.reading)
    pairs = [(year, pair) for (year, _), several in by_form.items() for pair in combinations(several, 2)]
    differing = [(year, found) for year, pair in pairs if (found := list(_differences(*pair)))]
    if differing:
        raise ReadError(_contradiction(differing, department))
    copies = [(year, pair) for year, pair in pairs if _is_copy(*pair)]
    return [_copies(places, forms) for places, forms in _by_places(copies).items()]


def _is_copy(one: FormReading, other: FormReading) -> bool:
    """Whether two readings of a form, none of whose figures differ, are of the same table.

    In one workbook they are only if both state the same figures: the form may have been printed in parts.
    """
    if one.file != other.file:
        return True
    stated = ({figure.id for figure in reading.extraction.all_figures} for reading in (one, other))
    return next(stated) == next(stated)


def _differences(one: FormReading, other: FormReading) -> Iterator[TwoFigures]:
    """Yield the figures that both state, with amounts that differ by more than rounding."""
    known = {figure.id: figure for figure in one.extraction.all_figures}
    for figure in other.extraction.all_figures:
        if (same := known.get(figure.id)) and _apart(same, figure):
            yield same, figure


def _apart(one: Figure, other: Figure) -> bool:
    """Whether both have an amount, and they differ by more than their printed digits allow."""
    if one.value is None or other.value is None:
        return False
    return abs(one.value - other.value) > one.error + other.error


def _contradiction(differing: Sequence[tuple[int, Sequence[TwoFigures]]], department: str) -> str:
    [(year, [pair, *_]), *_] = differing
    cells = [figure.cell for figure in pair if figure.cell]
    first, second = (
        messages.filing.CELL.format(file=cell.file, sheet=cell.sheet, cell=cell.cell, raw=cell.text)
        for cell in cells
    )
    return messages.filing.CONTRADICTION.format(
        department=department,
        year=year,
        form=cells[0].form,
        first=first,
        second=second,
        figure=pair[0].id,
        forms=len(differing),
        count=sum(len(differences) for _, differences in differing),
    )


def _by_places(pairs: Iterable[tuple[int, TwoReadings]]) -> dict[tuple[str, ...], list[str]]:
    """Return the forms that are copies of each other by all places that hold them, the one used first."""
    places: dict[tuple[int, str], dict[str, None]] = {}
    for year, (one, other) in pairs:
        within = messages.filing.SHEET if one.file == other.file else "{file}"
        for reading in (one, other):
            place = within.format(file=reading.file, sheet=reading.sheet)
            places.setdefault((year, one.form), {})[place] = None
    found: dict[tuple[str, ...], list[str]] = {}
    for (_, form), several in places.items():
        found.setdefault(tuple(several), []).append(form)
    return found


def _copies(places: tuple[str, ...], forms: Sequence[str]) -> Finding:
    return Finding.worded(
        messages.filing.FILED_TWICE,
        Severity.NOTE,
        Outcome.HOLDS,
        used=places[0],
        files=messages.phrases.AND.join(places),
        forms=messages.phrases.AND.join(dict.fromkeys(forms)),
    )
