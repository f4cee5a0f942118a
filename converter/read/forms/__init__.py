"""Tables of a recognised form to figures, detail rows and texts, and what was not understood.

`open_titles` tells which form is meant by a title of several. `form` extracts a whole form, `block` one block
of it, `list_rows` a list, `extractor` one cell; `amount_cells` says where a row's amount stands,
`granularity` how finely it is printed, `extracted` what a block may give. `filing` holds the records a
workbook becomes.

What was not understood: `table_coverage` has the labels of a table that no block takes, `coverage` those of a
form and what was sought in vain; `findings` says it.
"""
