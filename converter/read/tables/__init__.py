"""Grids to tables: where on a sheet they are, and what their rows and columns are.

`split` parts a sheet that holds several tables, and `title_block` reads the lines above each. In a table,
`header` finds the header, `header_layout` says what it calls each column, `page_breaks` follows the data
rows over repeated headers, `rows` finds what identifies a row, and `table` puts them together. `locate`
finds the table of each block of a form, `columns` which of its columns holds which figure, `crossings` the
cells of a table that is printed turned.
"""
