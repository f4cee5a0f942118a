"""All departments at a glance, as a workbook and a page at the top of the outbox.

`builder` makes a row (`rows`) of every result of a run, and from all rows what only shows when they stand
together: who filed what (`filing_status`), and of those of one year and pack (`cohorts`) who is out of the
ordinary (`outliers`) and what they add up to (`totals`); what to do about it (`next_steps`).
`department_columns` lists what is shown of a department, once for the `workbook` and the `page`; `columns` is
what a sheet is made of. `publish` writes both, `wording` has sentences that they and the screen share. Knows
results and packs, but nothing of how a department is read, judged or run.
"""

from converter.overview.builder import OverviewBuilder
from converter.overview.publish import publish
from converter.overview.wording import filing_summary

__all__ = [
    "OverviewBuilder",
    "filing_summary",
    "publish",
]
