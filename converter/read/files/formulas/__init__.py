"""The formulas of a workbook: whether saved results still stand, and what those give that were never saved.

`sheet` is what a format tells of a sheet's formulas, and what they give. All else is loaded where there are
any: `solve` works them out in the order they depend on each other, and `formula_cells` holds the cells they
see. A formula goes from `tokens` through `syntax` to `evaluate`, which asks `values` and `functions` (two of
which are `searches`, one `products`; each takes its `arguments` unevaluated). `tokens.moved` reads a formula
that several cells share, `r1c1` one of XML.
"""

from converter.read.files.formulas.sheet import LONGEST, Formulas, Solution, StaleResult

__all__ = ["LONGEST", "Formulas", "Solution", "StaleResult"]
