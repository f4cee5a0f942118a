"""The formulas in a sheet's cells, as the module of the workbook's format tells them, and what they give."""

from collections.abc import Mapping

from msgspec import Struct, field

from converter.read.files.cells import Scalar

LONGEST = 8192  # characters of a formula; spreadsheet programs take no longer ones


class Formulas(Struct, frozen=True):
    """A sheet's formulas by cell, without `=`, and its cells that have no result or an error for one.

    `texts` are the formulas of one cell each, shared ones as they read there, whether their result is saved
    or not. `failed` are cells without a result, or with an error, with or without a formula in `texts`.
    """

    failed: frozenset[str] = frozenset()
    texts: Mapping[str, str] = field(default_factory=dict)


class StaleResult(Struct, frozen=True):
    """A cell whose saved result is not what its formula gives from the cells as they are.

    `computed` is what it gives; None where that is beyond us, but depends on another stale result.
    """

    cell: str
    formula: str
    saved: Scalar
    computed: Scalar | None


class Solution(Struct):
    """What the formulas of a sheet give, by cell.

    `computed` are results that were not saved, `exact` saved ones without the noise of binary arithmetic.
    `unchecked` are saved results of formulas that are beyond what is evaluated here, or rest on cells that
    are not known. Not known are `circular`, which depend on themselves, `faulty`, which depend on such or
    give an error, and `lacking`, which have no result and are beyond what is evaluated here.
    """

    computed: dict[str, Scalar] = field(default_factory=dict)
    exact: dict[str, Scalar] = field(default_factory=dict)
    stale: list[StaleResult] = field(default_factory=list)
    unchecked: list[str] = field(default_factory=list)
    circular: list[str] = field(default_factory=list)
    faulty: list[str] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)
