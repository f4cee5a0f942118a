"""The supplement workbook, for what no public form holds: blank, or with what is known of a department.

It is written from the same description in the pack by which the filled one is read back. `prefill` is what is
known; `questionnaire` decides what becomes of each cell, so that nothing is asked twice. The three kinds of
sheets are laid out by `entries`, `grids` and `lists`, and share `sheet`; `guide` is the first one, with
`counts` of what is to do. `write` puts them together with a record of what was written into which cell: by
that, unchanged cells are known when the workbook is read back. The package knows nothing but the pack.
"""

from converter.supplement.counts import Counts
from converter.supplement.prefill import Prefill, Prefilled, Standing
from converter.supplement.write import write_supplement

__all__ = [
    "Counts",
    "Prefill",
    "Prefilled",
    "Standing",
    "write_supplement",
]
