"""Grids to tables: where on a sheet they are, and what their rows and columns are.

A `sheet` is a grid with the pack's words. `titles` finds what stands above each of its tables. In a table,
`header` finds the header by what each `head_row` says, `header_layout` says what it calls each column,
`page_breaks` follows the data rows over repeated headers, `rows` finds what identifies a row, `unit_totals`
which row of a unit is the total, and `table` puts them together. `blocks` finds where in it the figures of a
form are, `stated_units` the units of money that a sheet states.
"""
