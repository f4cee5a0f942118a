"""Work out the formulas of a workbook, each after those it depends on.

A workbook keeps beside each formula the result of the last time it was computed. A program that writes cells
without computing them, or a person who switched automatic calculation off, leaves results that are no longer
true, or none. A result that its formula confirms is kept. One that it contradicts is stale, and formulas that
depend on it are judged by the true result: so a stale total over a stale subtotal is found as well.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter

from converter.figures import address
from converter.read.files.cells import Scalar, amount, decimals
from converter.read.files.formulas.evaluate import Evaluated, evaluate
from converter.read.files.formulas.formula_cells import CellKey, FormulaCells, ScalarRows, value_of
from converter.read.files.formulas.sheet import Formulas, Solution, StaleResult
from converter.read.files.formulas.syntax import FormulaValue
from converter.read.files.formulas.tokens import NotEvaluableError
from converter.read.files.formulas.values import ZERO, FaultError


def solve(
    formulas: Mapping[str, Formulas],
    sheets: Mapping[str, ScalarRows],
    given: Mapping[str, Mapping[str, Scalar]] | None = None,
) -> dict[str, Solution]:
    """Return by sheet what its formulas give, as far as that is certain.

    `given` are results from elsewhere of formulas that are lacking, by sheet and cell.
    """
    return _Solver(FormulaCells(formulas, sheets), given or {}).solved()


class _Solver:
    """Works out the formulas of one workbook."""

    def __init__(self, cells: FormulaCells, given: Mapping[str, Mapping[str, Scalar]]) -> None:
        self._cells, self._given = cells, given
        self._solutions: dict[str, Solution] = {}
        self._doubtful: set[CellKey] = set()

    def solved(self) -> dict[str, Solution]:
        """Return what was found, by sheet."""
        below = {place: self._cells.precedents(place) for place in self._cells.texts}
        ordered = list(_in_order(below))
        self._set_aside({place: below[place] for place in below.keys() - set(ordered)})
        for place in sorted(self._cells.failed - below.keys()):
            self._take_given(place)
        for place in ordered:
            self._work_out(place, below[place])
        return self._solutions

    def _set_aside(self, knotted: Mapping[CellKey, Iterable[CellKey]]) -> None:
        """Note formulas that depend on themselves, and those that depend on such."""
        above: dict[CellKey, list[CellKey]] = {place: [] for place in knotted}
        for place, precedents in knotted.items():
            for precedent in knotted.keys() & set(precedents):
                above[precedent].append(place)
        dependent = set(_in_order(above))
        for place in sorted(knotted):
            self._cells.put(place, NotEvaluableError())
            found = self._of(place)
            (found.faulty if place in dependent else found.circular).append(_address(place))

    def _work_out(self, place: CellKey, precedents: Iterable[CellKey]) -> None:
        try:
            found = evaluate(self._cells.formula(place), self._cells.seen_from(place[0]))
        except NotEvaluableError:
            if place in self._cells.failed:
                self._take_given(place)
            elif not self._doubtful.isdisjoint(precedents):
                self._contradict(place, None)
            elif amount(self._cells.saved(place)) is not None:
                self._of(place).unchecked.append(_address(place))
            return
        if place in self._cells.failed:
            self._compute(place, found.value)
        elif not _stands(self._cells.saved(place), found):
            self._contradict(place, ZERO if found.value is None else found.value)
        elif isinstance(found.value, Decimal):
            self._make_exact(place, found.value, found.noise)

    def _take_given(self, place: CellKey) -> None:
        given = self._given.get(place[0], {}).get(_address(place))
        if given is None:
            self._of(place).lacking.append(_address(place))
        else:
            self._of(place).computed[_address(place)] = given
            try:
                self._cells.put(place, value_of(given))
            except NotEvaluableError as unknown:  # a date
                self._cells.put(place, unknown)

    def _compute(self, place: CellKey, value: FormulaValue | FaultError) -> None:
        self._cells.put(place, value)
        if isinstance(value, FaultError):
            self._of(place).faulty.append(_address(place))
        else:
            self._of(place).computed[_address(place)] = _as_cell(value)

    def _make_exact(self, place: CellKey, value: Decimal, noise: Decimal) -> None:
        """Take away the digits that binary arithmetic put behind the last of a saved result."""
        saved, exact = amount(self._cells.saved(place)), amount(float(value))
        if saved is None or exact is None or not 0 < abs(saved - exact) <= noise:
            return
        if decimals(exact) < decimals(saved):
            self._of(place).exact[_address(place)] = float(value)
            self._cells.put(place, value)

    def _contradict(self, place: CellKey, value: FormulaValue | FaultError) -> None:
        """Note a saved result as stale; `value` is the true one, None that it is not known."""
        computed = str(value) if isinstance(value, FaultError) else None if value is None else _as_cell(value)
        saved = self._cells.saved(place)
        self._of(place).stale.append(StaleResult(_address(place), self._cells.texts[place], saved, computed))
        self._cells.put(place, NotEvaluableError() if value is None else value)
        self._doubtful.add(place)

    def _of(self, place: CellKey) -> Solution:
        return self._solutions.setdefault(place[0], Solution())


def _in_order(below: Mapping[CellKey, Iterable[CellKey]]) -> Iterator[CellKey]:
    """Yield each cell after those below it; none that is part of a circle, or above one."""
    sorter = TopologicalSorter(below)
    with suppress(CycleError):  # all that is in no circle can be had nevertheless
        sorter.prepare()
    while ready := sorter.get_ready():
        yield from ready
        sorter.done(*ready)


def _stands(saved: Scalar, found: Evaluated) -> bool:
    """Whether a saved result is what the formula gives; texts and conditions are not judged."""
    if found.step is None or isinstance(saved, bool | datetime.date | datetime.time | datetime.timedelta):
        return True
    number = amount(saved)
    match found.value:
        case FaultError():
            return False
        case bool():
            return True
        case Decimal():
            return number is not None and abs(number - found.value) <= found.noise + found.step
        case None:
            return not number
    return isinstance(saved, str) or number == amount(found.value)


def _as_cell(value: FormulaValue) -> Scalar:
    """Return a result as a cell holds it: of an empty cell, nil."""
    return 0.0 if value is None else float(value) if isinstance(value, Decimal) else value


def _address(place: CellKey) -> str:
    return address(place[1], place[2])
