"""Grids to tables: where on a sheet they are, and what their rows and columns are.

A `sheet` is a grid with the pack's words; `split` parts one that holds several tables. `titled_tables` gives
each its `title_block` from the `words_around` its table, with the `stated_years` and `stated_units` of its
cells. In a table, `header` finds the header by what each `head_row` says, `header_layout` says what it calls
each column, `page_breaks` follows the data rows over repeated headers, `rows` finds what identifies a row,
`unit_totals` which row of a unit is the total, and `table` puts them together. `locate` finds the table of
each block of a form, `columns` which of its columns holds which figure, `printed_parts` those that hold the
parts of one, `unnamed_rows` the rows that need no name, `crossings` the cells of a table that is printed
turned.
"""
