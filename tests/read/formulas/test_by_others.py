"""Formulas as others understand them: taken apart and moved by openpyxl, computed by LibreOffice."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl.formula.tokenizer import Tokenizer
from openpyxl.formula.translate import Translator

from converter.read.files.formulas import Formulas
from converter.read.files.formulas.solve import solve
from converter.read.files.formulas.syntax import parse
from converter.read.files.formulas.tokens import NotEvaluableError, moved, tokens
from tests.data import data_of

FOLDER = Path(__file__).parent
LIBREOFFICE = data_of(FOLDER / "formulas_libreoffice.yaml")
OURS = [case["formula"] for case in data_of(FOLDER / "formulas.yaml")]
FORMULAS = [
    *LIBREOFFICE["results"],
    *OURS,
    "SUM($B$4:B$9,$C4)",
    "'2020年 总表'!$A$1+表1!B2-'it''s'!C3",
    "SUM(A:B,$C:$C)*SUM(3:4)-SUM($3:$3)",
    'IF(A1>=1.5E+3,"a""b",-.5%)',
]


def _words(formula: str) -> list[str] | None:
    try:
        parse(formula)
        return [token.text for token in tokens(formula) if token.kind != "blank"]
    except NotEvaluableError:
        return None


def test_formulas_are_taken_apart_as_openpyxl_does() -> None:
    known = {formula: words for formula in FORMULAS if (words := _words(formula))}
    assert len(known) > 120
    for formula, words in known.items():
        others = [item.value for item in Tokenizer(f"={formula}").items if item.type != "WHITE-SPACE"]
        assert (formula, words) == (formula, others)


@pytest.mark.parametrize("target", ["C4", "K30"])
def test_formulas_are_moved_as_openpyxl_does(target: str) -> None:
    rows, columns = (3, 2) if target == "C4" else (29, 10)
    for formula in filter(_words, FORMULAS):
        theirs = str(Translator(f"={formula}", "A1").translate_formula(target))[1:]
        assert (formula, moved(formula, rows, columns)) == (formula, theirs)


def test_a_formula_is_not_moved_off_the_sheet() -> None:
    assert [moved("A1+$A$1", *by) for by in ((-1, 0), (0, -1), (2_000_000, 0), (0, 20_000))] == [""] * 4


def _as_read(rows: list[list[Any]]) -> list[list[Any]]:
    return [[float(cell) if isinstance(cell, int) else cell for cell in row] for row in rows]


def test_formulas_give_what_libreoffice_computes() -> None:
    texts = {f"A{nth}": formula for nth, formula in enumerate(LIBREOFFICE["results"], 1)}
    sheets = {name: _as_read(rows) for name, rows in LIBREOFFICE["sheets"].items()}
    sheets["F"] = [[""] for _ in texts]
    found = solve({"F": Formulas(frozenset(texts), texts)}, sheets)["F"]
    for cell, (formula, theirs) in zip(texts, LIBREOFFICE["results"].items(), strict=True):
        if str(theirs).startswith("#"):
            assert (formula, cell in found.faulty) == (formula, True)
        else:
            assert (formula, _rounded(found.computed[cell])) == (formula, _rounded(theirs))


def _rounded(value: Any) -> Any:
    """Return a number with the digits that LibreOffice writes, less one for noise."""
    return Decimal(format(value, ".13g")) if isinstance(value, int | float) else value
