"""What is wrong behind the checks that do not hold: one cause instead of a finding for each equation broken.

Of whole workbooks: `wrong_unit_books`, `wrong_year_books`. Of whole sheets: `wrong_units`,
`last_year_sheets`, `disjointed_sheets`, `budget_units`, and `magnitude`, without any equation.
Of rows: `displaced_rows` and `missing_rows`, by another table of the workbook.
Of cells: `wrong_cells`, by one amount (`slips`, `miscounts`) or several in each other's places (`mixups`,
`rotated_rows`);
`wrong_entries` of the supplement by a factor, `entered_units` all that are in another unit on one of its
sheets. `equations` knows what a repair would mend, `positions` where
cells are on their sheet. `causes` asks all of them but the entries in turn and adds what follows through
measures.
"""
