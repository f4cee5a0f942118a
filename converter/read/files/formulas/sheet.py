"""The formulas in a sheet's cells, as the module of the workbook's format tells them."""

from collections.abc import Mapping

from msgspec import Struct, field


class Formulas(Struct, frozen=True):
    """A sheet's formulas by cell, without `=`, and its cells that have no result or an error for one.

    `texts` are the formulas of one cell each, shared ones as they read there, whether their result is saved
    or not. `failed` are cells without a result, or with an error, with or without a formula in `texts`.
    """

    failed: frozenset[str] = frozenset()
    texts: Mapping[str, str] = field(default_factory=dict)
