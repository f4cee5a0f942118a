"""Find the unit of a sheet that states none, or several: the only one in which it agrees with the others.

Each unit is tried. The one in which every equation that the sheet shares with sheets that state their unit
holds, while in any other some do not, is taken, and a finding says so; else the sheet stays unused.
"""

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from converter import messages
from converter.figures import CellOrigin, Finding, Ledger, Outcome, Severity, SheetOrigin
from converter.read import Filing, FormReading
from converter.rules import Rules, UnitFit

LEAST_CONFIRMED = 2  # so many amounts of the sheet must be confirmed by other sheets


def infer_units(
    filings: Sequence[Filing], ledger_of: Callable[[Sequence[Filing]], Ledger], rules: Rules
) -> tuple[Sequence[Filing], list[Finding]]:
    """Return the filings with the units found, and a finding for each; `ledger_of` puts filings together."""
    found: dict[int, FormReading] = {}
    findings = []
    for form in (form for filing in filings for form in filing.forms if form.units):
        fits = {
            unit: rules.unit_fit(
                ledger_of(_with(filings, {id(form): form.in_unit(unit)})), form.file, form.sheet
            )
            for unit in form.units
        }
        for unit, fit in _only(fits):
            found[id(form)] = form.in_unit(unit)
            findings.append(_inferred(form, unit, fit))
    return _with(filings, found), findings


def _only(fits: dict[str, UnitFit]) -> Iterator[tuple[str, UnitFit]]:
    """Yield the one unit that fits, if there is but one and all others are contradicted."""
    fitting = [
        (unit, fit) for unit, fit in fits.items() if fit.confirmed >= LEAST_CONFIRMED and not fit.broken
    ]
    if len(fitting) == 1 and all(fit.broken for unit, fit in fits.items() if unit != fitting[0][0]):
        yield fitting[0]


def _with(filings: Sequence[Filing], changed: dict[int, FormReading]) -> list[Filing]:
    return [
        replace(filing, forms=tuple(changed.get(id(form), form) for form in filing.forms))
        for filing in filings
    ]


def _inferred(form: FormReading, unit: str, fit: UnitFit) -> Finding:
    join, stated = messages.phrases.AND.join, form.title_block.units
    return Finding.worded(
        messages.filing.UNIT_INFERRED,
        Severity.WARNING,
        Outcome.HOLDS,
        (CellOrigin(form.file, form.sheet, "", unit=unit, form=form.form),),
        file=form.file,
        sheet=form.sheet,
        stated=messages.filing.UNITS_STATED.format(units=join(stated))
        if stated
        else messages.filing.UNIT_UNSTATED,
        unit=unit,
        count=fit.confirmed,
        sheets=join(dict.fromkeys(_place(sheet, form.file) for sheet in fit.sheets)),
    )


def _place(sheet: SheetOrigin, file: str) -> str:
    """Return in words where a sheet is, seen from another in `file`."""
    words = messages.filing.SHEET
    return sheet.sheet if sheet.file == file else words.format(file=sheet.file, sheet=sheet.sheet)
