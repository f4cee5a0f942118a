"""Formulas that depend on each other are worked out in that order, within a sheet and across sheets."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from converter.figures import address
from converter.read.files.cells import Scalar
from converter.read.files.format import Worksheet
from converter.read.files.formulas import Formulas, Solution, formula_cells
from converter.read.files.formulas.solve import solve
from converter.read.files.grid import Grid
from converter.read.files.results import results_in
from tests.data import data_of

CASES = data_of(Path(__file__).with_name("formula_chains.yaml"))
SEPARATOR = " -> "


def _given(rows: list[list[Any]]) -> tuple[Formulas, list[list[Scalar]]]:
    """Return a sheet's formulas and its rows as saved."""
    failed, texts, saved = set(), {}, []
    for row, line in enumerate(rows):
        saved.append([])
        for column, cell in enumerate(line):
            formula, arrow, result = str(cell).partition(SEPARATOR)
            if formula.startswith("="):
                texts[address(row, column)] = formula[1:]
                cell = yaml.safe_load(result) if arrow else ""
                failed |= set() if arrow else {address(row, column)}
            saved[-1].append(float(cell) if isinstance(cell, int | float) else cell)
    return Formulas(frozenset(failed), texts), saved


def _found(solution: Solution, cell: str) -> Any:
    """Return what a solution says of a cell, as the table writes it."""
    stale = {result.cell: result.computed for result in solution.stale}
    if cell in stale:
        computed = stale[cell]
        return "stale" if computed is None else f"stale {_short(computed)}"
    if cell in solution.computed:
        return solution.computed[cell]
    if cell in solution.exact:
        return f"exact {_short(solution.exact[cell])}"
    kinds = ("circular", "faulty", "lacking", "unchecked")
    return next((kind for kind in kinds if cell in getattr(solution, kind)), "stands")


def _short(value: Scalar) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_what_formulas_give_that_depend_on_each_other(case: dict[str, Any]) -> None:
    given = {name: _given(rows) for name, rows in case["sheets"].items()}
    formulas = {name: formulas for name, (formulas, _) in given.items()}
    solutions = solve(formulas, {name: rows[: case.get("cut")] for name, (_, rows) in given.items()})
    wanted = case["gives"]
    places = {cell: cell.rpartition("!") for cell in wanted}
    first = next(iter(given))
    assert {
        cell: _found(solutions.get(sheet or first, Solution()), name)
        for cell, (sheet, _, name) in places.items()
    } == wanted


def test_a_result_from_elsewhere_counts_as_the_cell_holds_it() -> None:
    formulas = {"表": Formulas(frozenset({"A1", "B1"}), {"A1": "SUMPRODUCT(C1:D1)", "B1": "A1*2"})}
    found = solve(formulas, {"表": [["", "", 1.0, 2.0]]}, {"表": {"A1": 3.0}})["表"]
    assert (found.computed, found.lacking) == ({"A1": 3.0, "B1": 6.0}, [])


def test_a_date_from_elsewhere_is_kept_and_what_counts_with_it_is_lacking() -> None:
    formulas = {"表": Formulas(frozenset({"A1", "B1"}), {"A1": "EDATE(C1,1)", "B1": "A1*2"})}
    found = solve(formulas, {"表": [["", "", 1.0]]}, {"表": {"A1": date(2020, 1, 1)}})["表"]
    assert (found.computed, found.lacking) == ({"A1": date(2020, 1, 1)}, ["B1"])


def test_a_run_of_a_thousand_cells_each_upon_the_one_before() -> None:
    texts = {f"A{row}": f"A{row - 1}+B{row}" for row in range(2, 1001)}
    rows: list[list[Scalar]] = [["", 0.1] for _ in range(1000)]
    rows[0][0] = 0.1
    found = solve({"": Formulas(frozenset(texts), texts)}, {"": rows})[""]
    assert found.computed["A1000"] == 100.0


@pytest.mark.parametrize("formula", ["SUM(B1:C100)", "SUM(A{below}:A120)"], ids=["side by side", "on end"])
def test_too_much_work_is_left_undone(monkeypatch: pytest.MonkeyPatch, formula: str) -> None:
    monkeypatch.setattr(formula_cells, "MOST_CELLS", 6000)
    texts = {f"A{row}": formula.format(below=row + 1) for row in range(1, 120)}
    rows: list[list[Scalar]] = [["", 1.0, 1.0] for _ in range(120)]
    found = solve({"": Formulas(frozenset(texts), texts)}, {"": rows})[""]
    assert len(found.computed) + len(found.lacking) == len(texts)
    assert found.computed.get("A1", 200.0) == 200.0
    assert found.lacking


@pytest.mark.parametrize(
    ("computed", "taken"),
    [(48.7399999999998, 48.74), (30.000000000000004, 30.0), (1 / 3, 1 / 3), ("words", "words")],
    ids=["noise", "noise of a whole number", "a fraction", "words"],
)
def test_a_result_of_another_program_has_the_digits_of_its_column(computed: Scalar, taken: Scalar) -> None:
    rows: list[list[Scalar]] = [["金额"], [5566.61], [5517.8], [computed], [""]]
    recalculated = Worksheet(Grid("表", rows), Formulas(frozenset({"A5"})))
    assert results_in(recalculated, ["A4", "A5"]) == {"A4": taken}
