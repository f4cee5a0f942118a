"""Amounts that a cell of the supplement leaves to another place: what may stand there, or that none does."""

from collections.abc import Iterable, Iterator

from converter import messages
from converter.figures import Finding, Ledger, Outcome, Severity
from converter.pack import Pack, figures_instead, known_ids, read_ids
from converter.read.forms.filing import FormReading
from converter.read.forms.findings.not_numbers import shown


def enter_left_elsewhere(reading: FormReading, ledger: Ledger, pack: Pack) -> None:
    """Enter what may stand for each amount that a form leaves to another place."""
    if elsewhere := reading.extraction.elsewhere:
        instead, left = figures_instead(reading.form, pack), ledger.elsewhere.setdefault(reading.form, {})
        left |= {figure.id: instead.get(figure.id, figure.id) for figure in elsewhere}


def left_nowhere(readings: Iterable[FormReading], ledger: Ledger, pack: Pack) -> Iterator[Finding]:
    """Yield a finding for each cell in which a person leaves an amount to a place that has none."""
    left = [(reading.form, figure) for reading in readings for figure in reading.extraction.elsewhere]
    computed = known_ids(pack) - read_ids(pack) if left else frozenset()
    for form, figure in left:
        cell, stated = figure.cell, ledger.stated(figure.id, form)
        is_known = (stated and stated.value is not None) or ledger.elsewhere[form][figure.id] in computed
        if cell and cell.raw and not is_known:
            yield Finding.worded(
                messages.reading.NOT_A_NUMBER,
                Severity.ERROR,
                Outcome.NOT_EVALUABLE,
                (cell,),
                file=cell.file,
                sheet=cell.sheet,
                cell=cell.cell,
                what=shown(cell.raw),
            )
