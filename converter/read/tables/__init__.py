"""Grids to tables: what stands where on a sheet.

`split` parts a sheet that holds several tables, and `title_block` reads what stands above each. In a table,
`header` finds the header, `header_layout` says what it calls each column, `page_breaks` follows the data
rows over repeated headers, `rows` tells what identifies a row, and `table` puts them together. `locate`
finds the table of each block of a form, `columns` which of its columns holds which figure.
"""
