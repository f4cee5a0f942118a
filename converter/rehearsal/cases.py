"""The cases of a pack: what is given, and what must come of it."""

from collections.abc import Iterator, Mapping

from converter import messages
from converter.figures import CellOrigin, Figure, Ledger
from converter.pack import Amounts, Case, Pack, known_ids, measures_by_id, read_units, unknown
from converter.rehearsal.made_up import YEAR
from converter.rules import Rules


def wrong_cases(cases: Mapping[str, Case], rules: Rules, amounts: Amounts, pack: Pack) -> Iterator[str]:
    """Yield each figure of a case that comes out otherwise than the case says, or not at all."""
    measured = {figure_id: measure.unit for figure_id, measure in measures_by_id(pack).items()}
    units = measured | read_units(pack)  # a measure that is given is not computed
    known = known_ids(pack)
    for name, case in cases.items():
        ledger = Ledger(name, YEAR)
        for figure_id, number in case.given.items():
            if figure_id not in units:
                yield _error(pack, unknown(figure_id, units), name, "given", figure_id)
                continue
            base = units[figure_id]
            unit = pack.units[base].prints or base
            origin = CellOrigin(name, name, "A1", unit=unit)
            ledger.enter(Figure(figure_id, number * pack.units[unit].scale, base, origin))
        found = ledger.with_figures(rules.judge(ledger).figures)
        for figure_id, expected in case.gives.items():
            figure = found.find(figure_id)
            came = messages.phrases.BLANK
            if figure and figure.value is not None:
                came = amounts.number(figure.value, figure)
            if came != expected:
                what = messages.packs.CASE_OTHERWISE.format(id=figure_id, expected=expected, came=came)
                if figure_id not in known:
                    what = unknown(figure_id, known)
                yield _error(pack, what, name, "gives", figure_id)


def _error(pack: Pack, what: str, name: str, key: str, figure_id: str) -> str:
    return str(pack.error("cases", messages.packs.CASE.format(case=name, what=what), name, key, figure_id))
